"""Dues: what the club asks for, what a person owes for a period, and what was paid."""

import datetime as dt
from calendar import monthrange

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from clubdesk.model.base import Row

DUE_STATES = ("overdue", "part", "open", "paid", "waived")
WAYS = ("transfer", "cash", "card", "debit", "other")


class DuesKind(Row):
    """What is asked for again and again, such as the membership fee of a year."""

    __tablename__ = "dues_kind"

    name: Mapped[str]
    amount: Mapped[int]  # in the smallest unit of the currency: cents
    currency: Mapped[str]  # ISO 4217
    months: Mapped[int] = mapped_column(default=12)  # how long a period is; 0 is asked for once
    membership: Mapped[str] = mapped_column(default="")  # only of this kind; empty: of all
    retired: Mapped[bool] = mapped_column(default=False)  # no longer asked for


class Due(Row):
    """What one person owes for one period. The amount is that of the day it was charged."""

    __tablename__ = "due"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    kind_id: Mapped[int] = mapped_column(ForeignKey("dues_kind.id"), index=True)
    start: Mapped[dt.date]
    end: Mapped[dt.date | None]  # None: not for a period
    amount: Mapped[int]
    due_on: Mapped[dt.date]  # the last day for the payment
    reminded_on: Mapped[dt.date | None]
    reminders: Mapped[int] = mapped_column(default=0)
    waived_on: Mapped[dt.date | None]
    waived_reason: Mapped[str] = mapped_column(default="")

    payments: Mapped[list["Payment"]] = relationship(cascade="all, delete-orphan", order_by="Payment.paid_on")

    __table_args__ = (UniqueConstraint("person_id", "kind_id", "start"),)


class Payment(Row):
    """Money that came for a due; several may, until it is paid."""

    __tablename__ = "payment"

    due_id: Mapped[int] = mapped_column(ForeignKey("due.id"), index=True)
    amount: Mapped[int]
    paid_on: Mapped[dt.date]
    way: Mapped[str]  # of WAYS
    receipt: Mapped[str] = mapped_column(unique=True)  # R-26-0012-3
    note: Mapped[str] = mapped_column(default="")


def due_state(*, amount: int, paid: int, due_on: dt.date, waived: bool, today: dt.date) -> str:
    """overdue | part | open | paid | waived"""
    if waived:
        return "waived"
    if paid >= amount:
        return "paid"
    if due_on < today:
        return "overdue"
    return "part" if paid else "open"


def period_end(start: dt.date, months: int) -> dt.date | None:
    """The last day of a period; None for what is asked for once."""
    if not months:
        return None
    years, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, month + 1
    following = dt.date(year, month, min(start.day, monthrange(year, month)[1]))
    return following - dt.timedelta(days=1)
