"""An event's programme inside an invitation: when, where, until when to answer, and the days in columns."""

import datetime as dt
from functools import lru_cache
from typing import NamedTuple

from clubdesk.documents.content import Day, EventSheet, Slot
from clubdesk.documents.flow import Flow
from clubdesk.documents.text import clean
from clubdesk.documents.typesetter import LINE, SOFT, Style
from clubdesk.i18n import texts

_LABEL, _FACT = Style(8, ink=SOFT), Style(9.5, bold=True)
_DAY, _TITLE, _TIME = Style(8.5, bold=True), Style(8.5), Style(8.5, ink=SOFT)
_ROW, _GAP = 4.3, 5.0
"""Height of a line of the programme and distance of its columns, in mm at full size."""

_MOST_COLUMNS = 3


class Fact(NamedTuple):
    """What everybody looks for first: a label and its value."""

    label: str
    value: str


class _Column(NamedTuple):
    heading: str
    sessions: tuple[Slot, ...]


class _Place(NamedTuple):
    """Where a column stands; below `end` nothing is drawn."""

    x: float
    width: float
    end: float


def draw_programme(
    flow: Flow, event: EventSheet, facts: tuple[Fact, ...], *, language: str, accent: str
) -> None:
    """Draw facts and programme at the flow's density; what is beyond its `room` becomes an ellipsis."""
    start = flow.y
    _draw_facts(flow, facts)
    for first in range(0, len(event.days), _MOST_COLUMNS):
        days = event.days[first : first + _MOST_COLUMNS]
        if flow.room and flow.y - start > flow.room - 2 * _ROW * flow.density:
            break
        end = start + flow.room - 2 * _ROW * flow.density if flow.room else float("inf")
        _draw_days(flow, days, language=language, accent=accent, end=end)
    flow.y += 2.2 * flow.scale


def _draw_facts(flow: Flow, facts: tuple[Fact, ...]) -> None:
    shown = [fact for fact in facts if fact.value]
    width = flow.width / max(1, len(shown))
    most = 0
    with flow.pen.tagged("Table"):
        for number, fact in enumerate(shown):
            with flow.pen.tagged("TR"):
                most = max(most, _draw_fact(flow, flow.left + number * width, fact, width - 4))
    flow.y += (4.4 + 4.2 * most + 2.4) * flow.scale if shown else 0


def _draw_fact(flow: Flow, x: float, fact: Fact, width: float) -> int:
    """The label and below it the value; gives the value's lines."""
    with flow.pen.tagged("TH", scope="Row"):
        flow.write(x, flow.y, fact.label, flow.scaled(_LABEL))
    style = flow.scaled(_FACT)
    rows = flow.typesetter.wrap(fact.value, style, width)
    with flow.pen.tagged("TD"):
        flow.pen.lines(x, flow.y + 4.4 * flow.scale, rows, style, leading=4.2 * flow.scale)
    return len(rows)


def _draw_days(flow: Flow, days: tuple[Day, ...], *, language: str, accent: str, end: float) -> None:
    """Days beside each other; one alone is set in two columns when it is long."""
    columns = _columns(days, language)
    width = (flow.width - _GAP * (len(columns) - 1)) / len(columns)
    top = lowest = flow.y
    for number, column in enumerate(columns):
        place = _Place(flow.left + number * (width + _GAP), width, end)
        with flow.pen.tagged("H2"):
            _draw_heading(flow, place, column.heading, accent)
        flow.y += (_ROW + 1.5) * flow.density
        _draw_sessions(flow, place, column.sessions)
        lowest, flow.y = max(lowest, flow.y), top
    flow.y = lowest + 1.2 * flow.density


def _columns(days: tuple[Day, ...], language: str) -> list[_Column]:
    if len(days) == 1 and len(days[0].sessions) > 4:
        half = (len(days[0].sessions) + 1) // 2
        heading, sessions = _weekday(days[0].date, language), days[0].sessions
        return [_Column(heading, sessions[:half]), _Column("", sessions[half:])]
    return [_Column(_weekday(day.date, language), day.sessions) for day in days]


def _draw_heading(flow: Flow, place: _Place, text: str, accent: str) -> None:
    fitted = flow.typesetter.fit(text, _DAY.scaled(flow.density), place.width, smallest=6)
    flow.pen.text(place.x, flow.y, fitted.line, fitted.style)
    y = flow.y + 1.5 * flow.density
    flow.pen.rule(place.x, y, place.x + place.width, y, ink=accent, width=0.8)


def _draw_sessions(flow: Flow, place: _Place, sessions: tuple[Slot, ...]) -> None:
    """Sessions below each other, hairlines between."""
    row, wide = _ROW * flow.density, place.width > 65
    title, time = _TITLE.scaled(flow.density), _TIME.scaled(flow.density)
    column = (20.5 if wide else 10.5) * flow.density
    with flow.pen.tagged("L"):
        for number, session in enumerate(sessions):
            lines = flow.typesetter.wrap(_words(session), title, place.width - column)
            if flow.y + row * (len(lines) - 1) > place.end:
                with flow.pen.tagged("LI"), flow.pen.tagged("LBody"):
                    flow.write(place.x, flow.y, "…", title)
                flow.y += row
                return
            if number:
                y = flow.y - row * 0.7
                flow.pen.rule(place.x, y, place.x + place.width, y, ink=LINE, width=0.3)
            with flow.pen.tagged("LI"):
                with flow.pen.tagged("Lbl"):
                    flow.write(place.x, flow.y, _time(session, with_end=wide), time)
                with flow.pen.tagged("LBody"):
                    y = flow.pen.lines(place.x + column, flow.y, lines, title, leading=row * 0.86)
            flow.y = y + row * 0.14


def _words(session: Slot) -> str:
    return f"{clean(session.title)} · {clean(session.place)}" if session.place else session.title


def _time(session: Slot, *, with_end: bool) -> str:
    start = f"{session.starts:%H:%M}"
    return f"{start}–{session.ends:%H:%M}" if with_end and session.ends else start


@lru_cache(maxsize=512)
def _weekday(day: dt.date, language: str) -> str:
    return texts(language).weekday(day)
