"""What people want corrected: it waits until an officer has done it, or says why not."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.model.roster import RosterLine
from clubdesk.model.scans import EditProposal, Scan, ScannedSlip
from clubdesk.services.letters.replies import name_of
from clubdesk.services.today import today
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import describe


@dataclass(frozen=True, slots=True)
class Proposal:
    """A correction that waits. `slip` shows it, when it came on paper; `text` says it, else is ""."""

    id: int
    person: int
    name: str
    text: str
    made_on: dt.date
    slip: int | None
    has_image: bool


def open_proposals(session: Session, *, person: int | None = None) -> list[Proposal]:
    """The corrections that wait, the oldest first: all of them, or one person's."""
    waiting = (
        select(EditProposal, RosterLine.name, Scan.image_id, Scan.text)
        .join(RosterLine, RosterLine.person_id == EditProposal.person_id)
        .outerjoin(ScannedSlip, ScannedSlip.id == EditProposal.slip_id)
        .outerjoin(Scan, Scan.id == ScannedSlip.scan_id)
        .where(EditProposal.state == "open")
        .order_by(EditProposal.id)
    )
    if person is not None:
        waiting = waiting.where(EditProposal.person_id == person)
    return [
        Proposal(
            made.id,
            made.person_id,
            name,
            made.text or mail or "",
            made.made_on,
            made.slip_id,
            image is not None,
        )
        for made, name, image, mail in session.execute(waiting)
    ]


def people_to_correct(session: Session) -> tuple[int, ...]:
    """Whose details wait for a correction, who waits longest first."""
    people = select(EditProposal.person_id).where(EditProposal.state == "open")
    return tuple(session.scalars(people.group_by(EditProposal.person_id).order_by(func.min(EditProposal.id))))


@change(N_("Correction for {name} done"))
def finish_proposal(session: Session, proposal_id: int) -> None:
    """The person's details were corrected."""
    _decide(session, proposal_id, "done")


@change(N_("Correction for {name} refused"))
def refuse_proposal(session: Session, proposal_id: int) -> None:
    """Nothing is to be corrected; the slip stays as evidence."""
    _decide(session, proposal_id, "refused")


def _decide(session: Session, proposal_id: int, state: str) -> None:
    proposal = session.get(EditProposal, proposal_id)
    if proposal is None or proposal.state != "open":
        raise Problem(_("Somebody has settled this meanwhile."))
    proposal.state, proposal.decided_on = state, today()
    describe(session, name=name_of(session, proposal.person_id))
