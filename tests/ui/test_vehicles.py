"""The Vehicles page on real clubs: finding, changing, selling, making one of two."""

import datetime as dt
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from clubdesk.services.members import add_vehicle, set_vehicle
from clubdesk.services.vehicles import count_vehicles, new_vehicle, vehicle_card
from clubdesk.services.workspace import Workspace
from clubdesk.ui.common.chips import Choice
from clubdesk.ui.common.fields import TextField
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.wishes import ShowMember, ShowVehicle
from clubdesk.ui.vehicles.page import VehiclesPage
from clubdesk.ui.vehicles.sale_dialog import SaleDialog
from tests.factories import person
from tests.ui.shells import FakeShell

VIN = "5YFB4MDE8PP030258"


@pytest.fixture
def cars(club: Workspace) -> dict[str, int]:
    anna = person(club, "Anna", "Berg")
    start = dt.date(2024, 5, 1)
    return {
        "corolla": club.do(add_vehicle, anna, make="Toyota", model="Corolla", plate="M-AB 123", start=start),
        "tt": club.do(new_vehicle, make="Audi", model="TT", year=2017),
        "anna": anna,
    }


@pytest.fixture
def page(
    qtbot: QtBot, club: Workspace, tasks: Tasks, shell: FakeShell, cars: dict[str, int]
) -> Iterator[VehiclesPage]:
    page = VehiclesPage(club, tasks, shell)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    with qtbot.waitSignal(page.model.found):
        page.show()
    assert len(page.model.ids) == 2, cars
    yield page
    page.close()


@pytest.fixture
def shell(tasks: Tasks) -> FakeShell:
    return FakeShell(tasks)


def choose(qtbot: QtBot, page: VehiclesPage, vehicle: int) -> None:
    page.table.go_to(vehicle)
    qtbot.waitUntil(lambda: page.vehicle_pane.card is not None and page.vehicle_pane.card.row.id == vehicle)


def test_chips_and_words_narrow_the_list(qtbot: QtBot, page: VehiclesPage, cars: dict[str, int]) -> None:
    with qtbot.waitSignal(page.model.found):
        page.filters.owners.choose(Choice("none", "Without owner"))
    assert list(page.model.ids) == [cars["tt"]]
    with qtbot.waitSignal(page.model.found):
        page.filters.clear()
    with qtbot.waitSignal(page.model.found):
        page.filters.field.setText("mab123")
    assert list(page.model.ids) == [cars["corolla"]]


def test_a_field_is_kept_and_the_owner_leads_to_the_member(
    qtbot: QtBot, page: VehiclesPage, club: Workspace, shell: FakeShell, cars: dict[str, int]
) -> None:
    choose(qtbot, page, cars["corolla"])
    colour = page.vehicle_pane.form.fields["colour"]
    assert isinstance(colour, TextField)
    colour.line.setText("Rot")
    colour.commit()
    assert club.read(vehicle_card, cars["corolla"]).row.colour == "Rot"
    card = page.vehicle_pane.card
    assert card is not None
    page.vehicle_pane.owners.chosen.emit(card.history[0].ownership)
    assert shell.gone == [("members", ShowMember(cars["anna"]))]


def test_a_vin_offers_make_and_year_and_never_overwrites(
    qtbot: QtBot, page: VehiclesPage, club: Workspace, cars: dict[str, int]
) -> None:
    choose(qtbot, page, cars["corolla"])
    form = page.vehicle_pane.form
    vin = form.fields["vin"]
    assert isinstance(vin, TextField)
    vin.line.setText("5yfb4mde8ppO3o258")
    vin.commit()
    assert "1 and 0" in form.vin_hint.text()
    page.vehicle_pane.refresh()
    qtbot.waitUntil(lambda: not form.fill.isHidden())
    form.fill.click()
    row = club.read(vehicle_card, cars["corolla"]).row
    assert (row.vin, row.make, row.year) == (VIN, "Toyota", 2023)


def test_a_wrong_check_digit_only_warns(
    qtbot: QtBot, page: VehiclesPage, club: Workspace, cars: dict[str, int]
) -> None:
    club.do(set_vehicle, cars["tt"], vin="5YFB4MDE9PP030258")
    choose(qtbot, page, cars["tt"])
    page.vehicle_pane.refresh()
    qtbot.waitUntil(lambda: "check digit" in page.vehicle_pane.form.vin_hint.text())


def test_selling_asks_before_somebody_unknown_is_added(
    qtbot: QtBot, page: VehiclesPage, club: Workspace, shell: FakeShell, cars: dict[str, int]
) -> None:
    choose(qtbot, page, cars["corolla"])
    page.sell()
    dialog = page.findChild(SaleDialog)
    assert dialog is not None
    assert dialog.anew.value()
    dialog.buyer.line.setText("Carla Vries")
    dialog.sell.click()
    assert "Carla Vries" in dialog.notice.text
    dialog.sell.click()
    assert [owner.name for owner in club.read(vehicle_card, cars["corolla"]).history] == [
        "Carla Vries",
        "Anna Berg",
    ]
    assert shell.toasts == [("The vehicle is sold.", True)]


def test_the_same_vin_warns_and_one_is_kept(
    qtbot: QtBot, page: VehiclesPage, club: Workspace, cars: dict[str, int]
) -> None:
    for car in ("tt", "corolla"):
        club.do(set_vehicle, cars[car], vin=VIN)
    choose(qtbot, page, cars["corolla"])
    page.vehicle_pane.refresh()
    qtbot.waitUntil(lambda: not page.vehicle_pane.twin.isHidden())
    page.vehicle_pane.same_car.emit(cars["corolla"], cars["tt"])
    assert club.read(count_vehicles) == 1
    club.undo()
    assert club.read(count_vehicles) == 2


def test_a_new_vehicle_is_made_by_its_plate_and_shown(
    qtbot: QtBot, page: VehiclesPage, club: Workspace, shell: FakeShell
) -> None:
    page.begin_new()
    plate = page.vehicle_pane.form.fields["plate"]
    assert isinstance(plate, TextField)
    plate.line.setText("B NW 1")
    plate.commit()
    assert club.read(count_vehicles) == 3
    assert shell.toasts == [("The new vehicle is in the club.", True)]
    qtbot.waitUntil(lambda: page.table.selected_count() == 1)


def test_another_page_can_ask_for_a_vehicle_that_a_filter_hides(
    qtbot: QtBot, page: VehiclesPage, cars: dict[str, int]
) -> None:
    with qtbot.waitSignal(page.model.found):
        page.filters.field.setText("audi")
    page.open_with(ShowVehicle(cars["corolla"]))
    qtbot.waitUntil(lambda: page.table.current_id() == cars["corolla"])


def test_delete_and_undo(qtbot: QtBot, page: VehiclesPage, club: Workspace, cars: dict[str, int]) -> None:
    choose(qtbot, page, cars["tt"])
    page.delete()
    assert club.read(count_vehicles) == 1
    club.undo()
    assert club.read(count_vehicles) == 2
