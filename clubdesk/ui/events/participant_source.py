"""The table of everybody invited: what they answered, when, and their run group."""

import datetime as dt
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from clubdesk.i18n import _
from clubdesk.services.events import STATES, ParticipantRow
from clubdesk.services.word_search import has_words
from clubdesk.ui.common.chips import Choice
from clubdesk.ui.common.columns import Column, Kind, Row, Source
from clubdesk.ui.events import words

NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)
GROUP = "group"


@dataclass(frozen=True)
class ParticipantSearch:
    text: str = ""
    states: tuple[str, ...] = ()


# They are read in the order of names, which sorting keeps among equals.
ORDERS: dict[str, Callable[[ParticipantRow], object]] = {
    "number": lambda row: row.number,
    "vehicle": lambda row: row.vehicle.casefold(),
    "town": lambda row: row.town.casefold(),
    "state": lambda row: (list(STATES).index(row.state), _when(row)),
    "answered": lambda row: _when(row),
    "group": lambda row: (not row.group, row.group.casefold()),
    "invitation": lambda row: row.invitation,
}


class ParticipantSource:
    """Cut from what was read last, in the order of names."""

    def __init__(self) -> None:
        self._people: dict[int, ParticipantRow] = {}

    def hold(self, people: Sequence[ParticipantRow]) -> None:
        """What was read last."""
        self._people = {person.id: person for person in people}

    def source(self) -> Source:
        columns = (
            Column("name", _("Name"), 200),
            Column("state", _("Answer"), 190, Kind.STATUS),
            Column(GROUP, _("Run group"), 120),
            Column("answered", _("Answered"), 110, Kind.DATE),
            Column("vehicle", _("Vehicle"), 170, Kind.MUTED),
            Column("town", _("Town"), 130, Kind.MUTED),
            Column("number", _("No."), 80, Kind.NUMBER, shown=False),
            Column("invitation", _("Invitation"), 130, Kind.MUTED, shown=False),
        )
        return Source(columns, self._ids, self._rows, "name")

    def state_of(self, person: int) -> str:
        return self._people[person].state if person in self._people else ""

    def choices(self) -> list[Choice]:
        """The states there are, with how many are in each."""
        counts = Counter(row.state for row in self._people.values())
        return [Choice(state, _(word), counts[state]) for state, word in STATES.items() if counts[state]]

    def _ids(self, search: ParticipantSearch | None, sort: str, descending: bool) -> "array[int]":
        found = [row for row in self._people.values() if fits(row, search or ParticipantSearch())]
        if sort in ORDERS:
            found.sort(key=ORDERS[sort], reverse=descending)  # type: ignore[arg-type]
        elif descending:
            found.reverse()
        return array("q", [row.id for row in found])

    def _rows(self, ids: Sequence[int]) -> list[Row]:
        waiting = sorted((row for row in self._people.values() if row.state == "waiting"), key=_when)
        places = {row.id: place for place, row in enumerate(waiting, start=1)}
        return [_row(self._people[i], places.get(i)) for i in ids if i in self._people]


def fits(row: ParticipantRow, search: ParticipantSearch) -> bool:
    if search.states and row.state not in search.states:
        return False
    said = f"{row.name} {row.number} {row.vehicle} {row.town} {row.group} {row.invitation}"
    return has_words(said, search.text)


def _when(row: ParticipantRow) -> dt.datetime:
    return row.answered_at or NEVER


def _row(row: ParticipantRow, waiting: int | None) -> Row:
    note = _("no. {place}").format(place=waiting) if waiting else ""
    answered = row.answered_at.astimezone().date() if row.answered_at else None
    cells = (
        row.name,
        words.state_pill(row.state, note),
        row.group,
        answered,
        row.vehicle,
        row.town,
        row.number,
        row.invitation,
    )
    return Row(row.id, cells)
