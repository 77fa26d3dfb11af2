"""Which code was meant: names below the field, each taken by one key."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from clubdesk.i18n import _
from clubdesk.services.letters import ReplyResult
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.flow import Flow
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.theme import theme

FIRST_KEY = 5  # F5; the keys before it are the answers
MOST = 3


class Suggested(QWidget):
    taken = Signal(str)  # the code that was meant

    def __init__(self) -> None:
        super().__init__()
        self._found: Sequence[ReplyResult] = ()
        flow = Flow(self)
        asked = label(_("Did you mean:"), "muted")
        asked.setFixedHeight(theme().px(sizes.CONTROL))  # in line with the buttons
        flow.addWidget(asked)
        self.buttons = [button("", partial(self._take, place), drawing="user") for place in range(MOST)]
        self.keys: list[QAction] = []
        for place, made in enumerate(self.buttons):
            flow.addWidget(made)
            action = QAction(_("Take suggestion {number}").format(number=place + 1), self)
            action.setShortcut(QKeySequence(f"F{FIRST_KEY + place}"))
            action.triggered.connect(made.click)
            self.keys.append(action)
        self.show_found(())

    def show_found(self, found: Sequence[ReplyResult]) -> None:
        """Offer these people's codes, or nothing; the codes themselves are not shown."""
        self._found = found
        self.setVisible(bool(found))
        for place, made in enumerate(self.buttons):
            made.setVisible(place < len(found))
            if place < len(found):
                made.setText(f"{found[place].name}  F{FIRST_KEY + place}")
                made.setAccessibleName(found[place].name)

    def _take(self, place: int) -> None:
        if place < len(self._found):
            code = self._found[place].code
            self.show_found(())
            self.taken.emit(code)
