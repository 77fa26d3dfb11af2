"""The warning that another vehicle in the club has the same VIN, and what can be done about it."""

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from clubdesk.i18n import _
from clubdesk.services.vehicles import VehicleCard
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.labels import label


class TwinWarning(QFrame):
    """`same_car` is told of the ids of the car to keep and of the other; `wanted` of the other's alone."""

    def __init__(self, same_car: SignalInstance, wanted: SignalInstance) -> None:
        super().__init__()
        self.setProperty("part", "notice")
        self.setProperty("look", "warning")
        self._same_car, self._wanted = same_car, wanted
        self._ids = (0, 0)
        self._which = label("", wrap=True)
        self.keep = button(_("Same car: keep one"), lambda: self._same_car.emit(*self._ids))
        self.show_other = button(_("Show the other"), lambda: self._wanted.emit(self._ids[1]), kind="link")
        verbs = QHBoxLayout()
        verbs.setSpacing(sizes.GRID)
        verbs.addWidget(self.keep)
        verbs.addWidget(self.show_other)
        verbs.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.GAP, sizes.GRID, sizes.GRID, sizes.GRID)
        column.setSpacing(sizes.HALF)
        column.addWidget(label(_("Another vehicle has the same VIN."), "strong", wrap=True))
        column.addWidget(self._which)
        column.addLayout(verbs)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_card(self, card: VehicleCard) -> None:
        self.setVisible(bool(card.twins))
        if card.twins:
            twin = card.twins[0]
            self._ids = (card.row.id, twin.id)
            owners = ", ".join(twin.owners) or _("nobody")
            self._which.setText(_("{vehicle}, owned by {owners}").format(vehicle=twin.name, owners=owners))
