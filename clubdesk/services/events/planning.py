"""Plan events: kind, days, programme, capacity, audience rules, run groups."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, Texts, _, texts
from clubdesk.model.eligibility import Rule
from clubdesk.model.events import (
    KINDS,
    EligibilityRule,
    Event,
    EventDay,
    EventSession,
    Invitation,
    Registration,
    RunGroup,
)
from clubdesk.services.cell_text import clean
from clubdesk.services.clubs import the_club
from clubdesk.services.events.places import fill_places
from clubdesk.services.events.presets import GROUPS, programme
from clubdesk.services.today import today
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import describe

LONGEST = 14  # days of one event
FIELDS = ("title", "venue", "place", "capacity", "answer_by", "notes")
RULE_KINDS = ("verified", "model", "chapter")


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


@change(N_("New event {title}"))
def create_event(
    session: Session,
    *,
    kind: str,
    title: str,
    start: dt.date,
    days: int = 1,
    capacity: int | None = None,
    venue: str = "",
    place: str = "",
    answer_by: dt.date | None = None,
    models: Sequence[str] = (),
    chapters: Sequence[str] = (),
    verified: bool = True,
) -> int:
    """A new event on consecutive days with its kind's programme; its audience are verified members.

    With `verified` off all members are, narrowed by models and chapters as ever.
    """
    if kind not in KINDS:
        raise Problem(_("There is no kind of event “{kind}”.").format(kind=kind), ", ".join(KINDS))
    if not 1 <= days <= LONGEST:
        raise Problem(
            _("An event needs at least one day."),
            _("Give a number of days from 1 to {count}.").format(count=LONGEST),
        )
    event = Event(kind=kind, title=_title(title), answer_by=answer_by or _default_answer_by(start))
    for name, value in (("venue", venue), ("place", place), ("capacity", capacity)):
        setattr(event, name, _checked(name, value))
    words = texts(the_club(session).language)
    event.days = [_day(kind, start + dt.timedelta(days=n), words) for n in range(days)]
    rules = [Rule("verified")] if verified else []
    rules += [*(Rule("model", m) for m in models), *(Rule("chapter", c) for c in chapters)]
    event.rules = [EligibilityRule(kind=rule.kind, value=clean(rule.value)) for rule in rules]
    if kind == "driving-school":
        event.groups = [RunGroup(name=words(name), position=n, size=None) for n, name in enumerate(GROUPS)]
    session.add(event)
    describe(session, title=event.title)
    return event.id


def _day(kind: str, date: dt.date, words: Texts) -> EventDay:
    """A day with its kind's programme, in the club's language: that is what the papers show."""
    sessions = [
        EventSession(starts=s, ends=e, title=words(title), place="") for s, e, title in programme(kind)
    ]
    return EventDay(date=date, sessions=sessions)


def _default_answer_by(start: dt.date) -> dt.date:
    """Two weeks before it starts, which leaves time to fill empty places; never in the past."""
    return max(min(start - dt.timedelta(days=14), start), min(today(), start))


def _title(text: str) -> str:
    title = clean(text)
    if not title:
        raise Problem(_("An event needs a title."))
    return title[:200]


def _checked(name: str, value: Any) -> Any:
    if name == "title":
        return _title(str(value))
    if name == "capacity":
        if value is not None and not 0 < int(value) <= 100_000:
            raise Problem(_("The capacity must be a number above zero."), _("Leave it empty for no limit."))
        return value
    return clean(value) if isinstance(value, str) else value


@change(N_("Change event {title}"))
def set_event(session: Session, /, event_id: int, **values: Any) -> None:
    """Set fields of an event by name: title, venue, place, capacity, answer_by, notes."""
    event = find_event(session, event_id)
    for name, value in values.items():
        if name not in FIELDS:
            raise TypeError(f"no field {name}")
        setattr(event, name, _checked(name, value))
    session.flush()
    fill_places(session, event)  # a larger capacity lets people move up
    describe(session, title=event.title)


@change(N_("Change the audience of {title}"))
def set_rules(session: Session, event_id: int, rules: Sequence[Rule]) -> None:
    """Replace the rules about who may be invited."""
    event = find_event(session, event_id)
    for rule in rules:
        if rule.kind not in RULE_KINDS:
            raise TypeError(f"no rule {rule.kind}")
    event.rules = [EligibilityRule(kind=rule.kind, value=clean(rule.value)) for rule in rules]
    describe(session, title=event.title)


@change(N_("Change the days of {title}"))
def add_day(session: Session, event_id: int, *, date: dt.date) -> int:
    """One more day with its kind's programme; its id."""
    event = find_event(session, event_id)
    if any(day.date == date for day in event.days):
        raise Problem(_("The event has this day already."))
    if len(event.days) >= LONGEST:
        raise Problem(_("An event has at most {count} days.").format(count=LONGEST))
    day = _day(event.kind, date, texts(the_club(session).language))
    event.days.append(day)
    describe(session, title=event.title)
    return day.id


@change(N_("Change the days of {title}"))
def remove_day(session: Session, day_id: int) -> None:
    """Take a day out; an event keeps at least one."""
    day = session.get_one(EventDay, day_id)
    event = find_event(session, day.event_id)
    if len(event.days) == 1:
        raise Problem(_("An event needs at least one day."), _("Delete the event instead."))
    event.days.remove(day)
    describe(session, title=event.title)


@change(N_("Change the days of {title}"))
def set_day(session: Session, day_id: int, *, date: dt.date) -> None:
    """Move a day with its programme to another date."""
    day = session.get_one(EventDay, day_id)
    event = find_event(session, day.event_id)
    if any(other.date == date for other in event.days if other is not day):
        raise Problem(_("The event has this day already."))
    day.date = date
    describe(session, title=event.title)


@change(N_("Change the programme of {title}"))
def set_programme(session: Session, day_id: int, lines: Sequence[tuple[str, str, str, str]]) -> None:
    """Replace a day's programme: (starts, ends, title, place) per line; Problem names a time that is none."""
    day = session.get_one(EventDay, day_id)
    day.sessions = [
        EventSession(
            starts=time_of_day(starts),
            ends=time_of_day(ends) if ends else "",
            title=_title(title),
            place=clean(place),
        )
        for starts, ends, title, place in lines
    ]
    describe(session, title=find_event(session, day.event_id).title)


def time_of_day(text: str) -> str:
    """A time as people type it: 9:30, 09.30, 0930 -> 09:30; Problem when it is none."""
    found = re.fullmatch(r"(\d{1,2})[:.h]?(\d{2})?", text.strip())
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    if hour > 23 or minute > 59:
        raise Problem(_("“{text}” is no time of day.").format(text=text), _("Write it like 09:30."))
    return f"{hour:02d}:{minute:02d}"


@change(N_("Delete event {title}"))
def delete_event(session: Session, event_id: int) -> None:
    """Take an event out with its invitations and answers; undo brings it back."""
    event = find_event(session, event_id)
    for mapped in (Registration, Invitation):
        for row in session.scalars(select(mapped).where(mapped.event_id == event_id)):
            session.delete(row)
        session.flush()
    session.delete(event)
    describe(session, title=event.title)


def find_event(session: Session, event_id: int) -> Event:
    event = session.get(Event, event_id)
    if event is None:
        raise Problem(
            _("There is no event {event}.").format(event=event_id), _("Look at the list of events.")
        )
    return event


def events(session: Session) -> list[EventLine]:
    """All events, the latest first."""
    lines = [event_line(session, event) for event in session.scalars(select(Event))]
    return sorted(lines, key=lambda line: (line.first_day or dt.date.min, line.id), reverse=True)


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
