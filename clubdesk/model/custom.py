"""What this club alone keeps of its people: fields it defines itself, and their values."""

import re

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from clubdesk.model.base import Row, SortKey
from clubdesk.model.folding import fold

KINDS = ("text", "date", "number", "yesno", "choice")


class CustomField(Row):
    """A field that the club added to the form of a person."""

    __tablename__ = "custom_field"

    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str] = mapped_column(default="text")  # of KINDS
    choices: Mapped[list[str]] = mapped_column(default=list)
    position: Mapped[int]


class CustomValue(Row):
    """What stands in such a field of a person; there is no row where nothing stands.

    `value` is the same whatever the language of the window: 2027-03-12, 12.5, yes.
    """

    __tablename__ = "custom_value"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    field_id: Mapped[int] = mapped_column(ForeignKey("custom_field.id"))
    value: Mapped[str]
    sort_value: Mapped[str] = mapped_column(SortKey)

    __table_args__ = (UniqueConstraint("person_id", "field_id"), Index(None, "field_id", "sort_value"))


def field_key(name: str) -> str:
    """What conditions and letters call a field: own.jacket-size; two fields never share it."""
    return "own." + re.sub(r"\W+", "-", fold(name)).strip("-")


def sort_value(kind: str, value: str) -> str:
    """The key by which values of a kind are sorted: -3 before 9 before 10.5, dates by time."""
    return _number_key(value) if kind == "number" else fold(value)


def _number_key(value: str) -> str:
    whole, _point, part = value.lstrip("-").partition(".")
    key = f"{whole.zfill(15)}.{part.rstrip('0')}"
    if not value.startswith("-"):
        return f"1{key}"
    # The larger a negative number is, the earlier it comes; ~ ends the key as a shorter fraction is larger.
    return "0" + key.translate(str.maketrans("0123456789", "9876543210")) + "~"
