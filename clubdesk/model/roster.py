"""One line per person, as lists show, sort and search it.

Derived from the other tables and kept up to date with every change (clubdesk.storage.roster); never recorded
in the change log and rebuilt at any time. It makes a list of a million people one index scan.
"""

import datetime as dt

from sqlalchemy import Index, Integer
from sqlalchemy.orm import Mapped, mapped_column

from clubdesk.model.base import Base, SortKey


class RosterLine(Base):
    __tablename__ = "roster"

    # No foreign key: the line outlives its person by a moment, and tells which document goes with it.
    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    slot: Mapped[int] = mapped_column(Integer, unique=True)  # what search and orders in memory know it by
    name: Mapped[str]
    number: Mapped[str]
    kind: Mapped[str]  # of the current membership: member, fan
    tags: Mapped[str]
    chapter: Mapped[str]  # of the current memberships, "München, Nürnberg"
    town: Mapped[str]
    country: Mapped[str]
    email: Mapped[str]
    phone: Mapped[str]
    joined: Mapped[dt.date | None]
    vehicle: Mapped[str]  # the vehicles now owned, "Model 3 Performance, Roadster"
    status: Mapped[str]
    status_day: Mapped[dt.date | None]
    status_changes_on: Mapped[dt.date | None] = mapped_column(index=True)  # or a membership ends before
    status_reason: Mapped[str]
    sort_name: Mapped[str] = mapped_column(SortKey)
    sort_number: Mapped[str] = mapped_column(SortKey)
    sort_chapter: Mapped[str] = mapped_column(SortKey)
    sort_town: Mapped[str] = mapped_column(SortKey)
    sort_vehicle: Mapped[str] = mapped_column(SortKey)
    sort_status: Mapped[str] = mapped_column(SortKey)

    # A covering index per order, so that the ids of a sorted list come from the index alone.
    __table_args__ = tuple(
        Index(f"ix_roster_{column}", column, "slot", "person_id")
        for column in (
            "sort_name",
            "sort_number",
            "sort_chapter",
            "sort_town",
            "sort_vehicle",
            "sort_status",
            "joined",
        )
    )


def number_key(number: str) -> str:
    """Sorts member numbers as people read them: 9 before 10, A-2 before A-10."""
    digits, out = "", []
    for char in number + "\0":
        if char.isdecimal():
            digits += char
            continue
        if digits:
            out.append(digits.zfill(12))
            digits = ""
        out.append(char)
    return "".join(out)[:-1].casefold()
