"""Deleted people wait in the bin, come back one by one, and are erased so that nothing tells of them."""

import datetime as dt
import json
import random
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.model.persons import Person
from clubdesk.model.tables import Base
from clubdesk.services import dues, letters
from clubdesk.services.history import history
from clubdesk.services.members import (
    Search,
    add_vehicle,
    delete_people,
    find_members,
    member_card,
    set_address,
    set_person,
)
from clubdesk.services.members import bin as bin_
from clubdesk.services.members.bin import bin_lines, restore_people
from clubdesk.services.members.deleting import THEIRS
from clubdesk.services.members.erasing import empty_old_bin, erase_people
from clubdesk.services.members.merging import merge_people
from clubdesk.services.members.report import person_report, print_person_report
from clubdesk.services.workspace import Workspace
from clubdesk.storage.changelog import Change, ChangeRow
from tests.documents.reading import Paper
from tests.factories import new_club, owner, person
from tests.services.slips import as_tiff, marked
from tests.services.test_letters import posted
from tests.services.test_scans import printed, record

CANARY = "Quetzalcoatlus"
CASCADES = {"address", "membership"}  # deleted by the mapped class itself


def test_nothing_of_a_person_is_forgotten_when_they_are_deleted() -> None:
    """A new table about people must be told of: in THEIRS, or as a cascade of Person."""
    tables = {
        table.name
        for table in Base.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name == Person.__tablename__
    }
    cascades = {r.mapper.local_table.name for r in Person.__mapper__.relationships if r.cascade.delete}  # type: ignore[attr-defined]
    assert tables == {rows.__tablename__ for rows in THEIRS} | (tables & cascades)
    assert cascades >= CASCADES


def test_one_of_several_deleted_comes_back_with_all_that_is_theirs(club: Workspace) -> None:
    anna, bo = (owner(club, given, "Berg") for given in ("Anna", "Bo"))
    kind = club.do(dues.save_kind, None, name="Fee", amount="60", currency="EUR")
    club.do(dues.charge, kind, due_on=dt.date(2099, 1, 1))
    club.do(dues.pay_in_full, list(club.read(dues.due_ids)))
    before = club.read(member_card, bo)
    club.do(delete_people, [anna, bo])
    waiting = club.read(bin_lines)
    assert {line.name for line in waiting} == {"Anna Berg", "Bo Berg"}
    assert {(line.days_left, line.officer) for line in waiting} == {(89, "Anna")}
    club.do(restore_people, [bo])
    assert club.read(member_card, bo) == before
    assert [line.person for line in club.read(dues.due_lines, club.read(dues.due_ids))] == [bo]
    assert [line.person for line in club.read(bin_lines)] == [anna]
    assert list(club.read(find_members, Search("berg"))) == [bo]
    with pytest.raises(Problem, match="bin"):
        club.do(restore_people, [bo])
    club.undo()
    assert {line.person for line in club.read(bin_lines)} == {anna, bo}


def test_who_comes_back_lets_go_of_what_is_gone(club: Workspace) -> None:
    anna = person(club)
    run = club.do(letters.prepare_run, [anna]).run
    club.do(delete_people, [anna])
    assert run
    club.do(letters.delete_run, run)
    club.do(restore_people, [anna])
    assert club.read(member_card, anna).letters == ()


def test_an_erased_person_is_nowhere_in_the_file(tmp_path: Path, empty_club: Path) -> None:
    """Not in tables, history, index or pictures; the run keeps its counts, others keep their data."""
    file = tmp_path / "club.clubdesk"
    with new_club(file, template=empty_club) as club:
        anna, bo = (owner(club, given, "Berg") for given in (CANARY, "Bo"))
        _codes, sheets = printed(club, [anna, bo])
        record(club, as_tiff(tmp_path / "stack.tif", [marked(s, 0, chance=random.Random(1)) for s in sheets]))
        club.do(set_address, anna, street=f"{CANARY} street 1")
        club.do(set_person, anna, notes=f"{CANARY} in the notes")
        club.do(set_person, bo, notes="stays")
        club.do(add_vehicle, anna, model="S", plate="M-QQ 1", vin="5YJ3E1EA7KF317654")
        club.do(erase_people, [anna])
        run = club.read(letters.runs)[0]
        assert (run.letters, run.replies) == (2, 2)
        assert club.read(letters.letter_statistics).total.sent == 1
        assert list(club.read(find_members, Search(CANARY))) == []
        assert club.read(bin_lines) == []
        assert club.read(member_card, bo).status == "verified"
        slip = club.read(member_card, bo).letters[0].slip
        assert slip and club.read(letters.slip_picture, slip)
        assert next(line.kind for line in club.read(history)) == "erase"
        assert all(CANARY not in line.label for line in club.read(history))
        assert club.next_undo() is not None
        club.undo()
        assert club.read(member_card, bo).values["notes"] == ""
    for part in tmp_path.glob("club.clubdesk*"):
        raw = part.read_bytes()
        for trace in (CANARY.encode(), CANARY.casefold().encode(), b"5YJ3E1EA7KF317654"):
            assert trace not in raw, f"{trace!r} in {part.name}"


