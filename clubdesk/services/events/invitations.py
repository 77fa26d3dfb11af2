"""Invite the audience of an event, and print the invitations."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.documents.content import Day, EventSheet, Printed, Slot
from clubdesk.documents.content import Invitation as InvitationPage
from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.model.codes import code_proof, derive_code, numbered
from clubdesk.model.events import Event, EventDay, Invitation
from clubdesk.model.identity import new_ids
from clubdesk.services.clubs import club_key, the_club
from clubdesk.services.codes import fresh_codes, used_counts
from clubdesk.services.events.audience import audience
from clubdesk.services.events.cards import find_event
from clubdesk.services.events.places import Guest
from clubdesk.services.letterhead import letterhead
from clubdesk.services.letters.printing import SAMPLE_CODE
from clubdesk.services.letters.recipients import LeftOut, address_problem, current_addresses
from clubdesk.services.letters.snapshots import said_in, snapshots
from clubdesk.services.progress import NO_PROGRESS, Progress
from clubdesk.services.templates import own_templates
from clubdesk.services.today import today
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import add_many, describe


@dataclass(frozen=True, slots=True)
class Invited:
    """`new` were invited by this step, `total` are invited now; `left_out` would be but have no address."""

    event: int
    new: int
    total: int
    left_out: tuple[LeftOut, ...]


@change(N_("Invitations to {title}: {count}"))
def invite(
    session: Session, event_id: int, *, on: dt.date | None = None, progress: Progress = NO_PROGRESS
) -> Invited:
    """Invite everybody in the audience who isn't yet; who is invited stays so."""
    event = find_event(session, event_id)
    day = on or today()
    if not event.days:
        raise Problem(_("{title} has no days.").format(title=event.title), _("Give it at least one day."))
    found = prospects(session, event_id)
    people = [guest.person for guest in found.new]
    add_many(session, Invitation, _invitations(session, event, people, day, progress))
    describe(session, count=len(people), title=event.title)
    return Invited(event_id, len(people), len(found.already) + len(people), found.without_address)


@dataclass(frozen=True, slots=True)
class Prospects:
    """Everybody in the roster before the next step of inviting, each once.

    `new` would be invited by it, `already` are; `without_address` would be but can't be written to.
    """

    new: tuple[Guest, ...]
    already: tuple[Guest, ...]
    without_address: tuple[LeftOut, ...]
    left_out: tuple[LeftOut, ...]


def prospects(session: Session, event_id: int) -> Prospects:
    """Who would be invited now, who is already, and who is not, with the reason."""
    found = audience(session, event_id)
    already = set(session.scalars(select(Invitation.person_id).where(Invitation.event_id == event_id)))
    wanted = [guest for guest in found.invited if guest.person not in already]
    places = current_addresses(session, [guest.person for guest in wanted])
    reasons = {guest.person: address_problem(places.get(guest.person)) for guest in wanted}
    everybody = [*found.invited, *(Guest(person.person, person.name) for person in found.left_out)]
    return Prospects(
        new=tuple(guest for guest in wanted if not reasons[guest.person]),
        already=tuple(guest for guest in everybody if guest.person in already),
        without_address=tuple(
            LeftOut(g.person, g.name, reasons[g.person]) for g in wanted if reasons[g.person]
        ),
        left_out=tuple(person for person in found.left_out if person.person not in already),
    )


def _invitations(
    session: Session, event: Event, people: list[int], day: dt.date, progress: Progress
) -> list[dict[str, Any]]:
    key = club_key(session)
    ids = new_ids(len(people)) if people else []
    codes = fresh_codes(session, key, ids)
    first = used_counts(session, "E", day.year) + 1
    papers = snapshots(session, people, progress=progress)
    return [
        {
            "id": row_id,
            "event_id": event.id,
            "person_id": person_id,
            "number": numbered("E", day.year, first + position),
            "invited_on": day,
            "snapshot": paper,
            "code_turn": code.turn,
            "code_index": code.index,
            "code_proof": code_proof(key, code.code, row_id=row_id, person_id=person_id, expires=None),
        }
        for position, (row_id, person_id, code, paper) in enumerate(
            zip(ids, people, codes, papers, strict=True)
        )
    ]


def print_invitations(session: Session, event_id: int, *, progress: Progress = NO_PROGRESS) -> Printed:
    """One page for each person invited, in the order of the invitations' numbers."""
    event = find_event(session, event_id)
    key = club_key(session)
    sheet = event_sheet(event)
    rows = session.scalars(
        select(Invitation).where(Invitation.event_id == event_id).order_by(Invitation.id)
    ).all()
    if not rows:
        raise Problem(
            _("Nobody is invited to {title} yet.").format(title=event.title), _("Look at the audience.")
        )
    from clubdesk.documents.invitations import kind_of_template
    from clubdesk.documents.invitations import print_invitations as print_pages

    pages = [_page(event, sheet, row, derive_code(key, row.id, turn=row.code_turn)) for row in rows]
    return print_pages(
        pages,
        letterhead(session),
        layout=the_club(session).letter_layout,
        templates=own_templates(session, kind_of_template(event.kind)),
        progress=progress,
    )


def preview_invitation(session: Session, event_id: int, person_id: int) -> Printed:
    """How the invitation of this person looks, with a sample code."""
    event = find_event(session, event_id)
    reason = address_problem(current_addresses(session, [person_id]).get(person_id))
    if reason:
        raise Problem(
            _("No invitation can be written: {reason}.").format(reason=reason), _("Complete the address.")
        )
    from clubdesk.documents.invitations import kind_of_template
    from clubdesk.documents.invitations import print_invitations as print_pages

    row = Invitation(number="E-00-0000-0", invited_on=today(), snapshot=snapshots(session, [person_id])[0])
    page = _page(event, event_sheet(event), row, SAMPLE_CODE)
    own = own_templates(session, kind_of_template(event.kind))
    return print_pages([page], letterhead(session), layout=the_club(session).letter_layout, templates=own)


def _page(event: Event, sheet: EventSheet, row: Invitation, code: str) -> InvitationPage:
    said = said_in(row.snapshot)
    return InvitationPage(
        number=row.number,
        code=code,
        address=tuple(row.snapshot["address"]),
        date=row.invited_on,
        answer_by=event.answer_by or min(day.date for day in event.days),
        event=sheet,
        **said,
    )


def event_sheet(event: Event) -> EventSheet:
    """The event as its papers show it."""
    where = ", ".join(part for part in (event.venue, event.place) if part)
    return EventSheet(
        kind=event.kind, title=event.title, venue=where, days=tuple(_day(day) for day in event.days)
    )


def _day(day: EventDay) -> Day:
    slots = tuple(
        Slot(
            starts=dt.time.fromisoformat(s.starts),
            ends=dt.time.fromisoformat(s.ends) if s.ends else None,
            title=s.title,
            place=s.place,
        )
        for s in day.sessions
    )
    return Day(date=day.date, sessions=slots)
