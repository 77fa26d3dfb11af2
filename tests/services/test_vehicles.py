"""Vehicles on real clubs: found, shown, sold, made one of two, and what their VINs tell."""

import datetime as dt

import pytest

from clubdesk.errors import Problem
from clubdesk.services.letters import verify_person
from clubdesk.services.members import Search, add_vehicle, find_members, member_card, set_vehicle
from clubdesk.services.vehicles import (
    VehicleSearch,
    count_vehicles,
    delete_vehicles,
    find_vehicle,
    find_vehicles,
    kind_counts,
    merge_vehicles,
    new_owner_of,
    new_vehicle,
    ownerless_count,
    sell_vehicle,
    vehicle_card,
    vehicle_rows,
    vin_facts,
    year_counts,
)
from clubdesk.services.workspace import Workspace
from tests.factories import person

VIN = "5YFB4MDE8PP030258"
SALE = dt.date(2026, 3, 1)


@pytest.fixture
def fleet(club: Workspace) -> dict[str, int]:
    anna, bo = person(club, "Anna", "Großmüller", number="7"), person(club, "Bo", "Berg")
    cars = {
        "corolla": club.do(
            add_vehicle, anna, make="Toyota", model="Corolla", plate="M-AB 123", vin=VIN, year=2023,
            start=dt.date(2024, 5, 1),
        ),
        "octavia": club.do(add_vehicle, bo, make="Škoda", model="Octavia", variant="RS", plate="B XY 9"),
        "free": club.do(new_vehicle, make="Audi", model="TT", year=2017, colour="Rot"),
    }  # fmt: skip
    return cars | {"anna": anna, "bo": bo}


def names(club: Workspace, search: VehicleSearch) -> list[str]:
    return [row.model for row in club.read(vehicle_rows, club.read(find_vehicles, search))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["TT", "Octavia", "Corolla"]),
        ("skoda", ["Octavia"]),
        ("mab123", ["Corolla"]),
        ("M-AB 123", ["Corolla"]),
        ("030258", ["Corolla"]),
        ("grossm", ["Corolla"]),
        ("anna toyota", ["Corolla"]),
        ("2017", ["TT"]),
        ("rot", ["TT"]),
        ("rs bo", ["Octavia"]),
        ("anna skoda", []),
        ("100%", []),
    ],
)
@pytest.mark.usefixtures("fleet")
def test_words_find_vehicles(club: Workspace, text: str, found: list[str]) -> None:
    assert sorted(names(club, VehicleSearch(text))) == sorted(found)


@pytest.mark.usefixtures("fleet")
def test_orders_and_chips(club: Workspace) -> None:
    assert names(club, VehicleSearch(sort="owner")) == ["Octavia", "Corolla", "TT"]
    assert names(club, VehicleSearch(sort="year", descending=True)) == ["Corolla", "TT", "Octavia"]
    assert names(club, VehicleSearch(models=("Octavia RS",))) == ["Octavia"]
    assert names(club, VehicleSearch(years=(2017, 2023), without_owner=True)) == ["TT"]
    assert club.read(kind_counts) == {"Corolla": 1, "Octavia RS": 1, "TT": 1}
    assert club.read(year_counts) == {2023: 1, 2017: 1}
    assert (club.read(ownerless_count), club.read(count_vehicles)) == (1, 3)


def test_a_vehicle_by_what_people_call_it(club: Workspace, fleet: dict[str, int]) -> None:
    assert club.read(find_vehicle, "m ab 123") == fleet["corolla"]
    assert club.read(find_vehicle, str(fleet["free"])) == fleet["free"]
    with pytest.raises(Problem, match="no vehicle"):
        club.read(find_vehicle, "Trabant")
    with pytest.raises(Problem, match="could mean"):
        club.read(find_vehicle, "o")


def test_a_sale_hands_the_car_on_and_asks_the_seller_anew(club: Workspace, fleet: dict[str, int]) -> None:
    club.do(verify_person, fleet["anna"], evidence="card")
    owner = club.read(vehicle_card, fleet["corolla"]).owner
    assert owner is not None
    sale = club.do(sell_vehicle, owner.ownership, on=SALE, new_owner=fleet["bo"], verify_anew=True)
    assert sale.verification_ended
    now, before = club.read(vehicle_card, fleet["corolla"]).history
    assert (now.name, now.start, before.name, before.end) == ("Bo Berg", SALE, "Anna Großmüller", SALE)
    assert fleet["anna"] in club.read(find_members, Search(statuses=("unverified",)))
    club.undo()
    assert club.read(vehicle_card, fleet["corolla"]).owner == owner
    assert fleet["anna"] in club.read(find_members, Search(statuses=("verified",)))


