"""The ids of everybody in the roster in each order, kept in memory until the roster changes.

A list of 100,000 people is then sorted without asking the database, and a search only asks who matches.
"""

from array import array
from dataclasses import dataclass, field
from itertools import compress, repeat
from threading import Lock
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, Pool, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from clubdesk.model.roster import RosterLine
from clubdesk.storage import roster
from clubdesk.storage.changelog import Change


class _Ranked(NamedTuple):
    """One order, ready to be searched in."""

    name: str
    ids: list[int]
    places: dict[int, int]  # by id, in the order of the ids: a search finds them in that order too


NOT_SEARCHED = _Ranked("", [], {})


@dataclass
class _Orders:
    """The orders of one club, as of its newest change; `searched` is the one searched in last."""

    newest: int
    ids: dict[str, "array[int]"] = field(default_factory=dict)
    searched: _Ranked = NOT_SEARCHED

    def ranked(self, name: str) -> _Ranked:
        ranked = self.searched
        if ranked.name != name:
            ids = self.ids[name].tolist()
            places = sorted(range(len(ids)), key=ids.__getitem__)
            ranked = _Ranked(name, ids, {ids[place]: place for place in places})
            self.searched = ranked  # at once: questions come from any thread
        return ranked


_kept: WeakKeyDictionary[Pool, _Orders] = WeakKeyDictionary()
_lock = Lock()


def everybody(session: Session, order: InstrumentedAttribute[Any]) -> "array[int]":
    """All ids in ascending order of a sort column. Don't change the array: it is shared."""
    return _everybody(session, _orders(session), order)


def in_order(session: Session, order: InstrumentedAttribute[Any], query: Select[int]) -> "array[int]":
    """Those of the people a query finds who are in the roster, in ascending order of a sort column."""
    orders = _orders(session)
    _everybody(session, orders, order)
    ranked = orders.ranked(order.key)
    # One mark a place and one pass over them: quicker than sorting, however many were found.
    nowhere = len(ranked.ids)
    marks = bytearray(nowhere + 1)
    for place in map(ranked.places.get, roster.ids_of(session, query), repeat(nowhere)):
        marks[place] = 1
    return array("q", list(compress(ranked.ids, marks)))


def count(session: Session) -> int:
    """How many people are in the roster."""
    for ids in tuple(_orders(session).ids.values()):
        return len(ids)
    return session.scalar(select(func.count()).select_from(RosterLine)) or 0


def _everybody(session: Session, orders: _Orders, order: InstrumentedAttribute[Any]) -> "array[int]":
    if order.key not in orders.ids:
        query = select(RosterLine.person_id).order_by(order, RosterLine.person_id)
        orders.ids[order.key] = array("q", roster.ids_of(session, query))
    return orders.ids[order.key]


def _orders(session: Session) -> _Orders:
    """What is kept of this club; begun anew when its roster was changed, by whomever."""
    pool = session.get_bind().engine.pool
    newest = session.scalar(select(func.max(Change.id))) or 0
    with _lock:
        kept = _kept.get(pool)
        if kept is None or kept.newest != newest:
            kept = _kept[pool] = _Orders(newest)
        return kept


def forget(engine: Engine) -> None:
    """Keep nothing of a club whose roster was written without a change: on a new day, by a rebuild."""
    with _lock:
        _kept.pop(engine.pool, None)
