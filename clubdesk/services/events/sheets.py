"""Events as their papers show them."""

import datetime as dt

from clubdesk.documents.content import Day, EventSheet, Slot
from clubdesk.model.events import Event, EventDay


def event_sheet(event: Event) -> EventSheet:
    """The event as its papers show it."""
    where = ", ".join(part for part in (event.venue, event.place) if part)
    return EventSheet(
        kind=event.kind, title=event.title, venue=where, days=tuple(_day(day) for day in event.days)
    )


def _day(day: EventDay) -> Day:
    slots = tuple(
        Slot(
            starts=dt.time.fromisoformat(s.starts),
            ends=dt.time.fromisoformat(s.ends) if s.ends else None,
            title=s.title,
            place=s.place,
        )
        for s in day.sessions
    )
    return Day(date=day.date, sessions=slots)
