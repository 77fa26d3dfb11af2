"""Add, change and delete people and their vehicles, one officer's step at a time."""

import datetime as dt
from typing import Any

from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.model.persons import Address, Membership, Person
from clubdesk.model.vehicles import Ownership, Vehicle
from clubdesk.services.checks import checked
from clubdesk.services.members.addresses import PLACE
from clubdesk.services.members.card import PERSON_FIELDS
from clubdesk.services.members.households import join_household
from clubdesk.services.members.rows import Was, chapter_id, check_unchanged, set_fields, the_person
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import describe
from clubdesk.storage.roster import shown_name

VEHICLE_FIELDS = ("make", "model", "variant", "year", "colour", "plate", "vin")


@change(N_("New member {name}"))
def add_member(
    session: Session,
    /,
    *,
    chapter: str = "",
    joined: dt.date | None = None,
    kind: str = "member",
    **values: Any,
) -> int:
    """A new person with a first membership; their id. `values` are fields of person and address by name."""
    place = {name: values.pop(name) for name in PLACE if name in values}
    person = Person()
    session.add(person)
    set_fields(person, values, PERSON_FIELDS)
    name = shown_name(person)
    if not name:
        raise Problem(_("A member needs a name."), _("Give at least a given name, a surname or an e-mail."))
    if any(place.values()):
        address = Address(person_id=person.id)
        set_fields(address, place, PLACE)
        session.add(address)
    session.add(
        Membership(person_id=person.id, chapter_id=chapter_id(session, chapter), start=joined, kind=kind)
    )
    describe(session, name=name)
    return person.id


@change(N_("Change {name}"))
def set_person(session: Session, /, person_id: int, *, was: Was = None, **values: Any) -> None:
    """Set fields of a person by name, `household` among them; Problem names the field that is wrong.

    `was` holds the values a form showed before: Conflict when somebody else changed them meanwhile.
    """
    person = the_person(session, person_id)
    check_unchanged(session, person, was, values)
    describe(session, name=shown_name(person))
    if "household" in values:
        join_household(session, person, checked("household", values.pop("household")))
    set_fields(person, values, PERSON_FIELDS)
    if not shown_name(person):
        raise Problem(_("A member needs a name."), _("Give at least a given name, a surname or an e-mail."))


@change(N_("New vehicle of {name}"))
def add_vehicle(session: Session, /, person_id: int, *, start: dt.date | None = None, **values: Any) -> int:
    """A vehicle that the person owns now; its id."""
    describe(session, name=shown_name(the_person(session, person_id)))
    vehicle = Vehicle()
    set_fields(vehicle, values, VEHICLE_FIELDS)
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
    set_fields(vehicle, values, VEHICLE_FIELDS)
    describe(session, name=vehicle.name or vehicle.make)


@change(N_("{name}: vehicle sold"))
def end_ownership(session: Session, ownership_id: int, *, on: dt.date) -> None:
    """The person no longer owns the vehicle from that day."""
    ownership = session.get_one(Ownership, ownership_id)
    ownership.end = on
    _check_ownership(ownership)
    describe(session, name=shown_name(the_person(session, ownership.person_id)))


@change(N_("Change when {name} owned a vehicle"))
def set_ownership(session: Session, /, ownership_id: int, **days: dt.date | None) -> None:
    """Set since when (`start`) and until when (`end`) the person owns the vehicle; None leaves it open."""
    ownership = session.get_one(Ownership, ownership_id)
    for name in days.keys() & {"start", "end"}:
        setattr(ownership, name, days[name])
    _check_ownership(ownership)
    describe(session, name=shown_name(the_person(session, ownership.person_id)))


def _check_ownership(ownership: Ownership) -> None:
    if ownership.start and ownership.end and ownership.end < ownership.start:
        raise Problem(_("A vehicle can't be sold before it was bought."), _("Check the two dates."))
