"""All papers and their languages, and which of them the club writes in its own words."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from clubdesk.i18n import LANGUAGES, _
from clubdesk.services.templates import TemplateLine
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button, icon_size
from clubdesk.ui.common.flow import Flow
from clubdesk.ui.common.icons import set_icon
from clubdesk.ui.common.labels import label

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class Overview(QWidget):
    """A row for each kind of paper, with a button for each language; arrow keys go from one to the next."""

    opened = Signal(str, str)  # kind and language

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[tuple[str, str], QPushButton] = {}
        self._own: set[tuple[str, str]] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, sizes.GRID, 0)
        self._column.setSpacing(sizes.GRID)
        sentence = _(
            "Choose a language to see and change the words. What the club doesn't change stays as shipped."
        )
        self._column.addWidget(label(sentence, "muted", wrap=True))
        self._column.addStretch()

    def show_lines(self, lines: Sequence[TemplateLine]) -> None:
        for line in lines:
            if (line.kind, line.language) not in self.buttons:
                self._add_kind(line, [other for other in lines if other.kind == line.kind])
        for line in lines:
            self._show(line)

    def _add_kind(self, first: TemplateLine, lines: Sequence[TemplateLine]) -> None:
        row = QFrame()
        row.setProperty("part", "card")
        column = QVBoxLayout(row)
        column.setContentsMargins(sizes.GAP, sizes.GRID, sizes.GAP, sizes.GRID)
        column.setSpacing(sizes.GRID)
        column.addWidget(label(first.title, "strong"))
        languages = Flow()
        for line in lines:
            made = button(LANGUAGES[line.language], partial(self.opened.emit, line.kind, line.language))
            made.setProperty("kind", "chip")
            made.setIconSize(icon_size(sizes.SMALL_ICON))
            self.buttons[line.kind, line.language] = made
            languages.addWidget(made)
        column.addLayout(languages)
        self._column.insertWidget(self._column.count() - 1, row)

    def _show(self, line: TemplateLine) -> None:
        """The club's own words are told by icon, word and colour."""
        made, language = self.buttons[line.kind, line.language], LANGUAGES[line.language]
        words = f"{language} · {_('own wording')}" if line.own else language
        said = _("own wording") if line.own else _("as shipped")
        made.setText(words)
        made.setAccessibleName(f"{line.title}, {language}, {said}")
        if line.own:
            set_icon(made, "signature", "on_select")
        else:
            made.setProperty("drawing", None)
            made.setIcon(type(made.icon())())
        made.setProperty("on", "true" if line.own else "false")
        made.style().unpolish(made)
        made.style().polish(made)

    def take_focus(self, kind: str = "", language: str = "") -> None:
        """Let the keys go to a template, to the first if it is none."""
        made = self.buttons.get((kind, language)) or next(iter(self.buttons.values()), None)
        if made is not None:
            made.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        every, columns = list(self.buttons.values()), len(LANGUAGES)
        steps = _STEPS | {Qt.Key.Key_Down: columns, Qt.Key.Key_Up: -columns}
        step = steps.get(Qt.Key(event.key()), 0)
        at = next((place for place, made in enumerate(every) if made.hasFocus()), -1)
        if step and at >= 0 and 0 <= at + step < len(every):
            every[at + step].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
