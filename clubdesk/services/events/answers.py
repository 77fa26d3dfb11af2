"""Answers to invitations, the places they take, and the waiting list."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.model.codes import code_index, read_code
from clubdesk.model.events import Event, Invitation, Registration, RunGroup
from clubdesk.model.roster import RosterLine
from clubdesk.services.clubs import club_key
from clubdesk.services.events.cards import find_event
from clubdesk.services.events.places import Guest, fill_places, free_places
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import describe

STATES = {
    "open": N_("No answer"),
    "accepted": N_("Accepted"),
    "waiting": N_("Waiting list"),
    "declined": N_("Declined"),
    "cancelled": N_("Cancelled"),
}


@dataclass(frozen=True, slots=True)
class AnswerResult:
    """What an answer led to. `promoted` moved up from the waiting list because a place became free."""

    event: int
    person: int
    name: str
    state: str
    promoted: tuple[Guest, ...] = ()


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """One invited person with their answer."""

    id: int  # the person's
    name: str
    number: str
    town: str
    vehicle: str
    invitation: str  # its number
    state: str
    answered_at: dt.datetime | None
    group: str


@change(N_("Answer of {name}: {answer}"))
def answer_invitation(session: Session, event_id: int, person_id: int, *, answer: str) -> AnswerResult:
    """Record accepted or declined; who accepts when all places are taken goes to the waiting list."""
    result = _record_answer(session, find_event(session, event_id), person_id, answer)
    describe(session, name=result.name, answer=STATES[answer])
    return result


@change(N_("{count} answers: {answer}"))
def answer_invitations(
    session: Session, event_id: int, person_ids: Sequence[int], *, answer: str
) -> list[AnswerResult]:
    """Record the same answer of several people, in this order, as one step."""
    event = find_event(session, event_id)
    results = [_record_answer(session, event, person_id, answer) for person_id in person_ids]
    describe(session, count=len(results), answer=STATES[answer])
    return results


def _record_answer(session: Session, event: Event, person_id: int, answer: str) -> AnswerResult:
    if answer not in ("accepted", "declined"):
        raise Problem(
            _("“{answer}” is no answer.").format(answer=answer), _("There are: accepted, declined.")
        )
    name = session.scalar(select(RosterLine.name).where(RosterLine.person_id == person_id))
    invited = select(Invitation.id).where(Invitation.event_id == event.id, Invitation.person_id == person_id)
    if name is None or session.scalar(invited) is None:
        raise Problem(
            _("{name} isn't invited to {event}.").format(name=name or person_id, event=event.title),
            _("Look at the audience, print the invitations, then record the answer."),
        )
    registration = _registration(session, event.id, person_id)
    before = registration.state if registration else "open"
    state = _next_state(session, event, before, answer)
    if registration is None:
        registration = Registration(event_id=event.id, person_id=person_id, state=state, answered_at=_now())
        session.add(registration)
    elif state != before:
        registration.state, registration.answered_at = state, _now()
        registration.group_id = registration.group_id if state == "accepted" else None
    session.flush()
    return AnswerResult(event.id, person_id, name, state, fill_places(session, event))


def _next_state(session: Session, event: Event, before: str, answer: str) -> str:
    if answer == "declined":
        return "cancelled" if before in ("accepted", "waiting", "cancelled") else "declined"
    if before in ("accepted", "waiting"):
        return before
    return "accepted" if free_places(session, event) else "waiting"


def invitation_by_code(session: Session, typed: str) -> tuple[int, int]:
    """Event and person of an invitation's code; Problem when it is mistyped or not ours."""
    code = read_code(typed)
    if code is None:
        raise Problem(
            _("“{code}” is no code, or it is mistyped.").format(code=typed), _("Compare it with the paper.")
        )
    index = code_index(club_key(session), code)
    found = session.scalars(select(Invitation).where(Invitation.code_index == index)).first()
    if found is None:
        raise Problem(_("No invitation of this club carries the code {code}.").format(code=code))
    return found.event_id, found.person_id


@change(N_("{name}: run group {group}"))
def set_group(session: Session, event_id: int, person_id: int, *, group: str) -> None:
    """Put a participant into a run group by its name; an empty name takes them out."""
    _put_into_group(session, find_event(session, event_id), person_id, group)
    name = session.scalar(select(RosterLine.name).where(RosterLine.person_id == person_id)) or ""
    describe(session, name=name, group=group or "–")


@change(N_("{count} people: run group {group}"))
def set_groups(session: Session, event_id: int, person_ids: Sequence[int], *, group: str) -> None:
    """Put several participants into a run group, as one step."""
    event = find_event(session, event_id)
    for person_id in person_ids:
        _put_into_group(session, event, person_id, group)
    describe(session, count=len(person_ids), group=group or "–")


def _put_into_group(session: Session, event: Event, person_id: int, group: str) -> None:
    registration = _registration(session, event.id, person_id)
    if registration is None or registration.state != "accepted":
        raise Problem(_("Only who has accepted can be in a run group."))
    groups = {g.name.casefold(): g for g in event.groups}
    if group and group.casefold() not in groups:
        names = ", ".join(g.name for g in groups.values())
        raise Problem(
            _("There is no run group “{group}”.").format(group=group),
            _("There are: {names}.").format(names=names),
        )
    registration.group_id = groups[group.casefold()].id if group else None


def participants(session: Session, event_id: int) -> list[ParticipantRow]:
    """Everybody invited, by name, with the state of their answer."""
    answered = (Registration.event_id == Invitation.event_id) & (
        Registration.person_id == Invitation.person_id
    )
    rows = (
        select(RosterLine, Invitation.number, Registration.state, Registration.answered_at, RunGroup.name)
        .join(Invitation, Invitation.person_id == RosterLine.person_id)
        .outerjoin(Registration, answered)
        .outerjoin(RunGroup, RunGroup.id == Registration.group_id)
        .where(Invitation.event_id == event_id)
        .order_by(RosterLine.sort_name, RosterLine.person_id)
    )
    return [
        ParticipantRow(
            p.person_id,
            p.name,
            p.number,
            p.town,
            p.vehicle,
            number,
            state or "open",
            answered_at,
            group or "",
        )
        for p, number, state, answered_at, group in session.execute(rows)
    ]


def _registration(session: Session, event_id: int, person_id: int) -> Registration | None:
    found = select(Registration).where(Registration.event_id == event_id, Registration.person_id == person_id)
    return session.scalars(found).first()


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
