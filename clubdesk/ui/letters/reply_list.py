"""What was recorded in this sitting, the last one on top."""

import datetime as dt
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from clubdesk.i18n import _
from clubdesk.services.letters import ReplyResult, ReturnResult
from clubdesk.ui.common.columns import Column, Kind, Row, Source
from clubdesk.ui.letters import words

Found = ReplyResult | ReturnResult


@dataclass(frozen=True)
class Entry:
    """One code or letter number that was entered; `undone` when it was taken back since."""

    at: dt.datetime
    found: Found
    undone: bool = False


class ReplyList:
    """Kept in memory: it tells of this sitting only, the club file knows the replies."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def source(self) -> Source:
        columns = (
            Column("result", _("Result"), 150, Kind.STATUS, sortable=False),
            Column("name", _("Name"), 220, sortable=False),
            Column("message", _("What it means"), 360, Kind.MUTED, sortable=False),
            Column("at", _("Time"), 70, Kind.MUTED, sortable=False),
        )
        return Source(columns, self._ids, self._rows)

    def add(self, found: Found) -> None:
        self.entries.append(Entry(dt.datetime.now().astimezone(), found))

    def recorded(self, last: int) -> list[tuple[int, Found]]:
        """Place and result of the last entries that were recorded."""
        first = max(0, len(self.entries) - last)
        return [
            (place, entry.found)
            for place, entry in enumerate(self.entries[first:], start=first)
            if entry.found.recorded
        ]

    def mark(self, place: int, *, undone: bool) -> None:
        self.entries[place] = replace(self.entries[place], undone=undone)

    def _ids(self, _search: Any, _sort: str, _descending: bool) -> "array[int]":
        return array("q", range(len(self.entries), 0, -1))

    def _rows(self, ids: Sequence[int]) -> list[Row]:
        return [_row(number, self.entries[number - 1]) for number in ids]


def _row(number: int, entry: Entry) -> Row:
    found: Found = replace(entry.found, result="open") if entry.undone else entry.found
    message = _("Taken back.") if entry.undone else found.message
    # The code of somebody's letter is not shown: only what can't be read is, so that it can be compared.
    name = found.name or found.code.upper()
    return Row(number, (words.result(found), name, message, f"{entry.at:%H:%M}"))
