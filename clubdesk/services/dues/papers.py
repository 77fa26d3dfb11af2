"""Letters about money: reminders of what is overdue, and receipts."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.documents.content import DuesLetter, Printed
from clubdesk.errors import Problem
from clubdesk.i18n import N_, _, known_language, texts
from clubdesk.model.dues import Due, Payment
from clubdesk.services.clubs import the_club
from clubdesk.services.dues.due_list import DueLine, due_lines, get_due
from clubdesk.services.letterhead import letterhead
from clubdesk.services.letters.recipients import LeftOut, reachable
from clubdesk.services.letters.snapshots import said_in, snapshots
from clubdesk.services.templates import own_templates
from clubdesk.services.today import today
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import describe

REMINDER, RECEIPT = "letter-reminder", "letter-receipt"

#: How somebody paid, in the words of a receipt.
WAY_NAMES = {
    "transfer": N_("bank transfer"),
    "cash": N_("cash"),
    "card": N_("card"),
    "debit": N_("direct debit"),
    "other": N_("other"),
}


@dataclass(frozen=True, slots=True)
class DuesLetters:
    """Letters in the order of the post; `dues` are those they speak of, `left_out` have no address."""

    printed: Printed
    letters: int
    dues: tuple[int, ...]
    left_out: tuple[LeftOut, ...]


def print_reminders(session: Session, chosen: Sequence[int]) -> DuesLetters:
    """A letter to each person who owes any of these dues, about all of them together."""
    lines = [line for line in due_lines(session, chosen) if line.open]
    if not lines:
        raise Problem(_("Nothing is open here."), _("Choose dues that are not paid."))
    owed: dict[int, list[DueLine]] = {}
    for line in lines:
        owed.setdefault(line.person, []).append(line)
    found = reachable(session, list(owed))
    if not found.people:
        raise Problem(_("There is nobody with an address."), _("Mend their addresses first."))
    letters = [
        _reminder(said, sorted(owed[person], key=lambda line: line.due_on))
        for person, said in zip(found.people, snapshots(session, found.people), strict=True)
    ]
    told = tuple(line.id for person in found.people for line in owed[person])
    return DuesLetters(_print(session, letters, REMINDER), len(letters), told, found.left_out)


def _reminder(said: dict[str, Any], lines: Sequence[DueLine]) -> DuesLetter:
    sums: dict[str, int] = {}
    for line in lines:
        sums[line.currency] = sums.get(line.currency, 0) + line.open
    words = texts(known_language(str(said["language"])))
    return _letter(
        said,
        day=today(),
        dues=", ".join(what(line, words.language) for line in lines),
        still=" + ".join(words.money(amount, currency) for currency, amount in sums.items()),
        due_on=lines[0].due_on,
    )


@change(N_("Reminded of dues: {count}"))
def note_reminded(session: Session, chosen: Sequence[int]) -> None:
    """Note that reminders of these dues were sent today."""
    for due_id in chosen:
        due = get_due(session, due_id)
        due.reminded_on, due.reminders = today(), due.reminders + 1
    describe(session, count=len(chosen))


def print_receipt(session: Session, payment_ids: Sequence[int]) -> Printed:
    """A receipt for each of these payments, in their order; who has no address gets one without it."""
    query = select(Payment, Due.person_id).join(Due).where(Payment.id.in_(payment_ids))
    rows = {payment.id: (payment, person) for payment, person in session.execute(query)}
    if missing := [payment for payment in payment_ids if payment not in rows]:
        raise Problem(_("There is no payment {payment}.").format(payment=missing[0]))
    letters = []
    for payment, person in (rows[payment_id] for payment_id in payment_ids):
        said = snapshots(session, [person])[0]
        line, words = due_lines(session, [payment.due_id])[0], texts(known_language(said["language"]))
        letters.append(
            _letter(
                said,
                day=max(payment.paid_on, today()),
                dues=what(line, words.language),
                still=words.money(line.open, line.currency) if line.open else "",
                due_on=line.due_on,
                paid=words.money(payment.amount, line.currency),
                paid_on=payment.paid_on,
                way=words(WAY_NAMES[payment.way]),
                receipt=payment.receipt,
            )
        )
    return _print(session, letters, RECEIPT)


def what(line: DueLine, language: str) -> str:
    """What is to be paid: Membership fee 2027, Membership fee 1 Jan – 31 Mar 2027."""
    year = line.start.year
    if line.end is None:
        return line.kind
    if (line.start, line.end) == (dt.date(year, 1, 1), dt.date(year, 12, 31)):
        return f"{line.kind} {year}"
    return f"{line.kind} {texts(language).short_days(line.start, line.end)}"


def _letter(said: dict[str, Any], *, day: dt.date, **money: Any) -> DuesLetter:
    own = said_in(said)
    return DuesLetter(date=day, address=tuple(said["address"]), **own, **money)


def _print(session: Session, letters: Sequence[DuesLetter], kind: str) -> Printed:
    from clubdesk.documents.plain_letters import print_plain_letters

    return print_plain_letters(
        letters,
        letterhead(session),
        kind=kind,
        layout=the_club(session).letter_layout,
        templates=own_templates(session, kind),
    )
