"""What came back: one of the answers or the envelope itself, by mouse or by key.

The focus stays in the code, where the next one is typed.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from clubdesk.i18n import N_, _
from clubdesk.services.letters import SAID
from clubdesk.ui.common.buttons import icon_size
from clubdesk.ui.common.flow import Flow
from clubdesk.ui.common.icons import set_icon
from clubdesk.ui.letters import words

KEYS = ("F1", "F2", "F3", "F8", "F9")  # F4 is the window's, F5 to F7 take suggestions
CHOICES = {**SAID, words.RETURNED: N_("Came back unopened")}


class AnswerChoice(QWidget):
    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.actions_: list[QAction] = []
        self._group, self._buttons = QButtonGroup(self), dict[str, QPushButton]()
        flow = Flow(self)
        for key, (answer, word) in zip(KEYS, CHOICES.items(), strict=True):
            flow.addWidget(self._add(answer, _(word), key=key))
        self._buttons["verified"].setChecked(True)

    def _add(self, answer: str, word: str, *, key: str) -> QPushButton:
        made = QPushButton(f"{word}  {key}")
        made.setProperty("kind", "answer")
        made.setAccessibleName(word)
        made.setCheckable(True)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_icon(made, words.CHOICES[answer].drawing, on="on_select")
        made.setIconSize(icon_size())
        made.toggled.connect(lambda checked: self.changed.emit(answer) if checked else None)
        self._group.addButton(made)
        self._buttons[answer] = made
        action = QAction(_("Answer: {answer}").format(answer=word), self)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(made.click)
        self.actions_.append(action)
        return made

    def chosen(self) -> str:
        return next(answer for answer, made in self._buttons.items() if made.isChecked())
