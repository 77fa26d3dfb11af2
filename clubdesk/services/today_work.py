"""What waits to be done in the club today; whatever is empty or zero needs nobody."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from clubdesk.model.clubs import Club
from clubdesk.model.events import Event, EventDay
from clubdesk.model.letters import Letter, LetterRun, Reply
from clubdesk.model.persons import Address, Membership
from clubdesk.model.roster import RosterLine
from clubdesk.model.verification import STATES
from clubdesk.services.clubs import the_club
from clubdesk.services.dues.due_list import count_overdue
from clubdesk.services.events.cards import EventLine, event_line
from clubdesk.services.letters.proposals import people_to_correct
from clubdesk.services.letters.recipients import NEEDS_LETTER, RENEWED_BEFORE
from clubdesk.services.letters.scans import waiting_replies
from clubdesk.services.members.finding import status_counts
from clubdesk.services.today import today
from clubdesk.storage.memberships import holds_on

__all__ = ["TodayWork", "WaitingRun", "open_answers", "today_work"]
MOST_EVENTS = 5


@dataclass(frozen=True, slots=True)
class WaitingRun:
    """A letter run that has not gone to the post; `printed` is None while it is a draft."""

    id: int
    title: str
    letters: int
    printed: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayWork:
    """The club's numbers and its work.

    `statuses` counts people by their state, in the order of the states. `need_letter` counts who was never
    verified or no longer is and can be written to, `without_address` who can't. `silent` and `mended` are
    people who get another letter: no reply for `silent_days`, or the last one came back and the address was
    mended since; `returned` counts addresses still to mend. `expiring` verifications end by `expiring_by`.
    `overdue` counts dues that should have been paid by now.
    `waiting_replies` counts scanned slips and pages to look at, `to_correct` are people with corrections.
    `missing` names what a letter needs of the club's settings: address, contact.
    """

    statuses: dict[str, int]
    need_letter: int
    without_address: int
    to_print: tuple[WaitingRun, ...]
    to_post: tuple[WaitingRun, ...]
    silent: tuple[int, ...]
    silent_days: int
    returned: int
    mended: tuple[int, ...]
    expiring: tuple[int, ...]
    expiring_by: dt.date
    events: tuple[EventLine, ...]
    missing: tuple[str, ...]
    sample: bool
    waiting_replies: int
    to_correct: tuple[int, ...]
    overdue: int

    @property
    def people(self) -> int:
        return sum(self.statuses.values())


def today_work(session: Session, *, on: dt.date | None = None) -> TodayWork:
    """All that waits on a day, and the numbers that stand above it."""
    day, club, counts = on or today(), the_club(session), status_counts(session)
    soon = day + RENEWED_BEFORE
    runs = _waiting_runs(session)
    need, reachable = and_(RosterLine.status.in_(NEEDS_LETTER), _is_member(day)), _reachable()
    return TodayWork(
        statuses={state: counts[state] for state in STATES if state in counts},
        need_letter=_count(session, need, reachable),
        without_address=_count(session, need, ~reachable),
        to_print=tuple(run for run in runs if run.printed is None),
        to_post=tuple(run for run in runs if run.printed is not None),
        silent=_people(session, RosterLine.status == "silent", reachable),
        silent_days=club.silent_days,
        returned=_count(session, RosterLine.status == "returned", ~reachable),
        mended=_people(session, RosterLine.status == "returned", reachable),
        expiring=_people(
            session,
            RosterLine.status == "verified",
            RosterLine.status_day <= soon,
            ~_asked(day),
            reachable,
        ),
        expiring_by=soon,
        events=_events(session, day),
        missing=_missing(club),
        sample=club.sample,
        waiting_replies=waiting_replies(session),
        to_correct=people_to_correct(session),
        overdue=count_overdue(session),
    )


def _is_member(day: dt.date) -> ColumnElement[bool]:
    return exists().where(Membership.person_id == RosterLine.person_id, holds_on(day))


def _reachable() -> ColumnElement[bool]:
    """Whether a letter can be addressed, as letters.recipients sees it."""
    return exists().where(
        Address.person_id == RosterLine.person_id,
        Address.end.is_(None),
        Address.status.not_in(("returned", "blocked")),
        or_(
            and_(Address.city != "", Address.postcode != ""),
            and_(Address.street != "", or_(Address.city != "", Address.postcode != "")),
        ),
    )


def _asked(day: dt.date) -> ColumnElement[bool]:
    """Whether a letter is under way to somebody whose verification still holds."""
    return exists().where(
        Letter.person_id == RosterLine.person_id,
        Letter.voided_on.is_(None),
        Letter.returned_on.is_(None),
        ~exists().where(Reply.letter_id == Letter.id),
        Letter.expires >= day,
    )


def _count(session: Session, *conditions: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(RosterLine).where(*conditions)) or 0


def _people(session: Session, *conditions: ColumnElement[bool]) -> tuple[int, ...]:
    return tuple(session.scalars(select(RosterLine.person_id).where(*conditions)))


def _waiting_runs(session: Session) -> list[WaitingRun]:
    waiting = (
        select(LetterRun.id, LetterRun.title, func.count(Letter.id), LetterRun.printed_on)
        .join(Letter, Letter.run_id == LetterRun.id)
        .where(LetterRun.posted_on.is_(None), LetterRun.closed_on.is_(None))
        .group_by(LetterRun.id)
        .order_by(LetterRun.id)
    )
    return [WaitingRun(*row) for row in session.execute(waiting)]


def _events(session: Session, day: dt.date) -> tuple[EventLine, ...]:
    """The next events that want something: nobody invited yet, answers missing, people waiting."""
    ahead = select(EventDay.event_id, func.min(EventDay.date)).group_by(EventDay.event_id)
    ahead = ahead.having(func.max(EventDay.date) >= day).order_by(func.min(EventDay.date))
    found: list[EventLine] = []
    for event_id, _first in session.execute(ahead):
        line = event_line(session, session.get_one(Event, event_id))
        if not line.invited or line.waiting or open_answers(line):
            found.append(line)
        if len(found) == MOST_EVENTS:
            break
    return tuple(found)


def open_answers(line: EventLine) -> int:
    """How many of the invited people have not answered."""
    return line.invited - line.accepted - line.waiting - line.declined


def _missing(club: Club) -> tuple[str, ...]:
    missing = []
    if not (club.street and club.city):
        missing.append("address")
    if not club.contact_name:
        missing.append("contact")
    return tuple(missing)
