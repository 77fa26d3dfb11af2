"""Which of a person's addresses letters go to."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, case, select
from sqlalchemy.orm import Session

from clubdesk.model.persons import Address

ORDER = ("postal", "home", "work")


def is_valid_on(day: dt.date) -> ColumnElement[bool]:
    """An address that isn't past and not still to come."""
    return _has_begun(day) & _is_not_past(day)


def best_first(
    query: Select[*tuple[Any, ...]], day: dt.date, *, still_to_come: bool = False
) -> Select[*tuple[Any, ...]]:
    """The valid addresses of a query, that for letters first; last those to come, if they are wanted too.

    One that letters reach comes before one they don't, then postal, home, work, any other.
    """
    begun = case((_has_begun(day), 0), else_=1)
    reached = case((Address.status == "ok", 0), else_=1)
    kind = case(*((Address.kind == name, rank) for rank, name in enumerate(ORDER)), else_=len(ORDER))
    valid = _is_not_past(day) if still_to_come else is_valid_on(day)
    return query.where(valid).order_by(begun, reached, kind, Address.id)


def for_letters(session: Session, person_ids: Sequence[int], day: dt.date) -> dict[int, Address]:
    """The address that letters to each of these people go to; who has none is left out."""
    query = best_first(select(Address).where(Address.person_id.in_(person_ids)), day)
    found: dict[int, Address] = {}
    for address in session.scalars(query):
        found.setdefault(address.person_id, address)
    return found


def _has_begun(day: dt.date) -> ColumnElement[bool]:
    return Address.start.is_(None) | (Address.start <= day)


def _is_not_past(day: dt.date) -> ColumnElement[bool]:
    return Address.end.is_(None) | (Address.end >= day)
