"""A vehicle is sold: when, to whom if that is known, and whether the seller is asked anew."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.services.today import today
from clubdesk.services.vehicles import Owner, Sale, VehicleRow, new_owner_of, sell_vehicle
from clubdesk.services.vehicles.selling import owns_another
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.fields import CheckField, DateField, TextField
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.notice import Notice

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

WIDTH = 420


class SaleDialog(QDialog):
    """`done` is told of the sale once it is recorded."""

    def __init__(
        self,
        parent: QWidget,
        workspace: "Workspace",
        vehicle: VehicleRow,
        *,
        owner: Owner,
        done: Callable[[Sale], object],
    ) -> None:
        super().__init__(parent)
        self._workspace, self._owner, self._done = workspace, owner, done
        self._unknown = ""  # a name that nobody in the roster has
        self.setWindowTitle(_("Sold"))
        self.setMinimumWidth(WIDTH)
        self.on = DateField(_("Sold on"), lambda _: None)
        self.on.set_value(today())
        self.buyer = TextField(
            _("New owner"), lambda _: None, hint=_("Name or member number, empty if not known")
        )
        self.anew = CheckField(_("Ask {name} for a new verification").format(name=owner.name), lambda _: None)
        self.anew.set_value(not workspace.read(owns_another, owner.person, than=vehicle.id))
        self.notice = Notice()
        self.sell = button(_("Sold"), self._sell, kind="primary", drawing="check")
        self._lay_out(_("{name} sells: {vehicle}").format(name=owner.name, vehicle=vehicle.name))

    def _lay_out(self, what: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.EDGE)
        column.setSpacing(sizes.GAP)
        column.addWidget(label(what, "heading", wrap=True))
        why = label(
            _("The verification ends, and they are among those who need a letter."), "caption", wrap=True
        )
        for part in (self.on, self.buyer, self.anew, why, self.notice):
            column.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(sizes.GRID)
        foot.addStretch()
        foot.addWidget(button(_("Cancel"), self.reject))
        foot.addWidget(self.sell)
        column.addLayout(foot)
        self.sell.setDefault(True)

    def _sell(self) -> None:
        try:
            sale = self._sold()
        except Problem as problem:
            self.notice.show_problem(problem)
            return
        if sale is not None:
            self.accept()
            self._done(sale)

    def _sold(self) -> Sale | None:
        """None when the officer is asked first whether a name that nobody has is meant so."""
        day: dt.date | None = self.on.value()
        if day is None:
            raise Problem(_("Give the day of the sale."))
        name = str(self.buyer.value())
        buyer = self._workspace.read(new_owner_of, name) if name else None
        if name and buyer is None and name != self._unknown:
            self._unknown = name
            self.notice.say(
                _("Nobody in the roster is called “{name}”.").format(name=name),
                _("Press Sold again to put them into the roster, not as a member."),
                look="warning",
            )
            return None
        return self._workspace.do_now(
            sell_vehicle,
            self._owner.ownership,
            on=day,
            new_owner=buyer,
            new_name=name,
            verify_anew=bool(self.anew.value()),
        )
