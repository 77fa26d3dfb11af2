"""File formats: models and migrations agree, older files are upgraded after a backup."""

import shutil
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from clubdesk.model.tables import Base
from clubdesk.services.members import Search, find_members
from clubdesk.services.workspace import Workspace
from clubdesk.storage import upgrade
from clubdesk.storage.backup import back_up
from clubdesk.storage.database import create_file, open_database
from tests.factories import person

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
    assert ScriptDirectory(str(folder)).get_current_head() == f"{upgrade.FORMAT:04d}"


@pytest.mark.parametrize("file", OLD_FILES, ids=lambda file: file.stem)
def test_every_released_format_opens(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / file.name
    shutil.copy(file, copy)
    with Workspace.open(copy, officer="Anna") as club:
        assert len(club.read(find_members, Search())) == 2


def test_there_is_a_file_of_every_format() -> None:
    formats = {int(file.stem.split("-")[1]) for file in OLD_FILES}
    assert formats == set(range(1, upgrade.FORMAT + 1))


def test_an_older_file_is_backed_up_before_its_tables_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "club.clubdesk"
    shutil.copy(OLD_FILES[0], file)
    monkeypatch.setattr(upgrade, "FORMAT", upgrade.FORMAT + 1)
    Workspace.open(file, officer="Anna").close()
    (backup,) = tmp_path.glob("club-format-1-*.clubdesk")
    assert _format(backup) == 1
    assert _format(file) == upgrade.FORMAT


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
