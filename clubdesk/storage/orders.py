"""The ids of everybody in the roster in each order, kept in memory until the roster changes.

A list of 100,000 people is then sorted without asking the database, and a search only asks who matches.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress
from threading import Lock
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, Label, Pool, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from clubdesk.model.roster import RosterLine
from clubdesk.storage import roster
from clubdesk.storage.changelog import Change

#: A sort column, or what stands in its place under a name of its own.
Order = InstrumentedAttribute[Any] | Label[Any]


class _Order(NamedTuple):
    """Everybody in one order, by id and by slot."""

    ids: "array[int]"
    slots: Sequence[int]


class _Searched(NamedTuple):
    """One order, ready to be searched in."""

    name: str
    ids: list[int]
    places: list[int]  # by slot; of a slot without a person a place after all others


NOT_SEARCHED = _Searched("", [], [])


@dataclass
class _Orders:
    """The orders of one club, as of its newest change; `last` is the one searched in last."""

    newest: int
    known: dict[str, _Order] = field(default_factory=dict)
    last: _Searched = NOT_SEARCHED

    def searched(self, name: str) -> _Searched:
        searched = self.last
        if searched.name != name:
            order = self.known[name]
            places = [len(order.ids)] * (max(order.slots, default=-1) + 1)
            for place, slot in enumerate(order.slots):
                places[slot] = place
            searched = _Searched(name, order.ids.tolist(), places)
            self.last = searched  # at once: questions come from any thread
        return searched


_kept: WeakKeyDictionary[Pool, _Orders] = WeakKeyDictionary()
_lock = Lock()


def everybody(session: Session, order: Order) -> "array[int]":
    """All ids in ascending order of a sort column. Don't change the array: it is shared."""
    orders = _orders(session)
    _learn(session, orders, order)
    return orders.known[order.key].ids


def in_order(session: Session, order: Order, query: Select[int]) -> "array[int]":
    """The ids of the people whose slots a query finds, in ascending order of a sort column."""
    orders = _orders(session)
    _learn(session, orders, order)
    _name, ids, places = orders.searched(order.key)
    [slots] = roster.numbers_of(session, query)
    if max(slots, default=0) >= len(places):  # came since the order was read, on a server
        slots = [slot for slot in slots if slot < len(places)]
    # One mark a place and one pass over them: quicker than sorting, however many were found.
    marks = bytearray(len(ids) + 1)
    for place in map(places.__getitem__, slots):
        marks[place] = 1
    return array("q", list(compress(ids, marks)))


def count(session: Session) -> int:
    """How many people are in the roster."""
    for order in tuple(_orders(session).known.values()):
        return len(order.ids)
    return session.scalar(select(func.count()).select_from(RosterLine)) or 0


def _learn(session: Session, orders: _Orders, order: Order) -> None:
    if order.key not in orders.known:
        query = select(RosterLine.person_id, RosterLine.slot).order_by(order, RosterLine.slot)
        ids, slots = roster.numbers_of(session, query)
        orders.known[order.key] = _Order(array("q", ids), array("q", slots))


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
