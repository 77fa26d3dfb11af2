"""The big field that a hand scanner or an officer types reply codes or letter numbers into, one by one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from clubdesk.i18n import _
from clubdesk.services.letters import CODE_LENGTH
from clubdesk.ui.common.line import Line

NUMBER_LENGTH = 8  # letters and digits of L-26-0311-7


class CodeField(Line):
    entered = Signal(str)
    typed = Signal(int)  # how many letters and digits stand in it now

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "code")
        self._numbers = False
        self.take(numbers=False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        font = QFont(self.font())
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 110)
        self.setFont(font)
        self.textChanged.connect(lambda text: self.typed.emit(symbols(text)))

    def take(self, *, numbers: bool) -> None:
        """Whether letter numbers are typed here, not reply codes."""
        self._numbers = numbers
        self.setAccessibleName(_("Letter number") if numbers else _("Reply code"))
        self.setPlaceholderText("L-26-0000-0" if numbers else "XXX-XXX-XXXX")

    def is_whole(self) -> bool:
        """Whether it can be looked up."""
        count = symbols(self.text())
        return count >= NUMBER_LENGTH if self._numbers else count == CODE_LENGTH

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
