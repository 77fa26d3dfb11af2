"""The table of members: its columns, and where it asks for its rows."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from clubdesk.i18n import _
from clubdesk.services import members
from clubdesk.services.members import MemberRow, Search
from clubdesk.services.today import today
from clubdesk.ui.common.columns import Column, Kind, Noted, Row, Source, Status
from clubdesk.ui.members.states import pill

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


class Roster:
    """`total` is how many people there are at all, as of the last search."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self.total = 0
        self._text = ""  # what was searched for

    def source(self) -> Source:
        return Source(columns(), self._ids, self._rows, "name")

    def _ids(self, search: Search | None, sort: str, descending: bool) -> "array[int]":
        wanted = replace(search or Search(), sort=sort, descending=descending)
        self._text = wanted.text
        ids, self.total = self._workspace.read(members.find_among_all, wanted)
        return ids

    def _rows(self, wanted: Sequence[int]) -> list[Row]:
        day, reasons = today(), self._workspace.read(members.match_reasons, wanted, self._text)
        rows = self._workspace.read(members.member_rows, wanted)
        return [Row(row.id, _cells(row, reasons.get(row.id, ""), status=pill(row, day))) for row in rows]


def _cells(row: MemberRow, reason: str, *, status: Status) -> tuple[object, ...]:
    return (
        Noted(row.name, reason) if reason else row.name, row.number, row.vehicle, row.town, status,
        row.chapter, row.email, row.phone, row.joined,
    )  # fmt: skip


def columns() -> tuple[Column, ...]:
    """All columns; those that most clubs don't look at every day wait in the column chooser."""
    return (
        Column("name", _("Name"), 164),
        Column("number", _("No."), 82, Kind.MUTED),
        Column("vehicle", _("Vehicle"), 162),
        Column("town", _("Town"), 104),
        Column("status", _("Verification"), 216, Kind.STATUS),
        Column("chapter", _("Chapter"), shown=False),
        Column("email", _("E-mail"), 200, Kind.MUTED, sortable=False, shown=False),
        Column("phone", _("Phone"), 140, Kind.MUTED, sortable=False, shown=False),
        Column("joined", _("Joined"), 112, Kind.DATE, shown=False),
    )
