"""Ask for dues: who owes them for a period, and why others don't."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.model.dues import Due, DuesKind, period_end
from clubdesk.model.identity import new_ids
from clubdesk.model.persons import Membership
from clubdesk.model.roster import RosterLine
from clubdesk.services.dues.kinds import get_kind
from clubdesk.services.letters.recipients import LeftOut
from clubdesk.services.today import today
from clubdesk.services.workspace import change
from clubdesk.storage.memberships import holds_on
from clubdesk.storage.recorder import add_many, describe

TO_PAY = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """Whom a charge would reach: people by name, and who is left out for which reason."""

    kind: int
    start: dt.date
    end: dt.date | None
    due_on: dt.date
    people: tuple[int, ...]
    left_out: tuple[LeftOut, ...]


def first_day(kind_months: int, day: dt.date) -> dt.date:
    """When the period around a day begins: the year's, the quarter's ...; the day itself for once."""
    if not kind_months:
        return day
    return dt.date(day.year, (day.month - 1) // kind_months * kind_months + 1, 1)


def prospect(
    session: Session,
    kind_id: int,
    *,
    start: dt.date | None = None,
    due_on: dt.date | None = None,
    people: Sequence[int] | None = None,
) -> Prospect:
    """Who owes this for the period from `start` on: members at some time of it, unless charged already.

    `people` narrows it to some; without `start` it is the period we are in.
    """
    kind = get_kind(session, kind_id)
    begin = start or first_day(kind.months, today())
    end = period_end(begin, kind.months)
    members = _members(session, kind, begin, end)
    charged = set(session.scalars(select(Due.person_id).where(Due.kind_id == kind_id, Due.start == begin)))
    names = select(RosterLine.person_id, RosterLine.name).order_by(RosterLine.sort_name, RosterLine.person_id)
    chosen, left_out = [], []
    wanted = None if people is None else set(people)
    for person, name in session.execute(names):
        if wanted is not None and person not in wanted:
            continue
        if person in charged:
            left_out.append(LeftOut(person, name, _("was charged for this period already")))
        elif person not in members:
            left_out.append(LeftOut(person, name, _("is no member in this period")))
        else:
            chosen.append(person)
    return Prospect(
        kind=kind_id,
        start=begin,
        end=end,
        due_on=due_on or max(begin, today()) + TO_PAY,
        people=tuple(chosen),
        left_out=tuple(left_out),
    )


def _members(session: Session, kind: DuesKind, start: dt.date, end: dt.date | None) -> set[int]:
    last = end or start
    query = select(Membership.person_id).where(
        holds_on(start), Membership.start.is_(None) | (Membership.start <= last)
    )
    if kind.membership:
        query = query.where(Membership.kind == kind.membership)
    return set(session.scalars(query))


@dataclass(frozen=True, slots=True)
class Charged:
    """How many dues were made, and who was left out."""

    dues: int
    left_out: tuple[LeftOut, ...]


@change(N_("{name} charged: {count}"))
def charge(
    session: Session,
    kind_id: int,
    *,
    start: dt.date | None = None,
    due_on: dt.date | None = None,
    people: Sequence[int] | None = None,
) -> Charged:
    """Make a due for each of the people of `prospect`; Problem when there is nobody to charge."""
    kind = get_kind(session, kind_id)
    if kind.retired:
        raise Problem(_("{name} is no longer asked for.").format(name=kind.name))
    found = prospect(session, kind_id, start=start, due_on=due_on, people=people)
    if not found.people:
        raise Problem(
            _("There is nobody to charge for this period."), _("All were charged, or are no members then.")
        )
    rows = [
        {
            "id": row_id,
            "person_id": person,
            "kind_id": kind_id,
            "start": found.start,
            "end": found.end,
            "amount": kind.amount,
            "due_on": found.due_on,
        }
        for row_id, person in zip(new_ids(len(found.people)), found.people, strict=True)
    ]
    add_many(session, Due, rows)
    describe(session, name=kind.name, count=len(rows))
    return Charged(len(rows), found.left_out)
