"""The change log: what every change did, row by row, so that it can be shown, undone and redone.

One step is one `Change`. Its rows hold the images of the row before and after; a bulk insert is kept as
one compressed `ChangeBatch`. Labels are stored untranslated and shown in the reader's language.
"""

import datetime as dt
import json
import zlib
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Table
from sqlalchemy.orm import Mapped, mapped_column

from clubdesk.i18n import _
from clubdesk.model.base import Base
from clubdesk.model.identity import new_id

Image = dict[str, Any]
WORDS = ("answer",)  # details that are stored untranslated, like the labels


class Change(Base):
    """One step: who, when, what. `kind` is do, undo, redo or erase; `undoes` names the step it takes back.

    An erasure has no images and can't be undone.
    """

    __tablename__ = "change"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, default=new_id)
    at: Mapped[dt.datetime]
    officer: Mapped[str] = mapped_column(index=True)
    label: Mapped[str]
    details: Mapped[dict[str, Any]]  # values for the placeholders of the label
    kind: Mapped[str]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("change.id"))


class ChangeRow(Base):
    """A row before and after a change; None where it didn't exist."""

    __tablename__ = "change_row"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, default=new_id)
    change_id: Mapped[int] = mapped_column(ForeignKey("change.id"), index=True)
    table_name: Mapped[str]
    row_id: Mapped[int]
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]

    __table_args__ = (Index(None, "table_name", "row_id"),)


class ChangeBatch(Base):
    """Rows of one table that were inserted (or, by an undo, deleted) together."""

    __tablename__ = "change_batch"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, default=new_id)
    change_id: Mapped[int] = mapped_column(ForeignKey("change.id"), index=True)
    table_name: Mapped[str]
    first_id: Mapped[int]
    last_id: Mapped[int]
    count: Mapped[int]
    inserted: Mapped[bool]
    images: Mapped[bytes]  # zlib of the JSON list of columns followed by the lists of values

    __table_args__ = (Index(None, "table_name", "first_id", "last_id"),)


def told(label: str, details: Mapping[str, Any]) -> str:
    """What a step did, in the reader's language; those details too that are words of ours and no names."""
    said = {key: _(str(value)) if key in WORDS else value for key, value in details.items()}
    return _(label).format_map(said)


def encode(value: Any) -> Any:
    """A column's value as JSON can hold it."""
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    return value


def decode(column: Column[Any], value: Any) -> Any:
    """The inverse of `encode`, by the type of the column."""
    if value is None:
        return None
    kind = column.type.python_type
    if kind is dt.datetime:
        return dt.datetime.fromisoformat(value)
    if kind is dt.date:
        return dt.date.fromisoformat(value)
    return bytes.fromhex(value) if kind is bytes else value


def image_of(values: Image) -> Image:
    return {name: encode(value) for name, value in values.items()}


def values_of(table: Table, image: Image) -> Image:
    return {name: decode(table.c[name], value) for name, value in image.items()}


def pack(rows: list[Image]) -> bytes:
    """Rows that all have the same columns in the same order, small."""
    lines = [list(rows[0]), *(list(row.values()) for row in rows)]
    return zlib.compress(
        json.dumps(lines, ensure_ascii=False, separators=(",", ":"), default=encode).encode(), 1
    )


def unpack(table: Table, images: bytes) -> list[Image]:
    columns, *lines = json.loads(zlib.decompress(images))
    typed = [table.c[name] for name in columns]
    simple = [
        not hasattr(column.type.python_type, "fromisoformat") and column.type.python_type is not bytes
        for column in typed
    ]
    return [
        {
            name: value if plain else decode(column, value)
            for name, column, plain, value in zip(columns, typed, simple, line, strict=True)
        }
        for line in lines
    ]
