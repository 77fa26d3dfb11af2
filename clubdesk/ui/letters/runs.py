"""The table of runs: what was printed, what went out, how many answered."""

from array import array
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from clubdesk.i18n import _
from clubdesk.services import letters
from clubdesk.services.letters import RunLine
from clubdesk.services.members import status_counts
from clubdesk.ui.common.columns import Column, Kind, Row, Share, Source
from clubdesk.ui.letters import words

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

ORDERS: dict[str, Callable[[RunLine], Any]] = {
    "title": lambda run: (run.dated.year, run.number, run.title),
    "dated": lambda run: (run.dated, run.id),
    "state": lambda run: (list(words.STATES).index(run.state), run.dated),
    "letters": lambda run: run.letters,
    "replies": lambda run: run.replies / max(run.letters, 1),
    "answer_by": lambda run: run.answer_by,
}


class Runs:
    """A club has some hundred runs at most, so all lines are read at once."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self.lines: dict[int, RunLine] = {}

    def source(self) -> Source:
        columns = (
            Column("title", _("Run"), 190),
            Column("dated", _("Date"), 116, Kind.DATE),
            Column("state", _("State"), 124, Kind.STATUS),
            Column("letters", _("Letters"), 80, Kind.NUMBER),
            Column("replies", _("Replies"), 150, Kind.SHARE),
            Column("answer_by", _("Answer by"), 116, Kind.DATE, shown=False),
        )
        return Source(columns, self._ids, self._rows, sort="dated", descending=True)

    def _ids(self, _search: Any, sort: str, descending: bool) -> "array[int]":
        lines = sorted(self._workspace.read(letters.runs), key=ORDERS[sort], reverse=descending)
        self.lines = {line.id: line for line in lines}
        return array("q", self.lines)

    def _rows(self, ids: Sequence[int]) -> list[Row]:
        return [_row(self.lines[run]) for run in ids if run in self.lines]


def _row(run: RunLine) -> Row:
    share = Share(run.replies, run.letters)
    return Row(run.id, (run.title, run.dated, words.state_of(run), run.letters, share, run.answer_by))


def count_letters_out(workspace: "Workspace") -> int:
    """How many people have a letter that they haven't answered."""
    counts = workspace.read(status_counts)
    return counts.get("posted", 0) + counts.get("silent", 0)
