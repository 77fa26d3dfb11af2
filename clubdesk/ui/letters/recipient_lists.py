"""Two lists: who gets a letter, in the order of the post, and whom a remark concerns."""

from array import array
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from clubdesk.i18n import _
from clubdesk.services.members import MemberRow, member_rows
from clubdesk.ui.common.columns import Column, Kind, Row, Source

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

Noted = Mapping[int, tuple[str, str]]  # name and what there is to say, by the person's id


def recipients_source(workspace: "Workspace") -> Source:
    """Searched by the ids themselves, in their order."""
    columns = (
        Column("name", _("Name"), 200, sortable=False),
        Column("town", _("Town"), 160, Kind.MUTED, sortable=False),
        Column("chapter", _("Chapter"), 130, Kind.MUTED, sortable=False),
    )

    def rows(wanted: Sequence[int]) -> list[Row]:
        return [_row(line) for line in workspace.read(member_rows, wanted)]

    return Source(columns, _as_given, rows)


def noted_source(noted: dict[int, tuple[str, str]]) -> Source:
    """People with a remark, from a mapping that the caller fills."""
    columns = (
        Column("name", _("Name"), 180, sortable=False),
        Column("why", _("Why"), 360, Kind.MUTED, sortable=False),
    )
    return Source(columns, _as_given, lambda ids: [Row(i, noted[i]) for i in ids if i in noted])


def _as_given(ids: Any, _sort: str, _descending: bool) -> "array[int]":
    return array("q", ids or ())


def _row(line: MemberRow) -> Row:
    return Row(line.id, (line.name, line.town, line.chapter))
