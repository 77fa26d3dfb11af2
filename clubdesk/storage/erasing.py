"""Take what the change log still tells of rows that are erased for good."""

import json
import zlib
from collections.abc import Collection, Mapping

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from clubdesk.model.scans import Scan, ScanImage
from clubdesk.storage.changelog import Change, ChangeBatch, ChangeRow
from clubdesk.storage.recorder import recorder_of


def forget_step(session: Session) -> None:
    """The change under way leaves no images: nothing of it can be brought back."""
    recorder_of(session).forgets = True


def deleted_rows(session: Session) -> list[tuple[str, int]]:
    """Table and id of what the change under way has deleted."""
    recorder = recorder_of(session)
    return [key for key, after in recorder.after.items() if after is None]


def erase_pictures(session: Session) -> None:
    """Erase the pictures of pages that are no longer there."""
    used = select(Scan.image_id).where(Scan.image_id.is_not(None))
    session.execute(delete(ScanImage).where(ScanImage.id.not_in(used)))


def erase_images(session: Session, rows: Mapping[str, Collection[int]], names: Collection[str]) -> None:
    """Erase the images of these rows (ids by table), and `names` where a label tells them.

    Steps of which nothing is left go too, so that an undo never stops at an empty one.
    """
    touched = set()
    for table, ids in rows.items():
        wanted = set(ids)
        found = select(ChangeRow).where(ChangeRow.table_name == table)
        for row in session.scalars(found.where(ChangeRow.row_id.in_(wanted))):
            touched.add(row.change_id)
            session.delete(row)
        batches = select(ChangeBatch).where(ChangeBatch.table_name == table)
        for batch in session.scalars(
            batches.where(ChangeBatch.first_id <= max(wanted), ChangeBatch.last_id >= min(wanted))
        ):
            touched.add(batch.change_id)
            _thin(session, batch, wanted)
    session.flush()
    _erase_names(session, touched, set(names))
    _delete_empty(session, touched)


def _thin(session: Session, batch: ChangeBatch, erased: set[int]) -> None:
    """Write a batch anew without some of its rows."""
    columns, *lines = json.loads(zlib.decompress(batch.images))
    at = columns.index("id")
    kept = [line for line in lines if line[at] not in erased]
    if len(kept) == len(lines):
        return
    if not kept:
        session.delete(batch)
        return
    batch.first_id, batch.last_id, batch.count = kept[0][at], kept[-1][at], len(kept)
    packed = json.dumps([columns, *kept], ensure_ascii=False, separators=(",", ":"))
    batch.images = zlib.compress(packed.encode(), 1)


def _erase_names(session: Session, steps: set[int], names: set[str]) -> None:
    for step in session.scalars(select(Change).where(Change.id.in_(steps))):
        if any(value in names for value in step.details.values()):
            step.details = {key: "–" if value in names else value for key, value in step.details.items()}


def _delete_empty(session: Session, steps: set[int]) -> None:
    """Undoes before what they undid."""
    for step_id in sorted(steps, reverse=True):
        left = [
            session.scalars(select(kind.id).where(kind.change_id == step_id).limit(1)).first()
            for kind in (ChangeRow, ChangeBatch)
        ]
        leads = session.scalars(select(Change.id).where(Change.undoes == step_id).limit(1)).first()
        if left == [None, None] and leads is None:
            session.execute(delete(Change).where(Change.id == step_id))
