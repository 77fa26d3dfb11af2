"""Record what came back, by reply code. Recording something twice changes nothing and says so."""

import datetime as dt
import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _, window_texts
from clubdesk.model.codes import LENGTH, code_index, code_proof, read_code
from clubdesk.model.identity import first_id_of
from clubdesk.model.letters import Letter, Reply, Verification
from clubdesk.model.periods import months_later
from clubdesk.model.roster import RosterLine
from clubdesk.model.scans import EditProposal
from clubdesk.services.clubs import club_key, the_club
from clubdesk.services.today import today
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import describe

#: What a reply can say, in the words of the reply slip.
ANSWERS = {
    "verified": N_("All is correct"),
    "refused": N_("No longer a member"),
    "not-owner": N_("No longer an owner"),
}

#: What an officer can note of a reply: its answer, or that all is right but for some details.
SAID = {**ANSWERS, "changed": N_("Details changed")}

#: What the small QR code in the window of the envelope says: a scanner may catch it instead of the code.
LETTER_NUMBER = re.compile(r"[LE]-\d\d-\d{4,}-\d")

#: How many letters and digits a reply code has.
CODE_LENGTH = LENGTH


@dataclass(frozen=True, slots=True)
class ReplyResult:
    """What became of one code.

    `result` is verified, refused, not-owner, already-recorded, unknown-code, mistyped or expired; open when
    it could be recorded. Person and name are empty unless the code belongs to a letter.
    """

    code: str
    result: str
    message: str
    person: int | None = None
    name: str = ""

    @property
    def recorded(self) -> bool:
        return self.result in ANSWERS


@change(N_("Replies recorded: {count}"))
def record_replies(
    session: Session, codes: Sequence[str], *, answer: str = "verified", on: dt.date | None = None
) -> list[ReplyResult]:
    """Record one answer for each code, and verify who said yes until the club's term is over.

    `answer` is one of SAID; with "changed" a person is verified, and what changed waits to be corrected.
    """
    check_answer(answer)
    day = on or today()
    results = [record_code(session, code, answer=answer, day=day) for code in codes]
    describe(session, count=sum(1 for result in results if result.recorded))
    return results


def look_up_code(session: Session, typed: str, *, on: dt.date | None = None) -> ReplyResult:
    """Whose letter a code opens; `result` is "open" when a reply of that day could be recorded."""
    refusal, letter = letter_of_code(session, typed, day=on or today())
    if letter is None:
        assert refusal
        return refusal
    return ReplyResult(shown(typed), "open", "", letter.person_id, name_of(session, letter.person_id))


def replies_recorded_on(session: Session, day: dt.date) -> int:
    """How many replies officers recorded on that day, whenever they were received."""
    midnight = dt.datetime.combine(day, dt.time()).astimezone()
    ids = Reply.id.between(first_id_of(midnight), first_id_of(midnight + dt.timedelta(days=1)) - 1)
    return session.scalar(select(func.count()).where(ids)) or 0


def check_answer(answer: str) -> None:
    """Problem when there is no such answer."""
    if answer not in SAID:
        raise Problem(
            _("“{answer}” is no answer.").format(answer=answer),
            _("There are: {names}.").format(names=", ".join(SAID)),
        )


def record_code(
    session: Session, typed: str, *, answer: str, day: dt.date, way: str = "code", slip: int | None = None
) -> ReplyResult:
    """Within a change: record the answer to the letter that a code opens."""
    refusal, letter = letter_of_code(session, typed, day=day)
    if letter is None:
        assert refusal
        return refusal
    return record_answer(session, letter, answer=answer, day=day, way=way, slip=slip, code=shown(typed))


