"""Where a list is dropped or chosen; it also says what was wrong with the last one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.picture import Picture

CENTRE = Qt.AlignmentFlag.AlignHCenter


class DropArea(QFrame):
    dropped = Signal(object)  # Path

    def __init__(
        self,
        choose: Callable[[], object],
        read_headless: Callable[[], object],
        paste: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("part", "drop")
        self.setAcceptDrops(True)
        self._picture = Picture("table-import", "accent", sizes.LARGE_ICON)
        self.sentence, self.hint = label("", "heading", wrap=True), label("", "muted", wrap=True)
        for words in (self.sentence, self.hint):
            words.setAlignment(CENTRE)
        self.choose = button(_("Choose a file…"), choose, drawing="folder-open", kind="primary")
        self.paste = button(_("Paste cells or text"), paste, drawing="copy")
        self.headless = button(_("The first row is a person already"), read_headless)
        self._lay_out()
        self.invite()

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.GRID)
        column.addWidget(self._picture, 0, CENTRE)
        column.addSpacing(sizes.GRID)
        column.addWidget(self.sentence)
        column.addWidget(self.hint)
        column.addSpacing(sizes.GRID)
        for made in (self.choose, self.paste, self.headless):
            column.addWidget(made, 0, CENTRE)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        outer.addStretch(2)
        outer.addWidget(middle)
        outer.addStretch(3)

    def invite(self) -> None:
        self._say(
            "table-import",
            "accent",
            _("Drop the list of your members here"),
            _("CSV, Excel, OpenDocument or vCard. You see what will happen before anything is changed."),
            buttons=(self.choose, self.paste),
        )

    def show_reading(self, file: Path) -> None:
        sentence = _("Reading {file}…").format(file=file.name)
        self._say("table-import", "muted", sentence, "", buttons=())

    def show_problem(self, problem: Problem, *, headless: bool) -> None:
        """Why the list can't be taken; `headless` offers to take its first row for a person."""
        buttons = (self.choose, self.headless) if headless else (self.choose,)
        self._say("alert-circle", "returned", problem.message, problem.hint, buttons=buttons)

    def _say(
        self, drawing: str, role: str, sentence: str, hint: str, *, buttons: tuple[QPushButton, ...]
    ) -> None:
        self._picture.show_drawing(drawing, role)
        self.sentence.setText(sentence)
        self.hint.setText(hint)
        for made in (self.choose, self.paste, self.headless):
            made.setVisible(made in buttons)

    def _light_up(self, *, lit: bool) -> None:
        self.setProperty("lit", "true" if lit else "false")
        self.style().unpolish(self)
        self.style().polish(self)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()
            self._light_up(lit=True)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light_up(lit=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._light_up(lit=False)
        event.acceptProposedAction()
        self.dropped.emit(Path(event.mimeData().urls()[0].toLocalFile()))
