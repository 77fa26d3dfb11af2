"""The places of an event, and who moves up when one becomes free."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clubdesk.model.events import Event, Registration
from clubdesk.model.roster import RosterLine


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who may come."""

    person: int
    name: str


def free_places(session: Session, event: Event) -> int:
    """How many places are free; a large number when there is no limit."""
    if event.capacity is None:
        return 1_000_000
    taken = select(func.count()).where(Registration.event_id == event.id, Registration.state == "accepted")
    return max(0, event.capacity - (session.scalar(taken) or 0))


def fill_places(session: Session, event: Event) -> tuple[Guest, ...]:
    """Move people up from the waiting list, first come, first served, as long as there are places."""
    waiting = (
        select(Registration)
        .where(Registration.event_id == event.id, Registration.state == "waiting")
        .order_by(Registration.answered_at, Registration.id)
        .limit(free_places(session, event))
    )
    promoted = []
    for registration in session.scalars(waiting).all():
        registration.state = "accepted"
        name = (
            session.scalar(select(RosterLine.name).where(RosterLine.person_id == registration.person_id))
            or ""
        )
        promoted.append(Guest(registration.person_id, name))
    session.flush()
    return tuple(promoted)
