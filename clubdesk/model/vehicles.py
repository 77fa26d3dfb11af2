"""Vehicles and who owned them when."""

import datetime as dt

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from clubdesk.model.base import Row


class Vehicle(Row):
    """One car. `model` and `variant` together name it: Model 3 + Performance."""

    __tablename__ = "vehicle"

    make: Mapped[str] = mapped_column(default="")
    model: Mapped[str] = mapped_column(default="")
    variant: Mapped[str] = mapped_column(default="")
    year: Mapped[int | None]
    colour: Mapped[str] = mapped_column(default="")
    plate: Mapped[str] = mapped_column(default="")
    vin: Mapped[str] = mapped_column(default="")  # 17 symbols without I, O, Q; empty when not known

    __table_args__ = (Index(None, "vin"), Index(None, "model"))

    @property
    def name(self) -> str:
        return vehicle_name(self.model, self.variant)


class Ownership(Row):
    """A person's car from a day to a day; selling it ends the ownership and asks for a new verification."""

    __tablename__ = "ownership"

    vehicle_id: Mapped[int] = mapped_column(ForeignKey("vehicle.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    start: Mapped[dt.date | None]
    end: Mapped[dt.date | None]


def vehicle_name(model: str, variant: str) -> str:
    """Model 3 Performance"""
    return f"{model} {variant}".strip()
