"""What a list of members is asked for and made of; known without the database, for a first look at it."""

import datetime as dt
from dataclasses import dataclass

from clubdesk.i18n import N_
from clubdesk.model.verification import STATES

__all__ = ["MEMBERSHIP_KINDS", "STATES", "ListLine", "MemberRow", "Search"]

MEMBERSHIP_KINDS = {
    "member": N_("Member"),
    "reservation": N_("Reservation holder"),
    "shareholder": N_("Shareholder"),
    "fan": N_("Fan"),
}


@dataclass(frozen=True, slots=True)
class Search:
    """What the officer looks for: words and chips. Alternatives within a chip, all chips together.

    `where` are conditions as a text (model.conditions); `as_of` asks who was a member on that day, and in
    which chapter; `in_list` is a frozen list.
    """

    text: str = ""
    chapters: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    where: str = ""
    as_of: dt.date | None = None
    in_list: int | None = None
    sort: str = "name"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One line of a list of people."""

    id: int
    name: str
    number: str
    chapter: str
    town: str
    vehicle: str
    email: str
    phone: str
    joined: dt.date | None
    status: str
    status_day: dt.date | None
    status_reason: str
    kind: str  # of the current membership
    tags: str


@dataclass(frozen=True, slots=True)
class ListLine:
    """A list as the sidebar shows it."""

    id: int
    name: str
    frozen: bool
    count: int
