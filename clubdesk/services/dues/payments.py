"""Payments: recorded, spread over what somebody owes, taken back; dues that are waived or deleted."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _, window_texts
from clubdesk.model.codes import numbered
from clubdesk.model.dues import WAYS, Payment
from clubdesk.services.cell_text import clean
from clubdesk.services.dues.due_list import DueLine, DueSearch, due_ids, due_lines, get_due
from clubdesk.services.dues.kinds import amount_of
from clubdesk.services.today import today
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import describe


@dataclass(frozen=True, slots=True)
class Paid:
    """A payment that was recorded; `open` is what its due still lacks."""

    payment: int
    due: int
    receipt: str
    amount: int
    currency: str
    open: int


@change(N_("Payment of {name}"))
def pay(
    session: Session,
    due_id: int,
    *,
    amount: str = "",
    on: dt.date | None = None,
    way: str = "transfer",
    note: str = "",
) -> Paid:
    """Record a payment for one due, of all that is open unless an amount is given; Problem for more."""
    line = _line(session, due_id)
    if line.state == "waived":
        raise Problem(_("These dues are waived."), _("Ask for them again first."))
    paid = amount_of(amount, line.currency) if amount.strip() else line.open
    describe(session, name=line.name)
    return _record(session, due_id, paid, on=on, way=way, note=note)


@change(N_("Payments: {count}"))
def pay_in_full(session: Session, chosen: Sequence[int], *, on: dt.date | None = None) -> list[Paid]:
    """Record that all that is open of these dues came by bank transfer; those that are paid stay so."""
    lines = [line for line in due_lines(session, chosen) if line.open]
    if not lines:
        raise Problem(_("Nothing is open here."), _("Choose dues that are not paid."))
    describe(session, count=len(lines))
    return [_record(session, line.id, line.open, on=on, way="transfer", note="") for line in lines]


@change(N_("Payment of {name}"))
def pay_all(
    session: Session,
    person_id: int,
    *,
    amount: str = "",
    on: dt.date | None = None,
    way: str = "transfer",
    note: str = "",
) -> list[Paid]:
    """Record what somebody paid, the oldest dues first; all that is open unless an amount is given."""
    lines = [line for line in due_lines(session, due_ids(session, DueSearch(person=person_id))) if line.open]
    if not lines:
        raise Problem(_("Nothing is open here."), _("Look at the dues of this person."))
    left = amount_of(amount, lines[0].currency) if amount.strip() else None
    done = []
    for line in lines:
        part = line.open if left is None else min(left, line.open)
        if not part or line.currency != lines[0].currency:
            continue
        done.append(_record(session, line.id, part, on=on, way=way, note=note))
        left = None if left is None else left - part
    if left:
        over = window_texts().money(left, lines[0].currency)
        raise Problem(_("That is {amount} more than is open.").format(amount=over))
    describe(session, name=lines[0].name)
    return done


def _record(session: Session, due_id: int, amount: int, *, on: dt.date | None, way: str, note: str) -> Paid:
    line, day = _line(session, due_id), on or today()
    if way not in WAYS:
        raise Problem(_("There is no way of paying “{way}”.").format(way=way), ", ".join(WAYS))
    if amount > line.open or not amount:
        still = window_texts().money(line.open, line.currency)
        raise Problem(
            _("Only {amount} is open here.").format(amount=still), _("Record the payment in parts.")
        )
    payment = Payment(
        due_id=due_id,
        amount=amount,
        paid_on=day,
        way=way,
        note=clean(note),
        receipt=numbered("R", day.year, _receipts(session, day.year) + 1),
    )
    session.add(payment)
    session.flush()
    return Paid(payment.id, due_id, payment.receipt, amount, line.currency, line.open - amount)


def _receipts(session: Session, year: int) -> int:
    """The highest count among the receipts of a year."""
    of_year = select(Payment.receipt).where(Payment.receipt.startswith(f"R-{year % 100:02d}-"))
    newest = session.scalar(
        of_year.order_by(func.length(Payment.receipt).desc(), Payment.receipt.desc()).limit(1)
    )
    return int(newest.split("-")[2]) if newest else 0


@change(N_("Payment taken back: {name}"))
def delete_payment(session: Session, payment_id: int) -> None:
    """Take a payment out that was recorded wrongly."""
    payment = session.get_one(Payment, payment_id)
    describe(session, name=_line(session, payment.due_id).name)
    session.delete(payment)


@change(N_("Dues waived: {count}"))
def waive(session: Session, chosen: Sequence[int], *, reason: str) -> None:
    """Ask no longer for these dues; the reason stands in the history."""
    if not clean(reason):
        raise Problem(_("Say why they are waived."))
    for due_id in chosen:
        due = get_due(session, due_id)
        due.waived_on, due.waived_reason = today(), clean(reason)
    describe(session, count=len(chosen))


@change(N_("Dues asked for again: {count}"))
def ask_again(session: Session, chosen: Sequence[int]) -> None:
    """Dues that were waived are asked for again."""
    for due_id in chosen:
        due = get_due(session, due_id)
        due.waived_on, due.waived_reason = None, ""
    describe(session, count=len(chosen))


@change(N_("Dues deleted: {count}"))
def delete_dues(session: Session, chosen: Sequence[int]) -> None:
    """Take out dues that were charged by mistake; Problem when something was paid for one."""
    for due_id in chosen:
        due = get_due(session, due_id)
        if due.payments:
            raise Problem(
                _("Something was paid for the dues of {name}.").format(name=_line(session, due_id).name),
                _("Waive them, or take the payment back first."),
            )
        session.delete(due)
    describe(session, count=len(chosen))


def _line(session: Session, due_id: int) -> DueLine:
    get_due(session, due_id)
    return due_lines(session, [due_id])[0]
