"""The first lines of a club file's roster, by plain SQL: they are shown sooner than SQLAlchemy is loaded.

Nothing is written. Where anything is unusual there is no first look: opening the club says what it is.
"""

import contextlib
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from clubdesk.storage.file_format import APPLICATION_ID, FORMAT

LINES = 64
ORDERS = {
    **{key: f"sort_{key}" for key in ("name", "number", "chapter", "town", "vehicle", "status")},
    **{key: key for key in ("joined", "kind", "tags")},
}

Look = tuple[str, int, list[tuple[Any, ...]]]


def first_look(file: Path, columns: tuple[str, ...], *, sort: str, descending: bool) -> Look | None:
    """Name of the club, number of people, and these columns of the first people in that order, id first."""
    if sort not in ORDERS or not file.is_file():
        return None
    try:
        with contextlib.closing(sqlite.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as club:
            return _look(club, columns, f"{ORDERS[sort]} {'DESC' if descending else ''}", descending)
    except sqlite.Error:  # damaged, locked, read-only: said when the club is opened, a moment later
        return None


def _look(club: Any, columns: tuple[str, ...], order: str, descending: bool) -> Look | None:
    known = [club.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    if known != [APPLICATION_ID, FORMAT]:
        return None
    [name] = club.execute("SELECT name FROM club").fetchone()
    [total] = club.execute("SELECT count(*) FROM roster").fetchone()
    lines = club.execute(
        f"SELECT person_id, {', '.join(columns)} FROM roster"
        f" ORDER BY {order}, slot {'DESC' if descending else ''} LIMIT {LINES}"
    )
    return name, total, lines.fetchall()
