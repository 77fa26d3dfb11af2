"""The table of members: its columns, and a person as one of its lines."""

import datetime as dt

from clubdesk.i18n import _
from clubdesk.services.member_list import MemberRow
from clubdesk.ui.common.columns import Column, Kind, Noted, Row
from clubdesk.ui.members.states import pill

SORT = "name"


def line(row: MemberRow, today: dt.date, *, reason: str = "") -> Row:
    """A person as the table shows them; `reason` says why a search finds them."""
    name = Noted(row.name, reason) if reason else row.name
    return Row(
        row.id,
        (
            name, row.number, row.vehicle, row.town, pill(row, today), row.chapter, row.email, row.phone,
            row.joined,
        ),
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
