"""People as other programs want them: whole, with stable names of fields."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.model.persons import Person
from clubdesk.model.roster import RosterLine
from clubdesk.model.vehicles import Ownership, Vehicle
from clubdesk.services.today import today
from clubdesk.storage.addresses import for_letters

CHUNK = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class VehicleRecord:
    model: str  # with its variant: Model 3 Performance
    vin: str
    plate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRecord:
    """One person, as `clubdesk members --json` prints it (docs/cli.md)."""

    id: int
    number: str
    name: str
    given: str
    surname: str
    street: str
    postcode: str
    city: str
    country: str
    email: str
    phone: str
    mobile: str
    language: str
    birth: dt.date | None
    joined: dt.date | None
    chapter: str
    status: str
    status_day: dt.date | None
    vehicles: tuple[VehicleRecord, ...]


def member_records(session: Session, ids: Sequence[int]) -> list[MemberRecord]:
    """The records of these people, in the order of `ids`."""
    return [
        record
        for start in range(0, len(ids), CHUNK)
        for record in _records(session, ids[start : start + CHUNK])
    ]


def _records(session: Session, ids: Sequence[int]) -> list[MemberRecord]:
    query = (
        select(Person.__table__, RosterLine.__table__)
        .join_from(Person, RosterLine, RosterLine.person_id == Person.id)
        .where(Person.id.in_(ids))
    )
    people = {row.id: row for row in session.execute(query)}
    places = for_letters(session, ids, today())
    cars: dict[int, list[VehicleRecord]] = {}
    owned = select(Ownership.person_id, Vehicle).join(Vehicle).where(Ownership.end.is_(None))
    for person_id, car in session.execute(owned.where(Ownership.person_id.in_(ids)).order_by(Ownership.id)):
        cars.setdefault(person_id, []).append(VehicleRecord(model=car.name, vin=car.vin, plate=car.plate))
    records = []
    for person_id in ids:
        person = people.get(person_id)
        if person is None:
            continue
        place = places.get(person_id)
        records.append(
            MemberRecord(
                id=person_id,
                number=person.number,
                name=person.name,
                given=" ".join(part for part in (person.given, person.given2) if part),
                surname=" ".join(part for part in (person.prefix, person.surname, person.surname2) if part),
                street=place.street if place else "",
                postcode=place.postcode if place else "",
                city=place.city if place else "",
                country=place.country if place else "",
                email=person.email,
                phone=person.phone or person.mobile,
                mobile=person.mobile,
                language=person.language,
                birth=person.birth,
                joined=person.joined,
                chapter=person.chapter,
                status=person.status,
                status_day=person.status_day,
                vehicles=tuple(cars.get(person_id, ())),
            )
        )
    return records
