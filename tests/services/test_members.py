"""The roster: finding, showing and editing people."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.errors import Conflict, Problem
from clubdesk.model.roster import RosterLine
from clubdesk.model.vehicles import Ownership, Vehicle
from clubdesk.services.members import (
    Search,
    add_member,
    add_vehicle,
    chapter_counts,
    delete_people,
    end_ownership,
    find_members,
    member_card,
    member_records,
    member_rows,
    set_membership,
    set_person,
    set_vehicle,
    status_counts,
)
from clubdesk.services.today import today
from clubdesk.services.workspace import Workspace, change
from clubdesk.storage import roster
from tests.factories import owner, person

ANNA = "Anna Großmüller"


def names(club: Workspace, search: Search) -> list[str]:
    return [row.name for row in club.read(member_rows, club.read(find_members, search))]


@pytest.fixture
def people(club: Workspace) -> Workspace:
    owner(
        club,
        "Anna",
        "Großmüller",
        number="1042",
        email="anna@example.org",
        phone="+49 89 1234567",
    )
    owner(club, "Øystein", "Sørensen", model="Model Y", city="Oslo", country="NO", chapter="Oslo", number="9")
    person(club, "伟", "王", city="上海", number="100", chapter="")
    return club


@pytest.fixture
def plated(people: Workspace) -> Workspace:
    anna = people.read(find_members, Search("anna"))[0]
    car = people.read(member_card, anna).vehicles[0]
    people.do(set_vehicle, car.id, plate="M-AG 42", vin="5yj3e1ea7kf317654")
    return people


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gross", [ANNA]), ("GROSSMUELLER", [ANNA]), ("sor oys", ["Øystein Sørensen"]), ("王", ["王伟"]),
        ("oslo", ["Øystein Sørensen"]), ("anna@exa", [ANNA]), ("4989123", [ANNA]), ("mag42", [ANNA]),
        ("317654", [ANNA]), ("1042", [ANNA]), ("nobody", []), ("m_ag_42", [ANNA]),
        ("-- '\" * (", [ANNA, "Øystein Sørensen", "王伟"]),
    ],
)  # fmt: skip
def test_search(plated: Workspace, text: str, found: list[str]) -> None:
    assert names(plated, Search(text)) == found


def test_chips_are_alternatives_within_and_conditions_between(people: Workspace) -> None:
    assert names(people, Search(models=("Model Y", "Model 3 Performance"))) == [
        "Anna Großmüller",
        "Øystein Sørensen",
    ]
    assert names(people, Search(models=("Model Y",), chapters=("München",))) == []
    assert names(people, Search("model", chapters=("Oslo",))) == ["Øystein Sørensen"]
    assert names(people, Search(statuses=("verified",))) == []
    assert people.read(status_counts) == {"unverified": 3}


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("name", "Anna Großmüller"),
        ("number", "Øystein Sørensen"),
        ("town", "Anna Großmüller"),
        ("vehicle", "王伟"),
    ],
)
def test_sorting(people: Workspace, sort: str, first: str) -> None:
    assert names(people, Search(sort=sort))[0] == first
    assert names(people, Search(sort=sort, descending=True)) == names(people, Search(sort=sort))[::-1]


def test_who_leaves_and_comes_back_is_one_person_with_two_periods(club: Workspace) -> None:
    anna = person(club)
    club.do(set_membership, anna, chapter="München", start=dt.date(2020, 1, 1), end=dt.date(2022, 1, 1))
    club.do(set_membership, anna, chapter="Nürnberg", start=dt.date(2025, 1, 1))
    periods = club.read(member_card, anna).memberships
    assert [(p.chapter, p.end is None) for p in periods] == [("München", False), ("Nürnberg", True)]
    assert len(club.read(find_members, Search())) == 1


def test_selling_a_car(club: Workspace) -> None:
    anna = owner(club, "Anna", "Berg")
    car = club.read(member_card, anna).vehicles[0]
    club.do(end_ownership, car.ownership, on=dt.date(2026, 1, 1))
    assert club.read(member_card, anna).vehicles[0].end == dt.date(2026, 1, 1)
    assert names(club, Search(models=("Model 3 Performance",))) == []


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"email": "anna"}, "no e-mail"), ({"birth": dt.date(1700, 1, 1)}, "date of birth"),
        ({"language": "xx"}, "No letters in"), ({"surname": "x" * 201}, "too long"),
        ({"given": "", "surname": ""}, "needs a name"),
    ],
)  # fmt: skip
def test_values_that_cant_be_right(club: Workspace, values: dict[str, Any], words: str) -> None:
    anna = person(club)
    with pytest.raises(Problem, match=words):
        club.do(set_person, anna, **values)
    assert club.read(member_card, anna).name == "Anna Großmüller"


def test_a_vin_is_read_as_people_write_it(club: Workspace) -> None:
    anna = person(club)
    club.do(add_vehicle, anna, model="Model 3", vin="5yj3 e1ea-7kf3i7654")
    assert club.read(member_card, anna).vehicles[0].vin == "5YJ3E1EA7KF317654"
    with pytest.raises(Problem, match="no VIN"):
        club.do(add_vehicle, anna, model="Model 3", vin="123")


def test_what_nobody_can_see_is_not_kept(club: Workspace) -> None:
    anna = club.do(add_member, given="An\u202ena\u200b", surname="Gro\u0308ß")
    card = club.read(member_card, anna)
    assert (card.values["given"], card.values["surname"]) == ("Anna", "Größ")


def test_a_stale_write_is_refused(club: Workspace) -> None:
    """Two officers on one row: the second one is told, not overwritten."""
    from clubdesk.model.persons import Person

    anna = person(club)

    @change("Stale")
    def stale(session: object) -> None:
        row = session.get(Person, anna)  # type: ignore[attr-defined]
        row.version = 1
        session.connection().exec_driver_sql(f"UPDATE person SET version = 2 WHERE id = {anna}")  # type: ignore[attr-defined]
        row.notes = "x"

    with pytest.raises(Conflict):
        club.do(stale)


def test_deleting_people(people: Workspace) -> None:
    ids = list(people.read(find_members, Search()))
    people.do(delete_people, ids[:2])
    assert names(people, Search()) == ["王伟"]
    with pytest.raises(Problem, match="no longer in the roster"):
        people.read(member_card, ids[0])
    people.undo()
    assert len(names(people, Search())) == 3


def test_the_vehicle_goes_with_its_last_owner(club: Workspace) -> None:
    anna, bo = owner(club, "Anna", "Berg"), person(club, "Bo")
    (car,) = club.read(member_card, anna).vehicles
    club.do(share_vehicle, car.id, bo)
    club.do(delete_people, [anna])
    assert [shared.id for shared in club.read(member_card, bo).vehicles] == [car.id]
    club.do(delete_people, [bo])
    assert club.read(lambda session: session.get(Vehicle, car.id)) is None
    club.undo()
    assert [shared.id for shared in club.read(member_card, bo).vehicles] == [car.id]


@change("Share a vehicle")
def share_vehicle(session: Session, vehicle_id: int, person_id: int) -> None:
    session.add(Ownership(vehicle_id=vehicle_id, person_id=person_id))


def test_a_chapter_and_a_household_have_names_of_sensible_length(club: Workspace) -> None:
    with pytest.raises(Problem, match="too long"):
        person(club, chapter="x" * 300)
    with pytest.raises(Problem, match="too long"):
        club.do(set_person, person(club), household="x" * 300)


def test_records_for_other_programs(plated: Workspace) -> None:
    (record,) = plated.read(member_records, plated.read(find_members, Search("anna")))
    assert (record.name, record.number, record.street, record.postcode, record.city, record.country) == (
        "Anna Großmüller", "1042", "Leopoldstraße 12", "80802", "München", "DE",
    )  # fmt: skip
    assert [(car.model, car.vin) for car in record.vehicles] == [("Model 3 Performance", "5YJ3E1EA7KF317654")]


def test_a_form_that_is_stale_is_told_both_values(club: Workspace) -> None:
    anna = person(club)
    club.officer = "Bo"
    club.do(set_person, anna, surname="Berg")
    club.officer = "Anna"
    with pytest.raises(Conflict, match="Bo changed this meanwhile to “Berg”; you wrote “Holm”"):
        club.do(set_person, anna, was={"surname": "Großmüller"}, surname="Holm")
    club.do(set_person, anna, was={"surname": "Berg"}, surname="Holm")
    assert club.read(member_card, anna).name == "Anna Holm"


def test_a_field_nobody_knows_is_a_bug(club: Workspace) -> None:
    with pytest.raises(TypeError, match="no field"):
        club.do(add_member, given="Anna", shoe_size="38")


def test_a_membership_holds_to_its_last_day(club: Workspace) -> None:
    anna = person(club)
    notice = today() + dt.timedelta(days=30)
    club.do(set_membership, anna, chapter="München", start=dt.date(2020, 1, 1), end=notice)
    (line,) = club.read(member_rows, [anna])
    assert (line.chapter, line.joined) == ("München", dt.date(2020, 1, 1))
    assert list(club.read(find_members, Search("munchen", chapters=("München",)))) == [anna]
    assert club.read(chapter_counts) == {"München": 1}
    club.do(set_membership, anna, chapter="München", start=dt.date(2020, 1, 1))
    (period,) = club.read(member_card, anna).memberships
    assert period.end is None


def test_a_membership_is_over_the_day_after(club: Workspace) -> None:
    anna = person(club)
    club.do(set_membership, anna, chapter="München", end=today())
    assert club.read(member_rows, [anna])[0].chapter == "München"
    assert club.read(chapter_the_day_after) == [""]


def chapter_the_day_after(session: Session) -> list[str]:
    roster.refresh_aged(session, today() + dt.timedelta(days=1))
    return list(session.scalars(select(RosterLine.chapter)))