def record_answer(
    session: Session,
    letter: Letter,
    *,
    answer: str,
    day: dt.date,
    way: str,
    slip: int | None = None,
    note: str = "",
    code: str = "",
) -> ReplyResult:
    """Within a change: the reply to an open letter, and what follows from it."""
    kept = "verified" if answer == "changed" else answer
    person = letter.person_id
    reply = Reply(
        letter_id=letter.id,
        person_id=person,
        answer=kept,
        received_on=day,
        way=way,
        note=note.strip(),
        slip_id=slip,
    )
    session.add(reply)
    session.flush()
    if answer == "changed":
        session.add(EditProposal(person_id=person, reply_id=reply.id, slip_id=slip, made_on=day))
    if kept == "verified":
        message = _verify(session, reply, "phone" if way == "phone" else "letter")
    else:
        _end_verifications(session, person, day)
        message = _("Recorded: {answer}.").format(answer=_(ANSWERS[kept]))
    session.flush()
    return ReplyResult(code, kept, message, person, name_of(session, person))


def _verify(session: Session, reply: Reply, evidence: str) -> str:
    until = months_later(reply.received_on, the_club(session).verified_months)
    session.add(
        Verification(
            person_id=reply.person_id,
            reply_id=reply.id,
            evidence=evidence,
            start=reply.received_on,
            until=until,
        )
    )
    return _("Verified until {day}.").format(day=window_texts().short_date(until))


def letter_of_code(session: Session, typed: str, *, day: dt.date) -> tuple[ReplyResult | None, Letter | None]:
    """The letter whose code can be taken on that day, or the reason why there is none."""
    key = club_key(session)
    code = read_code(typed)
    if code is None:
        return ReplyResult(typed.strip(), "mistyped", _mistyped(typed)), None
    letter = session.scalars(select(Letter).where(Letter.code_index == code_index(key, code))).first()
    if letter is None:
        return ReplyResult(code, "unknown-code", _("No letter of this club carries this code.")), None
    proof = code_proof(key, code, row_id=letter.id, person_id=letter.person_id, expires=letter.expires)
    if not hmac.compare_digest(proof, letter.code_proof):
        return ReplyResult(code, "unknown-code", _("This code doesn't fit its letter.")), None
    earlier = _already(session, letter, code)
    if earlier:
        return earlier, None
    if letter.voided_on or day > letter.expires:
        when = window_texts().short_date(letter.voided_on or letter.expires)
        said = _("This letter was cancelled on {day}; ask for the code of a newer one.")
        late = _("This code was valid until {day}. Send a new letter.")
        message = (said if letter.voided_on else late).format(day=when)
        name = name_of(session, letter.person_id)
        return ReplyResult(code, "expired", message, letter.person_id, name), None
    return None, letter


def _already(session: Session, letter: Letter, code: str) -> ReplyResult | None:
    reply = session.scalars(select(Reply).where(Reply.letter_id == letter.id)).first()
    if reply is None:
        return None
    message = _("Already recorded on {day}: {answer}.").format(
        day=window_texts().short_date(reply.received_on), answer=_(ANSWERS[reply.answer])
    )
    name = name_of(session, letter.person_id)
    return ReplyResult(code, "already-recorded", message, letter.person_id, name)


def _mistyped(typed: str) -> str:
    if LETTER_NUMBER.fullmatch(typed.strip().upper()):
        return _("This is the number of a letter. The code stands on the reply slip.")
    count = sum(1 for char in typed if char.isalnum())
    if count != LENGTH:
        return _("A code has {length} letters and digits, this has {count}.").format(
            length=LENGTH, count=count
        )
    return _("This code is mistyped: its last symbol, which checks the others, doesn't fit.")


def _end_verifications(session: Session, person_id: int, day: dt.date) -> None:
    open_ones = select(Verification).where(
        Verification.person_id == person_id, Verification.ended_on.is_(None)
    )
    for verification in session.scalars(open_ones):
        verification.ended_on = day


def shown(typed: str) -> str:
    """A code as it is printed, or what was typed instead of one."""
    return read_code(typed) or typed.strip()


def name_of(session: Session, person_id: int) -> str:
    """A person's name as lists show it."""
    return session.scalar(select(RosterLine.name).where(RosterLine.person_id == person_id)) or ""
