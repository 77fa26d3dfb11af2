"""Conditions about people, and lists that are saved."""

import datetime as dt

import pytest

from clubdesk.errors import Problem
from clubdesk.services import lists
from clubdesk.services.conditions import FIELDS
from clubdesk.services.events import audience, create_event
from clubdesk.services.letters import verify_person
from clubdesk.services.members import (
    Search,
    add_custom_field,
    custom_fields,
    delete_people,
    find_members,
    member_rows,
    remove_custom_field,
    set_custom_field,
    set_custom_value,
    set_membership,
    set_person,
    set_tags,
)
from clubdesk.services.today import today
from clubdesk.services.workspace import Workspace
from tests.factories import owner, person

TODAY = today()


@pytest.fixture
def people(club: Workspace) -> Workspace:
    anna = owner(
        club, "Anna", "Großmüller", number="1", joined=dt.date(2019, 5, 1), birth=dt.date(1980, 2, 29)
    )
    owner(club, "Øystein", "Sørensen", model="Model Y", city="Oslo", country="NO", chapter="Oslo", number="2")
    person(club, "Bo", "Berg", number="3", email="bo@example.org", chapter="", city="Bad Tölz")
    club.do(verify_person, anna, evidence="card")
    return club


def given(club: Workspace, search: Search) -> list[str]:
    return [row.name.split()[0] for row in club.read(member_rows, club.read(find_members, search))]


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ("chapter = munchen", ["Anna"]), ("chapter = München, oslo", ["Anna", "Øystein"]),
        ("chapter != Oslo", ["Bo", "Anna"]), ("chapter is empty", ["Bo"]), ("verified", ["Anna"]),
        ("not verified and vehicle is known", ["Øystein"]), ("vehicle = Model 3", ["Anna"]),
        ("vehicle = Model", ["Anna", "Øystein"]), ("vehicle = odel", []), ("vehicle ~ odel y", ["Øystein"]),
        ("town = Bad Tölz or country = NO", ["Bo", "Øystein"]), ("joined = 2019", ["Anna"]),
        ("joined < 2019-05-02", ["Anna"]), ("joined > 2019-05", []), ("joined >= 2019-05", ["Anna"]),
        ("age >= 40", ["Anna"]), ("age < 40", []), ("birth = 1980-02", ["Anna"]),
        ("verified-until > today", ["Anna"]), ("verified-since = today", ["Anna"]),
        ("verified-since < today-1", []), ("email ~ example", ["Bo"]),
        ("email !~ example", ["Anna", "Øystein"]),
        ("name = ANNA GROSSMÜLLER", ["Anna"]), ("name ~ %", []), ("vin is empty", ["Bo", "Anna", "Øystein"]),
        ("status = verified", ["Anna"]), ("letter is known", []), ("invited ~ school", []),
    ],
)  # fmt: skip
def test_conditions(people: Workspace, where: str, found: list[str]) -> None:
    assert sorted(given(people, Search(where=where))) == sorted(found)


def test_every_field_can_be_asked(people: Workspace) -> None:
    everybody = set(people.read(find_members, Search()))
    values = {"text": "x", "begins": "x", "date": "2020", "number": "3", "age": "30", "period": "2020"}
    for key, field in FIELDS.items():
        where = key if field.kind == "flag" else f"{key} = {values[field.kind]}"
        yes, no = (set(people.read(find_members, Search(where=w))) for w in (where, f"not {where}"))
        assert (yes | no, yes & no) == (everybody, set()), where


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("shoe = 42", "no field “shoe”"), ("joined = soon", "“soon” is no date"), ("joined ~ 2019", "“~”"),
        ("joined = 2019-02-30", "is no date"), ("age = old", "is no number"), ("verified = yes", "“=”"),
        ("town", "“yes”"),
    ],
)  # fmt: skip
def test_what_cant_be_asked_is_said(people: Workspace, where: str, said: str) -> None:
    with pytest.raises(Problem, match=said):
        people.read(find_members, Search(where=where))


