"""Events as their list and their page show them."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.model.eligibility import Rule
from clubdesk.model.events import Event, EventDay, EventSession, Invitation, Registration
from clubdesk.services.today import today


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """One event in the list of events."""

    id: int
    kind: str
    title: str
    venue: str
    first_day: dt.date | None
    last_day: dt.date | None
    capacity: int | None
    invited: int
    accepted: int
    waiting: int
    declined: int


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One line of the programme; times are HH:MM at the venue."""

    id: int
    starts: str
    ends: str
    title: str
    place: str


@dataclass(frozen=True, slots=True)
class DayCard:
    id: int
    date: dt.date
    sessions: tuple[SessionLine, ...]


@dataclass(frozen=True, slots=True)
class GroupLine:
    id: int
    name: str
    size: int | None
    drivers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCard:
    """An event with all that is planned for it."""

    line: EventLine
    place: str
    answer_by: dt.date | None
    notes: str
    days: tuple[DayCard, ...]
    rules: tuple[Rule, ...]
    groups: tuple[GroupLine, ...]


def find_event(session: Session, event_id: int) -> Event:
    event = session.get(Event, event_id)
    if event is None:
        raise Problem(
            _("There is no event {event}.").format(event=event_id), _("Look at the list of events.")
        )
    return event


def events(session: Session) -> list[EventLine]:
    """All events, the next one first."""
    lines = [event_line(session, event) for event in session.scalars(select(Event))]
    return sorted(lines, key=lambda line: nearness(line, today()))


def nearness(line: EventLine, day: dt.date) -> tuple[int, int, int]:
    """Orders events as they concern an officer on that day.

    Those to come, the next one first; those without days; those that are over, the latest first.
    """
    if line.first_day is None or line.last_day is None:
        return 1, 0, line.id
    if line.last_day >= day:
        return 0, line.first_day.toordinal(), line.id
    return 2, -line.last_day.toordinal(), line.id


def count_upcoming(session: Session) -> int:
    """How many events are not over yet."""
    days = select(func.count(EventDay.event_id.distinct())).where(EventDay.date >= today())
    return session.scalar(days) or 0


def event_card(session: Session, event_id: int) -> EventCard:
    event = find_event(session, event_id)
    by_group = select(Registration.group_id, func.count()).where(
        Registration.event_id == event_id, Registration.state == "accepted"
    )
    drivers = dict(session.execute(by_group.group_by(Registration.group_id)).all())
    return EventCard(
        line=event_line(session, event),
        place=event.place,
        answer_by=event.answer_by,
        notes=event.notes,
        days=tuple(
            DayCard(day.id, day.date, tuple(_session_line(s) for s in day.sessions)) for day in event.days
        ),
        rules=tuple(Rule(rule.kind, rule.value) for rule in event.rules),
        groups=tuple(GroupLine(g.id, g.name, g.size, drivers.get(g.id, 0)) for g in event.groups),
    )


def _session_line(row: EventSession) -> SessionLine:
    return SessionLine(row.id, row.starts, row.ends, row.title, row.place)


def event_line(session: Session, event: Event) -> EventLine:
    by_state = select(Registration.state, func.count()).where(Registration.event_id == event.id)
    states = dict(session.execute(by_state.group_by(Registration.state)).all())
    dates = [day.date for day in event.days]
    return EventLine(
        id=event.id,
        kind=event.kind,
        title=event.title,
        venue=event.venue,
        first_day=min(dates, default=None),
        last_day=max(dates, default=None),
        capacity=event.capacity,
        invited=session.scalar(select(func.count()).where(Invitation.event_id == event.id)) or 0,
        accepted=states.get("accepted", 0),
        waiting=states.get("waiting", 0),
        declined=states.get("declined", 0) + states.get("cancelled", 0),
    )
