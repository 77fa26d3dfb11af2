"""One person with all that belongs to them, as the pane beside the list shows it."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import _, window_texts
from clubdesk.model.events import Event, Invitation, Registration
from clubdesk.model.letters import Letter, LetterRun, Reply, run_state
from clubdesk.model.persons import Household, Person
from clubdesk.model.roster import RosterLine
from clubdesk.model.scans import Scan, ScannedSlip
from clubdesk.model.vehicles import Ownership, Vehicle, vehicle_name
from clubdesk.services.members.addresses import PLACE, AddressLine, address_lines, current_address
from clubdesk.services.members.contacts import ContactLine, contact_lines
from clubdesk.services.members.custom import CustomFieldLine, custom_fields, custom_values
from clubdesk.services.members.households import HouseholdMember, household_members
from clubdesk.services.members.offices import OfficeLine, office_lines
from clubdesk.services.members.periods import PeriodLine, period_lines
from clubdesk.services.members.photos import photo_of
from clubdesk.services.members.tags import tags_of
from clubdesk.storage.roster import shown_name


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedVehicle:
    """A vehicle of a person; `end` is None while they own it."""

    id: int
    ownership: int
    make: str
    model: str
    variant: str
    year: int | None
    colour: str
    plate: str
    vin: str
    start: dt.date | None
    end: dt.date | None

    @property
    def name(self) -> str:
        return vehicle_name(self.model, self.variant) or self.make


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    """A letter a person got. Its reply code isn't here: a reply must prove that the letter arrived."""

    id: int
    run: int
    number: str
    dated: dt.date
    run_state: str
    posted_on: dt.date | None
    answer: str
    answered_on: dt.date | None
    slip: int | None = None  # the scanned slip that answered it
    mail: str = ""  # the words of the mail that did


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event a person was invited to; `state` is open, accepted, waiting, declined or cancelled."""

    event: int
    title: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberCard:
    """A person for the pane. `values` holds the person's own columns by name."""

    id: int
    name: str
    values: dict[str, str | dt.date | None]
    address: dict[str, str]
    addresses: tuple[AddressLine, ...]  # the one above among them
    contacts: tuple[ContactLine, ...]
    tags: tuple[str, ...]
    photo: bytes | None
    custom: tuple[tuple[CustomFieldLine, str], ...]  # the club's own fields and what stands in them
    household: str
    household_members: tuple[HouseholdMember, ...]  # the others
    offices: tuple[OfficeLine, ...]
    memberships: tuple[PeriodLine, ...]
    vehicles: tuple[OwnedVehicle, ...]
    letters: tuple[LetterLine, ...]
    events: tuple[EventLine, ...]
    status: str
    status_day: dt.date | None
    explanation: str  # whether they may be invited, and why


PERSON_FIELDS = (
    "number", "title", "given", "given2", "prefix", "surname", "surname2", "native_name", "printed_name",
    "language", "birth", "email", "phone", "mobile", "notes",
)  # fmt: skip


def member_card(session: Session, person_id: int) -> MemberCard:
    """All about one person; Problem when they are gone."""
    person = session.get(Person, person_id)
    line = session.get(RosterLine, person_id)
    if person is None or line is None:
        raise Problem(_("This person is no longer in the roster."), _("Undo brings them back."))
    address = current_address(session, person_id)
    household = session.get(Household, person.household_id) if person.household_id else None
    return MemberCard(
        id=person_id,
        name=shown_name(person),
        values={name: getattr(person, name) for name in PERSON_FIELDS},
        address={
            name: getattr(address, name) if address else "" for name in (*PLACE, "status", "status_reason")
        },
        addresses=address_lines(session, person_id),
        contacts=contact_lines(session, person_id),
        tags=tags_of(session, person_id),
        photo=photo_of(session, person_id),
        custom=_custom(session, person_id),
        household=household.name if household else "",
        household_members=household_members(session, person_id),
        offices=office_lines(session, person_id),
        memberships=period_lines(session, person_id),
        vehicles=_vehicles(session, person_id),
        letters=_letters(session, person_id),
        events=_events(session, person_id),
        status=line.status,
        status_day=line.status_day,
        explanation=_explained(session, line),
    )


