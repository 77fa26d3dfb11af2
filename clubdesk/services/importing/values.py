"""From the rows of a list to persons, each row by itself: one bad row costs only itself."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.services.importing.columns import ColumnMap
from clubdesk.services.importing.countries import country_code
from clubdesk.services.importing.dates import date_order
from clubdesk.services.importing.draft import Draft
from clubdesk.services.importing.fields import DATES, NAMES
from clubdesk.services.importing.memberlist import ListRow, MemberList, Rejected, Remark
from clubdesk.services.importing.personrow import PersonRow
from clubdesk.services.progress import NO_PROGRESS, Progress

_EITHER_WAY = re.compile(r"\d{1,2}[-/]\d{1,2}[-/]\d{2,4}")

__all__ = ["People", "PersonRow", "read_people"]


class People(NamedTuple):
    """What a list gave: rows to import, rows that can't be (one entry each), and what to look at."""

    people: list[PersonRow]
    rejected: list[Rejected]
    remarks: list[Remark]


def read_people(
    member_list: MemberList,
    columns: ColumnMap,
    *,
    date_orders: Mapping[str, str] | None = None,
    progress: Progress = NO_PROGRESS,
) -> People:
    """Every row of the list as a `PersonRow` or among the rejected ones, both in the list's order.

    Rows that were malformed already are among the rejected ones too. `date_orders` (field -> dmy, mdy or ymd)
    overrules the order found out from a column's dates. Raises Problem when no column holds names or e-mails.
    """
    _require_names(member_list, columns)
    orders, remarks = _date_orders(member_list, columns, date_orders or {})
    people: list[PersonRow] = []
    rejected = list(member_list.malformed)
    wanted = [(at, field, member_list.headers[at]) for at, field in columns.mapped.items()]
    for done, row in enumerate(member_list.rows):
        if done % 2000 == 0:
            progress(done, len(member_list.rows))
        draft = Draft(row.number, orders)
        for at, field, header in wanted:
            draft.read(field, header, row.cells[at])
        person = draft.finish()
        if person:
            people.append(person)
            remarks += draft.remarks
        else:
            rejected.append(_rejected(row, draft.faults))
    return People(people, sorted(rejected, key=lambda entry: entry.row), _once(remarks))


def _require_names(member_list: MemberList, columns: ColumnMap) -> None:
    if not {*NAMES, "email"}.intersection(columns.mapped.values()):
        listed = ", ".join(f"“{header}”" for header in member_list.headers[:40])
        raise Problem(
            _("No column of “{file}” was recognised as names or e-mail addresses.").format(
                file=member_list.file
            ),
            _("Map the columns yourself. Its columns: {listed}").format(listed=listed),
        )


def _rejected(row: ListRow, faults: list[tuple[str, str]]) -> Rejected:
    columns = ", ".join(dict.fromkeys(column for column, _reason in faults if column))
    return Rejected(row.number, columns, " ".join(reason for _column, reason in faults), row.cells)


def _once(remarks: list[Remark]) -> list[Remark]:
    """The same remark about many rows is made for the first of them only."""
    first: dict[tuple[str, str], Remark] = {}
    for remark in remarks:
        first.setdefault((remark.column, remark.text), remark)
    return list(first.values())


def _date_orders(
    member_list: MemberList, columns: ColumnMap, chosen: Mapping[str, str]
) -> tuple[dict[str, str], list[Remark]]:
    """For each field with dates the order its column agrees on, and a remark where that can't be told."""
    orders, remarks = {}, []
    for at, field in columns.mapped.items():
        if field not in DATES:
            continue
        texts = [row.cells[at] for row in member_list.rows]
        orders[field] = chosen.get(field) or date_order(texts)
        if not orders[field]:
            orders[field] = "mdy" if _is_american(member_list, columns) else "dmy"
            if any(_EITHER_WAY.match(text.strip()) for text in texts):
                remarks.append(_either_way(member_list.headers[at], orders[field]))
    return orders, remarks


def _either_way(header: str, order: str) -> Remark:
    month_first = _("The dates could be read both ways; the month was taken to stand first.")
    day_first = _("The dates could be read both ways; the day was taken to stand first.")
    return Remark(0, header, month_first if order == "mdy" else day_first)


def _is_american(member_list: MemberList, columns: ColumnMap) -> bool:
    """Whether most people live in the USA; without countries, whether the list speaks of ZIP codes."""
    at = next((at for at, field in columns.mapped.items() if field == "country"), None)
    codes = (
        [country_code(cells[at]) for cells in member_list.samples() if cells[at]] if at is not None else []
    )
    if codes:
        return codes.count("US") * 2 > len(codes)
    return any("zip" in header.lower() for header in member_list.headers)
