"""Which vehicles a search finds, in which order, and the lines that lists show of them.

Everything is asked of the database, so that a list of 100,000 vehicles is one array of ids. What SQL can't do
alike everywhere, folding accents, is done over the few makes, models and colours there are.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.model.folding import fold, query_words
from clubdesk.model.roster import RosterLine
from clubdesk.model.vehicles import Ownership, Vehicle, vehicle_name
from clubdesk.services.chunks import chunks
from clubdesk.storage import roster, search

PUNCTUATION = " -.·/"
NAMES = (Vehicle.make, Vehicle.model, Vehicle.variant, Vehicle.colour)
OWNED = Ownership.end.is_(None)
KIND = func.trim(Vehicle.model + " " + Vehicle.variant)


@dataclass(frozen=True, slots=True)
class VehicleSearch:
    """Words and chips. Alternatives within a chip, all chips together."""

    text: str = ""
    models: tuple[str, ...] = ()  # with their variants: Model 3 Performance
    years: tuple[int, ...] = ()
    without_owner: bool = False
    sort: str = "vehicle"
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VehicleRow:
    """One line of a list of vehicles; `owners` are those who own it now."""

    id: int
    make: str
    model: str
    variant: str
    year: int | None
    colour: str
    plate: str
    vin: str
    owners: tuple[str, ...]

    @property
    def name(self) -> str:
        """Tesla Model 3 Performance; else what tells the car apart."""
        return f"{self.make} {vehicle_name(self.model, self.variant)}".strip() or self.plate or self.vin


def _owner_key() -> Any:
    """The first of the names under which the owners are sorted; cars without an owner come last."""
    first = select(func.min(RosterLine.sort_name)).join(
        Ownership, Ownership.person_id == RosterLine.person_id
    )
    named = first.where(Ownership.vehicle_id == Vehicle.id, OWNED).scalar_subquery()
    return func.coalesce(named, "\uffff")


#: What lists can be sorted by -> the expressions that make the order.
SORTS: dict[str, tuple[Any, ...]] = {
    "vehicle": (func.lower(Vehicle.make), func.lower(Vehicle.model), func.lower(Vehicle.variant)),
    "year": (func.coalesce(Vehicle.year, 0),),
    "colour": (func.lower(Vehicle.colour),),
    "plate": (func.upper(Vehicle.plate),),
    "vin": (Vehicle.vin,),
    "owner": (_owner_key(),),
}


def find_vehicles(session: Session, wanted: VehicleSearch) -> "array[int]":
    """The ids of the vehicles found, in the order asked for."""
    query = select(Vehicle.id).where(*_conditions(session, wanted))
    [ids] = roster.numbers_of(session, query.order_by(*SORTS[wanted.sort], Vehicle.id))
    found = array("q", ids)
    return found[::-1] if wanted.descending else found


def _conditions(session: Session, wanted: VehicleSearch) -> list[ColumnElement[bool]]:
    conditions = [_has_word(session, word) for word in query_words(wanted.text)]
    if wanted.models:
        conditions.append(KIND.in_(wanted.models))
    if wanted.years:
        conditions.append(Vehicle.year.in_(wanted.years))
    if wanted.without_owner:
        conditions.append(_ownerless())
    return conditions


def _ownerless() -> ColumnElement[bool]:
    return ~exists().where(Ownership.vehicle_id == Vehicle.id, OWNED)


def _has_word(session: Session, word: str) -> ColumnElement[bool]:
    """A word of its name, its year, a part of plate or VIN, or a word of its owner's name."""
    plate: Any = func.lower(Vehicle.plate)
    for sign in PUNCTUATION:
        plate = func.replace(plate, sign, "")
    found = [plate.contains(word, autoescape=True), func.lower(Vehicle.vin).contains(word, autoescape=True)]
    if word.isdecimal() and len(word) == 4:
        found.append(Vehicle.year == int(word))
    for column in NAMES:
        called = [name for name in session.scalars(select(column).distinct()) if word in fold(name)]
        if called:
            found.append(column.in_(called))
    found.append(Vehicle.id.in_(_of_people(session, word)))
    return or_(*found)


def _of_people(session: Session, word: str) -> Any:
    """The cars of people whose name or number begins so; what else is known of them doesn't find a car."""
    named = or_(
        RosterLine.sort_name.startswith(word, autoescape=True),
        RosterLine.sort_name.contains(f" {word}", autoescape=True),
        func.lower(RosterLine.number) == word,
    )
    hits = search.matching(session, word)
    people = select(Ownership.vehicle_id).join(RosterLine, RosterLine.person_id == Ownership.person_id)
    people = people.where(OWNED)
    return people.where(named) if hits is None else people.where(RosterLine.slot.in_(hits), named)


def vehicle_rows(session: Session, ids: Sequence[int]) -> list[VehicleRow]:
    """The lines of these vehicles, in the order of `ids`; vehicles that are gone are left out."""
    found: dict[int, VehicleRow] = {}
    car = Vehicle.__table__.c
    for some in chunks(ids):
        owners: dict[int, list[str]] = {}
        named = select(Ownership.vehicle_id, RosterLine.name).join(
            RosterLine, RosterLine.person_id == Ownership.person_id
        )
        for vehicle, name in session.execute(
            named.where(Ownership.vehicle_id.in_(some), OWNED).order_by(Ownership.id)
        ):
            owners.setdefault(vehicle, []).append(name)
        columns = (car.id, car.make, car.model, car.variant, car.year, car.colour, car.plate, car.vin)
        for row in session.execute(select(*columns).where(car.id.in_(some))):
            values = dict(row._mapping)
            found[row.id] = VehicleRow(**values, owners=tuple(owners.get(row.id, ())))
    return [found[vehicle] for vehicle in ids if vehicle in found]


def count_vehicles(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Vehicle)) or 0


def kind_counts(session: Session) -> dict[str, int]:
    """How many vehicles there are of each model, the most common first."""
    count = func.count()
    query = select(KIND, count).where(Vehicle.model != "").group_by(KIND).order_by(count.desc(), KIND)
    return dict(session.execute(query).all())


def year_counts(session: Session) -> dict[int, int]:
    """How many vehicles there are of each year, the newest first."""
    query = select(Vehicle.year, func.count()).where(Vehicle.year.is_not(None)).group_by(Vehicle.year)
    return {
        year: count
        for year, count in session.execute(query.order_by(Vehicle.year.desc())).all()
        if year is not None
    }


def ownerless_count(session: Session) -> int:
    """How many vehicles nobody owns now."""
    return session.scalar(select(func.count()).select_from(Vehicle).where(_ownerless())) or 0


def find_vehicle(session: Session, text: str) -> int:
    """A vehicle by id, plate, VIN or its tail, or by words; Problem when there is none or more than one."""
    if text.isdecimal() and int(text) < 2**63 and vehicle_rows(session, [int(text)]):
        return int(text)
    found = find_vehicles(session, VehicleSearch(text)) if query_words(text) else array("q")
    if not found:
        raise Problem(
            _("There is no vehicle “{text}”.").format(text=text), _("Give its plate, its VIN or its id.")
        )
    if len(found) > 1:
        names = ", ".join(f"{row.name} ({row.plate or row.id})" for row in vehicle_rows(session, found[:5]))
        more = ", …" if len(found) > 5 else ""
        raise Problem(
            _("“{text}” could mean: {names}.").format(text=text, names=names + more),
            _("Give its plate, its VIN or its id."),
        )
    return found[0]
