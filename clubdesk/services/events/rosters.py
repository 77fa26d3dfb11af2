"""The papers for the day: who comes, by name or by run group, and the sheets to sign at the door."""

from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.documents.content import Printed
from clubdesk.documents.layouts import layout_named
from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.model.events import Registration, RunGroup
from clubdesk.model.roster import RosterLine
from clubdesk.model.vehicles import Ownership, Vehicle
from clubdesk.services.clubs import the_club
from clubdesk.services.events.cards import find_event
from clubdesk.services.events.sheets import event_sheet
from clubdesk.services.letterhead import letterhead
from clubdesk.services.today import today

if TYPE_CHECKING:
    from clubdesk.documents.rosters import Participant


def print_roster(session: Session, event_id: int, *, by: str = "name", tagged: bool = False) -> Printed:
    """The participants `by` name or by run group; the waiting list stands apart."""
    from clubdesk.documents.rosters import print_roster as print_pages

    club, event = the_club(session), find_event(session, event_id)
    return print_pages(
        event_sheet(event),
        _participants(session, event_id, by_group=by == "group"),
        letterhead(session),
        date=today(),
        language=club.language,
        by_group=by == "group",
        paper=layout_named(club.letter_layout).paper,
        tagged=tagged,
    )


def print_sign_in(session: Session, event_id: int, *, tagged: bool = False) -> Printed:
    """A sheet for each day, with room to sign."""
    from clubdesk.documents.rosters import print_sign_in as print_pages

    club, event = the_club(session), find_event(session, event_id)
    if not event.days:
        raise Problem(_("{title} has no days.").format(title=event.title), _("Give it at least one day."))
    return print_pages(
        event_sheet(event),
        _participants(session, event_id),
        letterhead(session),
        date=today(),
        language=club.language,
        paper=layout_named(club.letter_layout).paper,
        tagged=tagged,
    )


def _participants(session: Session, event_id: int, *, by_group: bool = False) -> list["Participant"]:
    """Who has a place by name, run groups in their order, then who waits in the order of waiting."""
    from clubdesk.documents.rosters import Participant

    plates = _plates(session)
    coming = (
        select(RosterLine, Registration.state, RunGroup.name)
        .join(Registration, Registration.person_id == RosterLine.person_id)
        .outerjoin(RunGroup, RunGroup.id == Registration.group_id)
        .where(Registration.event_id == event_id)
    )
    order: tuple[Any, ...] = (RosterLine.sort_name, RosterLine.person_id)
    if by_group:
        order = (RunGroup.position, *order)
    by_name = coming.where(Registration.state == "accepted").order_by(*order)
    waiting = coming.where(Registration.state == "waiting").order_by(
        Registration.answered_at, Registration.id
    )
    return [
        Participant(
            name=line.name,
            number=line.number,
            chapter=line.chapter,
            vehicle=line.vehicle,
            plate=plates.get(line.person_id, ""),
            group=group or "",
            waiting=state == "waiting",
        )
        for query in (by_name, waiting)
        for line, state, group in session.execute(query)
    ]


def _plates(session: Session) -> dict[int, str]:
    owned = select(Ownership.person_id, Vehicle.plate).join(Vehicle)
    current = owned.where(Ownership.end.is_(None), Vehicle.plate != "").order_by(Ownership.id.desc())
    return {row.person_id: row.plate for row in session.execute(current)}
