"""The one question before an empty club: its name."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from clubdesk.i18n import _
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.line import Line


class NameForm(QFrame):
    named = Signal(str, object)  # the name, and the list that comes into the new club or None

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._wish: object = None
        self._line = Line()
        self._line.setPlaceholderText(_("Owners Club Bavaria"))
        self._line.returnPressed.connect(self._tell)
        self._make = button(_("Make the club"), self._tell, kind="primary")
        self._make.setEnabled(False)
        self._line.textChanged.connect(lambda text: self._make.setEnabled(bool(text.strip())))
        name = label(_("Name of the club, as its letters say it"), wrap=False)
        name.setBuddy(self._line)
        line = QHBoxLayout(self)
        line.setContentsMargins(sizes.EDGE, sizes.EDGE, sizes.EDGE, sizes.EDGE)
        line.setSpacing(sizes.GRID)
        line.addWidget(name)
        line.addWidget(self._line, 1)
        line.addWidget(self._make)

    def ask(self, wish: object) -> None:
        """Ask for the name of the club that is to take a list (`wish`), or nothing yet."""
        self._wish = wish
        self.show()
        self._line.setFocus()

    def _tell(self) -> None:
        if name := self._line.text().strip():
            self.named.emit(name, self._wish)
