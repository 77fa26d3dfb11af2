"""Plan events: kind, days, programme, capacity, audience rules, run groups."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
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
from clubdesk.services.events.cards import find_event
from clubdesk.services.events.places import fill_places
from clubdesk.services.events.presets import GROUPS, programme
from clubdesk.services.today import today
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import describe

LONGEST = 14  # days of one event
FIELDS = ("title", "venue", "place", "capacity", "answer_by", "notes")
RULE_KINDS = ("verified", "model", "chapter", "list")


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
    lists: Sequence[str] = (),
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
    rules += [Rule("list", name) for name in lists]
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
