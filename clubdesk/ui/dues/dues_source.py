"""The table of dues: who owes what, for which period, and where it stands."""

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

from clubdesk.i18n import _
from clubdesk.services import dues
from clubdesk.services.dues import DueLine, DueSearch
from clubdesk.ui.common.columns import Column, Kind, Row, Source
from clubdesk.ui.dues import words

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


def source(workspace: "Workspace") -> Source:
    columns = (
        Column("name", _("Name"), 170),
        Column("state", _("State"), 130, Kind.STATUS),
        Column("kind", _("For"), 170, Kind.MUTED),
        Column("due_on", _("To be paid by"), 116, Kind.DATE),
        Column("open", _("Outstanding"), 104, Kind.NUMBER, sortable=False),
        Column("amount", _("Amount"), 90, Kind.NUMBER, shown=False),
        Column("reminded_on", _("Reminded on"), 116, Kind.DATE, sortable=False, shown=False),
        Column("start", _("From"), 110, Kind.DATE, shown=False),
        Column("number", _("Member number"), 110, Kind.MUTED, sortable=False, shown=False),
    )

    def ids(search: DueSearch | None, sort: str, descending: bool) -> "array[int]":
        return workspace.read(dues.due_ids, search, sort=sort, descending=descending)

    def rows(wanted: Sequence[int]) -> list[Row]:
        return [_row(line) for line in workspace.read(dues.due_lines, wanted)]

    return Source(columns, ids, rows, sort="state")


def _row(line: DueLine) -> Row:
    cells = (
        line.name,
        words.state(line, with_note=False),
        words.about(line),
        line.due_on,
        words.money(line.open, line.currency) if line.open else None,
        words.money(line.amount, line.currency),
        line.reminded_on,
        line.start,
        line.number,
    )
    return Row(line.id, cells)
