"""File formats: models and migrations agree, older files are upgraded after a backup."""

import shutil
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from clubdesk.model.tables import Base
from clubdesk.services.checking import check_club
from clubdesk.services.members import Search, find_members, member_card, member_rows
from clubdesk.services.workspace import Workspace
from clubdesk.storage import upgrade
from clubdesk.storage.backup import back_up
from clubdesk.storage.database import create_file, open_database
from clubdesk.storage.file_format import FORMAT
from tests.factories import person

NEVER_SAVED = set(range(3, FORMAT + 1))  # no version that went out stopped at these
OLD_FILES = sorted((Path(__file__).parents[1] / "databases").glob("*.clubdesk"))


def test_migrations_make_the_tables_of_the_model(empty_club: Path, tmp_path: Path) -> None:
    file = tmp_path / "club.clubdesk"
    shutil.copy(empty_club, file)
    database = open_database(file)
    with database.reader.connect() as connection:
        options = {"include_object": upgrade.alembic_objects, "compare_type": False}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []
    database.close()


def test_the_format_is_the_last_migration() -> None:
    folder = Path(upgrade.__file__).parent / "migrations"
    assert ScriptDirectory(str(folder)).get_current_head() == f"{FORMAT:04d}"


@pytest.mark.parametrize("file", OLD_FILES, ids=lambda file: file.stem)
def test_every_released_format_opens(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / file.name
    shutil.copy(file, copy)
    with Workspace.open(copy, officer="Anna") as club:
        assert len(club.read(find_members, Search())) == 2
        for row in club.read(member_rows, club.read(find_members, Search())):
            assert list(club.read(find_members, Search(text=row.name))) == [row.id]
        assert club.read(check_club) == []


def test_there_is_a_file_of_every_format() -> None:
    formats = {int(file.stem.split("-")[1]) for file in OLD_FILES}
    assert formats == set(range(1, FORMAT + 1)) - NEVER_SAVED


def test_an_older_file_is_backed_up_before_its_tables_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "club.clubdesk"
    shutil.copy(OLD_FILES[0], file)
    monkeypatch.setattr(upgrade, "FORMAT", FORMAT + 1)
    Workspace.open(file, officer="Anna").close()
    (backup,) = tmp_path.glob("club-format-1-*.clubdesk")
    assert _format(backup) == 1
    assert _format(file) == FORMAT + 1


def test_a_table_that_others_refer_to_can_be_made_anew(club: Workspace, next_format: Path) -> None:
    write_next(next_format, then="pass")
    assert club.file
    anna = person(club)
    club.close()
    with Workspace.open(club.file, officer="Anna") as later:
        assert later.read(member_rows, [anna])[0].chapter == "München"
        assert later.read(member_card, anna).address["city"] == "München"
        assert later.read(check_club) == []
        assert later.undo()


def test_an_upgrade_that_fails_half_way_leaves_the_club_as_it_was(
    club: Workspace, next_format: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_next(next_format, then="raise RuntimeError")
    assert club.file
    anna = person(club)
    club.close()
    with pytest.raises(RuntimeError):
        Workspace.open(club.file, officer="Anna")
    monkeypatch.undo()
    assert _format(club.file) == FORMAT
    with Workspace.open(club.file, officer="Anna") as later:
        assert later.read(member_card, anna).address["city"] == "München"


NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "{next}"
down_revision = "{last}"

def upgrade():
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("nickname", sa.String(), nullable=False, server_default=""))
        person.alter_column("title", nullable=True)
    {then}
"""


def write_next(folder: Path, *, then: str) -> None:
    number = f"{FORMAT + 1:04d}"
    (folder / f"{number}_next.py").write_text(NEXT.format(next=number, last=f"{FORMAT:04d}", then=then))


@pytest.fixture
def next_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for a migration to the next format."""
    copy = tmp_path / "storage"
    shutil.copytree(Path(upgrade.__file__).parent / "migrations", copy / "migrations")
    monkeypatch.setattr(upgrade, "__file__", str(copy / "upgrade.py"))
    monkeypatch.setattr(upgrade, "FORMAT", FORMAT + 1)
    return copy / "migrations" / "versions"


def test_a_backup_is_whole_and_stands_alone(club: Workspace, tmp_path: Path) -> None:
    person(club)
    assert club.file
    target = tmp_path / "copies" / "backup.clubdesk"
    back_up(club.file, target)
    club.close()
    with Workspace.open(target, officer="Anna") as copy:
        assert len(copy.read(find_members, Search())) == 1
    assert not list(target.parent.glob("*.part"))


def test_an_empty_file_is_no_older_format(tmp_path: Path) -> None:
    database = create_file(tmp_path / "new.clubdesk")
    assert upgrade.format_of(database) == 0
    database.close()


def _format(file: Path) -> int:
    connection = sqlite.connect(str(file))
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    connection.close()
    return version
