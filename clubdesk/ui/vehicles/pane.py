"""The pane beside the list: a vehicle's form, its owners, and a warning when it is in the club twice."""

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext, window_texts
from clubdesk.services.vehicles import Owner, VehicleCard, vehicle_card
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.latest import Latest
from clubdesk.ui.common.lines import Entry, Lines
from clubdesk.ui.common.pane import Pane
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.vehicles.twin_warning import TwinWarning
from clubdesk.ui.vehicles.vehicle_form import VehicleForm

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


class VehiclePane(Pane):
    person_wanted = Signal(object)  # id of an owner
    vehicle_wanted = Signal(object)  # id of the other car with the same VIN
    same_car = Signal(object, object)  # ids of the car to keep and of the other entry
    sale_wanted = Signal()
    shown = Signal()
    left = Signal()  # Escape: back to the list
    failed = Signal(object)

    def __init__(self, workspace: "Workspace", tasks: Tasks) -> None:
        super().__init__()
        self._workspace, self._latest = workspace, Latest(tasks)
        self.card: VehicleCard | None = None
        self._vehicle: int | None = None
        self.is_new = False
        self.nothing.say("car", _("Choose a vehicle to see what it is and who owned it."))
        self.twin = TwinWarning(self.same_car, self.vehicle_wanted)
        self.form = VehicleForm(workspace)
        self.owners = Lines(leads=True)
        self.owners.chosen.connect(self._show_owner)
        self._nobody = label(_("Nobody is known to have owned it."), "muted", wrap=True)
        self.sold = button(_("Sold…"), self.sale_wanted.emit, drawing="arrow-right")
        self.add_tab(_("Vehicle"), _from_the_top(self.twin, self.form))
        self.add_tab(_("Owners"), self._owners_tab())

    def _owners_tab(self) -> QWidget:
        tab = QWidget()
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, sizes.GAP, sizes.GRID, sizes.GAP)
        column.setSpacing(sizes.GAP)
        column.addWidget(self._nobody)
        column.addWidget(self.owners)
        column.addWidget(self.sold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        return tab

    def show_vehicle(self, vehicle: int) -> None:
        """Show a vehicle; what was typed about the one before is kept first."""
        if vehicle != self._vehicle:
            self.form.commit()
        self._vehicle, self.is_new = vehicle, False
        self.refresh()

    def show_several(self, count: int) -> None:
        self._let_go()
        self.nothing.say("car", ngettext("One vehicle is selected", "{count} vehicles are selected", count))
        self.show_nothing()

    def show_none(self) -> None:
        self._let_go()
        self.nothing.say("car", _("Choose a vehicle to see what it is and who owned it."))
        self.show_nothing()

    def begin_new(self) -> None:
        """An empty form: a model, a plate or a VIN makes the vehicle, Escape drops it."""
        self._let_go()
        self.is_new = True
        self.twin.hide()
        self.show_head(_("New vehicle"), _("It is kept as soon as it has a model, a plate or a VIN."))
        self.tabs.setCurrentIndex(0)
        self._show_owners_tab()
        self.form.begin_new()

    def edit(self) -> None:
        self.tabs.setCurrentIndex(0)
        self.form.fields["model"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        vehicle = self._vehicle
        if vehicle is not None:
            self._latest.ask(
                lambda: self._workspace.read(vehicle_card, vehicle), done=self._show, failed=self._lost
            )

    def _let_go(self) -> None:
        if self._vehicle is not None:
            self.form.commit()
        self._vehicle, self.card, self.is_new = None, None, False
        self._latest.forget()

    def _show(self, card: VehicleCard) -> None:
        self.card = card
        row, owner = card.row, card.owner
        about = " · ".join(filter(None, (str(row.year or ""), row.colour, row.plate)))
        self.show_head(row.name, about, "" if owner else _("Nobody owns it now."))
        self._show_owners_tab()
        self.form.show_card(card)
        self.owners.show_entries([_entry(each) for each in card.history])
        self._nobody.setVisible(not card.history)
        self.sold.setVisible(owner is not None)
        self.twin.show_card(card)
        self.shown.emit()

    def _show_owners_tab(self) -> None:
        self.tabs.setTabVisible(1, self._vehicle is not None)

    def _show_owner(self, ownership: object) -> None:
        history = self.card.history if self.card else ()
        for owner in history:
            if owner.ownership == ownership:
                self.person_wanted.emit(owner.person)

    def _lost(self, error: BaseException) -> None:
        if isinstance(error, Problem):
            self.show_none()
        self.failed.emit(error)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.is_new:
                self.form.begin_new()  # nothing is kept of what was typed
                self.is_new = False
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _from_the_top(*parts: QWidget) -> QWidget:
    tab = QWidget()
    column = QVBoxLayout(tab)
    column.setContentsMargins(0, sizes.GRID, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    column.addStretch()
    return tab


def _entry(owner: Owner) -> Entry:
    return Entry(owner.ownership, owner.name, owned(owner))


def owned(owner: Owner) -> str:
    """Owns it since 1 May 2024; 1 May 2020 – 3 Nov 2024."""
    if owner.end is None:
        return _("Owns it since {day}").format(day=_day(owner.start)) if owner.start else _("Owns it now")
    if owner.start is None:
        return _("Owned it until {day}").format(day=_day(owner.end))
    return f"{_day(owner.start)} – {_day(owner.end)}"


def _day(day: dt.date) -> str:
    return window_texts().short_date(day)