def told(club: Workspace) -> str:
    """All that the change log holds."""

    def read(session: Session) -> str:
        rows = [(row.before, row.after) for row in session.scalars(select(ChangeRow))]
        return json.dumps([rows, [step.details for step in session.scalars(select(Change))]])

    return club.read(read)


def test_payments_of_somebody_in_the_bin_are_erased_too(club: Workspace) -> None:
    anna, bo = (person(club, given, "Ek") for given in ("Anna", "Bo"))
    kind = club.do(dues.save_kind, None, name="Fee", amount="60", currency="EUR")
    club.do(dues.charge, kind)
    club.do(dues.pay_all, anna, note=CANARY)
    club.do(dues.pay_all, bo, note="stays")
    club.do(delete_people, [anna])
    assert CANARY in told(club)
    club.do(erase_people, [anna])
    assert CANARY not in told(club) and "stays" in told(club)


def test_an_entry_that_became_part_of_the_erased_one_is_erased_too(club: Workspace) -> None:
    first, second, kept, other = (person(club, given, "Ek") for given in (CANARY, "Anna", "Anne", "Bo"))
    club.do(merge_people, second, first)
    club.do(merge_people, kept, second)
    club.do(delete_people, [kept])
    club.do(set_person, other, notes="stays")
    club.do(erase_people, [kept])
    assert CANARY not in told(club) and "stays" in told(club)


def test_a_younger_entry_that_became_part_of_the_erased_one_is_erased_too(club: Workspace) -> None:
    kept, gone = (person(club, given, "Ek") for given in ("Anna", CANARY))
    club.do(merge_people, kept, gone)
    club.do(erase_people, [kept])
    assert CANARY not in told(club)


def test_an_entry_that_was_parted_and_deleted_stays_in_the_bin(club: Workspace) -> None:
    bo, anna = (person(club, given, "Ek") for given in ("Bo", "Anna"))
    club.do(merge_people, anna, bo)
    club.undo()
    club.do(delete_people, [bo])
    club.do(erase_people, [anna])
    assert [line.person for line in club.read(bin_lines)] == [bo]
    club.do(restore_people, [bo])
    assert club.read(member_card, bo).values["given"] == "Bo"


def test_a_payment_that_was_taken_back_is_erased_too(club: Workspace) -> None:
    anna = person(club)
    kind = club.do(dues.save_kind, None, name="Fee", amount="60", currency="EUR")
    club.do(dues.charge, kind)
    club.do(dues.pay_all, anna, note=CANARY)
    club.undo()
    club.do(erase_people, [anna])
    assert CANARY not in told(club)


def test_an_entry_that_was_parted_again_keeps_its_history(club: Workspace) -> None:
    anna, kept = (person(club, given, "Ek") for given in ("Anna", "Anne"))
    club.do(set_person, anna, notes="stays")
    club.do(merge_people, kept, anna)
    club.undo()
    club.do(erase_people, [kept])
    assert "stays" in told(club)


def test_an_import_keeps_the_others_when_one_is_erased(club: Workspace) -> None:
    people = [person(club, given, "Ek") for given in ("Anna", "Bo")]
    kind = club.do(dues.save_kind, None, name="Fee", amount="60", currency="EUR")
    club.do(dues.charge, kind)
    club.do(erase_people, [people[0]])
    club.undo()
    assert list(club.read(dues.due_ids)) == [], "the batch without the erased one is undone"
    club.redo()
    assert len(club.read(dues.due_ids)) == 1


def test_the_bin_empties_itself(club: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    anna = person(club)
    club.do(delete_people, [anna])
    assert empty_old_bin(club) == 0
    monkeypatch.setattr(bin_, "KEPT", dt.timedelta(days=-1))
    assert club.read(bin_lines) == []
    assert empty_old_bin(club) == 1
    monkeypatch.undo()
    assert club.read(bin_lines) == []


def test_everything_that_is_held_is_told(club: Workspace) -> None:
    """Each value in the JSON, and in words on the paper; never a code."""
    anna = owner(club, "Anna", "Berg", number="M-1", email="anna@example.org", notes="Likes tea. " * 80)
    kind = club.do(dues.save_kind, None, name="Fee", amount="60", currency="EUR")
    club.do(dues.charge, kind, start=dt.date(2026, 1, 1))
    (code,) = posted(club, [anna], on=dt.date(2026, 3, 1))
    report = club.read(person_report, anna)
    assert json.loads(json.dumps(report)) == report
    assert report["person"][0]["email"] == "anna@example.org"
    assert report["vehicle"][0]["model"] and report["due"][0]["amount"] == 6000
    assert report["letter"][0]["snapshot"]["name"] == "Anna Berg"
    assert len(report["history"]) >= 3
    assert code not in json.dumps(report) and "code_proof" not in json.dumps(report)
    paper = club.read(print_person_report, anna)
    text = "".join(Paper(paper.data).text(page) for page in range(paper.pages))
    for words in (
        "What we hold about Anna Berg",
        "anna@example.org",
        "Leopoldstraße 12",
        "Likes tea",
        "60.00",
    ):
        assert words in text
    assert paper.findings == ()
