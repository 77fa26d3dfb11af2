"""The bin: who was deleted in the last 90 days, brought back one by one."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.model.names import full_name
from clubdesk.model.persons import Person
from clubdesk.model.tables import Base, Row
from clubdesk.services.workspace import change
from clubdesk.storage.changelog import Change, ChangeRow, Image, values_of
from clubdesk.storage.recorder import describe

KEPT = dt.timedelta(days=90)
_NAME = ("given", "given2", "prefix", "surname", "surname2", "printed_name")


@dataclass(frozen=True, slots=True)
class BinLine:
    """Somebody who was deleted: when, by whom, and how many days are left to bring them back."""

    person: int
    name: str
    number: str
    deleted_at: dt.datetime
    officer: str
    days_left: int
    change: int


def bin_lines(session: Session) -> list[BinLine]:
    """Who can be brought back, the latest first."""
    return [line for line in _deleted(session) if line.days_left >= 0]


def overdue_in_bin(session: Session) -> list[int]:
    """Who was deleted longer ago than people are kept."""
    return [line.person for line in _deleted(session) if line.days_left < 0]


def _deleted(session: Session) -> Iterator[BinLine]:
    now = dt.datetime.now(dt.UTC)
    seen: set[int] = set()
    steps = (
        select(ChangeRow, Change)
        .join(Change, Change.id == ChangeRow.change_id)
        .where(ChangeRow.table_name == Person.__tablename__)
        .order_by(Change.id.desc())
    )
    for row, step in session.execute(steps):
        if row.after is not None or row.before is None or row.row_id in seen:
            continue
        seen.add(row.row_id)  # only the latest time
        if session.scalar(select(Person.id).where(Person.id == row.row_id)) is not None:
            continue
        left = (step.at + KEPT - now).days
        name = name_in(row.before)
        yield BinLine(row.row_id, name, row.before["number"], step.at, step.officer, left, step.id)


def name_in(image: Image) -> str:
    """The name of the person in an image of their row."""
    return full_name(**{part: image.get(part) or "" for part in _NAME}) or image.get("email") or ""


@change(N_("Brought back from the bin: {count}"))
def restore_people(session: Session, person_ids: Sequence[int]) -> None:
    """Bring people back with all that was deleted with them; others deleted in the same step stay away."""
    known = {line.person: line for line in bin_lines(session)}
    for person_id in person_ids:
        if person_id not in known:
            raise Problem(_("This person isn't in the bin any more."), _("Look into the bin again."))
        _insert(session, rows_deleted_with(session, known[person_id].change, person_id))
    describe(session, count=len(person_ids))


def rows_deleted_with(session: Session, change_id: int, person_id: int) -> list[ChangeRow]:
    """The rows of a person that a step deleted: their own, those of their dues, their vehicles and pages."""
    of_step = session.scalars(select(ChangeRow).where(ChangeRow.change_id == change_id)).all()
    deleted = [row for row in of_step if row.before is not None and row.after is None]
    theirs = [row for row in deleted if _is_of(row, person_id)]
    linked = {
        (table, row.before[field])
        for row in theirs
        if row.before
        for field, table in (("vehicle_id", "vehicle"), ("scan_id", "scan"))
        if row.before.get(field)
    }
    dues = {row.row_id for row in theirs if row.table_name == "due"}
    more = [
        row
        for row in deleted
        if (row.table_name, row.row_id) in linked or (row.before or {}).get("due_id") in dues
    ]
    return [*theirs, *more]


def _is_of(row: ChangeRow, person_id: int) -> bool:
    if row.table_name == Person.__tablename__:
        return row.row_id == person_id
    return bool(row.before and row.before.get("person_id") == person_id)


def _insert(session: Session, rows: Sequence[ChangeRow]) -> None:
    """Parents first; a row that refers to what is gone since loses the reference, or stays away with it."""
    mapped = {str(mapper.local_table): mapper.class_ for mapper in Row.registry.mappers}
    for table in Base.metadata.sorted_tables:
        for row in rows:
            if row.table_name != table.name or row.before is None:
                continue
            values = values_of(table, row.before)
            if _let_go(session, table, values):
                session.add(mapped[table.name](**values))
        session.flush()


def _let_go(session: Session, table: Any, values: dict[str, Any]) -> bool:
    for column in table.columns:
        for key in column.foreign_keys:
            value = values.get(column.name)
            target = key.column
            if value is None or session.execute(select(target).where(target == value)).first():
                continue
            if not column.nullable:
                return False
            values[column.name] = None
    return True
