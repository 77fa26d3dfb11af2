"""The table of events: what its columns show, find and sort by."""

import datetime as dt
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clubdesk.i18n import _
from clubdesk.services.events import KIND_NAMES, EventLine, events, nearness
from clubdesk.services.today import today
from clubdesk.services.word_search import has_words
from clubdesk.ui.common.columns import Column, Kind, Row, Share, Source
from clubdesk.ui.events import words

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

NO_DAY = dt.date.min


@dataclass(frozen=True)
class EventSearch:
    """Words, and what the chips choose."""

    text: str = ""
    kinds: tuple[str, ...] = ()
    upcoming_only: bool = False


ORDERS: dict[str, Callable[[EventLine], object]] = {
    "title": lambda line: line.title.casefold(),
    "kind": lambda line: _(KIND_NAMES[line.kind]).casefold(),
    "days": lambda line: nearness(line, today()),
    "venue": lambda line: line.venue.casefold(),
    "places": lambda line: line.accepted,
    "invited": lambda line: line.invited,
    "waiting": lambda line: line.waiting,
}


class EventSource:
    """A club has some dozen events: they are kept as they were read, so that rows cost nothing."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._lines: dict[int, EventLine] = {}

    def source(self) -> Source:
        columns = (
            Column("title", _("Event"), 260),
            Column("kind", _("Kind"), 160, Kind.STATUS),
            Column("days", _("Days"), 170),
            Column("venue", _("Venue"), 180, Kind.MUTED),
            Column("places", _("Places"), 130, Kind.SHARE),
            Column("invited", _("Invited"), 96, Kind.NUMBER),
            Column("waiting", _("Waiting"), 96, Kind.NUMBER),
        )
        return Source(columns, self._ids, self._rows, "days")

    @property
    def all(self) -> Sequence[EventLine]:
        """All events as they were read last."""
        return tuple(self._lines.values())

    def line(self, event: int) -> EventLine | None:
        return self._lines.get(event)

    def _ids(self, search: EventSearch | None, sort: str, descending: bool) -> "array[int]":
        lines = self._workspace.read(events)
        self._lines = {line.id: line for line in lines}
        found = [line for line in lines if fits(line, search or EventSearch())]
        found.sort(key=ORDERS[sort], reverse=descending)  # type: ignore[arg-type]
        return array("q", [line.id for line in found])

    def _rows(self, ids: Sequence[int]) -> list[Row]:
        return [row(self._lines[event]) for event in ids if event in self._lines]


def fits(line: EventLine, search: EventSearch) -> bool:
    if search.kinds and line.kind not in search.kinds:
        return False
    if search.upcoming_only and not is_upcoming(line):
        return False
    return has_words(f"{line.title} {line.venue} {words.days(line)}", search.text)


def is_upcoming(line: EventLine) -> bool:
    return (line.last_day or NO_DAY) >= today()


def row(line: EventLine) -> Row:
    taken = Share(line.accepted, line.capacity or 0) if line.capacity or line.accepted else None
    cells = (
        line.title,
        words.kind_pill(line.kind),
        words.days(line),
        line.venue,
        taken,
        line.invited or None,
        line.waiting or None,
    )
    return Row(line.id, cells)
