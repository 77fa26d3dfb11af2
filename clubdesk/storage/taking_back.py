"""Take back of a step what nobody touched since; what was edited or is in use elsewhere stays.

Other than `undo`, which is all or nothing and goes backwards step by step, this works any time later.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from clubdesk.model.base import Row
from clubdesk.storage.changelog import Change, ChangeBatch, ChangeRow, Image, image_of, unpack, values_of
from clubdesk.storage.recorder import recorder_of
from clubdesk.storage.undo import in_chunks, table_of, write_images

Key = tuple[str, int]
OWNER = "person_id"  # what belongs to somebody who stays, stays


@dataclass(slots=True)
class Remains:
    """What can still be taken back of a step, and what can't, with the table that speaks against it."""

    inserted: dict[str, dict[int, Image]] = field(default_factory=lambda: defaultdict(dict))
    restored: dict[Key, tuple[Image, Image]] = field(default_factory=dict)  # now, before the step
    kept: dict[Key, str] = field(default_factory=dict)
    owners: dict[Key, int] = field(default_factory=dict)  # of the kept rows: the person

    def kept_in(self, table: str) -> Iterator[int]:
        return (row_id for name, row_id in self.kept if name == table)

    def keep(self, key: Key, because: str) -> None:
        image = self.inserted[key[0]].pop(key[1], None) or {}
        self.restored.pop(key, None)
        self.kept[key] = because
        owner = key[1] if key[0] == "person" else image.get(OWNER)
        if owner is not None:
            self.owners[key] = owner


def remains_of(session: Session, step: Change) -> Remains:
    """What of the step is as it left it."""
    remains = Remains()
    changed = _collect(session, step, remains)
    _keep_edited(session, remains, changed)
    _keep_used(session, remains)
    return remains


def take_back(session: Session, step: Change) -> Remains:
    """Delete and restore what remains of the step, as part of the change under way."""
    remains = remains_of(session, step)
    recorder = recorder_of(session)
    recorder.undoes = step.id
    values: dict[str, list[Image]] = defaultdict(list)
    for (table, row_id), (now, before) in remains.restored.items():
        recorder.before[table, row_id], recorder.after[table, row_id] = now, before
        values[table].append(values_of(table_of(table), before))
    deletes: dict[str, list[int]] = defaultdict(list)
    for table, rows in remains.inserted.items():
        if rows:
            deletes[table] = list(rows)
            recorder.batches.append((table, list(rows.values()), False))
    write_images(session, defaultdict(list), values, deletes)
    session.expire_all()
    return remains


def _collect(session: Session, step: Change, remains: Remains) -> dict[Key, Image]:
    """Fill in what the step did; the images of the rows that it wrote one by one."""
    after: dict[Key, Image] = {}
    for row in session.scalars(select(ChangeRow).where(ChangeRow.change_id == step.id)):
        if row.after is None:
            continue  # imports delete nothing
        key = (row.table_name, row.row_id)
        after[key] = row.after
        if row.before is None:
            remains.inserted[row.table_name][row.row_id] = values_of(table_of(row.table_name), row.after)
        else:
            remains.restored[key] = (row.after, row.before)
    for batch in session.scalars(select(ChangeBatch).where(ChangeBatch.change_id == step.id)):
        if batch.inserted:
            images = unpack(table_of(batch.table_name), batch.images)
            remains.inserted[batch.table_name] |= {image["id"]: image for image in images}
    return after


def _keep_edited(session: Session, remains: Remains, after: dict[Key, Image]) -> None:
    """Rows that are no longer as the step left them; those that are gone need no taking back."""
    for name in list(remains.inserted):
        versions = {row_id: image["version"] for row_id, image in remains.inserted[name].items()}
        table = table_of(name)
        for ids in in_chunks(list(versions)):
            found = select(table.c.id, table.c.version).where(table.c.id.in_(ids))
            now = {row.id: row.version for row in session.execute(found)}
            for row_id in ids:
                if row_id not in now:
                    del remains.inserted[name][row_id]
                elif now[row_id] != versions[row_id]:
                    remains.keep((name, row_id), name)
    for name, row_id in list(remains.restored):
        table = table_of(name)
        found_row = session.execute(select(table).where(table.c.id == row_id)).mappings().first()
        if found_row is None or image_of(dict(found_row)) != after[name, row_id]:
            owner = after[name, row_id].get(OWNER)
            remains.keep((name, row_id), name)
            if owner is not None:
                remains.owners[name, row_id] = owner


def _keep_used(session: Session, remains: Remains) -> None:
    """What rows that stay refer to, stays; and with a person all that is theirs."""
    references = [reference for table in _tables() for reference in _references(session, table, remains)]
    grown = True
    while grown:
        grown = False
        for (child, row_id), (parent, parent_id), owned in references:
            leaves = row_id in remains.inserted[child]
            if not leaves and (child, row_id) not in remains.restored:
                if parent_id in remains.inserted[parent]:
                    remains.keep((parent, parent_id), child)
                    grown = True
            elif leaves and owned and ("person", parent_id) in remains.kept:
                remains.keep((child, row_id), remains.kept["person", parent_id])
                grown = True


def _tables() -> list[Table]:
    """Those that officers fill; what is worked out from them follows by itself."""
    return [mapper.local_table for mapper in Row.registry.mappers if issubclass(mapper.class_, Row)]  # type: ignore[misc]


Reference = tuple[Key, Key, bool]


def _references(session: Session, table: Table, remains: Remains) -> Iterator[Reference]:
    """Which rows of the table refer to rows that the step added or changed."""
    for column in table.columns:
        for foreign in column.foreign_keys:
            parent = foreign.column.table.name
            added = {*remains.inserted.get(parent, ()), *remains.kept_in(parent)}
            if not added:
                continue
            rows: Any = select(table.c.id, column).where(column.between(min(added), max(added)))
            for row_id, parent_id in session.execute(rows):
                if parent_id in added:
                    yield (table.name, row_id), (parent, parent_id), column.name == OWNER
