"""Undo and redo: whole, across restarts, and never over somebody else's work."""

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clubdesk.errors import Conflict
from clubdesk.services import events, letters
from clubdesk.services.clubs import set_club
from clubdesk.services.importing.apply import import_people
from clubdesk.services.importing.values import PersonRow
from clubdesk.services.members import (
    Search,
    add_vehicle,
    delete_people,
    find_members,
    member_card,
    set_address,
    set_membership,
    set_person,
)
from clubdesk.services.workspace import Workspace
from tests.factories import new_club, owner, person
from tests.storage.tables import contents


def test_undo_and_redo_survive_a_restart(tmp_path: Path, empty_club: Path) -> None:
    file = tmp_path / "club.clubdesk"
    with new_club(file, template=empty_club) as club:
        anna = person(club)
        club.do(set_person, anna, surname="Berg")
    with Workspace.open(file, officer="Anna") as club:
        step = club.undo()
        assert step is not None and step.label == "Change Anna Großmüller"
        assert club.read(member_card, anna).name == "Anna Großmüller"
    with Workspace.open(file, officer="Anna") as club:
        assert club.redo() is not None
        assert club.read(member_card, anna).name == "Anna Berg"
        assert club.redo() is None


def test_something_new_ends_redo(club: Workspace) -> None:
    anna = person(club)
    club.do(set_person, anna, surname="Berg")
    club.undo()
    club.do(set_person, anna, surname="Holm")
    assert club.redo() is None
    assert club.read(member_card, anna).name == "Anna Holm"


def test_a_change_that_fails_leaves_nothing(club: Workspace) -> None:
    anna = person(club)
    before = contents(club)
    with pytest.raises(Exception, match="no e-mail"):
        club.do(set_person, anna, surname="Berg", email="nonsense")
    assert contents(club) == before
    assert club.next_undo() is not None and "New member" in club.next_undo().label  # type: ignore[union-attr]


def test_undo_refuses_over_a_later_change_of_another_officer(club: Workspace) -> None:
    anna = person(club)
    club.do(set_person, anna, surname="Berg")
    club.officer = "Bo"
    club.do(set_person, anna, surname="Holm")
    club.officer = "Anna"
    before = contents(club)
    with pytest.raises(Conflict, match="Bo changed the same data"):
        club.undo()
    assert contents(club) == before


def test_redo_refuses_what_another_officer_did_meanwhile(club: Workspace) -> None:
    person(club)
    day = dt.date(2027, 5, 14)
    party = club.do(events.create_event, kind="social", title="Party", start=day, verified=False)
    club.do(events.invite, party)
    club.undo()
    club.officer = "Bo"
    club.do(events.invite, party)
    club.officer = "Anna"
    before = contents(club)
    with pytest.raises(Conflict, match="entered the same"):
        club.redo()
    assert contents(club) == before


def test_an_officer_undoes_only_own_steps(club: Workspace) -> None:
    person(club)
    club.officer = "Bo"
    assert club.undo() is None


def test_undo_of_an_import_is_one_step_and_refuses_when_built_upon(club: Workspace) -> None:
    rows = [
        PersonRow(row=n, given=f"Anna {n}", surname="Berg", city="Oslo", model="Model Y") for n in range(300)
    ]
    before = contents(club)
    club.do(import_people, rows, file="list.csv")
    after = contents(club)
    assert len(club.read(find_members, Search())) == 300
    club.undo()
    assert contents(club) == before
    club.redo()
    assert contents(club) == after
    club.officer = "Bo"
    club.do(set_person, club.read(find_members, Search())[7], notes="knows the track")
    club.officer = "Anna"
    with pytest.raises(Conflict):
        club.undo()


def test_a_deleted_person_comes_back_with_everything(club: Workspace) -> None:
    anna = owner(club, "Anna", "Berg")
    run = club.do(letters.prepare_run, [anna])
    assert run.run
    club.do(letters.mark_posted, run.run)
    before = contents(club)
    club.do(delete_people, [anna])
    assert len(club.read(find_members, Search())) == 0
    club.undo()
    assert contents(club) == before


STEPS = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 7)), min_size=1, max_size=14)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_any_changes_undone_wholly_and_redone_give_equal_tables(
    steps: list[tuple[int, int]], empty_club: Path
) -> None:
    with TemporaryDirectory() as folder, new_club(Path(folder) / "c.clubdesk", template=empty_club) as club:
        states = [contents(club)]
        for what, which in steps:
            if _did(club, what, which):
                states.append(contents(club))
        end = contents(club)
        for state in reversed(states[:-1]):
            assert club.undo() is not None
            assert contents(club) == state
        assert club.undo() is None
        for state in states[1:]:
            assert club.redo() is not None
            assert contents(club) == state
        assert contents(club) == end
        assert club.redo() is None


def _did(club: Workspace, what: int, which: int) -> bool:
    """Do one of the changes an officer can do; whether anything was changed."""
    before = club.next_undo()
    people = club.read(find_members, Search())
    someone = people[which % len(people)] if people else person(club, f"Neu {which}")
    if not people:
        return True
    _change(club, what, which, someone, list(people))
    return club.next_undo() != before


def _change(club: Workspace, what: int, which: int, someone: int, people: list[int]) -> Any:
    day = dt.date(2027, 5, 14)
    match what:
        case 0:
            return person(club, f"Ola {which}", "Nordmann")
        case 1:
            return club.do(set_person, someone, notes=f"note {which}", household=f"house {which % 2}")
        case 2:
            return club.do(set_address, someone, city=f"Oslo {which}")
        case 3:
            return club.do(set_membership, someone, chapter=f"Chapter {which % 3}")
        case 4:
            return club.do(delete_people, [someone])
        case 5:
            rows = [
                PersonRow(row=n, given=f"Li {n}", surname="王", chapter="Oslo", vin="")
                for n in range(which + 1)
            ]
            return club.do(import_people, rows, file="list.csv")
        case 6:
            return club.do(letters.prepare_run, people)
        case 7:
            return club.do(set_club, city=f"Oslo {which}")
        case 8:
            return club.do(
                events.create_event, kind="driving-school", title="Track", start=day, days=2, capacity=1
            )
        case 9:
            return club.do(add_vehicle, someone, model=f"Model {which}")
        case _:
            planned = club.read(events.events)
            if planned:
                club.do(events.invite, planned[0].id)
            return None
