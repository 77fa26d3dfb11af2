"""What was done, by whom, when; for the whole club or for one person."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.model.folding import fold
from clubdesk.services.changes import HIDDEN, ChangedValue, changed_values
from clubdesk.services.importing.personrow import IMPORT
from clubdesk.services.person_rows import rows_of_person
from clubdesk.storage.changelog import Change, ChangeBatch, ChangeRow, told

__all__ = [
    "HIDDEN",
    "ChangedValue",
    "HistoryLine",
    "changed_values",
    "history",
    "history_ids",
    "history_lines",
    "history_of",
]


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One step. `undoes` is the step it took back (an undo) or brought back (a redo).

    `undone` tells of a step of kind do that nothing is left of it: it was taken back and not done again.
    """

    change: int
    at: dt.datetime
    officer: str
    label: str
    kind: str
    undoes: int | None
    undone: bool = False
    is_import: bool = False


def history(session: Session, *, limit: int = 200) -> list[HistoryLine]:
    """The newest steps, the latest first."""
    return _lines(session, session.scalars(select(Change).order_by(Change.id.desc()).limit(limit)).all())


def history_ids(session: Session, text: str = "") -> list[int]:
    """All steps whose words or officer have every word of the text, the latest first."""
    words = fold(text).split()
    if not words:
        return list(session.scalars(select(Change.id).order_by(Change.id.desc())))
    steps = select(Change.id, Change.label, Change.details, Change.officer).order_by(Change.id.desc())
    return [
        change_id
        for change_id, label, details, officer in session.execute(steps)
        if _has(words, f"{told(label, details)} {officer}")
    ]


def history_lines(session: Session, ids: Sequence[int]) -> list[HistoryLine]:
    """These steps, in the order of `ids`."""
    found = {step.id: step for step in session.scalars(select(Change).where(Change.id.in_(ids)))}
    return _lines(session, [found[change_id] for change_id in ids if change_id in found])


def history_of(session: Session, person_id: int) -> list[HistoryLine]:
    """The steps that changed a person or what is theirs: address, vehicles, letters ...; the latest first."""
    steps: set[int] = set()
    for table, ids in rows_of_person(session, person_id).items():
        one_by_one = ChangeRow.table_name == table, ChangeRow.row_id.in_(ids)
        steps.update(session.scalars(select(ChangeRow.change_id).where(*one_by_one)))
        for row_id in ids:
            within = ChangeBatch.first_id <= row_id, ChangeBatch.last_id >= row_id
            batches = select(ChangeBatch.change_id).where(ChangeBatch.table_name == table, *within)
            steps.update(session.scalars(batches))
    return history_lines(session, sorted(steps, reverse=True))


def last_officer(session: Session, table: str, row_id: int) -> str:
    """Who changed a row last; empty when nobody did since it was imported."""
    newest = (
        select(Change.officer)
        .join(ChangeRow, ChangeRow.change_id == Change.id)
        .where(ChangeRow.table_name == table, ChangeRow.row_id == row_id)
        .order_by(Change.id.desc())
    )
    return session.scalars(newest.limit(1)).first() or ""


def _has(words: Sequence[str], text: str) -> bool:
    folded = fold(text)
    return all(word in folded for word in words)


def _lines(session: Session, steps: Sequence[Change]) -> list[HistoryLine]:
    undone = _undone(session, [step.id for step in steps if step.kind == "do"])
    return [_line(step, undone=step.id in undone) for step in steps]


def _undone(session: Session, ids: Sequence[int]) -> set[int]:
    """Which of these steps are taken back: undo and redo follow each other, the last one counts."""
    undone: set[int] = set()
    last = {change_id: change_id for change_id in ids}  # what the step became -> the step itself
    while last:
        followed = select(Change.undoes, Change.id).where(Change.undoes.in_(last))
        last = {after: last[before] for before, after in session.execute(followed) if before is not None}
        undone ^= set(last.values())
    return undone


def _line(step: Change, *, undone: bool) -> HistoryLine:
    label = told(step.label, step.details)
    is_import = step.label == IMPORT and step.kind == "do"
    return HistoryLine(step.id, step.at, step.officer, label, step.kind, step.undoes, undone, is_import)
