"""The big field that a hand scanner or an officer types reply codes into, one after the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from clubdesk.i18n import _
from clubdesk.services.letters import CODE_LENGTH
from clubdesk.ui.common.line import Line


class CodeField(Line):
    entered = Signal(str)
    typed = Signal(int)  # how many letters and digits stand in it now

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "code")
        self.setAccessibleName(_("Reply code"))
        self.setPlaceholderText("XXX-XXX-XXXX")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        font = QFont(self.font())
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 110)
        self.setFont(font)
        self.textChanged.connect(lambda text: self.typed.emit(symbols(text)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """Hand the code on and be empty for the next one, which a scanner sends at once."""
        text = self.text().strip()
        self.setText("")  # unlike clear() this leaves nothing to undo: Ctrl+Z takes the last reply back
        if text:
            self.entered.emit(text)

    def give_back(self, text: str) -> None:
        """Show a code that could not be recorded, ready to be typed over, unless the next one is begun."""
        if not self.text():
            self.setText(text)
            self.selectAll()

    def take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)


def symbols(text: str) -> int:
    """How much of a code that is."""
    return sum(1 for sign in text if sign.isalnum())


def is_whole(text: str) -> bool:
    return symbols(text) == CODE_LENGTH