def test_a_car_can_go_to_somebody_new_or_to_nobody(club: Workspace, fleet: dict[str, int]) -> None:
    card = club.read(vehicle_card, fleet["octavia"])
    assert card.owner is not None
    sale = club.do(sell_vehicle, card.owner.ownership, on=SALE, new_name="Carla de Vries")
    assert sale.new_owner is not None
    assert club.read(member_card, sale.new_owner).name == "Carla de Vries"
    bought = club.read(vehicle_card, fleet["octavia"]).owner
    assert bought is not None
    club.do(sell_vehicle, bought.ownership, on=SALE)
    assert names(club, VehicleSearch(without_owner=True)) == ["TT", "Octavia"]
    with pytest.raises(Problem, match="sold already"):
        club.do(sell_vehicle, bought.ownership, on=SALE)


def test_no_sale_before_the_purchase_or_to_oneself(club: Workspace, fleet: dict[str, int]) -> None:
    owner = club.read(vehicle_card, fleet["corolla"]).owner
    assert owner is not None
    with pytest.raises(Problem, match="before it was bought"):
        club.do(sell_vehicle, owner.ownership, on=dt.date(2020, 1, 1))
    with pytest.raises(Problem, match="who sells"):
        club.do(sell_vehicle, owner.ownership, on=SALE, new_owner=fleet["anna"])
    assert club.read(new_owner_of, "Bo Berg") == fleet["bo"]
    assert club.read(new_owner_of, "Zoe Nobody") is None


def test_the_same_car_twice_becomes_one(club: Workspace, fleet: dict[str, int]) -> None:
    club.do(set_vehicle, fleet["free"], vin=VIN, plate="M-AB 123")
    twins = club.read(vehicle_card, fleet["corolla"]).twins
    assert [twin.id for twin in twins] == [fleet["free"]]
    club.do(add_vehicle, fleet["anna"], model="Corolla", vin=VIN, colour="Blau")
    again = max(twin.id for twin in club.read(vehicle_card, fleet["corolla"]).twins)
    club.do(merge_vehicles, fleet["corolla"], again)
    card = club.read(vehicle_card, fleet["corolla"])
    assert (card.row.colour, [owner.name for owner in card.history]) == ("Blau", ["Anna Großmüller"])
    assert card.history[0].start == dt.date(2024, 5, 1)
    club.undo()
    assert len(club.read(vehicle_card, fleet["corolla"]).twins) == 2


def test_deleted_vehicles_come_back(club: Workspace, fleet: dict[str, int]) -> None:
    club.do(delete_vehicles, [fleet["corolla"], fleet["free"]])
    assert club.read(count_vehicles) == 1
    with pytest.raises(Problem, match="no longer in the club"):
        club.read(vehicle_card, fleet["free"])
    club.undo()
    assert club.read(vehicle_card, fleet["corolla"]).owner is not None


@pytest.mark.parametrize(
    ("vin", "make", "year", "mistyped"),
    [
        ("5YFB4MDE8PP030258", "Toyota", 2023, False),
        ("5YFB4MDE9PP030258", "Toyota", 2023, True),
        ("3FAHP0JA0AR281181", "Ford", 2010, False),
        ("TMBJE73T3E9123456", "Škoda", 2014, False),
        ("WAUZZZ8V1H1123456", "Audi", 2017, False),
        ("1XPTD40X6JD456115", "Peterbilt", 1988, False),
        ("YS3CD48U8T1002862", "Saab", 1996, False),
        ("WDD2042021G139923", "Mercedes-Benz", None, False),
        ("ZFA25000002479923", "Fiat", None, False),
        ("bogus", "", None, False),
    ],
)
def test_what_a_vin_tells(vin: str, make: str, year: int | None, mistyped: bool) -> None:
    facts = vin_facts(vin)
    assert (facts.make, facts.year, facts.mistyped) == (make, year, mistyped)
