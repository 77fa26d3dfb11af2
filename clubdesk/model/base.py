"""What all mapped classes share: id, version, names of constraints."""

import datetime as dt
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Date,
    DateTime,
    Dialect,
    Integer,
    LargeBinary,
    MetaData,
    String,
    TypeDecorator,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from typing_extensions import override

from clubdesk.model.identity import new_id

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


#: Text that sorts alike everywhere: by code point.
SortKey = String().with_variant(String(collation="C"), "postgresql")


class UtcTime(TypeDecorator[dt.datetime]):
    """A moment, kept as UTC without a zone so that both databases give back the same aware value."""

    impl = DateTime
    cache_ok = True

    @property
    @override
    def python_type(self) -> type[dt.datetime]:
        """By which the change log reads a moment back; a decorator alone doesn't know it."""
        return dt.datetime

    @override
    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        return None if value is None else value.astimezone(dt.UTC).replace(tzinfo=None)

    @override
    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        return None if value is None else value.replace(tzinfo=dt.UTC)


class Base(DeclarativeBase):
    """Every table of a club file."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {
        int: BigInteger().with_variant(Integer(), "sqlite"),  # an INTEGER key is SQLite's rowid
        str: String(),
        bytes: LargeBinary(),
        dt.date: Date(),
        dt.datetime: UtcTime(),
        dict[str, Any]: JSON(),
        list[str]: JSON(),
    }


class Row(Base):
    """A table whose rows officers change: recorded, undoable, guarded against stale forms.

    `version` is a stamp, new with every write and unique, not a counter: so an undo can restore the old row
    wholly, its version included, and a form filled before the undo still can't overwrite a later edit.
    """

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, sort_order=-2)
    version: Mapped[int] = mapped_column(sort_order=-1)

    __mapper_args__ = {"version_id_col": version, "version_id_generator": lambda _: new_id()}

    def __init__(self, **values: Any) -> None:
        super().__init__(**{"id": new_id(), **plain_defaults(type(self)), **values})


def plain_defaults(mapped: type[Row]) -> dict[str, Any]:
    """What the columns of a table hold unless somebody says otherwise, from the moment a row is made."""
    columns = mapped.__table__.columns
    return {c.key: c.default.arg for c in columns if c.default is not None and c.default.is_scalar}
