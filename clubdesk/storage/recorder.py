"""Collect what a change does to each row, for the change log.

Mapper events see every row, also children removed as orphans, which `before_flush` misses. Bulk statements
bypass them and are therefore banned outside `storage`; `add_many` is the recorded bulk insert.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, event, func, insert, inspect, select
from sqlalchemy.orm import Mapper, Session

from clubdesk.model.base import Row, plain_defaults
from clubdesk.model.identity import new_id, new_ids
from clubdesk.storage.changelog import Change, ChangeBatch, ChangeRow, Image, encode, pack

Key = tuple[str, int]


@dataclass(slots=True)
class Recorder:
    """Everything one transaction did so far."""

    before: dict[Key, Image | None] = field(default_factory=dict)
    after: dict[Key, Image | None] = field(default_factory=dict)
    batches: list[tuple[str, list[Image], bool]] = field(default_factory=list)
    details: dict[str, Any] = field(default_factory=dict)
    undoes: int | None = None  # the step that a change takes back in part
    forgets: bool = False
    """What it did is logged without any image of a row: the step can't be undone."""

    def rows(self) -> list[tuple[Key, Image | None, Image | None]]:
        """Each row that differs from before, in the order in which it was first touched."""
        return [
            (key, before, self.after.get(key))
            for key, before in self.before.items()
            if before != self.after.get(key)
        ]

    def touched(self) -> list[tuple[str, Image]]:
        """Table and image of every row touched: the new image, and the old one where it differs."""
        images = [(key[0], image) for key, *pair in self.rows() for image in pair if image is not None]
        return images + [(table, row) for table, rows, _inserted in self.batches for row in rows]

    def tables(self) -> frozenset[str]:
        return frozenset(table for (table, _id), *_ in self.rows()) | {table for table, *_ in self.batches}

    def write(
        self, session: Session, *, officer: str, label: str, kind: str = "do", undoes: int | None = None
    ) -> int | None:
        """Write the step into the change log; its id, or None when nothing changed."""
        rows = [] if self.forgets else self.rows()
        if not rows and not self.batches and not self.forgets:
            return None
        now = dt.datetime.now(dt.UTC)
        # In the order of the commits, also where the clocks of two laptops differ.
        newest = session.scalar(select(func.max(Change.id))) or 0
        step = Change(
            id=max(new_id(), newest + 1),
            at=now,
            officer=officer,
            label=label,
            details=self.details,
            kind="erase" if self.forgets else kind,
            undoes=undoes or self.undoes,
        )
        session.add(step)
        session.flush()
        if rows:
            ids = new_ids(len(rows))
            session.execute(
                insert(ChangeRow), [_row(i, step.id, *row) for i, row in zip(ids, rows, strict=True)]
            )
        for table, images, inserted in self.batches:
            session.add(_batch(step.id, table, images, inserted=inserted))
        session.flush()
        return step.id


def _row(row_id: int, change_id: int, key: Key, before: Image | None, after: Image | None) -> Image:
    return {
        "id": row_id,
        "change_id": change_id,
        "table_name": key[0],
        "row_id": key[1],
        "before": before,
        "after": after,
    }


def _batch(change_id: int, table: str, rows: list[Image], *, inserted: bool) -> ChangeBatch:
    return ChangeBatch(
        change_id=change_id,
        table_name=table,
        first_id=rows[0]["id"],
        last_id=rows[-1]["id"],
        count=len(rows),
        inserted=inserted,
        images=pack(rows),
    )


def recorder_of(session: Session) -> Recorder:
    """The recorder of the change under way in this session."""
    recorder = session.info["recorder"]
    assert isinstance(recorder, Recorder)
    return recorder


def describe(session: Session, **details: str | int) -> None:
    """Give the values for the placeholders in the label of the change under way."""
    recorder_of(session).details.update(details)


def add_many(session: Session, mapped: type[Row], rows: Iterable[Image]) -> None:
    """Insert many new rows at once, recorded compactly. Rows may leave out `id` and what has a default."""
    table = mapped.__table__
    assert isinstance(table, Table)
    defaults = dict.fromkeys(table.columns.keys()) | plain_defaults(mapped)
    given = list(rows)
    if not given:
        return
    stamp = new_id()
    full = [
        defaults | {"id": row_id, "version": stamp} | row
        for row_id, row in zip(new_ids(len(given)), given, strict=True)
    ]
    session.flush()
    session.execute(insert(table), full)
    recorder_of(session).batches.append((table.name, full, True))


def remove_many(session: Session, mapped: type[Row], condition: ColumnElement[bool]) -> None:
    """Delete the rows that meet a condition, recorded compactly; nothing may refer to them."""
    table = mapped.__table__
    assert isinstance(table, Table)
    session.flush()
    rows = [dict(row) for row in session.execute(select(table).where(condition)).mappings()]
    if rows:
        session.execute(delete(table).where(condition))
        recorder_of(session).batches.append((table.name, rows, False))


def _listen(name: str) -> None:
    def note(_mapper: Mapper[Any], _connection: Any, row: Row) -> None:
        session = Session.object_session(row)
        recorder = session.info.get("recorder") if session else None
        if recorder is None:
            raise RuntimeError(f"{row.__tablename__} changed outside of a recorded change")
        key = (row.__tablename__, row.id)
        if name.startswith("before"):
            recorder.before.setdefault(key, _old_image(row))
        elif name == "after_insert":
            recorder.before.setdefault(key, None)
        recorder.after[key] = None if name == "after_delete" else _image(row)

    event.listen(Row, name, note, propagate=True)


for _name in ("after_insert", "before_update", "after_update", "before_delete", "after_delete"):
    _listen(_name)


def _image(row: Row) -> Image:
    return {column.key: encode(getattr(row, column.key)) for column in inspect(row).mapper.columns}


def _old_image(row: Row) -> Image:
    """The row as it was loaded, whatever was set since."""
    state = inspect(row)
    image = {}
    for column in state.mapper.columns:
        history = state.attrs[column.key].history
        image[column.key] = encode(history.deleted[0] if history.deleted else getattr(row, column.key))
    return image
