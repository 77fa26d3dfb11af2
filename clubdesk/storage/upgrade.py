"""Bring a club to the newest file format, after a backup; refuse one from a newer clubdesk."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect

from clubdesk.errors import Damaged, TooNew
from clubdesk.i18n import _
from clubdesk.storage.backup import backup_before_upgrade
from clubdesk.storage.database import Database
from clubdesk.storage.file_format import FORMAT


def format_of(database: Database) -> int:
    """The format of an open club; 0 when it has no tables yet."""
    with database.reader.connect() as connection:
        if database.is_sqlite:
            return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        if not inspect(connection).has_table("alembic_version"):
            return 0
        return int(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() or 0)


def ensure_newest(database: Database) -> None:
    """Upgrade a club of an older format; TooNew for one of a newer, Damaged for a file that is no club."""
    found = format_of(database)
    name = database.file.name if database.file else _("The club")
    if found > FORMAT:
        raise TooNew(
            _("{file} was written by a newer clubdesk (format {found}, this one knows {known}).").format(
                file=name, found=found, known=FORMAT
            ),
            _("Install the newest clubdesk; the file is left as it is."),
        )
    if found == 0:
        raise Damaged(
            _("{file} holds no club.").format(file=name),
            _("Make a new club, or choose another file."),
        )
    if found < FORMAT:
        if database.file:
            backup_before_upgrade(database.file, found)
        migrate(database)


def migrate(database: Database) -> None:
    """Run all missing migrations, each in a transaction of its own."""
    # Only needed when the format differs: alembic would cost a start four times its time.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    engine = database.writer if database.is_sqlite else database.reader  # a server's lock is taken by hand
    with engine.connect() as connection:
        _prepare(connection, database)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()
        if database.is_sqlite:
            connection.exec_driver_sql(f"PRAGMA user_version={FORMAT}")
            connection.commit()
        connection.invalidate()  # with it goes what `_prepare` set


def _prepare(connection: Connection, database: Database) -> None:
    if database.is_sqlite:
        raw = connection.connection.driver_connection
        assert raw is not None
        # A table is changed by making it anew; dropping the old one would take with it what refers to it.
        raw.execute("PRAGMA foreign_keys=OFF")
        return
    schema = connection.exec_driver_sql("SHOW search_path").scalar_one()
    # Two officers who upgrade at the same moment: the second one waits and finds nothing to do.
    connection.exec_driver_sql("SELECT pg_advisory_lock(1131770466)")
    connection.exec_driver_sql(f'CREATE SCHEMA IF NOT EXISTS "{schema}"')
    connection.commit()


def alembic_objects(_item: Any, name: str | None, *_args: Any) -> bool:
    """What a comparison of models and tables looks at: all but the search index."""
    return not (name or "").startswith(("roster_search", "ix_roster_search", "alembic_version"))
