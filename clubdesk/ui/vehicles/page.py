"""Vehicles: find cars, look at them, change them, record that one is sold."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext, number
from clubdesk.services.vehicles import Sale, VehicleSearch, delete_vehicles, merge_vehicles
from clubdesk.ui.common.latest import Latest
from clubdesk.ui.common.page import Page
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.table_export import let_export
from clubdesk.ui.common.table_model import TableModel
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.wishes import ShowMember, ShowVehicle
from clubdesk.ui.vehicles.filters import Counts, Filters, read_counts
from clubdesk.ui.vehicles.fleet import Fleet
from clubdesk.ui.vehicles.pane import VehiclePane
from clubdesk.ui.vehicles.sale_dialog import SaleDialog

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


class VehiclesPage(Page):
    watches = frozenset({"vehicle", "ownership", "person"})

    def __init__(self, workspace: "Workspace", tasks: Tasks, shell: Shell) -> None:
        super().__init__(_("Vehicles"))
        self._workspace, self._tasks, self._shell = workspace, tasks, shell
        self._counting = Latest(tasks)
        self._wanted: int | None = None  # what is to be selected once it is listed
        self._fleet = Fleet(workspace)
        self.model = TableModel(self._fleet.source(), tasks, self)
        self.table = TableView("vehicles", self.model, shell.settings)
        self.vehicle_pane = VehiclePane(workspace, tasks)
        self.set_pane(self.vehicle_pane)
        self.filters = Filters(self.head, self.table)
        self._add_actions()
        self.body.addWidget(self.table)
        self._connect()
        let_export(self.table, self.model, shell=shell, name=_("Vehicles"))
        self._look()

    def _add_actions(self) -> None:
        self.sold = self.action(_("Sold…"), self.sell, drawing="arrow-right", place="secondary")
        self.new = self.action(
            _("New vehicle"), self.begin_new, key="Ctrl+N", drawing="plus", place="primary"
        )
        self.edit_action = self.action(_("Edit the vehicle"), self.edit, key="Ctrl+Return", drawing="car")
        self.copy = self.action(_("Copy"), self.table.copy, drawing="copy")
        self.delete_action = self.action(_("Delete"), self.delete, drawing="trash")
        self.delete_action.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        self.delete_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        QWidget.addAction(self.table, self.delete_action)
        self.action(_("Export what is shown…"), self.table.export_wanted.emit, drawing="download")
        self.vehicle_pane.menu.addActions([self.sold, self.delete_action])

    def _connect(self) -> None:
        pane = self.vehicle_pane
        self.filters.changed.connect(lambda: self.model.find(self.filters.search()))
        self.model.found.connect(self._show_found)
        self.model.failed.connect(self.notice.show_problem)
        self.table.current_changed.connect(lambda _: self._look())
        self.table.selection_changed.connect(lambda _: self._look())
        self.table.opened.connect(lambda _: self.edit())
        self.table.row_menu.connect(self._show_row_menu)
        pane.failed.connect(self.notice.show_problem)
        pane.left.connect(self._back_to_table)
        pane.shown.connect(self._allow)
        pane.sale_wanted.connect(self.sell)
        pane.vehicle_wanted.connect(self._want)
        pane.same_car.connect(self._keep_one)
        pane.person_wanted.connect(lambda person: self._shell.go("members", ShowMember(person)))
        pane.form.created.connect(self._welcome)

    # What is shown

    @override
    def reload(self) -> None:
        self.model.find(self.filters.search())
        self._counting.ask(
            lambda: read_counts(self._workspace), done=self._show_counts, failed=self.notice.show_problem
        )
        self.vehicle_pane.refresh()

    def _show_counts(self, counts: Counts) -> None:
        self.filters.counts = counts

    def _show_found(self, count: int) -> None:
        total = self._fleet.total
        shown = _("{count} of {total}").format(count=number(count), total=number(total))
        self.head.set_count(number(total) if count == total else shown)
        if not total:
            text = _("No vehicle is known yet. Add one with Ctrl+N, or import a list that has them.")
            self.table.nothing.say("car", text, _("New vehicle"), self.begin_new)
        elif not count:
            self.table.nothing.say(
                "search", _("No vehicle is found."), _("Clear all filters"), self.filters.clear
            )
        self._go_to_wanted()
        self._look()

    def _go_to_wanted(self) -> None:
        """Select what was asked for; a filter that hides it gives way."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None and not self.table.go_to(wanted) and self.filters.search() != VehicleSearch():
            self._wanted = wanted
            self.filters.clear()

    def _look(self) -> None:
        """Let pane, status line and actions follow the selection."""
        count = self.table.selected_count()
        self._shell.say(self._status(count))
        if count == 1:
            self.vehicle_pane.show_vehicle(self.table.selected_ids()[0])
        elif count > 1:
            self.vehicle_pane.show_several(count)
        elif not self.vehicle_pane.is_new and self._wanted is None:
            self.vehicle_pane.show_none()
        self._allow()

    def _allow(self) -> None:
        count, card = self.table.selected_count(), self.vehicle_pane.card
        self.edit_action.setEnabled(count == 1)
        self.copy.setEnabled(count > 0)
        self.delete_action.setEnabled(count > 0)
        self.sold.setEnabled(count == 1 and card is not None and card.owner is not None)

    def _status(self, selected: int) -> str:
        total, shown = self._fleet.total, len(self.model.ids)
        words = ngettext("{count} vehicle", "{count} vehicles", total)
        if shown != total:
            words = _("{shown} of {members}").format(shown=number(shown), members=words)
        chosen = ngettext("one selected", "{count} selected", selected)
        return f"{words}, {chosen}" if selected else words

    # What is asked for

    @override
    def open_with(self, wish: object) -> None:
        """Takes ShowVehicle."""
        if isinstance(wish, ShowVehicle):
            self.show_pane()
            self._want(wish.vehicle)

    def _want(self, vehicle: int) -> None:
        if not self.table.go_to(vehicle):
            self._wanted = vehicle
            self.model.reload()

    def begin_new(self) -> None:
        self.show_pane()
        self.table.clearSelection()
        self.vehicle_pane.begin_new()

    def _welcome(self, vehicle: int) -> None:
        self._want(vehicle)
        self._shell.toast(_("The new vehicle is in the club."), undo=True)

    def edit(self) -> None:
        if self.table.selected_count() == 1:
            self.show_pane()
            self.vehicle_pane.edit()

    def _back_to_table(self) -> None:
        self.table.setFocus()
        self._look()

    def sell(self) -> None:
        """The owner of now sells the selected vehicle."""
        card = self.vehicle_pane.card
        if card is not None and card.owner is not None:
            SaleDialog(self, self._workspace, card.row, owner=card.owner, done=self._tell_sale).open()

    def _tell_sale(self, sale: Sale) -> None:
        text = _("The vehicle is sold.")
        if sale.verification_ended:
            text = _("The vehicle is sold; the seller needs a new letter.")
        self._shell.toast(text, undo=True)

    def _keep_one(self, keep: int, other: int) -> None:
        self._change(merge_vehicles, keep, other, said=_("The two entries are one vehicle now."))

    def delete(self) -> None:
        """Those selected go; the toast brings them back."""
        vehicles = list(self.table.selected_ids())
        said = ngettext("One vehicle is deleted.", "{count} vehicles are deleted.", len(vehicles))
        if vehicles:
            self._change(delete_vehicles, vehicles, said=said)

    def _change(self, work: Callable[..., Any], *args: object, said: str) -> None:
        try:
            self._workspace.do_now(work, *args)
        except Problem as problem:
            self.notice.show_problem(problem)
        else:
            self._shell.toast(said, undo=True)

    def _show_row_menu(self, _row: int, at: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addActions([self.edit_action, self.sold, self.copy, self.delete_action])
        menu.popup(at)
