"""The club's own fields among what conditions can be about."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.model.custom import CustomField, CustomValue, field_key
from clubdesk.services.conditions.fields import FIELDS, Field, Kind, Source

KINDS: Mapping[str, Kind] = {
    "text": "text", "date": "own-date", "number": "own-number", "yesno": "flag", "choice": "text",
}  # fmt: skip


def all_fields(session: Session) -> dict[str, Field]:
    """What conditions of this club can be about, its own fields last."""
    rows = session.scalars(select(CustomField).order_by(CustomField.position, CustomField.id))
    return FIELDS | {field.key: field for field in map(_field, rows)}


def _field(row: CustomField) -> Field:
    of_field = row.id
    source = Source(CustomValue.person_id, lambda query, _day: query.where(CustomValue.field_id == of_field))
    return Field(field_key(row.name), row.name, KINDS[row.kind], source, CustomValue.value)
