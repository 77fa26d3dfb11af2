"""The table of members: its columns, and a person as one of its lines."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from clubdesk.i18n import _
from clubdesk.services.member_list import MEMBERSHIP_KINDS, MemberRow
from clubdesk.ui.common.columns import Column, Kind, Noted, Row
from clubdesk.ui.members.states import pill

if TYPE_CHECKING:
    from clubdesk.services.members import CustomFieldLine

SORT = "name"
KINDS = {"number": Kind.NUMBER, "date": Kind.DATE}
NO_VALUES: Mapping[int, str] = {}


def line(
    row: MemberRow,
    today: dt.date,
    *,
    reason: str = "",
    own: Sequence["CustomFieldLine"] = (),
    values: Mapping[int, str] = NO_VALUES,
) -> Row:
    """A person as the table shows them; `reason` says why a search finds them.

    `values` are those of the club's `own` fields.
    """
    name = Noted(row.name, reason) if reason else row.name
    return Row(
        row.id,
        (
            name, row.number, row.vehicle, row.town, pill(row, today), row.chapter, row.email, row.phone,
            row.joined, _(MEMBERSHIP_KINDS[row.kind]) if row.kind in MEMBERSHIP_KINDS else row.kind, row.tags,
            *(_own_value(field.kind, values.get(field.id, "")) for field in own),
        ),
    )  # fmt: skip


def _own_value(kind: str, value: str) -> object:
    """Numbers, days and truths as such, so that they stand and leave as such."""
    if not value:
        return None
    match kind:
        case "number":
            return float(value) if "." in value else int(value)
        case "date":
            return dt.date.fromisoformat(value)
        case "yesno":
            return value == "yes"
        case _:
            return value


def columns(own: Sequence["CustomFieldLine"] = ()) -> tuple[Column, ...]:
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
        Column("kind", _("Kind"), 120, shown=False),
        Column("tags", _("Tags"), shown=False),
        *(
            Column(f"own.{field.id}", field.name, 120, KINDS.get(field.kind, Kind.TEXT), shown=False)
            for field in own
        ),
    )
