"""What a step of the history changed, value by value."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.i18n import _
from clubdesk.model.clubs import Chapter
from clubdesk.model.custom import CustomField
from clubdesk.model.dues import DuesKind
from clubdesk.model.events import Event, RunGroup
from clubdesk.model.letters import LetterRun
from clubdesk.model.persons import Household, Tag
from clubdesk.model.roster import RosterLine
from clubdesk.model.vehicles import Vehicle, vehicle_name
from clubdesk.services.chunks import chunks
from clubdesk.storage.changelog import ChangeBatch, ChangeRow

#: Columns that mean nothing to an officer, or that must not be shown.
HIDDEN = (
    "id",
    "version",
    "code_index",
    "code_proof",
    "code_turn",
    "snapshot",
    "logo",
    "letter_paper",
    "key",
    "digest",
    "place",
    "picture",
    "sort_value",
)


@dataclass(frozen=True, slots=True)
class ChangedValue:
    """One value before and after a step; None where the row didn't exist. `row` tells rows apart.

    `kind` says whether the row was added, deleted or changed. A field that refers to another row has the name
    of that row; None when that row is gone.
    """

    table: str
    field: str
    before: object
    after: object
    row: int = 0
    kind: str = "changed"


def changed_values(session: Session, change_id: int, *, limit: int = 200) -> list[ChangedValue]:
    """What a step changed, value by value; an import only tells how many rows of which table."""
    rows = session.scalars(select(ChangeRow).where(ChangeRow.change_id == change_id).limit(limit)).all()
    names = _names(session, rows)
    values = [value for row in rows for value in _of_row(row, names)]
    for batch in session.scalars(select(ChangeBatch).where(ChangeBatch.change_id == change_id)):
        count: tuple[object, object] = (None, batch.count) if batch.inserted else (batch.count, None)
        kind = "added" if batch.inserted else "deleted"
        values.append(ChangedValue(batch.table_name, _("rows"), *count, kind=kind))
    return values


Names = Mapping[tuple[str, object], str]


def _of_row(row: ChangeRow, names: Names) -> Iterator[ChangedValue]:
    before, after = row.before or {}, row.after or {}
    kind = "added" if row.before is None else "deleted" if row.after is None else "changed"
    for field in dict.fromkeys([*before, *after]):
        old, new = before.get(field), after.get(field)
        if field in HIDDEN or old == new:
            continue
        if field.endswith("_id"):
            old, new = names.get((field, old)), names.get((field, new))
        yield ChangedValue(row.table_name, field, old, new, row.row_id, kind)


#: How the rows are called that a field refers to.
_CALLED: dict[str, tuple[Any, Any, Callable[..., str]]] = {
    "chapter_id": (Chapter.id, (Chapter.name,), str),
    "household_id": (Household.id, (Household.name,), str),
    "tag_id": (Tag.id, (Tag.name,), str),
    "field_id": (CustomField.id, (CustomField.name,), str),
    "person_id": (RosterLine.person_id, (RosterLine.name,), str),
    "kind_id": (DuesKind.id, (DuesKind.name,), str),
    "event_id": (Event.id, (Event.title,), str),
    "group_id": (RunGroup.id, (RunGroup.name,), str),
    "run_id": (LetterRun.id, (LetterRun.title,), str),
    "vehicle_id": (Vehicle.id, (Vehicle.model, Vehicle.variant), vehicle_name),
}


def _names(session: Session, rows: Sequence[ChangeRow]) -> dict[tuple[str, object], str]:
    names: dict[tuple[str, object], str] = {}
    for field, (key, columns, called) in _CALLED.items():
        ids = {image[field] for image in _images(rows) if image.get(field)}
        for some in chunks(sorted(ids)):
            for row_id, *parts in session.execute(select(key, *columns).where(key.in_(some))):
                names[field, row_id] = called(*parts)
    return names


def _images(rows: Iterable[ChangeRow]) -> Iterator[dict[str, Any]]:
    for row in rows:
        yield from (image for image in (row.before, row.after) if image)