def test_the_roster_of_a_past_day(club: Workspace) -> None:
    old = person(club, "Old", "Member", joined=dt.date(2010, 1, 1))
    start, end = dt.date(2010, 1, 1), dt.date(2015, 12, 31)
    club.do(set_membership, old, chapter="München", start=start, end=end)
    person(club, "New", "Member", joined=dt.date(2020, 1, 1))
    assert given(club, Search(as_of=dt.date(2015, 12, 31))) == ["Old"]
    assert given(club, Search(as_of=dt.date(2016, 1, 1))) == []
    assert given(club, Search(as_of=dt.date(2012, 6, 1), chapters=("München",))) == ["Old"]
    assert given(club, Search(where="member-on = 2020-01-01")) == ["New"]
    assert given(club, Search(where="member-on != 2020-01-01")) == ["Old"]


def test_a_live_list_follows_the_roster(people: Workspace) -> None:
    made = people.do(lists.save_list, "Oslo", Search(where="town = Oslo", chapters=("Oslo",)))
    assert [(line.name, line.frozen, line.count) for line in people.read(lists.saved_lists)] == [
        ("Oslo", False, 1)
    ]
    person(people, "Kari", "Nordmann", city="Oslo", chapter="Oslo")
    assert len(people.read(lists.people_of_list, made)) == 2
    assert people.read(lists.list_search, made) == Search(where="town = Oslo", chapters=("Oslo",))


def test_a_frozen_list_keeps_its_people(people: Workspace) -> None:
    found = people.read(find_members, Search("anna"))
    made = people.do(lists.freeze_list, "Then", found)
    person(people, "Anna", "Later")
    assert people.read(lists.people_of_list, made) == found
    people.do(delete_people, found)
    assert len(people.read(lists.people_of_list, made)) == 0
    people.undo()
    assert people.read(lists.people_of_list, made) == found
    people.do(lists.delete_list, made)
    assert people.read(lists.saved_lists) == []
    people.undo()
    assert people.read(lists.people_of_list, made) == found


def test_lists_are_renamed_and_moved(people: Workspace) -> None:
    one, two, three = (people.do(lists.save_list, name, Search(name)) for name in ("A", "B", "C"))
    people.do(lists.move_list, three, steps=-2)
    people.do(lists.rename_list, one, name="Z")
    assert [line.name for line in people.read(lists.saved_lists)] == ["C", "Z", "B"]
    people.undo()
    people.undo()
    assert [line.name for line in people.read(lists.saved_lists)] == ["A", "B", "C"]
    with pytest.raises(Problem, match="already"):
        people.do(lists.rename_list, two, name="a")
    with pytest.raises(Problem, match="no list “D”"):
        people.read(lists.find_list, "D")


@pytest.mark.parametrize(
    ("search", "reason"),
    [
        (Search(where="chapter = Oslo"), "not met: Chapter is Oslo (München)"),
        (Search(where="verified and joined > 2020"), "not met: Joined is after 2020 (1 May 2019)"),
        (Search(where="not verified"), "must not be: Verified"),
        (Search(where="email is known"), "not met: E-mail is known (nothing known)"),
        (Search(where="town = Oslo or age < 18"), "none of these: Town is Oslo; Age is below 18"),
        (Search(chapters=("Oslo",)), "not met: Chapter is Oslo (München)"),
        (Search("oslo"), "is not found by “oslo”"),
        (Search("anna", where="verified"), ""),
    ],
)
def test_a_list_tells_why_somebody_is_not_in_it(people: Workspace, search: Search, reason: str) -> None:
    made = people.do(lists.save_list, "List", search)
    [anna] = people.read(find_members, Search("anna"))
    assert people.read(lists.why_in_list, made, anna) == reason
    assert (anna in people.read(lists.people_of_list, made)) == (reason == "")


def test_a_list_of_what_cant_be_asked_is_not_saved(people: Workspace) -> None:
    with pytest.raises(Problem, match="no field"):
        people.do(lists.save_list, "List", Search(where="shoe = 42"))
    assert people.read(lists.saved_lists) == []


def test_a_name_changed_moves_into_the_list(people: Workspace) -> None:
    made = people.do(lists.save_list, "Bergs", Search(where="surname = Berg"))
    [anna] = people.read(find_members, Search("anna"))
    people.do(set_person, anna, surname="Berg")
    assert len(people.read(lists.people_of_list, made)) == 2


