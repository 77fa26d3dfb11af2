"""What a list of members is asked for and made of; known without the database, for a first look at it."""

import datetime as dt
from dataclasses import dataclass

from clubdesk.model.verification import STATES

__all__ = ["STATES", "ListLine", "MemberRow", "Search"]


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


@dataclass(frozen=True, slots=True)
class ListLine:
    """A list as the sidebar shows it."""

    id: int
    name: str
    frozen: bool
    count: int