def _custom(session: Session, person_id: int) -> tuple[tuple[CustomFieldLine, str], ...]:
    values = custom_values(session, [person_id]).get(person_id, {})
    return tuple((field, values.get(field.id, "")) for field in custom_fields(session))


def _explained(session: Session, line: RosterLine) -> str:
    from clubdesk.services.letters.evidence import proof_of  # letters know members, not the other way round

    proof = proof_of(session, line.person_id) if line.status == "verified" else ""
    return " ".join(filter(None, (explanation(line.status, line.status_day), f"{proof}." if proof else "")))


def explanation(status: str, day: dt.date | None) -> str:
    """Whether a person of this status may be invited, with the reason (in the window's language)."""
    when = window_texts().short_date(day) if day else ""
    reasons = {
        "verified": _("May be invited: verified until {day}."),
        "posted": _("Not invited yet: a letter is out since {day}."),
        "queued": _("Not invited yet: a letter is printed but not posted."),
        "silent": _("Not invited: no reply to the letter of {day}."),
        "returned": _("Not invited: the letter came back on {day}."),
        "lapsed": _("Not invited: the verification ran out on {day}."),
        "refused": _("Not invited: asked on {day} not to be a member any more."),
        "not-owner": _("Not invited: no longer an owner since {day}."),
        "unverified": _("Not invited: never verified."),
    }
    return reasons[status].format(day=when)


def _vehicles(session: Session, person_id: int) -> tuple[OwnedVehicle, ...]:
    owned = (
        select(Ownership, Vehicle)
        .join(Vehicle)
        .where(Ownership.person_id == person_id)
        .order_by(Ownership.id)
    )
    return tuple(
        OwnedVehicle(
            id=car.id,
            ownership=ownership.id,
            make=car.make,
            model=car.model,
            variant=car.variant,
            year=car.year,
            colour=car.colour,
            plate=car.plate,
            vin=car.vin,
            start=ownership.start,
            end=ownership.end,
        )
        for ownership, car in session.execute(owned)
    )


def _letters(session: Session, person_id: int) -> tuple[LetterLine, ...]:
    letters = (
        select(Letter, LetterRun, Reply, ScannedSlip.id, Scan.image_id, Scan.text)
        .join(LetterRun, Letter.run_id == LetterRun.id)
        .outerjoin(Reply, Reply.letter_id == Letter.id)
        .outerjoin(ScannedSlip, ScannedSlip.id == Reply.slip_id)
        .outerjoin(Scan, Scan.id == ScannedSlip.scan_id)
        .where(Letter.person_id == person_id, Letter.voided_on.is_(None))
        .order_by(Letter.id.desc())
    )
    return tuple(
        LetterLine(
            id=letter.id,
            run=run.id,
            number=letter.number,
            dated=run.dated,
            run_state=run_state(run.printed_on, run.posted_on, run.closed_on),
            posted_on=run.posted_on,
            answer=_answered(reply)[0],
            answered_on=_answered(reply)[1],
            slip=slip if image else None,
            mail=mail or "",
        )
        for letter, run, reply, slip, image, mail in session.execute(letters)
    )


def _answered(reply: Reply | None) -> tuple[str, dt.date | None]:
    return (reply.answer, reply.received_on) if reply else ("", None)


def _events(session: Session, person_id: int) -> tuple[EventLine, ...]:
    invited = (
        select(Event.id, Event.title, Registration.state)
        .join(Invitation, Invitation.event_id == Event.id)
        .outerjoin(Registration, (Registration.event_id == Event.id) & (Registration.person_id == person_id))
        .where(Invitation.person_id == person_id)
        .order_by(Invitation.id.desc())
    )
    return tuple(EventLine(event, title, state or "open") for event, title, state in session.execute(invited))
