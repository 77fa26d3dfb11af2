"""The answers as buttons that record at once, each with its key."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from clubdesk.i18n import _
from clubdesk.services.letters import SAID
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.letters import words


class AnswerBar(QWidget):
    answered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        self.keys: list[QAction] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.HALF)
        for number, (answer, word) in enumerate(SAID.items(), start=1):
            column.addWidget(self._add(answer, _(word), f"F{number}"))

    def _add(self, answer: str, word: str, key: str) -> QPushButton:
        made = button(
            f"{word}  {key}", partial(self.answered.emit, answer), drawing=words.SAID[answer].drawing
        )
        made.setAccessibleName(word)
        self.buttons[answer] = made
        action = QAction(_("Record: {answer}").format(answer=word), self)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(made.click)
        self.keys.append(action)
        return made

    def allow(self, *, allowed: bool) -> None:
        for made in self.buttons.values():
            made.setEnabled(allowed)
