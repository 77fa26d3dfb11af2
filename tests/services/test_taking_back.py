"""An import goes back long after it, and what officers did since stays."""

import datetime as dt
from typing import Any

import pytest

from clubdesk.errors import Problem
from clubdesk.model.persons import Person
from clubdesk.services.history import history
from clubdesk.services.importing.apply import import_people
from clubdesk.services.importing.taking_back import (
    TakenBack,
    newest_import,
    plan_taking_back,
    take_back_import,
)
from clubdesk.services.importing.values import PersonRow
from clubdesk.services.members import Search, find_members, member_card, member_rows, set_address, set_person
from clubdesk.services.members.tags import tag_counts
from clubdesk.services.workspace import Workspace
from tests.factories import person

NAMES = ("Anna Berg", "Bo Lund", "Eva Moe")


def rows(**values: Any) -> list[PersonRow]:
    made = []
    for n, name in enumerate(NAMES):
        given, surname = name.split()
        said: dict[str, Any] = {"city": "Oslo", "chapter": "Oslo", "vin": f"5YJ3E1EA7KF31765{n}", **values}
        made.append(PersonRow(row=n, number=str(n + 1), given=given, surname=surname, **said))
    return made


def imported(club: Workspace, **values: Any) -> int:
    club.do(import_people, rows(**values), file="list.csv")
    step = club.read(newest_import)
    assert step
    return step


def named(club: Workspace) -> set[str]:
    return {row.name for row in club.read(member_rows, club.read(find_members, Search()))}


def someone(club: Workspace, name: str) -> int:
    (found,) = club.read(find_members, Search(name))
    return found


def of(club: Workspace, name: str) -> Person:
    return club.read(lambda session: session.get_one(Person, someone(club, name)))


def taken_back(club: Workspace, step: int) -> TakenBack:
    plan = club.read(plan_taking_back, step)
    assert club.do(take_back_import, step) == plan
    return plan


def test_an_import_goes_back_after_other_work(club: Workspace) -> None:
    step = imported(club)
    person(club, "Ida", "Dahl")
    done = taken_back(club, step)
    assert (done.removed, done.stays) == (3, ())
    assert named(club) == {"Ida Dahl"}
    assert club.read(newest_import) is None
    assert next(line for line in club.read(history) if line.change == step).undone


def test_whoever_was_edited_since_stays_with_all_that_is_theirs(club: Workspace) -> None:
    step = imported(club)
    club.do(set_address, someone(club, "Anna"), street="Storgata 1")
    done = taken_back(club, step)
    assert (done.removed, [(one.name, one.because) for one in done.stays]) == (2, [("Anna Berg", "address")])
    assert named(club) == {"Anna Berg"}
    card = club.read(member_card, someone(club, "Anna"))
    assert len(card.vehicles) == 1
    assert club.read(member_rows, [card.id])[0].chapter == "Oslo"


def test_old_values_come_back_unless_they_were_changed_again(club: Workspace) -> None:
    imported(club, phone="1")
    step = imported(club, phone="2")
    club.do(set_person, someone(club, "Bo"), mobile="9")
    done = taken_back(club, step)
    assert (done.removed, done.restored, [one.name for one in done.stays]) == (0, 2, ["Bo Lund"])
    assert of(club, "Anna").phone == "1"
    assert of(club, "Bo").phone == "2"


def test_a_chapter_that_somebody_else_came_into_stays(club: Workspace) -> None:
    step = imported(club)
    club.do(import_people, [PersonRow(row=1, given="Ida", surname="Dahl", chapter="Oslo")], file="more.csv")
    assert taken_back(club, step).removed == 3
    assert club.read(member_rows, [someone(club, "Ida")])[0].chapter == "Oslo"


def test_taking_back_can_itself_be_undone(club: Workspace) -> None:
    step = imported(club)
    taken_back(club, step)
    club.undo()
    assert named(club) == set(NAMES)
    assert not next(line for line in club.read(history) if line.change == step).undone
    club.redo()
    assert named(club) == set()


def test_other_steps_are_no_imports(club: Workspace) -> None:
    person(club)
    with pytest.raises(Problem, match="no import"):
        club.do(take_back_import, club.read(history)[0].change)


def test_dates_survive(club: Workspace) -> None:
    row = PersonRow(row=1, given="Ida", surname="Dahl", birth=dt.date(1980, 2, 29))
    club.do(import_people, [row], file="list.csv")
    step = club.read(newest_import)
    assert step
    taken_back(club, step)
    club.undo()
    assert of(club, "Ida").birth == dt.date(1980, 2, 29)


def test_tags_go_with_their_people_and_stay_with_who_stays(club: Workspace) -> None:
    step = imported(club, tags=("Helper",))
    club.do(set_person, someone(club, "Bo"), notes="Later")
    taken_back(club, step)
    assert named(club) == {"Bo Lund"}
    assert club.read(tag_counts) == {"Helper": 1}
    card = club.read(member_card, someone(club, "Bo"))
    assert len(card.vehicles) == 1
    assert club.read(member_rows, [card.id])[0].chapter == "Oslo"
