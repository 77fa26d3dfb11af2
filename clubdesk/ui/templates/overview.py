"""All papers and their languages, and which of them the club writes in its own words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from clubdesk.i18n import LANGUAGES, _
from clubdesk.services.templates import TemplateLine
from clubdesk.ui.common import sizes
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.theme import theme
from clubdesk.ui.templates.language_chips import LanguageChips

TITLE = 280
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: len(LANGUAGES),
    Qt.Key.Key_Up: -len(LANGUAGES),
}


class Overview(QWidget):
    """A row for each kind of paper, with a chip for each language; arrow keys go from one to the next."""

    opened = Signal(str, str)  # kind and language

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, LanguageChips] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, sizes.GRID, sizes.GRID)
        self._column.setSpacing(sizes.GAP)
        sentence = _("Choose a language to change the words. What you leave alone stays as shipped.")
        self._column.addWidget(label(sentence, "muted", wrap=True))
        self._card = QFrame()
        self._card.setProperty("part", "card")
        self._lines = QVBoxLayout(self._card)
        self._lines.setContentsMargins(sizes.EDGE, sizes.HALF, sizes.EDGE, sizes.HALF)
        self._lines.setSpacing(0)
        self._column.addWidget(self._card)
        self._column.addStretch()

    def show_lines(self, lines: Sequence[TemplateLine]) -> None:
        for kind in dict.fromkeys(line.kind for line in lines):
            of_kind = [line for line in lines if line.kind == kind]
            if kind not in self.rows:
                self._add(kind, of_kind[0].title)
            self.rows[kind].show_lines(of_kind)

    def _add(self, kind: str, title: str) -> None:
        chips = self.rows[kind] = LanguageChips()
        chips.chosen.connect(lambda language: self.opened.emit(kind, language))
        name = label(title, "strong", wrap=True)
        name.setFixedWidth(theme().px(TITLE))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, sizes.GRID, 0, sizes.GRID)
        line.setSpacing(sizes.GAP)
        line.addWidget(name)
        line.addWidget(chips, 1)
        if len(self.rows) > 1:
            rule = QFrame()
            rule.setProperty("part", "rule")
            rule.setFixedHeight(1)
            self._lines.addWidget(rule)
        self._lines.addWidget(row)

    def buttons(self) -> list[QPushButton]:
        """All chips, row by row."""
        return [made for chips in self.rows.values() for made in chips.buttons.values()]

    def take_focus(self, kind: str = "", language: str = "") -> None:
        """Let the keys go to a template, to the first if it is none."""
        chips = self.rows.get(kind)
        made = chips.buttons.get(language) if chips else next(iter(self.buttons()), None)
        if made is not None:
            made.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        every, step = self.buttons(), _STEPS.get(Qt.Key(event.key()), 0)
        at = next((place for place, made in enumerate(every) if made.hasFocus()), -1)
        if step and at >= 0 and 0 <= at + step < len(every):
            every[at + step].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
