"""The beginning of a roster, seen before the club is open: the same lines as later, or nothing at all."""

import datetime as dt
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from clubdesk.services.first_look import FirstLook, first_look
from clubdesk.services.members import Search, find_members, member_rows
from clubdesk.services.members.finding import SORTS
from clubdesk.services.workspace import Workspace
from clubdesk.storage.file_format import FORMAT
from tests.factories import person


def seen(file: Path, *, sort: str = "name", descending: bool = False) -> FirstLook | None:
    return first_look(file, sort=sort, descending=descending)


def test_the_lines_are_those_of_the_open_club_in_every_order(club: Workspace) -> None:
    for given, surname in (("Åse", "Øvergård"), ("伟", "王"), ("Bo", "Ek"), ("Anna", "Großmüller")):
        person(club, given, surname, number=str(len(surname)))
    assert club.file is not None
    for sort in SORTS:
        for descending in (False, True):
            wanted = Search(sort=sort, descending=descending)
            look = seen(club.file, sort=sort, descending=descending)
            assert look is not None
            assert list(look.rows) == club.read(member_rows, club.read(find_members, wanted))


def test_it_tells_the_club_and_how_many_there_are_but_shows_the_first_only(club: Workspace) -> None:
    for number in range(70):
        person(club, "Bo", f"Ek{number:02}")
    assert club.file is not None
    look = seen(club.file)
    assert look is not None
    assert (look.total, len(look.rows), look.rows[-1].name) == (70, 64, "Bo Ek63")
    assert look.club


def test_days_are_days(club: Workspace) -> None:
    person(club, joined=dt.date(2020, 4, 14))
    assert club.file is not None
    look = seen(club.file)
    assert look is not None
    assert look.rows[0].joined == dt.date(2020, 4, 14)


def test_there_is_none_of_what_cannot_be_read_so_simply(club: Workspace, tmp_path: Path) -> None:
    assert club.file is not None
    club.close()
    other, empty, damaged = (tmp_path / f"{name}.clubdesk" for name in ("other", "empty", "damaged"))
    sqlite.connect(str(other)).close()
    empty.touch()
    damaged.write_bytes(club.file.read_bytes()[:5000])
    for file in (tmp_path / "none.clubdesk", tmp_path, other, empty, damaged):
        assert seen(file) is None
    assert seen(club.file, sort="shoe size") is None
    assert seen(Path("postgresql://host/club")) is None


def test_a_newer_file_is_left_to_the_opening(club: Workspace) -> None:
    assert club.file is not None
    club.close()
    connection = sqlite.connect(str(club.file))
    connection.execute(f"PRAGMA user_version={FORMAT + 1}")
    connection.close()
    assert seen(club.file) is None
