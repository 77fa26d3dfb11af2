"""Where a list and the club differ, the officer decides, and importing again changes nothing."""

from dataclasses import replace

import pytest

from clubdesk.model.persons import Person
from clubdesk.services.importing.apply import import_people, plan_import
from clubdesk.services.importing.conflicts import Rule
from clubdesk.services.importing.values import PersonRow
from clubdesk.services.members import Search, find_members
from clubdesk.services.workspace import Workspace

OLD = PersonRow(
    row=2, number="1", given="Anna", surname="Berg", phone="1", email="a@x.org", notes="Ours", city="Oslo"
)
NEW = replace(OLD, phone="2", notes="Theirs", mobile="9", city="Bergen")


@pytest.fixture
def filled(club: Workspace) -> Workspace:
    club.do(import_people, [OLD], file="old.csv")
    return club


def anna(club: Workspace) -> Person:
    (found,) = club.read(find_members, Search("anna"))
    return club.read(lambda session: session.get_one(Person, found))


@pytest.mark.parametrize(
    ("differ", "phone", "notes"),
    [
        ("theirs", "2", "Ours\nTheirs"),
        ("ours", "1", "Ours\nTheirs"),
        ("both", "1", "Ours\nTheirs\nphone: 2\ntown: Bergen"),
    ],
)
def test_who_is_right(filled: Workspace, differ: str, phone: str, notes: str) -> None:
    rule = Rule(differ=differ)
    plan = filled.read(plan_import, [NEW], rule=rule)
    assert [(one.field, one.ours, one.theirs) for one in plan.differences] == [
        ("phone", "1", "2"),
        ("city", "Oslo", "Bergen"),
    ]
    assert filled.do(import_people, [NEW], file="new.csv", rule=rule) == plan
    person = anna(filled)
    assert (person.phone, person.notes, person.mobile) == (phone, notes, "9")
    again = filled.do(import_people, [NEW], file="new.csv", rule=rule)
    assert (again.added, again.updated, again.unchanged) == (0, 0, 1)


def test_people_are_recognised_only_as_the_officer_says(filled: Workspace) -> None:
    stranger = PersonRow(row=2, number="1", given="Ida", surname="Dahl")
    assert filled.read(plan_import, [stranger]).updated == 1
    assert filled.read(plan_import, [stranger], rule=Rule(by=("email", "name"))).added == 1
