"""What a row of a list says of somebody's membership beyond what the roster knows."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from clubdesk.services.importing.personrow import PersonRow
from clubdesk.services.today import today


@dataclass(frozen=True, slots=True)
class Period:
    """A membership of the roster; `chapter` is in small letters, empty for none."""

    id: int
    chapter: str
    kind: str
    start: dt.date | None
    end: dt.date | None

    @property
    def holds(self) -> bool:
        return self.end is None or self.end >= today()


def begins_membership(row: PersonRow, periods: Sequence[Period]) -> bool:
    """Whether the row speaks of a membership that isn't known; an end alone begins none."""
    return bool(row.chapter) and not _meant(row, periods) and not (row.left and _same(row, periods))


def news_of_membership(row: PersonRow, periods: Sequence[Period]) -> tuple[int, dict[str, Any]]:
    """The membership the row means and what it says of it, by the names of its columns; empty for nothing.

    A first day that is known stays: lists tend to give the day of the very first membership.
    """
    period = _meant(row, periods)
    if period is None or any(row.left and row.left == one.end for one in _same(row, periods)):
        return 0, {}
    told: dict[str, Any] = {}
    if row.chapter and not period.chapter:
        told["chapter"] = row.chapter
    if row.membership_kind and row.membership_kind != period.kind:
        told["kind"] = row.membership_kind
    if row.joined and not period.start:
        told["start"] = row.joined
    if row.left and row.left >= (period.start or row.left):
        told["end"] = row.left
    return period.id, told


def _meant(row: PersonRow, periods: Sequence[Period]) -> Period | None:
    """The membership in the row's chapter that holds, else one whose chapter isn't known yet."""
    holding = [period for period in periods if period.holds]
    named = [period for period in holding if period.chapter == row.chapter.casefold()]
    unnamed = [period for period in holding if not (row.chapter and period.chapter)]
    return next(iter([*named, *unnamed]), None)


def _same(row: PersonRow, periods: Sequence[Period]) -> list[Period]:
    return [period for period in periods if period.chapter in ("", row.chapter.casefold()) or not row.chapter]
