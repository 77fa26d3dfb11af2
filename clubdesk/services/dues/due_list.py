"""Dues as their list shows them: who owes what, what was paid, and the sums."""

import datetime as dt
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.model.dues import DUE_STATES, Due, DuesKind, Payment, due_state
from clubdesk.model.roster import RosterLine
from clubdesk.services.chunks import chunks
from clubdesk.services.today import today
from clubdesk.services.word_search import has_words


@dataclass(frozen=True, slots=True)
class DueSearch:
    """Words of name, number or kind, and what the chips choose; nothing chosen filters nothing."""

    text: str = ""
    states: tuple[str, ...] = ()
    kinds: tuple[int, ...] = ()
    years: tuple[int, ...] = ()
    person: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """One due. Amounts are in the currency's smallest unit; `open` is what is still to be paid."""

    id: int
    person: int
    name: str
    number: str
    kind: str
    start: dt.date
    end: dt.date | None
    due_on: dt.date
    amount: int
    paid: int
    currency: str
    state: str
    reminders: int
    reminded_on: dt.date | None

    @property
    def open(self) -> int:
        return 0 if self.state in ("paid", "waived") else self.amount - self.paid


@dataclass(frozen=True, slots=True)
class PaymentLine:
    id: int
    amount: int
    paid_on: dt.date
    way: str
    receipt: str
    note: str


@dataclass(frozen=True, slots=True)
class DueCard:
    """A due with its payments, the oldest first."""

    line: DueLine
    payments: tuple[PaymentLine, ...]
    waived_reason: str


def get_due(session: Session, due_id: int) -> Due:
    """The due of that id; Problem when it is gone."""
    due = session.get(Due, due_id)
    if due is None:
        raise Problem(_("These dues are not there any more."), _("Look at the list of dues."))
    return due


_PAID = select(Payment.due_id, func.sum(Payment.amount).label("paid")).group_by(Payment.due_id).subquery()
_SORTS: dict[str, Any] = {
    "name": RosterLine.sort_name,
    "kind": DuesKind.name,
    "start": Due.start,
    "due_on": Due.due_on,
    "amount": Due.amount,
}


def _state_rank(day: dt.date) -> ColumnElement[int]:
    """The place of a due's state among DUE_STATES, as `model.dues.due_state` tells it."""
    paid = func.coalesce(_PAID.c.paid, 0)
    return case(
        (Due.waived_on.is_not(None), DUE_STATES.index("waived")),
        (paid >= Due.amount, DUE_STATES.index("paid")),
        (Due.due_on < day, DUE_STATES.index("overdue")),
        (paid > 0, DUE_STATES.index("part")),
        else_=DUE_STATES.index("open"),
    )


def _joined(*columns: Any) -> Select[Any]:
    return (
        select(*columns)
        .join(DuesKind, DuesKind.id == Due.kind_id)
        .join(RosterLine, RosterLine.person_id == Due.person_id)
        .outerjoin(_PAID, _PAID.c.due_id == Due.id)
    )


def due_ids(
    session: Session, search: DueSearch | None = None, *, sort: str = "due_on", descending: bool = False
) -> "array[int]":
    """The dues that answer a search, in order; by `state` those that need work come first."""
    search, rank = search or DueSearch(), _state_rank(today())
    order = rank if sort == "state" else _SORTS[sort]
    query = _joined(Due.id, RosterLine.name, RosterLine.number, DuesKind.name)
    for condition in _conditions(search, rank):
        query = query.where(condition)
    query = query.order_by(order.desc() if descending else order, RosterLine.sort_name, Due.start, Due.id)
    return array(
        "q",
        [
            due_id
            for due_id, *words in session.execute(query)
            if not search.text or has_words(" ".join(words), search.text)
        ],
    )


def _conditions(search: DueSearch, rank: ColumnElement[int]) -> list[Any]:
    found: list[Any] = []
    if search.states:
        found.append(rank.in_([DUE_STATES.index(state) for state in search.states]))
    if search.kinds:
        found.append(Due.kind_id.in_(search.kinds))
    if search.years:
        first, last = min(search.years), max(search.years)
        found.append(Due.start.between(dt.date(first, 1, 1), dt.date(last, 12, 31)))
        found.append(func.extract("year", Due.start).in_(search.years))
    if search.person is not None:
        found.append(Due.person_id == search.person)
    return found


def due_lines(session: Session, ids: Sequence[int]) -> list[DueLine]:
    """These dues in the order of `ids`; those that are gone are left out."""
    found: dict[int, DueLine] = {}
    for some in chunks(ids):
        rows = _joined(Due, DuesKind, RosterLine.name, RosterLine.number, _PAID.c.paid)
        for due, kind, name, number, paid in session.execute(rows.where(Due.id.in_(some))):
            found[due.id] = _line(due, kind, name, number, paid or 0)
    return [found[due_id] for due_id in ids if due_id in found]


def _line(due: Due, kind: DuesKind, name: str, number: str, paid: int) -> DueLine:
    waived = due.waived_on is not None
    state = due_state(amount=due.amount, paid=paid, due_on=due.due_on, waived=waived, today=today())
    return DueLine(
        id=due.id,
        person=due.person_id,
        name=name,
        number=number,
        kind=kind.name,
        start=due.start,
        end=due.end,
        due_on=due.due_on,
        amount=due.amount,
        paid=paid,
        currency=kind.currency,
        state=state,
        reminders=due.reminders,
        reminded_on=due.reminded_on,
    )


def due_card(session: Session, due_id: int) -> DueCard:
    due = get_due(session, due_id)
    payments = tuple(
        PaymentLine(paid.id, paid.amount, paid.paid_on, paid.way, paid.receipt, paid.note)
        for paid in due.payments
    )
    return DueCard(due_lines(session, [due_id])[0], payments, due.waived_reason)


@dataclass(frozen=True, slots=True)
class DuesTotals:
    """How the dues stand together: counts by state, years, and what is open by currency."""

    states: dict[str, int]
    years: dict[int, int]
    open: dict[str, int]
    paid: dict[str, int]


def dues_totals(session: Session, search: DueSearch | None = None) -> DuesTotals:
    """The sums over all dues that answer a search."""
    lines = due_lines(session, due_ids(session, search))
    owed, paid = Counter[str](), Counter[str]()
    for line in lines:
        owed[line.currency] += line.open
        paid[line.currency] += line.paid
    states = Counter(line.state for line in lines)
    years = Counter(line.start.year for line in lines)
    return DuesTotals(
        {state: states[state] for state in DUE_STATES if states[state]},
        dict(sorted(years.items(), reverse=True)),
        {currency: amount for currency, amount in sorted(owed.items()) if amount},
        {currency: amount for currency, amount in sorted(paid.items()) if amount},
    )


def count_overdue(session: Session) -> int:
    """How many dues should have been paid by now."""
    overdue = _state_rank(today()) == DUE_STATES.index("overdue")
    return len(session.scalars(_joined(Due.id).where(overdue)).all())
