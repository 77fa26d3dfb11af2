"""Take a step of the change log back by writing its old images, as a new step of its own."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeVar

from sqlalchemy import Table, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from clubdesk.errors import Conflict
from clubdesk.i18n import _
from clubdesk.model.base import Base
from clubdesk.storage.changelog import (
    Change,
    ChangeBatch,
    ChangeRow,
    Image,
    image_of,
    told,
    unpack,
    values_of,
)
from clubdesk.storage.recorder import Recorder

T = TypeVar("T")
CHUNK = 1000  # ids in one statement: well below every database's limit


def next_undo(session: Session, officer: str) -> Change | None:
    """The officer's newest step that isn't taken back."""
    return _newest(session, officer, wanted=("do", "redo"), skipping="undo")


def next_redo(session: Session, officer: str) -> Change | None:
    """The undo that redo would take back: only as long as nothing new was done after it."""
    return _newest(session, officer, wanted=("undo",), skipping="redo", stop_on="do")


def _newest(
    session: Session, officer: str, *, wanted: tuple[str, ...], skipping: str, stop_on: str = ""
) -> Change | None:
    to_skip = 0
    for step in _backwards(session, officer):
        if step.kind == stop_on:
            return None
        if step.kind == skipping:
            to_skip += 1
        elif step.kind in wanted:
            if not to_skip:
                return step
            to_skip -= 1
    return None


def _backwards(session: Session, officer: str) -> Iterator[Change]:
    """The officer's steps, the newest first, a few at a time: the one wanted is mostly near the end."""
    steps = select(Change).where(Change.officer == officer).order_by(Change.id.desc()).limit(20)
    page = session.scalars(steps).all()
    while page:
        yield from page
        page = session.scalars(steps.where(Change.id < page[-1].id)).all()


def revert(session: Session, step: Change) -> Recorder:
    """Write back what was before `step`.

    Conflict, and nothing written, when a row is no longer as the step left it.
    """
    recorder = Recorder(details=dict(step.details))
    inserts: dict[str, list[Image]] = defaultdict(list)
    deletes: dict[str, list[int]] = defaultdict(list)
    changed: dict[str, list[Image]] = defaultdict(list)
    rows = select(ChangeRow).where(ChangeRow.change_id == step.id).order_by(ChangeRow.id)
    step_rows = session.scalars(rows).all()
    _check_rows(session, step, step_rows)
    for row in step_rows:
        recorder.before[row.table_name, row.row_id] = row.after
        recorder.after[row.table_name, row.row_id] = row.before
        if row.before is None:
            deletes[row.table_name].append(row.row_id)
        else:
            target = inserts if row.after is None else changed
            target[row.table_name].append(values_of(table_of(row.table_name), row.before))
    for batch in session.scalars(
        select(ChangeBatch).where(ChangeBatch.change_id == step.id).order_by(ChangeBatch.id)
    ):
        images = unpack(table_of(batch.table_name), batch.images)
        if batch.inserted:
            _check_batch(session, step, batch.table_name, images)
            deletes[batch.table_name] += [image["id"] for image in images]
        else:
            inserts[batch.table_name] += images
        recorder.batches.append((batch.table_name, images, not batch.inserted))
    write_images(session, inserts, changed, deletes)
    return recorder


def write_images(
    session: Session,
    inserts: dict[str, list[Image]],
    changed: dict[str, list[Image]],
    deletes: dict[str, list[int]],
) -> None:
    """Parents before children, and rows that let go of others before these are deleted."""
    tables = Base.metadata.sorted_tables
    for table in tables:
        if inserts[table.name]:
            session.execute(insert(table), inserts[table.name])
    for table in tables:
        if changed[table.name]:
            rows = [{"row": values["id"], **values} for values in changed[table.name]]
            session.execute(update(table).where(table.c.id == bindparam("row")), rows)
    for table in reversed(tables):
        # Newest first: a row can only refer to rows of its own table that were there before it.
        for ids in in_chunks(sorted(deletes[table.name], reverse=True)):
            session.execute(delete(table).where(table.c.id.in_(ids)))


def _check_rows(session: Session, step: Change, rows: Sequence[ChangeRow]) -> None:
    by_table: dict[str, list[ChangeRow]] = defaultdict(list)
    for row in rows:
        by_table[row.table_name].append(row)
    for name, touched in by_table.items():
        table = table_of(name)
        for chunk in in_chunks(touched):
            found = session.execute(select(table).where(table.c.id.in_([row.row_id for row in chunk])))
            now = {values["id"]: image_of(dict(values)) for values in found.mappings()}
            for row in chunk:
                if now.get(row.row_id) != row.after:
                    raise _conflict(session, step, name, row.row_id)


def _check_batch(session: Session, step: Change, table_name: str, rows: list[Image]) -> None:
    """The version is a stamp that every write renews, so an equal version is an equal row."""
    table = table_of(table_name)
    for chunk in in_chunks(rows):
        versions = select(table.c.id, table.c.version).where(table.c.id.in_([row["id"] for row in chunk]))
        now = dict(session.execute(versions).all())
        for row in chunk:
            if now.get(row["id"]) != row["version"]:
                raise _conflict(session, step, table_name, row["id"])


def _conflict(session: Session, step: Change, table_name: str, row_id: int) -> Conflict:
    later = (
        select(Change)
        .join(ChangeRow, ChangeRow.change_id == Change.id)
        .where(ChangeRow.table_name == table_name, ChangeRow.row_id == row_id, Change.id > step.id)
        .order_by(Change.id.desc())
    )
    other = session.scalars(later).first()
    if other is None:
        return Conflict(
            _("This can't be undone: the same data was changed since."), _("Look into the history.")
        )
    what = told(other.label, other.details)
    return Conflict(
        _("This can't be undone: {officer} changed the same data since ({what}).").format(
            officer=other.officer, what=what
        ),
        _("Undo that change first, or edit the data by hand."),
    )


def table_of(name: str) -> Table:
    return Base.metadata.tables[name]


def in_chunks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]
