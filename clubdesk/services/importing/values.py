"""From the cells of a row to clean values of a person."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from clubdesk.services.importing.columns import ColumnMap
from clubdesk.services.importing.memberlist import MemberList, Rejected, Remark
from clubdesk.services.progress import NO_PROGRESS, Progress


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One row, cleaned: what isn't known is empty or None. `country` is ISO 3166 alpha-2.

    A country nobody knows stays in `country_text`, so that nothing gets lost.
    """

    row: int
    number: str = ""
    title: str = ""
    given: str = ""
    given2: str = ""
    prefix: str = ""
    surname: str = ""
    surname2: str = ""
    native_name: str = ""
    printed_name: str = ""
    language: str = ""
    birth: dt.date | None = None
    email: str = ""
    phone: str = ""
    mobile: str = ""
    street: str = ""
    street2: str = ""
    postcode: str = ""
    city: str = ""
    region: str = ""
    country: str = ""
    country_text: str = ""
    chapter: str = ""
    membership_kind: str = ""
    joined: dt.date | None = None
    left: dt.date | None = None
    make: str = ""
    model: str = ""
    variant: str = ""
    year: int | None = None
    colour: str = ""
    plate: str = ""
    vin: str = ""
    household: str = ""
    notes: str = ""


class People(NamedTuple):
    """What a list gave: rows to import, rows that can't be, and what to look at."""

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
    """Every row of the list as a `PersonRow` or among the rejected ones, in the list's order.

    `date_orders` (field -> dmy, mdy or ymd) overrules the order found out from a column's dates.
    """
    raise NotImplementedError