def test_an_event_invites_the_people_of_a_list(people: Workspace) -> None:
    made = people.do(lists.save_list, "Oslo", Search(where="town = Oslo"))
    day = dt.date(2027, 5, 1)
    event = people.do(create_event, kind="social", title="Coffee", start=day, verified=False, lists=["Oslo"])
    found = people.read(audience, event)
    assert [guest.name for guest in found.invited] == ["Øystein Sørensen"]
    assert {one.reason for one in found.left_out if "Anna" in one.name} == {"is not in the list Oslo"}
    people.do(lists.rename_list, made, name="Norway")
    assert len(people.read(audience, event).invited) == 1
    people.do(lists.delete_list, made)
    assert people.read(audience, event).invited == ()


@pytest.fixture
def own(people: Workspace) -> Workspace:
    """The three people with fields of the club of every kind."""
    said = {
        "Anna": {"Jacket size": "XL", "Track days": "9", "Licence until": "2027-03-12", "Helper": "yes"},
        "Øystein": {"Jacket size": "S", "Track days": "10.50", "Licence until": "2026-12-31"},
        "Bo": {"Track days": "-3"},
    }
    kinds = {"Jacket size": "choice", "Track days": "number", "Licence until": "date", "Helper": "yesno"}
    fields = {
        name: people.do(
            add_custom_field, name=name, kind=kind, choices=("S", "XL") if kind == "choice" else ()
        )
        for name, kind in kinds.items()
    }
    for row in people.read(member_rows, people.read(find_members, Search())):
        for name, value in said[row.name.split()[0]].items():
            people.do(set_custom_value, row.id, field=fields[name], value=value)
    people.do(set_tags, people.read(find_members, Search("Anna"))[0], tags=["helper", "Presse"])
    return people


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ("own.jacket-size = xl", ["Anna"]), ("own.jacket-size is empty", ["Bo"]),
        ("own.jacket-size ~ x, s", ["Anna", "Øystein"]), ("own.track-days > 9", ["Øystein"]),
        ("own.track-days = 10.5", ["Øystein"]), ("own.track-days < 0", ["Bo"]),
        ("own.track-days >= -3 and own.track-days <= 9", ["Anna", "Bo"]),
        ("own.licence-until < 2027", ["Øystein"]), ("own.licence-until = 2027-03", ["Anna"]),
        ("own.licence-until is empty", ["Bo"]), ("own.helper", ["Anna"]),
        ("not own.helper", ["Bo", "Øystein"]),
        ("tag = HELPER", ["Anna"]), ("tag is empty", ["Bo", "Øystein"]), ("tag ~ press", ["Anna"]),
    ],
)  # fmt: skip
def test_conditions_about_the_clubs_own_fields(own: Workspace, where: str, found: list[str]) -> None:
    assert sorted(given(own, Search(where=where))) == sorted(found)


@pytest.mark.parametrize("where", ["own.gone = 1", "own.track-days = many", "own.licence-until > soon"])
def test_a_condition_that_own_fields_cannot_answer_is_refused(own: Workspace, where: str) -> None:
    with pytest.raises(Problem):
        own.read(find_members, Search(where=where))


def test_a_list_tells_what_an_own_field_holds(own: Workspace) -> None:
    drivers = own.do(lists.save_list, "Drivers", Search(where="own.track-days >= 10"))
    anna = own.read(find_members, Search("Anna"))[0]
    assert own.read(lists.why_in_list, drivers, anna) == "not met: Track days is at least 10 (9)"


def test_a_renamed_field_is_renamed_in_lists_and_a_used_one_stays(own: Workspace) -> None:
    drivers = own.do(lists.save_list, "Drivers", Search(where="own.track-days > 9 or own.helper"))
    [field] = [line for line in own.read(custom_fields) if line.name == "Track days"]
    own.do(set_custom_field, field.id, name="Days on the track")
    assert own.read(lists.list_search, drivers).where == "own.days-on-the-track > 9 or own.helper"
    assert len(own.read(lists.people_of_list, drivers)) == 2
    with pytest.raises(Problem, match="the list “Drivers”"):
        own.do(remove_custom_field, field.id)
    own.undo()
    assert own.read(lists.list_search, drivers).where == "own.track-days > 9 or own.helper"
    own.do(lists.delete_list, drivers)
    own.do(remove_custom_field, field.id)
