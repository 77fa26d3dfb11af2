"""Change people, their addresses, memberships and vehicles, one officer's step at a time."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.errors import Conflict, Problem
from clubdesk.i18n import N_, _
from clubdesk.model.clubs import Chapter
from clubdesk.model.persons import Address, Household, Membership, Person
from clubdesk.model.vehicles import Ownership, Vehicle
from clubdesk.services.checks import checked
from clubdesk.services.history import last_officer
from clubdesk.services.members.card import ADDRESS_FIELDS, PERSON_FIELDS, current_address
from clubdesk.services.today import today
from clubdesk.services.workspace import change
from clubdesk.storage.memberships import holds_on
from clubdesk.storage.recorder import describe
from clubdesk.storage.roster import shown_name

#: What goes with a person, in an order in which nothing is left that refers to what is gone.
Was = Mapping[str, Any] | None
VEHICLE_FIELDS = ("make", "model", "variant", "year", "colour", "plate", "vin")


@change(N_("New member {name}"))
def add_member(
    session: Session, /, *, chapter: str = "", joined: dt.date | None = None, **values: Any
) -> int:
    """A new person with a first membership; their id. `values` are fields of person and address by name."""
    place = {name: values.pop(name) for name in ADDRESS_FIELDS if name in values}
    person = Person()
    session.add(person)
    _set(person, values, PERSON_FIELDS)
    name = shown_name(person)
    if not name:
        raise Problem(_("A member needs a name."), _("Give at least a given name, a surname or an e-mail."))
    if any(place.values()):
        address = Address(person_id=person.id)
        _set(address, place, ADDRESS_FIELDS)
        session.add(address)
    session.add(Membership(person_id=person.id, chapter_id=_chapter(session, chapter), start=joined))
    describe(session, name=name)
    return person.id


@change(N_("Change {name}"))
def set_person(session: Session, /, person_id: int, *, was: Was = None, **values: Any) -> None:
    """Set fields of a person by name, `household` among them; Problem names the field that is wrong.

    `was` holds the values a form showed before: Conflict when somebody else changed them meanwhile.
    """
    person = _person(session, person_id)
    _check_unchanged(session, person, was, values)
    describe(session, name=shown_name(person))
    if "household" in values:
        person.household_id = _household(session, checked("household", values.pop("household")))
    _set(person, values, PERSON_FIELDS)
    if not shown_name(person):
        raise Problem(_("A member needs a name."), _("Give at least a given name, a surname or an e-mail."))


@change(N_("Change the address of {name}"))
def set_address(session: Session, /, person_id: int, *, was: Was = None, **values: Any) -> None:
    """Set fields of a person's address; `was` as for a person.

    Editing where it leads clears a mark that letters came back.
    """
    describe(session, name=shown_name(_person(session, person_id)))
    address = current_address(session, person_id)
    if address is None:
        address = Address(person_id=person_id)
        session.add(address)
    else:
        _check_unchanged(session, address, was, values)
    _set(address, values, ADDRESS_FIELDS)
    if address.status == "returned" and not values.keys() & {"status", "status_reason"}:
        address.status, address.status_reason = "ok", ""


@change(N_("Change the membership of {name}"))
def set_membership(
    session: Session,
    person_id: int,
    *,
    chapter: str,
    start: dt.date | None = None,
    end: dt.date | None = None,
    kind: str = "member",
) -> None:
    """Set the current period; with no current one (they left and came back) a new period begins."""
    describe(session, name=shown_name(_person(session, person_id)))
    current = select(Membership).where(Membership.person_id == person_id, holds_on(today()))
    period = session.scalars(current.order_by(Membership.id)).first()
    if period is None:
        period = Membership(person_id=person_id)
        session.add(period)
    if start and end and end < start:
        raise Problem(_("A membership can't end before it starts."), _("Check the two dates."))
    period.chapter_id = _chapter(session, chapter)
    period.kind, period.start, period.end = kind, start, end


@change(N_("New vehicle of {name}"))
def add_vehicle(session: Session, /, person_id: int, *, start: dt.date | None = None, **values: Any) -> int:
    """A vehicle that the person owns now; its id."""
    describe(session, name=shown_name(_person(session, person_id)))
    vehicle = Vehicle()
    _set(vehicle, values, VEHICLE_FIELDS)
    if not (vehicle.make or vehicle.model or vehicle.vin or vehicle.plate):
        raise Problem(_("A vehicle needs a model, a plate or a VIN."))
    session.add(vehicle)
    session.flush()
    session.add(Ownership(vehicle_id=vehicle.id, person_id=person_id, start=start))
    return vehicle.id


@change(N_("Change the vehicle {name}"))
def set_vehicle(session: Session, /, vehicle_id: int, **values: Any) -> None:
    """Set fields of a vehicle by name."""
    vehicle = session.get_one(Vehicle, vehicle_id)
    _set(vehicle, values, VEHICLE_FIELDS)
    describe(session, name=vehicle.name or vehicle.make)


@change(N_("{name}: vehicle sold"))
def end_ownership(session: Session, ownership_id: int, *, on: dt.date) -> None:
    """The person no longer owns the vehicle from that day."""
    ownership = session.get_one(Ownership, ownership_id)
    ownership.end = on
    _check_ownership(ownership)
    describe(session, name=shown_name(_person(session, ownership.person_id)))


@change(N_("Change when {name} owned a vehicle"))
def set_ownership(session: Session, /, ownership_id: int, **days: dt.date | None) -> None:
    """Set since when (`start`) and until when (`end`) the person owns the vehicle; None leaves it open."""
    ownership = session.get_one(Ownership, ownership_id)
    for name in days.keys() & {"start", "end"}:
        setattr(ownership, name, days[name])
    _check_ownership(ownership)
    describe(session, name=shown_name(_person(session, ownership.person_id)))


def _set(row: Any, values: dict[str, Any], known: Sequence[str]) -> None:
    for name, value in values.items():
        if name not in known:
            raise TypeError(f"no field {name}")
        setattr(row, name, checked(name, value))


def _check_unchanged(session: Session, row: Person | Address, was: Was, values: dict[str, Any]) -> None:
    """A form that shows what is no longer so must not overwrite what it never showed."""
    for name in values.keys() & (was or {}).keys():
        theirs = getattr(row, name)
        if theirs != (was or {})[name] and theirs != values[name]:
            who = last_officer(session, row.__tablename__, row.id)
            message = _("{officer} changed this meanwhile to “{theirs}”; you wrote “{mine}”.")
            raise Conflict(
                message.format(officer=who, theirs=theirs, mine=values[name]),
                _("Write your value again if it shall stand."),
            )


def _check_ownership(ownership: Ownership) -> None:
    if ownership.start and ownership.end and ownership.end < ownership.start:
        raise Problem(_("A vehicle can't be sold before it was bought."), _("Check the two dates."))


def _person(session: Session, person_id: int) -> Person:
    person = session.get(Person, person_id)
    if person is None:
        raise Problem(_("This person is no longer in the roster."), _("Undo brings them back."))
    return person


def _chapter(session: Session, name: str) -> int | None:
    """The chapter of that name, made if there is none; None for no name."""
    tidy = checked("chapter", name)
    if not tidy:
        return None
    for chapter in session.scalars(select(Chapter)):
        if chapter.name.casefold() == tidy.casefold():
            return chapter.id
    chapter = Chapter(name=tidy)
    session.add(chapter)
    session.flush()
    return chapter.id


def _household(session: Session, name: str) -> int | None:
    if not name:
        return None
    household = session.scalars(select(Household).where(Household.name == name)).first()
    if household is None:
        household = Household(name=name)
        session.add(household)
        session.flush()
    return household.id
