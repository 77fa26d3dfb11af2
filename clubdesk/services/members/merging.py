"""Two entries of one person made one: all that is theirs goes to the one that is kept, as one step."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import UniqueConstraint, select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.model.base import Row
from clubdesk.model.codes import code_proof, derive_code
from clubdesk.model.events import Invitation
from clubdesk.model.letters import Letter
from clubdesk.model.persons import Address, Membership, Person
from clubdesk.model.vehicles import Ownership, Vehicle
from clubdesk.services.clubs import club_key
from clubdesk.services.members.addresses import current_address
from clubdesk.services.members.card import PERSON_FIELDS
from clubdesk.services.today import today
from clubdesk.services.vehicles.editing import join_ownerships, join_vehicles
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import describe
from clubdesk.storage.roster import shown_name

MERGED = N_("{name} and {other} are one person")
ADDRESS = "address"  # as a whole: half of one address and half of another lead nowhere


@change(MERGED)
def merge_people(session: Session, keep: int, other: int, *, take: Sequence[str] = ()) -> None:
    """Keep one of two entries of a person; the other's vehicles, letters, replies ... become theirs.

    `take` names the fields in which the other is right, `address` among them. What the kept one doesn't know
    comes from the other in any case. Undo parts them again.
    """
    if keep == other:
        raise Problem(_("That is one and the same person."))
    if unknown := set(take) - {*PERSON_FIELDS, ADDRESS}:
        raise Problem(_("There is no field “{name}”.").format(name=min(unknown)))
    kept, gone = _person(session, keep), _person(session, other)
    describe(session, name=shown_name(kept), other=shown_name(gone), kept=keep, gone=other)
    _take_fields(kept, gone, take)
    _take_address(session, kept, gone, wanted=ADDRESS in take)
    for mapped, column in _tables():
        _move(session, mapped, column, kept.id, gone.id)
    _bind_codes(session, kept.id)
    _join_memberships(session, kept.id)
    _join_cars(session, kept.id)
    session.expire(gone, ["addresses", "memberships"])  # moved, not to go with the person
    session.delete(gone)
    session.flush()


def _person(session: Session, person_id: int) -> Person:
    person = session.get(Person, person_id)
    if person is None:
        raise Problem(_("This person is no longer in the roster."), _("Undo brings them back."))
    return person


def _take_fields(kept: Person, gone: Person, take: Sequence[str]) -> None:
    for name in PERSON_FIELDS:
        if name in take or getattr(kept, name) in ("", None):
            setattr(kept, name, getattr(gone, name))
    if kept.household_id is None:
        kept.household_id = gone.household_id


def _take_address(session: Session, kept: Person, gone: Person, *, wanted: bool) -> None:
    """Only one address is written to; the other stays as one of before today."""
    mine, theirs = current_address(session, kept.id), current_address(session, gone.id)
    if mine is None or theirs is None:
        return
    if _same(mine, theirs):
        session.delete(theirs)
        session.flush()
    else:
        past = mine if wanted else theirs
        past.end = today() - dt.timedelta(days=1)  # the last day on which it holds


def _same(mine: Address, theirs: Address) -> bool:
    names = ("street", "street2", "postcode", "city", "region", "country", "status")
    return all(getattr(mine, name) == getattr(theirs, name) for name in names)


def _tables() -> list[tuple[type[Row], str]]:
    """Every table with a column that refers to a person, also those that are made later."""
    return [
        (mapper.class_, column.key)
        for mapper in Row.registry.mappers
        if issubclass(mapper.class_, Row)
        for column in mapper.columns
        if any(key.column.table is Person.__table__ for key in column.foreign_keys)
    ]


def _move(session: Session, mapped: type[Row], column: str, keep: int, other: int) -> None:
    person = getattr(mapped, column)
    for row in session.scalars(select(mapped).where(person == other)).all():
        if _is_doubled(session, row, column, keep):
            session.delete(row)  # both were invited to the same event: the kept one's answer stands
        else:
            setattr(row, column, keep)
    session.flush()


def _is_doubled(session: Session, row: Row, column: str, keep: int) -> bool:
    """Whether the kept person has the row already of which each has one at most."""
    mapped: Any = type(row)
    for unique in mapped.__table__.constraints:
        names = unique.columns.keys() if isinstance(unique, UniqueConstraint) else []
        if column in names:
            same = [getattr(mapped, name) == getattr(row, name) for name in names if name != column]
            if session.scalars(select(mapped.id).where(getattr(mapped, column) == keep, *same)).first():
                return True
    return False


def _bind_codes(session: Session, person_id: int) -> None:
    """The proof of a code binds it to its person: printed codes must go on working."""
    key = club_key(session)
    for letter in session.scalars(select(Letter).where(Letter.person_id == person_id)):
        code = derive_code(key, letter.id, turn=letter.code_turn)
        letter.code_proof = code_proof(
            key, code, row_id=letter.id, person_id=person_id, expires=letter.expires
        )
    for invited in session.scalars(select(Invitation).where(Invitation.person_id == person_id)):
        code = derive_code(key, invited.id, turn=invited.code_turn)
        invited.code_proof = code_proof(key, code, row_id=invited.id, person_id=person_id, expires=None)
    session.flush()


def _join_memberships(session: Session, person_id: int) -> None:
    """Two open periods in the same chapter are one, since the first day known."""
    first: dict[tuple[int | None, str], Membership] = {}
    periods = select(Membership).where(Membership.person_id == person_id, Membership.end.is_(None))
    for period in session.scalars(periods.order_by(Membership.id)).all():
        kept = first.setdefault((period.chapter_id, period.kind), period)
        if kept is not period:
            kept.start = min((day for day in (kept.start, period.start) if day), default=None)
            session.delete(period)
    session.flush()


def _join_cars(session: Session, person_id: int) -> None:
    """The same car, by its VIN, was entered with each of the two."""
    owned = select(Vehicle).join(Ownership).where(Ownership.person_id == person_id, Ownership.end.is_(None))
    by_vin: dict[str, Vehicle] = {}
    for car in session.scalars(owned.order_by(Vehicle.id)).unique().all():
        kept = by_vin.setdefault(car.vin, car) if car.vin else car
        if kept is not car:
            join_vehicles(session, kept, car)
        else:
            join_ownerships(session, car.id)
