"""What the window shows of a club file while it is being opened: loads no more than the driver."""

import datetime as dt
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from clubdesk.services.member_list import MemberRow
from clubdesk.storage import first_look as storage

COLUMNS = tuple(field.name for field in fields(MemberRow) if field.name != "id")
DAYS = ("joined", "status_day")


@dataclass(frozen=True)
class FirstLook:
    """`rows` are the first of `total`."""

    club: str
    total: int
    rows: tuple[MemberRow, ...]


def first_look(file: Path, *, sort: str, descending: bool) -> FirstLook | None:
    """The beginning of the roster in the order of a column (`members.SORTS`).

    None when the file can't be looked at so simply. What a new day has changed since the club was last open
    is not in it yet.
    """
    seen = storage.first_look(file, COLUMNS, sort=sort, descending=descending)
    if seen is None:
        return None
    club, total, lines = seen
    return FirstLook(club, total, tuple(_row(line) for line in lines))


def _row(line: tuple[Any, ...]) -> MemberRow:
    values = dict(zip(COLUMNS, line[1:], strict=True))
    values |= {name: dt.date.fromisoformat(values[name]) for name in DAYS if values[name]}
    return MemberRow(line[0], **values)
