"""A club file that can't be opened says why, and is left as it is."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from clubdesk.errors import Damaged, Problem, TooNew
from clubdesk.services.clubs import create_club
from clubdesk.services.members import Search, find_members
from clubdesk.services.workspace import Workspace
from tests.factories import new_club, person


def opened(file: Path) -> Workspace:
    return Workspace.open(file, officer="Anna")


def refused(file: Path, kind: type[Problem], words: str) -> None:
    """Opening fails in words that name the file, and changes nothing in it."""
    before = file.read_bytes() if file.is_file() else None
    with pytest.raises(kind, match=words) as caught:
        opened(file)
    assert caught.value.hint
    if before is not None:
        assert file.read_bytes() == before


def test_no_such_file(tmp_path: Path) -> None:
    refused(tmp_path / "gone.clubdesk", Problem, "There is no file")


def test_a_folder(tmp_path: Path) -> None:
    refused(tmp_path, Problem, "is a folder")


@pytest.mark.parametrize(
    "content", [b"", b"name;town\nAnna;Oslo\n", os.urandom(5000)], ids=["empty", "a list", "binary"]
)
def test_something_else(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "club.clubdesk"
    file.write_bytes(content)
    refused(file, Damaged, "not a club file")


def test_another_programs_database(tmp_path: Path) -> None:
    file = tmp_path / "other.clubdesk"
    with sqlite.connect(str(file)) as other:
        other.execute("CREATE TABLE song (title)")
    refused(file, Damaged, "another program")


def test_cut_off(tmp_path: Path, empty_club: Path) -> None:
    file = tmp_path / "club.clubdesk"
    whole = empty_club.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    refused(file, Damaged, "cut off")


def test_damaged_inside(tmp_path: Path, empty_club: Path) -> None:
    file = tmp_path / "club.clubdesk"
    whole = bytearray(empty_club.read_bytes())
    whole[100:20_000] = os.urandom(19_900)
    file.write_bytes(whole)
    refused(file, Damaged, "damaged")


def test_from_a_newer_clubdesk(tmp_path: Path, empty_club: Path) -> None:
    file = tmp_path / "club.clubdesk"
    shutil.copy(empty_club, file)
    with sqlite.connect(str(file)) as raw:
        raw.execute("PRAGMA user_version=999")
    refused(file, TooNew, "newer clubdesk")


def test_open_twice(tmp_path: Path, empty_club: Path) -> None:
    file = tmp_path / "club.clubdesk"
    with new_club(file, template=empty_club), pytest.raises(Problem, match="open in another clubdesk"):
        opened(file)
    opened(file).close()


def test_open_in_another_process_that_is_killed(tmp_path: Path, empty_club: Path) -> None:
    """The lock is the system's: it is free at once when its holder dies, and nothing saved is lost."""
    file = tmp_path / "club.clubdesk"
    shutil.copy(empty_club, file)
    code = (
        "import sys; from clubdesk.services.workspace import Workspace; from tests.factories import person\n"
        "club = Workspace.open(sys.argv[1], officer='Anna')\n"
        "person(club); print('open', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout and holder.stdout.readline() == b"open\n"
    with pytest.raises(Problem, match="open in another clubdesk"):
        opened(file)
    holder.kill()
    holder.communicate()
    with opened(file) as club:
        assert len(club.read(find_members, Search())) == 1


def test_locked_by_another_program(club: Workspace) -> None:
    other = sqlite.connect(str(club.file), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(Problem, match="in use by another program"):
            person(club)
    finally:
        other.rollback()
        other.close()
    person(club)
    assert len(club.read(find_members, Search())) == 1


def test_disk_full_keeps_what_was_saved(club: Workspace) -> None:
    person(club)
    with club._database.writer.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(Problem, match="disk is full"):
        for n in range(50):
            person(club, f"Anna {n}", notes="x" * 9000)
    found = club.read(find_members, Search())
    assert 1 <= len(found) < 50


def test_new_club_where_one_is(tmp_path: Path, empty_club: Path) -> None:
    file = tmp_path / "club.clubdesk"
    shutil.copy(empty_club, file)
    with pytest.raises(Problem, match="there already"):
        create_club(file, name="Other", officer="Anna")
    opened(file).close()


def test_new_club_in_a_folder_that_cant_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Problem, match="folder"):
        create_club(tmp_path / "file" / "club.clubdesk", name="Other", officer="Anna")
