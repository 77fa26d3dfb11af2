"""Memberships as periods: who leaves and comes back is one person with two of them."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _, window_texts
from clubdesk.model.clubs import Chapter
from clubdesk.model.persons import Membership
from clubdesk.services.checks import checked
from clubdesk.services.members.rows import chapter_id, told_of
from clubdesk.services.today import today
from clubdesk.services.workspace import change
from clubdesk.storage.memberships import holds_on


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """One period of membership; `is_over` tells that its end has passed."""

    id: int
    chapter: str
    kind: str
    start: dt.date | None
    end: dt.date | None
    is_over: bool


def period_lines(session: Session, person_id: int) -> tuple[PeriodLine, ...]:
    """The periods of a person in the order in which they were made."""
    periods = (
        select(Membership.id, Chapter.name, Membership.kind, Membership.start, Membership.end)
        .outerjoin(Chapter)
        .where(Membership.person_id == person_id)
        .order_by(Membership.id)
    )
    return tuple(
        PeriodLine(i, chapter or "", kind, start, end, end is not None and end < today())
        for i, chapter, kind, start, end in session.execute(periods)
    )


@change(N_("Change the membership of {name}"))
def set_membership(
    session: Session,
    person_id: int,
    *,
    chapter: str,
    start: dt.date | None = None,
    end: dt.date | None = None,
    kind: str = "member",
) -> None:
    """Set the current period; with no current one (they left and came back) a new period begins."""
    told_of(session, person_id)
    current = select(Membership).where(Membership.person_id == person_id, holds_on(today()))
    period = session.scalars(current.order_by(Membership.id)).first()
    if period is None:
        period = Membership(person_id=person_id)
        session.add(period)
    _set(session, period, chapter=chapter, kind=kind, start=start, end=end)


@change(N_("New membership of {name}"))
def add_membership(
    session: Session,
    person_id: int,
    *,
    chapter: str = "",
    kind: str = "member",
    start: dt.date | None = None,
    end: dt.date | None = None,
) -> int:
    """A further period, of another chapter or after the last one ended; its id."""
    told_of(session, person_id)
    period = Membership(person_id=person_id)
    session.add(period)
    _set(session, period, chapter=chapter, kind=kind, start=start, end=end)
    return period.id


@change(N_("Change a membership of {name}"))
def set_period(
    session: Session,
    person_id: int,
    *,
    period: int,
    chapter: str,
    kind: str,
    start: dt.date | None,
    end: dt.date | None,
) -> None:
    """Set all of one period."""
    told_of(session, person_id)
    _set(session, _period(session, person_id, period), chapter=chapter, kind=kind, start=start, end=end)


@change(N_("Delete a membership of {name}"))
def remove_membership(session: Session, person_id: int, *, period: int) -> None:
    """Take a period away that never was; a membership that ends gets an end."""
    told_of(session, person_id)
    session.delete(_period(session, person_id, period))


def _set(
    session: Session,
    period: Membership,
    *,
    chapter: str,
    kind: str,
    start: dt.date | None,
    end: dt.date | None,
) -> None:
    if start and end and end < start:
        raise Problem(_("A membership can't end before it starts."), _("Check the two dates."))
    with session.no_autoflush:
        period.chapter_id = chapter_id(session, chapter)
        period.kind = checked("kind", kind) or "member"
        period.start, period.end = start, end
        _check_overlap(session, period)


def _check_overlap(session: Session, period: Membership) -> None:
    """Nobody is a member of one chapter twice at a time."""
    others = select(Membership).where(
        Membership.person_id == period.person_id, Membership.id != period.id, Membership.kind == period.kind
    )
    for other in session.scalars(others):
        if other.chapter_id == period.chapter_id and _overlap(other, period):
            days = " – ".join(
                window_texts().short_date(day) if day else "…" for day in (other.start, other.end)
            )
            raise Problem(
                _("These days overlap with the membership of {days}.").format(days=days),
                _("End that one first, or give other days."),
            )


def _overlap(one: Membership, other: Membership) -> bool:
    """A day on which one ends and the other begins is shared without harm."""
    first, last = dt.date.min, dt.date.max
    return (one.start or first) < (other.end or last) and (other.start or first) < (one.end or last)


def _period(session: Session, person_id: int, period_id: int) -> Membership:
    row = session.get(Membership, period_id)
    if row is None or row.person_id != person_id:
        raise Problem(_("This membership is gone."), _("Undo brings it back."))
    return row
