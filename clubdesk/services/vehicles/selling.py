"""A car is sold: its ownership ends, somebody else may have it now, and the seller is asked anew."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.model.letters import Verification
from clubdesk.model.persons import Person
from clubdesk.model.vehicles import Ownership
from clubdesk.services.checks import checked
from clubdesk.services.member_list import Search
from clubdesk.services.members.finding import find_members
from clubdesk.services.naming import find_person
from clubdesk.services.vehicles.editing import called, join_ownerships, vehicle_of
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import describe
from clubdesk.storage.roster import shown_name


@dataclass(frozen=True, slots=True)
class Sale:
    """What a sale led to; `new_owner` is None when nobody was named."""

    vehicle: int
    seller: int
    new_owner: int | None
    verification_ended: bool


@change(N_("{name}: {vehicle} sold"))
def sell_vehicle(
    session: Session,
    ownership_id: int,
    *,
    on: dt.date,
    new_owner: int | None = None,
    new_name: str = "",
    verify_anew: bool = False,
) -> Sale:
    """End an ownership on a day. The car goes to `new_owner`, or to somebody new called `new_name`.

    `verify_anew` ends the seller's verification: then they are among those who need a letter.
    """
    ownership = session.get(Ownership, ownership_id)
    if ownership is None or ownership.end is not None:
        raise Problem(_("This vehicle is sold already."))
    if ownership.start and on < ownership.start:
        raise Problem(_("A vehicle can't be sold before it was bought."), _("Check the two dates."))
    if new_owner == ownership.person_id:
        raise Problem(_("The new owner is who sells the car."), _("Name somebody else, or nobody."))
    ownership.end = on
    buyer = _new_person(session, new_name) if new_name and new_owner is None else new_owner
    if buyer is not None:
        session.add(Ownership(vehicle_id=ownership.vehicle_id, person_id=buyer, start=on))
        session.flush()
        join_ownerships(session, ownership.vehicle_id)
    ended = verify_anew and _end_verification(session, ownership.person_id, on)
    seller = session.get_one(Person, ownership.person_id)
    describe(session, name=shown_name(seller), vehicle=called(vehicle_of(session, ownership.vehicle_id)))
    return Sale(ownership.vehicle_id, seller.id, buyer, ended)


def new_owner_of(session: Session, text: str) -> int | None:
    """Whom an officer means by a name or member number; None when nobody in the roster is called so.

    Problem when it could be several people.
    """
    try:
        return find_person(session, text)
    except Problem:
        if _could_be_several(session, text):
            raise
        return None


def owns_another(session: Session, person_id: int, *, than: int) -> bool:
    """Whether somebody owns another car too, and so stays an owner when this one is sold."""
    others = Ownership.person_id == person_id, Ownership.end.is_(None), Ownership.vehicle_id != than
    return bool(session.scalar(select(func.count()).select_from(Ownership).where(*others)))


def _could_be_several(session: Session, text: str) -> bool:
    return len(find_members(session, Search(text))) > 1


def _new_person(session: Session, name: str) -> int:
    """Somebody who isn't a member: the club knows only that they have the car now."""
    *given, surname = checked("surname", name).split() or [""]
    if not surname:
        raise Problem(_("The new owner needs a name."))
    person = Person(given=" ".join(given), surname=surname)
    session.add(person)
    session.flush()
    return person.id


def _end_verification(session: Session, person_id: int, on: dt.date) -> bool:
    holding = (
        Verification.person_id == person_id,
        Verification.ended_on.is_(None),
        Verification.until >= on,
    )
    found = session.scalars(select(Verification).where(*holding)).all()
    for verification in found:
        verification.ended_on, verification.ended_reason = on, _("Vehicle sold")
    return bool(found)
