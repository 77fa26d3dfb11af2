"""Events: days, sessions, eligibility, invitations, registrations, run groups."""

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from clubdesk.model.base import Row

KINDS = ("driving-school", "pop-up-market", "executive-visit", "social")


class Event(Row):
    """What the club invites to."""

    __tablename__ = "event"

    kind: Mapped[str]
    title: Mapped[str]
    venue: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")  # street and town of the venue
    capacity: Mapped[int | None]  # None: no limit
    answer_by: Mapped[dt.date | None]
    notes: Mapped[str] = mapped_column(default="")

    days: Mapped[list["EventDay"]] = relationship(cascade="all, delete-orphan", order_by="EventDay.date")
    rules: Mapped[list["EligibilityRule"]] = relationship(cascade="all, delete-orphan")
    groups: Mapped[list["RunGroup"]] = relationship(
        cascade="all, delete-orphan", order_by="RunGroup.position"
    )


class EventDay(Row):
    __tablename__ = "event_day"

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    date: Mapped[dt.date]

    sessions: Mapped[list["EventSession"]] = relationship(
        cascade="all, delete-orphan", order_by="EventSession.starts"
    )


class EventSession(Row):
    """One line of the programme of a day."""

    __tablename__ = "event_session"

    day_id: Mapped[int] = mapped_column(ForeignKey("event_day.id"), index=True)
    starts: Mapped[str]  # 09:30, local time of the venue
    ends: Mapped[str] = mapped_column(default="")
    title: Mapped[str]
    place: Mapped[str] = mapped_column(default="")


class EligibilityRule(Row):
    """One condition of the audience. All of one kind are alternatives; every kind must be met."""

    __tablename__ = "eligibility_rule"

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    kind: Mapped[str]  # verified | model | chapter | list
    value: Mapped[str] = mapped_column(default="")  # the model's, chapter's or list's name


class RunGroup(Row):
    __tablename__ = "run_group"

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    name: Mapped[str]
    position: Mapped[int]
    size: Mapped[int | None]  # how many drivers at most


class Invitation(Row):
    """One person's printed invitation; its code answers it, as a reply code answers a letter."""

    __tablename__ = "invitation"

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    number: Mapped[str]  # E-26-0007-3: shown in the window of the envelope
    invited_on: Mapped[dt.date]
    snapshot: Mapped[dict[str, Any]]
    code_turn: Mapped[int] = mapped_column(default=0)
    code_index: Mapped[bytes] = mapped_column(unique=True)
    code_proof: Mapped[bytes]

    __table_args__ = (UniqueConstraint("event_id", "person_id"),)


class Registration(Row):
    """What an invited person answered, and whether there is a place.

    An invitation without one is open; that is the only place where the state of an answer is kept.
    """

    __tablename__ = "registration"

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    state: Mapped[str]  # accepted | waiting | declined | cancelled
    answered_at: Mapped[dt.datetime]  # UTC; the order of the waiting list
    group_id: Mapped[int | None] = mapped_column(ForeignKey("run_group.id"), index=True)

    __table_args__ = (UniqueConstraint("event_id", "person_id"),)
