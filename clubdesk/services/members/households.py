"""Households: people who share a home and may get one letter together."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.model.persons import Address, Household, Person
from clubdesk.model.roster import RosterLine
from clubdesk.services.checks import checked
from clubdesk.services.members.addresses import PLACE, current_address
from clubdesk.services.members.rows import the_person, told_of
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import describe
from clubdesk.storage.roster import shown_name


@dataclass(frozen=True, slots=True)
class HouseholdMember:
    """`same_address` tells that letters to them go where those to the person looked at go."""

    id: int
    name: str
    same_address: bool


def household_members(session: Session, person_id: int) -> tuple[HouseholdMember, ...]:
    """The others of a person's household, by name."""
    person = the_person(session, person_id)
    if person.household_id is None:
        return ()
    others = (
        select(RosterLine.person_id, RosterLine.name)
        .join(Person, Person.id == RosterLine.person_id)
        .where(Person.household_id == person.household_id, Person.id != person_id)
        .order_by(RosterLine.sort_name)
    )
    own = _place(current_address(session, person_id))
    return tuple(
        HouseholdMember(other, name, _place(current_address(session, other)) == own)
        for other, name in session.execute(others)
    )


@change(N_("Household {household}: {count} people"))
def make_household(session: Session, person_ids: Sequence[int], *, name: str = "") -> int:
    """Put people into one household; its id. Without a name it is called as the first one's family.

    A household that one of them has already takes the others in, if it has the name or none is given.
    """
    people = [the_person(session, person_id) for person_id in dict.fromkeys(person_ids)]
    if len(people) < 2:
        raise Problem(_("A household needs at least two people."), _("Choose those who live together."))
    household = _joined(session, people, checked("household", name))
    left = {person.household_id for person in people} - {household.id, None}
    for person in people:
        person.household_id = household.id
    session.flush()
    for other in left:
        drop_if_empty(session, other)
    describe(session, household=household.name, count=len(people))
    return household.id


@change(N_("{name} leaves the household"))
def leave_household(session: Session, person_id: int) -> None:
    """Take a person out of their household; the last but one leaving ends it."""
    person = told_of(session, person_id)
    household, person.household_id = person.household_id, None
    session.flush()
    drop_if_empty(session, household)


@change(N_("Rename household {before} to {household}"))
def rename_household(session: Session, person_id: int, *, name: str) -> None:
    """Give the household of a person another name."""
    person = the_person(session, person_id)
    household = session.get(Household, person.household_id) if person.household_id else None
    tidy = checked("household", name)
    if household is None or not tidy:
        raise Problem(_("A household needs a name."))
    describe(session, before=household.name, household=tidy)
    household.name = tidy


@change(N_("The household of {name} gets their address"))
def share_address(session: Session, person_id: int) -> int:
    """Let letters to everybody of a person's household go where those to the person go; how many changed.

    Each keeps an address of their own, so that somebody who moves out is changed alone.
    """
    told_of(session, person_id)
    source = current_address(session, person_id)
    if source is None:
        raise Problem(_("There is no address to share."), _("Give this person an address first."))
    changed = 0
    for other in household_members(session, person_id):
        if not other.same_address:
            address = current_address(session, other.id)
            if address is None:
                address = Address(person_id=other.id)
                session.add(address)
            for field in (*PLACE, "status", "status_reason"):
                setattr(address, field, getattr(source, field))
            changed += 1
    return changed


def join_household(session: Session, person: Person, name: str) -> None:
    """Put a person into the household of that name, made if there is none; no name takes them out."""
    before = person.household_id
    person.household_id = named_household(session, name).id if name else None
    session.flush()
    if before != person.household_id:
        drop_if_empty(session, before)


def named_household(session: Session, name: str) -> Household:
    household = session.scalars(select(Household).where(Household.name == name)).first()
    return household or _new(session, name)


def drop_if_empty(session: Session, household_id: int | None) -> None:
    """A household without anybody is gone."""
    if household_id is None:
        return
    if session.scalars(select(Person.id).where(Person.household_id == household_id)).first() is None:
        session.delete(session.get_one(Household, household_id))


def _joined(session: Session, people: Sequence[Person], name: str) -> Household:
    had = [person.household_id for person in people if person.household_id]
    for household_id in had:
        household = session.get_one(Household, household_id)
        if not name or household.name == name:
            return household
    return _new(session, name or people[0].surname or shown_name(people[0]))


def _new(session: Session, name: str) -> Household:
    household = Household(name=name)
    session.add(household)
    session.flush()
    return household


def _place(address: Address | None) -> tuple[str, ...] | None:
    return tuple(getattr(address, field) for field in PLACE) if address else None
