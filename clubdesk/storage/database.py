"""Open a club's database: one SQLite file through sqlcipher3, or one schema of a PostgreSQL database."""

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from filelock import FileLock
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from clubdesk.errors import Damaged, Problem
from clubdesk.i18n import _
from clubdesk.model.folding import fold
from clubdesk.storage.file_format import APPLICATION_ID
from clubdesk.storage.lock import lock_file

OLDEST_SQLITE = (3, 51, 3)  # older ones can lose a reset WAL: docs/decisions.md
DEFAULT_SCHEMA = "clubdesk"
PATIENCE = 10  # seconds that a change waits for another officer's on a server


@dataclass(frozen=True, slots=True)
class Database:
    """An open club: `reader` begins plain transactions, `writer` takes the write lock at once."""

    reader: Engine
    writer: Engine
    file: Path | None
    lock: FileLock | None

    @property
    def is_sqlite(self) -> bool:
        return self.file is not None

    def close(self) -> None:
        self.reader.dispose()
        if self.lock:
            self.lock.release()


def is_server(address: str | Path) -> bool:
    return str(address).startswith(("postgresql:", "postgres:", "postgresql+psycopg:"))


def open_database(address: str | Path) -> Database:
    """Open a club file that exists, or a PostgreSQL address such as postgresql://host/db?schema=munich."""
    if is_server(address):
        return _database(_server_engine(str(address)))
    file = Path(address)
    if not file.exists():
        raise Problem(_("There is no file {file}.").format(file=file), _("Check the name and the folder."))
    if file.is_dir():
        raise Problem(
            _("{file} is a folder, not a club file.").format(file=file), _("Choose the file in it.")
        )
    lock = lock_file(file)
    try:
        check_header(file)
        return _database(_file_engine(file), file, lock)
    except BaseException:
        lock.release()
        raise


def create_file(file: Path) -> Database:
    """Make a new, empty club file; Problem when one is there or the folder can't be written to."""
    if file.exists():
        raise Problem(_("{file} is there already.").format(file=file), _("Choose another name."))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        lock = lock_file(file)
    except OSError as error:
        raise Problem(
            _("The folder {folder} can't be made: {reason}.").format(
                folder=file.parent, reason=error.strerror
            ),
            _("Choose another folder."),
        ) from error
    with contextlib.closing(sqlite.connect(str(file))) as new:
        # Before there is a WAL, so that the file says from its first byte what it is.
        new.execute(f"PRAGMA application_id={APPLICATION_ID}")
    return _database(_file_engine(file), file, lock)


def check_header(file: Path) -> None:
    """Refuse in words what is no club file: empty, of another program, or cut off."""
    try:
        with file.open("rb") as stream:
            head = stream.read(100)
    except OSError as error:
        raise Problem(
            _("{file} can't be read: {reason}.").format(file=file.name, reason=error.strerror),
            _("Check that you may open the file."),
        ) from error
    backup = _("Open your last backup instead; this file is left as it is.")
    if not head.startswith(b"SQLite format 3\0") or len(head) < 100:
        raise Damaged(_("{file} is not a club file, or it is damaged.").format(file=file.name), backup)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise Damaged(
            _("{file} is no club file but belongs to another program.").format(file=file.name),
            _("Choose a file that ends with .clubdesk, or make a new club."),
        )
    page_size = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    wal = file.with_name(file.name + "-wal")
    if pages * (65536 if page_size == 1 else page_size) > file.stat().st_size and not wal.exists():
        raise Damaged(_("{file} is cut off: its end is missing.").format(file=file.name), backup)


def _database(engine: Engine, file: Path | None = None, lock: FileLock | None = None) -> Database:
    return Database(engine, engine.execution_options(clubdesk_write=True), file, lock)


def _file_engine(file: Path) -> Engine:
    if sqlite.sqlite_version_info < OLDEST_SQLITE:
        raise Problem(
            _("The database library is too old: SQLite {version}.").format(version=sqlite.sqlite_version),
            _("Install clubdesk again."),
        )

    def connect() -> Any:
        connection = sqlite.connect(str(file), isolation_level=None, check_same_thread=False, timeout=5)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("PRAGMA cache_size=-32768")
        connection.create_function("folded", 1, lambda text: text and fold(text), deterministic=True)
        return connection

    engine = create_engine(
        "sqlite://", creator=connect, module=sqlite, poolclass=QueuePool, pool_size=4, hide_parameters=True
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # Read-then-write in a deferred transaction fails with SQLITE_BUSY_SNAPSHOT; a question needs no lock.
        writes = connection.get_execution_options().get("clubdesk_write")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _server_engine(address: str) -> Engine:
    url = _url(address).set(drivername="postgresql+psycopg")
    schema = url.query.get("schema", DEFAULT_SCHEMA)
    if not isinstance(schema, str) or not schema.replace("_", "").isalnum():
        raise Problem(
            _("{schema} is no name for a club's schema.").format(schema=schema),
            _("Use letters, digits and _."),
        )
    engine = create_engine(
        url.difference_update_query(["schema"]),
        # PostgreSQL takes a name that isn't quoted as written in small letters.
        connect_args={"options": f"-csearch_path={schema.lower()} -ctimezone=UTC", "connect_timeout": 10},
        pool_size=4,
        hide_parameters=True,  # no names in the log
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # As in a file, one change at a time: places, numbers and codes are counted before they are given.
        if connection.get_execution_options().get("clubdesk_write"):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
            connection.exec_driver_sql(
                f"SELECT pg_advisory_xact_lock({APPLICATION_ID}, hashtext(current_schema()))"
            )

    return engine


def _url(address: str) -> URL:
    try:
        return make_url(address)
    except (ArgumentError, ValueError) as error:
        raise Problem(
            _("This is no address of a PostgreSQL database."),
            _("Write it like postgresql://name@host:5432/database?schema=munich."),
        ) from error
