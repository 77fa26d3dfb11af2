"""The table of steps: tens of thousands are listed by their ids, those on screen are read."""

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from clubdesk.i18n import _
from clubdesk.services import history
from clubdesk.services import row_words as words
from clubdesk.services.history import HistoryLine
from clubdesk.ui.common.columns import Column, Kind, Row, Source, Status

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


def source(workspace: "Workspace") -> Source:
    """Searched by words of the steps and their officers."""
    columns = (
        Column("what", _("What"), 360, sortable=False),
        Column("state", _("State"), 120, Kind.STATUS, sortable=False),
        Column("officer", _("Who"), 130, Kind.MUTED, sortable=False),
        Column("at", _("When"), 160, Kind.DATE, sortable=False),
    )

    def ids(search: Any, _sort: str, _descending: bool) -> "array[int]":
        return array("q", workspace.read(history.history_ids, search or ""))

    def rows(wanted: Sequence[int]) -> list[Row]:
        return [_row(line) for line in workspace.read(history.history_lines, wanted)]

    return Source(columns, ids, rows)


def _row(line: HistoryLine) -> Row:
    return Row(line.change, (what(line), _state(line), line.officer, words.moment(line.at)))


def what(line: HistoryLine) -> str:
    """What was done, in words."""
    said = {"undo": _("Undone: {what}"), "redo": _("Done again: {what}")}
    return said.get(line.kind, "{what}").format(what=line.label)


def _state(line: HistoryLine) -> Status | None:
    return Status("silent", _("Taken back"), icon="arrow-back-up") if line.undone else None
