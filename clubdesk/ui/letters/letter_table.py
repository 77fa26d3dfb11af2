"""The letters of one run: to whom, where, in which language, and what came back. Never the code."""

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from clubdesk.i18n import _
from clubdesk.services import letters
from clubdesk.services.letters import LetterRow
from clubdesk.ui.common.columns import Column, Kind, Row, Source
from clubdesk.ui.letters import words

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


def source(workspace: "Workspace") -> Source:
    """Searched by the id of a run; None shows nothing."""
    columns = (
        Column("name", _("Name"), 150),
        Column("number", _("Number"), 128, Kind.MUTED),
        Column("answer", _("Answer"), 160, Kind.STATUS),
        Column("town", _("Town"), 100, Kind.MUTED),
        Column("language", _("Language"), 110, Kind.MUTED, shown=False),
    )

    def ids(run: Any, sort: str, descending: bool) -> "array[int]":
        if run is None:
            return array("q")
        return workspace.read(letters.letter_ids, run, sort=sort, descending=descending)

    def rows(wanted: Sequence[int]) -> list[Row]:
        return [_row(line) for line in workspace.read(letters.letter_lines, wanted)]

    return Source(columns, ids, rows, sort="number")


def _row(line: LetterRow) -> Row:
    return Row(
        line.id, (line.name, line.number, words.of_letter(line), line.town, words.language(line.language))
    )
