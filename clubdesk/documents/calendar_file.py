"""An event as a calendar file (.ics, RFC 5545): an entry a day, at the venue's own time."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from clubdesk.documents.content import Day, EventSheet, Slot
from clubdesk.documents.text import clean
from clubdesk.i18n import N_, texts

if TYPE_CHECKING:
    from icalendar import Event

MIME = "text/calendar"
_HOUR = dt.timedelta(hours=1)
_ANSWER = N_("Please answer by {date}.")


def calendar_file(
    event: EventSheet,
    *,
    number: int,
    club: str,
    stamp: dt.date,
    language: str,
    answer_by: dt.date | None = None,
) -> bytes:
    """The file; calendars know the entries again by the event's `number` and the day.

    Times have no zone: they are those of the venue's clocks, wherever the calendar is read.
    """
    from icalendar import Calendar

    whole = Calendar()
    whole.add("prodid", "-//clubdesk//events//EN")
    whole.add("version", "2.0")
    asked = texts(language)(_ANSWER).format(date=texts(language).date(answer_by)) if answer_by else ""
    for day in event.days:
        whole.add_component(
            _entry(event, day, uid=f"{number}-{day.date:%Y%m%d}@{_host(club)}", stamp=stamp, asked=asked)
        )
    made: bytes = whole.to_ical()
    return made


def _entry(event: EventSheet, day: Day, *, uid: str, stamp: dt.date, asked: str) -> "Event":
    from icalendar import Event

    entry = Event()
    entry.add("uid", uid)
    entry.add("dtstamp", dt.datetime.combine(stamp, dt.time(), dt.UTC))
    begins, ends = _span(day)
    entry.add("dtstart", begins)
    entry.add("dtend", ends)
    entry.add("summary", clean(event.title))
    if event.venue:
        entry.add("location", clean(event.venue))
    if said := "\n".join(filter(None, (*map(_line, day.sessions), asked))):
        entry.add("description", said)
    return entry


def _span(day: Day) -> tuple[dt.date, dt.date]:
    """From the first session to the end of the last, an hour at least; without sessions the whole day."""
    if not day.sessions:
        return day.date, day.date + dt.timedelta(days=1)
    first = min(slot.starts for slot in day.sessions)
    begins = dt.datetime.combine(day.date, first)
    last = max(slot.ends or slot.starts for slot in day.sessions)
    return begins, max(dt.datetime.combine(day.date, last), begins + _HOUR)


def _line(slot: Slot) -> str:
    until = f"–{slot.ends:%H:%M}" if slot.ends else ""
    return " · ".join(filter(None, (f"{slot.starts:%H:%M}{until} {clean(slot.title)}", clean(slot.place))))


def _host(club: str) -> str:
    """The club's name as the part of an identifier that tells clubs apart."""
    return "-".join(_words(club)) or "clubdesk"


def _words(text: str) -> Iterable[str]:
    return "".join(sign if sign.isalnum() else " " for sign in clean(text).lower()).split()
