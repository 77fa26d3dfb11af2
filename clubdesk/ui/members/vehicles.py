"""The Vehicles tab: what a person owns and owned, added and changed in its place."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.services import members
from clubdesk.services.checks import checked
from clubdesk.services.members import MemberCard, OwnedVehicle
from clubdesk.services.today import today
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.labels import label
from clubdesk.ui.members.vehicle_card import VehicleCard

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

ENOUGH = ("make", "model", "plate", "vin")  # any of them makes a vehicle
DAYS = ("start", "end")


class Vehicles(QWidget):
    sold = Signal(str)  # the name of the vehicle
    failed = Signal(object)

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__()
        self._workspace = workspace
        self._person = 0
        self._shown: dict[int, OwnedVehicle] = {}  # by their own id
        self.cards: dict[int, VehicleCard] = {}
        self.new: VehicleCard | None = None
        self._made: int | None = None  # the vehicle that the new card made
        self._typed: dict[str, Any] = {}
        self._none = label(_("No vehicle is known."), "muted", wrap=True)
        self.add = button(_("Add a vehicle"), self.begin_new, drawing="plus")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, sizes.GAP, sizes.GRID, sizes.GAP)
        self._column.setSpacing(sizes.GRID)
        self._column.addWidget(self._none)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch()

    def show_card(self, card: MemberCard) -> None:
        if card.id != self._person:
            self.drop_new()
        self._person = card.id
        self._shown = {vehicle.id: vehicle for vehicle in _in_order(card.vehicles)}
        if self._made in self._shown:
            self._adopt(self._made)
        for gone in self.cards.keys() - self._shown.keys():
            _remove(self.cards.pop(gone))
        for place, (key, vehicle) in enumerate(self._shown.items()):
            shown = self.cards.get(key) or self._make(vehicle)
            self._column.insertWidget(place, shown)
            shown.show_vehicle(vehicle)
        self._none.setVisible(not self._shown and self.new is None)

    def _make(self, vehicle: OwnedVehicle) -> VehicleCard:
        made = VehicleCard(vehicle, lambda name, value: self._keep(vehicle.id, name, value))
        made.sold_today.connect(lambda: self._sell(vehicle.id))
        self.cards[vehicle.id] = made
        return made

    def _adopt(self, key: int) -> None:
        """The new card goes on as that of the vehicle it made, with the caret where it is."""
        if self.new is not None:
            self.new.sold_today.connect(lambda: self._sell(key))
            self.cards[key], self.new = self.new, None
            self.add.show()

    def begin_new(self) -> None:
        """An empty card; the vehicle is made when it can be told from others."""
        if self.new is None:
            self._typed, self._made = {}, None
            self.new = VehicleCard(None, self._keep_new)
            self.new.dropped.connect(self.drop_new)
            self._column.insertWidget(self._column.indexOf(self.add), self.new)
        self._none.hide()
        self.add.hide()
        self.new.fields["model"].setFocus()

    def drop_new(self) -> None:
        if self.new is not None:
            self.new.begin_new()  # nothing is kept of what was typed
            _remove(self.new)
            self.new = None
        self.add.show()
        self._none.setVisible(not self._shown)

    # What is kept

    def _keep(self, key: int, name: str, value: Any) -> None:
        owned = self._shown.get(key)
        if name not in DAYS or owned is None:
            self._workspace.do_now(members.set_vehicle, key, **{name: value})
        elif name == "end" and owned.end is None:
            self._workspace.do_now(members.end_ownership, owned.ownership, on=value)
            self.sold.emit(owned.name)
        else:
            self._workspace.do_now(members.set_ownership, owned.ownership, **{name: value})

    def _sell(self, key: int) -> None:
        try:
            self._keep(key, "end", today())
        except Problem as problem:
            self.failed.emit(problem)

    def _keep_new(self, name: str, value: Any) -> None:
        if self._made is not None:
            self._keep(self._made, name, value)
            return
        self._typed[name] = checked(name, value)
        if any(self._typed.get(part) for part in ENOUGH):
            self._made = self._workspace.do_now(members.add_vehicle, self._person, **self._typed)


def _in_order(vehicles: tuple[OwnedVehicle, ...]) -> list[OwnedVehicle]:
    """Those owned now first."""
    return sorted(vehicles, key=lambda vehicle: vehicle.end is not None)


def _remove(card: VehicleCard) -> None:
    card.hide()
    card.deleteLater()
