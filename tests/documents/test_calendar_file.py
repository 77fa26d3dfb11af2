import datetime as dt
from dataclasses import replace
from typing import Any

from icalendar import Calendar

from clubdesk.documents.calendar_file import calendar_file
from clubdesk.documents.content import Day
from tests.documents.test_invitations import school

STAMP = dt.date(2027, 1, 2)


def made(**changed: object) -> bytes:
    event = replace(school(), **changed)  # type: ignore[arg-type]
    return calendar_file(
        event, number=7, club="Owners Club Oslo", stamp=STAMP, language="de", answer_by=STAMP
    )


def entries_of(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_each_day_is_an_entry_at_the_venues_own_time() -> None:
    event = school()
    entries = entries_of(made())
    assert len(entries) == len(event.days)
    first = entries[0]
    day = event.days[0]
    assert first["dtstart"].dt == dt.datetime.combine(day.date, day.sessions[0].starts)
    assert first["dtstart"].dt.tzinfo is None, "whoever travels there reads the clock there"
    assert first["dtend"].dt > first["dtstart"].dt
    assert first["summary"] == event.title and first["location"] == event.venue
    assert day.sessions[0].title in first["description"]
    assert first["uid"] == f"7-{day.date:%Y%m%d}@owners-club-oslo"
    assert len({entry["uid"] for entry in entries}) == len(entries)


def test_the_same_event_gives_the_same_bytes() -> None:
    assert made() == made()
    assert b"DTSTAMP:20270102T000000Z" in made()


def test_a_day_without_a_programme_is_a_whole_day() -> None:
    (entry,) = entries_of(made(days=(Day(date=STAMP),)))
    assert (entry["dtstart"].dt, entry["dtend"].dt) == (STAMP, STAMP + dt.timedelta(days=1))


def test_a_hostile_title_stays_text() -> None:
    title = "Fest, \\; \r\nATTACH:file:///etc/passwd"
    (first, *_rest) = entries_of(made(title=title))
    assert "attach" not in first and "ATTACH" in first["summary"]
