"""Verified by something else than a reply: an officer saw or knows it, and says what it was."""

import datetime as dt

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _, window_texts
from clubdesk.model.letters import Verification
from clubdesk.model.periods import months_later
from clubdesk.services.clubs import the_club
from clubdesk.services.letters.replies import name_of
from clubdesk.services.today import today
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import describe

#: What usually proves it beside a letter; an officer may write other words.
EVIDENCE = {
    "card": N_("Membership card seen"),
    "identity": N_("Identity document seen"),
    "known": N_("Known in person"),
    "phone": N_("Phone"),
    "vehicle": N_("Vehicle papers seen"),
}


@change(N_("{name} verified: {evidence}"))
def verify_person(session: Session, person_id: int, *, evidence: str, on: dt.date | None = None) -> dt.date:
    """Verify somebody for the club's term; the last day on which it holds. Problem when nothing proves it.

    `evidence` is a key of EVIDENCE or an officer's own words.
    """
    evidence = " ".join(evidence.split())
    if not evidence:
        raise Problem(_("Say what proves it."), _("It stands in the history."))
    day, name = on or today(), name_of(session, person_id)
    if not name:
        raise Problem(_("This person is no longer in the roster."), _("Undo brings them back."))
    until = months_later(day, the_club(session).verified_months)
    session.add(Verification(person_id=person_id, evidence=evidence, start=day, until=until))
    describe(session, name=name, evidence=_(EVIDENCE.get(evidence, evidence)))
    return until


@change(N_("Verification of {name} ended: {reason}"))
def end_verification(session: Session, person_id: int, *, reason: str, on: dt.date | None = None) -> None:
    """End it before its time; Problem without a reason, or when nobody is verified."""
    reason = " ".join(reason.split())
    if not reason:
        raise Problem(_("Say why it ends."), _("It stands in the history."))
    day, name = on or today(), name_of(session, person_id)
    holding = select(Verification).where(
        Verification.person_id == person_id, Verification.ended_on.is_(None), Verification.until >= day
    )
    found = session.scalars(holding).all()
    if not found:
        raise Problem(_("{name} is not verified.").format(name=name))
    for verification in found:
        verification.ended_on, verification.ended_reason = day, reason
    describe(session, name=name, reason=reason)


def proof_of(session: Session, person_id: int) -> str:
    """What proves the verification that holds longest, in words; "" when it was the reply to a letter."""
    holding = (
        select(Verification)
        .where(Verification.person_id == person_id, Verification.ended_on.is_(None))
        .order_by(Verification.until.desc())
    )
    newest = session.scalars(holding).first()
    if newest is None or newest.evidence == "letter":
        return ""
    word = _(EVIDENCE.get(newest.evidence, newest.evidence))
    return _("Proved on {day} by: {evidence}").format(
        day=window_texts().short_date(newest.start), evidence=word
    )
