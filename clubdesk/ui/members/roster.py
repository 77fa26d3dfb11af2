"""Where the table of members asks for its rows."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from clubdesk.services import members
from clubdesk.services.members import Search
from clubdesk.services.today import today
from clubdesk.ui.common.columns import Row, Source
from clubdesk.ui.members.lines import SORT, columns, line

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


class Roster:
    """`total` is how many people there are at all, as of the last search."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self.total = 0
        self._text = ""  # what was searched for
        self._own = workspace.read(members.custom_fields)

    def source(self) -> Source:
        return Source(columns(self._own), self._ids, self._rows, SORT)

    def has_changed(self) -> bool:
        """Whether the club has other fields of its own than before."""
        before, self._own = self._own, self._workspace.read(members.custom_fields)
        return before != self._own

    def _ids(self, search: Search | None, sort: str, descending: bool) -> "array[int]":
        wanted = replace(search or Search(), sort=sort, descending=descending)
        self._text = wanted.text
        ids, self.total = self._workspace.read(members.find_among_all, wanted)
        return ids

    def _rows(self, wanted: Sequence[int]) -> list[Row]:
        day, rows = today(), self._workspace.read(members.found_rows, wanted, self._text)
        own = self._own
        values = self._workspace.read(members.custom_values, wanted) if own else {}
        return [line(row, day, reason=reason, own=own, values=values.get(row.id, {})) for row, reason in rows]
