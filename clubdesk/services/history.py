"""What was done, by whom, when; for the whole club or for one person."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from clubdesk.i18n import _
from clubdesk.storage.changelog import Change, ChangeBatch, ChangeRow


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One step. `undoes` is the step it took back (an undo) or brought back (a redo)."""

    change: int
    at: dt.datetime
    officer: str
    label: str
    kind: str
    undoes: int | None


def history(session: Session, *, limit: int = 200) -> list[HistoryLine]:
    """The newest steps, the latest first."""
    return [_line(step) for step in session.scalars(select(Change).order_by(Change.id.desc()).limit(limit))]


def history_ids(session: Session) -> list[int]:
    """All steps, the latest first."""
    return list(session.scalars(select(Change.id).order_by(Change.id.desc())))


def history_lines(session: Session, ids: Sequence[int]) -> list[HistoryLine]:
    """These steps, in the order of `ids`."""
    found = {step.id: step for step in session.scalars(select(Change).where(Change.id.in_(ids)))}
    return [_line(found[change_id]) for change_id in ids if change_id in found]


def history_of(session: Session, person_id: int) -> list[HistoryLine]:
    """The steps that changed a person's own row, the latest first."""
    rows = select(ChangeRow.change_id).where(ChangeRow.table_name == "person", ChangeRow.row_id == person_id)
    batches = select(ChangeBatch.change_id).where(
        ChangeBatch.table_name == "person",
        ChangeBatch.first_id <= person_id,
        ChangeBatch.last_id >= person_id,
    )
    steps = select(Change).where(or_(Change.id.in_(rows), Change.id.in_(batches))).order_by(Change.id.desc())
    return [_line(step) for step in session.scalars(steps)]


def last_officer(session: Session, table: str, row_id: int) -> str:
    """Who changed a row last; empty when nobody did since it was imported."""
    newest = (
        select(Change.officer)
        .join(ChangeRow, ChangeRow.change_id == Change.id)
        .where(ChangeRow.table_name == table, ChangeRow.row_id == row_id)
        .order_by(Change.id.desc())
    )
    return session.scalars(newest.limit(1)).first() or ""


@dataclass(frozen=True, slots=True)
class ChangedValue:
    """One value before and after a step; None where the row didn't exist."""

    table: str
    field: str
    before: object
    after: object


def changed_values(session: Session, change_id: int, *, limit: int = 200) -> list[ChangedValue]:
    """What a step changed, value by value; an import only tells how many rows of which table."""
    values: list[ChangedValue] = []
    for row in session.scalars(select(ChangeRow).where(ChangeRow.change_id == change_id).limit(limit)):
        before, after = row.before or {}, row.after or {}
        for field in dict.fromkeys([*before, *after]):
            if field not in HIDDEN and before.get(field) != after.get(field):
                values.append(ChangedValue(row.table_name, field, before.get(field), after.get(field)))
    for batch in session.scalars(select(ChangeBatch).where(ChangeBatch.change_id == change_id)):
        count: tuple[object, object] = (None, batch.count) if batch.inserted else (batch.count, None)
        values.append(ChangedValue(batch.table_name, _("rows"), *count))
    return values


#: Columns that mean nothing to an officer, or that must not be shown.
HIDDEN = ("id", "version", "code_index", "code_proof", "code_turn", "snapshot", "logo")


def _line(step: Change) -> HistoryLine:
    label = _(step.label).format_map(step.details)
    return HistoryLine(step.id, step.at, step.officer, label, step.kind, step.undoes)
