"""Bringing lists into the roster: who is new, who is known, and nothing lost."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clubdesk.errors import Cancelled
from clubdesk.model.vehicles import Vehicle
from clubdesk.services.importing.apply import ImportCounts, import_people, plan_import
from clubdesk.services.importing.values import PersonRow
from clubdesk.services.members import Search, count_people, find_members, member_card, member_rows
from clubdesk.services.members.tags import tag_counts
from clubdesk.services.progress import Progress
from clubdesk.services.workspace import Workspace

ANNA = PersonRow(
    row=2,
    number="1042",
    given="Anna",
    surname="Großmüller",
    email="anna@example.org",
    street="Leopoldstraße 12",
    postcode="80802",
    city="München",
    country="DE",
    chapter="München",
    model="Model 3",
    variant="Performance",
    vin="5YJ3E1EA7KF317654",
)
BO = PersonRow(row=3, given="Bo", surname="Berg", postcode="0650", city="Oslo", country="NO")


def imported(club: Workspace, *rows: PersonRow) -> tuple[int, int, int]:
    plan = club.read(plan_import, rows)
    counts = club.do(import_people, rows, file="list.csv")
    assert plan == counts
    return counts.added, counts.updated, counts.unchanged


def cars_of(session: Session, name: str) -> list[tuple[str, str]]:
    (person_id,) = find_members(session, Search(name))
    return [(car.vin, car.plate) for car in member_card(session, person_id).vehicles]


def count_vehicles(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Vehicle)) or 0


def only(club: Workspace) -> int:
    (person_id,) = club.read(find_members, Search("anna"))
    return person_id


def test_importing_again_changes_nothing(club: Workspace) -> None:
    assert imported(club, ANNA, BO) == (2, 0, 0)
    step = club.next_undo()
    assert imported(club, ANNA, BO) == (0, 0, 2)
    assert club.next_undo() == step


def test_rows_that_look_alike_are_different_people_until_something_tells(club: Workspace) -> None:
    lenas = [PersonRow(row=n, given="Lena", phone=f"030 {n}") for n in range(3)]
    assert imported(club, *lenas) == (3, 0, 0)
    assert imported(club, *lenas) == (0, 0, 3)
    assert imported(club, PersonRow(row=9, given="Lena", phone="030 9")) == (1, 0, 0)


@pytest.mark.parametrize(
    "row",
    [
        PersonRow(row=2, number="1042", given="Anne", city="Oslo"),
        PersonRow(row=2, given="Anna Maria", surname="G.", vin="5YJ3E1EA7KF317654", city="Oslo"),
        PersonRow(row=2, given="Anna", surname="Grossmüller", email="ANNA@example.org", city="Oslo"),
        PersonRow(row=2, given="Anna", surname="Großmüller", postcode="80802", phone="089 1"),
    ],
    ids=["number", "vin", "mail and name", "name and post code"],
)
def test_known_by(club: Workspace, row: PersonRow) -> None:
    imported(club, ANNA)
    assert imported(club, row) == (0, 1, 0)


@pytest.mark.parametrize(
    "row",
    [
        replace(ANNA, number="1043", email="", vin=""),
        PersonRow(row=2, given="Anna", surname="Großmüller", postcode="80802", street="Andere Straße 1"),
        PersonRow(row=2, given="Anna", surname="Großmüller"),
    ],
    ids=["other number", "other street", "a name alone"],
)
def test_somebody_else(club: Workspace, row: PersonRow) -> None:
    imported(club, ANNA)
    assert imported(club, row)[0] == 1 or imported(club, row)[2] == 1


def test_an_empty_cell_takes_nothing_away(club: Workspace) -> None:
    imported(club, ANNA)
    imported(club, PersonRow(row=2, number="1042", phone="089 1"))
    card = club.read(member_card, only(club))
    assert card.values["phone"] == "089 1" and card.values["email"] == "anna@example.org"
    assert card.address["street"] == "Leopoldstraße 12"
    assert [car.name for car in card.vehicles] == ["Model 3 Performance"]


def test_another_car_is_added_and_the_same_one_completed(club: Workspace) -> None:
    imported(club, replace(ANNA, vin="", variant=""))
    imported(club, replace(ANNA, variant=""))
    imported(club, PersonRow(row=2, number="1042", model="Roadster"))
    cars = [(car.name, car.vin) for car in club.read(member_card, only(club)).vehicles]
    assert cars == [("Model 3", "5YJ3E1EA7KF317654"), ("Roadster", "")]


def test_a_car_with_two_owners_is_one_car(club: Workspace) -> None:
    ben = replace(ANNA, row=3, number="1043", given="Ben", email="ben@example.org", plate="M-AB 12")
    assert imported(club, ANNA, ben) == (2, 0, 0)
    cars = club.read(cars_of, "anna"), club.read(cars_of, "ben")
    assert cars[0] == cars[1] == [("5YJ3E1EA7KF317654", "M-AB 12")]
    assert imported(club, ANNA, ben) == (0, 0, 2)
    club.undo()
    assert club.read(count_vehicles) == 0


def test_a_car_gets_another_owner_by_a_later_list(club: Workspace) -> None:
    cleo = PersonRow(row=2, number="7", given="Cleo", surname="Ek")
    imported(club, ANNA, cleo)
    imported(club, replace(cleo, vin=ANNA.vin, colour="red"), PersonRow(row=3, given="Dan", number="8"))
    imported(club, PersonRow(row=2, number="9", given="Eva", surname="Ek", vin=ANNA.vin, model="Model 3"))
    assert club.read(count_vehicles) == 1
    assert club.read(count_people) == 3 + 1


def test_a_country_nobody_knows_is_kept(club: Workspace) -> None:
    imported(club, PersonRow(row=2, given="Anna", city="Mos Espa", country_text="Tatooine"))
    assert club.read(member_card, only(club)).address["region"] == "Tatooine"


def test_tags_come_with_the_list_and_stay(club: Workspace) -> None:
    helper = replace(ANNA, tags=("Helper", "Track"))
    assert imported(club, helper, replace(BO, tags=("helper",))) == (2, 0, 0)
    assert imported(club, helper, replace(BO, tags=("HELPER",))) == (0, 0, 2)
    assert imported(club, ANNA, replace(BO, tags=("Press",))) == (0, 1, 1)
    assert club.read(tag_counts) == {"Helper": 2, "Press": 1, "Track": 1}
    assert len(club.read(find_members, Search("press"))) == 1
    club.undo()
    assert club.read(tag_counts) == {"Helper": 2, "Track": 1}


def test_chapters_and_households_are_shared(club: Workspace) -> None:
    rows = [
        replace(BO, row=n, given=f"B{n}", chapter="OSLO" if n else "Oslo", household="Berg") for n in range(3)
    ]
    imported(club, *rows)
    found = club.read(member_rows, club.read(find_members, Search(chapters=("Oslo",))))
    assert len(found) == 3
    assert {club.read(member_card, row.id).household for row in found} == {"Berg"}


@pytest.mark.parametrize("left", [dt.date(2024, 6, 30), dt.date(2999, 12, 31)], ids=["gone", "gave notice"])
def test_who_left_leaves_once(club: Workspace, left: dt.date) -> None:
    imported(club, ANNA)
    gone = replace(ANNA, left=left)
    assert imported(club, gone) == (0, 1, 0)
    assert imported(club, gone) == (0, 0, 1)
    assert [period.end for period in club.read(member_card, only(club)).memberships] == [left]


def test_who_had_left_before_stays_as_they_are(club: Workspace) -> None:
    gone = replace(ANNA, joined=dt.date(2020, 1, 1), left=dt.date(2024, 6, 30))
    assert imported(club, gone) == (1, 0, 0)
    assert imported(club, gone) == (0, 0, 1)
    assert imported(club, replace(ANNA, joined=dt.date(2026, 1, 1))) == (0, 1, 0)
    assert imported(club, gone) == (0, 0, 1)
    periods = club.read(member_card, only(club)).memberships
    assert [(p.start, p.end) for p in periods] == [(gone.joined, gone.left), (dt.date(2026, 1, 1), None)]


def test_a_later_list_completes_the_membership(club: Workspace) -> None:
    imported(club, replace(ANNA, chapter=""))
    told = replace(ANNA, joined=dt.date(2020, 1, 1), membership_kind="supporter", household="Großmüller")
    assert imported(club, told) == (0, 1, 0)
    assert imported(club, told) == (0, 0, 1)
    assert imported(club, replace(told, joined=dt.date(1998, 1, 1))) == (0, 0, 1)
    card = club.read(member_card, only(club))
    (period,) = card.memberships
    assert (period.chapter, period.kind, period.start) == ("München", "supporter", told.joined)
    assert card.household == "Großmüller"


def test_cancel_leaves_nothing(club: Workspace) -> None:
    progress = Progress(lambda done, _total: progress.cancel() if done >= 5000 else None)
    rows = [PersonRow(row=n, given=f"P{n}") for n in range(12_000)]
    with pytest.raises(Cancelled):
        club.do(import_people, rows, file="list.csv", progress=progress)
    assert len(club.read(find_members, Search())) == 0 and club.next_undo() is None


def test_the_step_tells_what_it_did(club: Workspace) -> None:
    imported(club, ANNA)
    step = club.next_undo()
    assert step is not None and step.label == "Import list.csv: 1 added, 0 updated"
    assert isinstance(club.read(plan_import, [ANNA]), ImportCounts)
