"""Envelopes that came back: recorded unopened, by the letter number that stands in their window."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _, window_texts
from clubdesk.model.codes import damm
from clubdesk.model.letters import Letter, LetterRun
from clubdesk.model.roster import RosterLine
from clubdesk.services.letters.recipients import current_addresses
from clubdesk.services.letters.snapshots import snapshots
from clubdesk.services.today import today
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import describe

#: Why the post brings a letter back, in the words that stand on the envelope.
REASONS = {
    "moved": N_("Moved"),
    "unknown": N_("Addressee unknown"),
    "address-unknown": N_("No such address"),
    "not-collected": N_("Not collected"),
    "not-accepted": N_("Not accepted"),
    "abroad": N_("Moved abroad"),
    "deceased": N_("Deceased"),
}
_NUMBER = re.compile(r"L\W?(\d\d)\W?(\d{4,})\W?(\d)")


@dataclass(frozen=True, slots=True)
class ReturnResult:
    """What became of one number: returned, already-returned, mistyped, unknown-number or not-posted."""

    number: str
    result: str
    message: str
    person: int | None = None
    name: str = ""

    @property
    def recorded(self) -> bool:
        return self.result == "returned"

    @property
    def code(self) -> str:
        """What was typed, as of a ReplyResult: both lie in one tray."""
        return self.number


@change(N_("Returned envelopes: {count}"))
def record_returned(
    session: Session, numbers: Sequence[str], *, reason: str = "moved", on: dt.date | None = None
) -> list[ReturnResult]:
    """Note that these letters came back; nobody is written to at such an address until it is mended."""
    if reason not in REASONS:
        raise Problem(
            _("“{reason}” is no reason.").format(reason=reason),
            _("There are: {names}.").format(names=", ".join(REASONS)),
        )
    results = [_record(session, number, reason, on or today()) for number in numbers]
    describe(session, count=sum(result.recorded for result in results))
    return results


def look_up_letter(session: Session, typed: str) -> ReturnResult:
    """Whose letter has this number; the result is "open" when its return could be recorded."""
    refusal, letter = _letter(session, typed)
    if letter is None:
        assert refusal
        return refusal
    return ReturnResult(letter.number, "open", "", letter.person_id, _name(session, letter))


def read_number(typed: str) -> str | None:
    """The letter number somebody typed or scanned, L-26-0311-7; None when its check digit doesn't fit."""
    found = _NUMBER.fullmatch(typed.strip().upper())
    if found is None or damm(found[1] + found[2]) != int(found[3]):
        return None
    return f"L-{found[1]}-{found[2]}-{found[3]}"


def _record(session: Session, typed: str, reason: str, day: dt.date) -> ReturnResult:
    refusal, letter = _letter(session, typed)
    if letter is None:
        assert refusal
        return refusal
    message = _mark_address(session, letter, reason)
    for one in (letter, *_beside(session, letter)):
        if one is not letter:
            _mark_address(session, one, reason)
        one.returned_on, one.returned_reason = day, _(REASONS[reason])
    session.flush()
    return ReturnResult(letter.number, "returned", message, letter.person_id, _name(session, letter))


def _beside(session: Session, letter: Letter) -> Sequence[Letter]:
    """The other letters in its envelope."""
    if letter.envelope is None:
        return ()
    enclosed = select(Letter).where(
        Letter.run_id == letter.run_id,
        Letter.envelope == letter.envelope,
        Letter.id != letter.id,
        Letter.voided_on.is_(None),
        Letter.returned_on.is_(None),
    )
    return session.scalars(enclosed).all()


def _mark_address(session: Session, letter: Letter, reason: str) -> str:
    """Mark the address as one that letters come back from, unless it was mended since."""
    place = current_addresses(session, [letter.person_id]).get(letter.person_id)
    word = _(REASONS[reason])
    if place is None or is_moved(session, [letter])[letter.id]:
        return _("{reason}. The address was changed since; the new one stays in use.").format(reason=word)
    place.status, place.status_reason = "returned", word
    if reason == "deceased":
        return _("{reason}. End the membership, so that no letter goes there again.").format(reason=word)
    return _("{reason}. No letter goes there until the address is mended.").format(reason=word)


def is_moved(session: Session, letters: Sequence[Letter]) -> dict[int, bool]:
    """Of each letter, by id, whether its reader's address was changed since it was written."""
    people = sorted({letter.person_id for letter in letters})
    reachable = [person for person in people if person in current_addresses(session, people)]
    papers = snapshots(session, reachable)
    now = {person: paper["address"] for person, paper in zip(reachable, papers, strict=True)}
    return {letter.id: now.get(letter.person_id) != letter.snapshot["address"] for letter in letters}


def _letter(session: Session, typed: str) -> tuple[ReturnResult | None, Letter | None]:
    """The letter a number names, or the reason why it can't be recorded."""
    number = read_number(typed)
    if number is None:
        return ReturnResult(typed.strip(), "mistyped", _mistyped(typed)), None
    found = select(Letter, LetterRun.posted_on).join(LetterRun).where(Letter.number == number)
    row = session.execute(found).first()
    if row is None:
        return ReturnResult(number, "unknown-number", _("No letter of this club has this number.")), None
    letter, posted = row
    if letter.returned_on:
        message = _("Already recorded on {day}: {reason}.").format(
            day=window_texts().short_date(letter.returned_on), reason=letter.returned_reason
        )
        return _refused(session, letter, "already-returned", message), None
    if posted is None:
        return _refused(session, letter, "not-posted", _("This letter was never posted.")), None
    return None, letter


def _refused(session: Session, letter: Letter, result: str, message: str) -> ReturnResult:
    return ReturnResult(letter.number, result, message, letter.person_id, _name(session, letter))


def _mistyped(typed: str) -> str:
    if _NUMBER.fullmatch(typed.strip().upper()):
        return _("This number is mistyped: its last digit, which checks the others, doesn't fit.")
    return _("A letter number looks like this: L-26-0311-7. It stands in the window of the envelope.")


def _name(session: Session, letter: Letter) -> str:
    return session.scalar(select(RosterLine.name).where(RosterLine.person_id == letter.person_id)) or ""
