"""All that is wrong in a template, each a button that leads to its place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from clubdesk.documents.content import Finding
from clubdesk.i18n import _, ngettext
from clubdesk.services.template_texts import PARAGRAPHS, Mistake
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.pane import scrolling
from clubdesk.ui.common.picture import Picture
from clubdesk.ui.common.theme import theme
from clubdesk.ui.templates.names import name_of

TALLEST = 132
LINE = 24


class Mistakes(QFrame):
    """Hidden while nothing is wrong. First what keeps it from being used, then the paper's findings."""

    chosen = Signal(object)  # Mistake

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "notice")
        self.buttons: list[QPushButton] = []
        self._said: object = None
        self._picture, self._text = Picture("alert-circle"), label("", "strong", wrap=True)
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._area = scrolling(self._list)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._text)
        words.addWidget(self._area)
        line = QHBoxLayout(self)
        line.setContentsMargins(sizes.GAP, sizes.GRID, sizes.GRID, sizes.GRID)
        line.setSpacing(sizes.GAP)
        line.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_mistakes(self, mistakes: Sequence[Mistake], findings: Sequence[Finding] = ()) -> None:
        if (said := (tuple(mistakes), tuple(findings))) == self._said:
            return
        self._said = said
        self.buttons = []
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for mistake in mistakes:
            self._add_button(mistake)
        for finding in findings:
            self._lines.addWidget(label(f"{finding.name}: {finding.text}", wrap=True))
        self._say(len(mistakes), len(findings))

    def _add_button(self, mistake: Mistake) -> None:
        made = button(f"{place_of(mistake)}: {mistake.text}", lambda: self.chosen.emit(mistake), kind="link")
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.setToolTip(_("Go there"))
        self.buttons.append(made)
        self._lines.addWidget(made)

    def _say(self, mistakes: int, findings: int) -> None:
        words = ngettext(
            "{count} mistake. The letters keep the words before until it is mended.",
            "{count} mistakes. The letters keep the words before until they are mended.",
            mistakes,
        )
        self._text.setText(words if mistakes else _("Look at this before you print."))
        self.setProperty("look", "problem" if mistakes else "warning")
        if mistakes:
            self._picture.show_drawing("alert-circle", "returned")
        else:
            self._picture.show_drawing("alert-triangle", "silent")
        for part in (self, self._text):
            part.style().unpolish(part)
            part.style().polish(part)
        height = theme().px(LINE) * (mistakes + findings)
        self._area.setFixedHeight(min(height, theme().px(TALLEST)))
        self.setVisible(bool(mistakes or findings))


def place_of(mistake: Mistake) -> str:
    """Where it stands, in the words of the form."""
    if mistake.key == PARAGRAPHS:
        return _("Paragraph {number}").format(number=mistake.place + 1)
    return name_of(mistake.key)
