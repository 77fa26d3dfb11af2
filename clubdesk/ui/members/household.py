"""Who lives with a person: the others of their household, and what can be done with it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.services import members
from clubdesk.services.members import MemberCard
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.flow import Flow
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.lines import Entry, Lines

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


class Household(QWidget):
    person_wanted = Signal(object)  # id of another one
    failed = Signal(object)
    done = Signal(str)  # what was done

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__()
        self._workspace, self._person = workspace, 0
        self._title, self.lines = label("", "strong", wrap=True), Lines(leads=True)
        self.lines.chosen.connect(self.person_wanted)
        self.share = button(_("Give all of them this address"), self._share, kind="link")
        self.leave = button(_("Leave the household"), self._leave, kind="link")
        buttons = Flow(None, sizes.GAP)
        buttons.addWidget(self.share)
        buttons.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, sizes.GRID, 0)
        column.setSpacing(sizes.HALF)
        column.addWidget(self._title)
        column.addWidget(self.lines)
        column.addLayout(buttons)

    def show_card(self, card: MemberCard) -> None:
        self._person = card.id
        self.setVisible(bool(card.household))
        self._title.setText(_("Household {name}").format(name=card.household))
        others = card.household_members
        self.lines.show_entries(
            [
                Entry(other.id, other.name, _("same address") if other.same_address else _("other address"))
                for other in others
            ]
        )
        self.share.setVisible(any(not other.same_address for other in others))

    def _share(self) -> None:
        try:
            self._workspace.do_now(members.share_address, self._person)
        except Problem as problem:
            self.failed.emit(problem)
        else:
            self.done.emit(_("They all have this address now."))

    def _leave(self) -> None:
        self._workspace.do_now(members.leave_household, self._person)
