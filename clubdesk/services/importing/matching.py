"""Which people of the club the rows of a list are.

Member number, then VIN, then e-mail and name, then name and post code (with the street where both have one).
A person is taken once; rows equal to a person in all they say take theirs first, so importing a file again
changes nothing. Rows of one list are never taken for each other.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.model.clubs import Chapter
from clubdesk.model.folding import compact, fold
from clubdesk.model.persons import Address, Household, Membership, Person, PersonTag, Tag
from clubdesk.model.vehicles import Ownership, Vehicle
from clubdesk.services.importing.periods import Period, begins_membership, news_of_membership
from clubdesk.services.importing.values import PersonRow

PERSON = (
    "number", "title", "given", "given2", "prefix", "surname", "surname2", "native_name", "printed_name",
    "language", "birth", "email", "phone", "mobile", "notes",
)  # fmt: skip
RECOGNISED = (
    "number", "email", "printed_name", "native_name", "given", "given2", "prefix", "surname", "surname2",
)  # fmt: skip
Key = tuple[str, ...]
_of_row = attrgetter(*RECOGNISED)
BY = ("number", "vin", "email", "name")  # by what people are recognised, the surest first
ADDRESS = ("street", "street2", "postcode", "city", "region", "country")
VEHICLE = ("make", "model", "variant", "year", "colour", "plate", "vin")


@dataclass(slots=True)
class Known:
    """A person of the club, as far as a list can tell about them."""

    id: int
    values: dict[str, object]
    address: dict[str, object] | None = None
    household: str = ""
    tags: set[str] = field(default_factory=set)
    """Their tags, folded."""
    periods: list[Period] = field(default_factory=list)
    vehicles: list[dict[str, object]] = field(default_factory=list)

    def differences(self, row: PersonRow) -> bool:
        """Whether the row says anything that isn't known."""
        told = any(_differs(row, self.values, name) for name in PERSON)
        place = self.address or {}
        moved = any(_differs(row, place, name) for name in ADDRESS)
        elsewhere = self.belongs_elsewhere(row) or self.vehicle_differs(row)
        return told or moved or elsewhere or bool(self.missing_tags(row))

    def missing_tags(self, row: PersonRow) -> list[str]:
        """The tags of the row that the person doesn't have."""
        return [tag for tag in row.tags if fold(tag) not in self.tags]

    def belongs_elsewhere(self, row: PersonRow) -> bool:
        """Whether the row names another membership or household, or says more of the one that is known."""
        joined = begins_membership(row, self.periods) or bool(news_of_membership(row, self.periods)[1])
        return joined or self.household_differs(row)

    def household_differs(self, row: PersonRow) -> bool:
        return bool(row.household) and row.household.casefold() != self.household.casefold()

    def vehicle_differs(self, row: PersonRow) -> bool:
        if not has_vehicle(row):
            return False
        return not any(all(not _differs(row, car, name) for name in VEHICLE) for car in self.vehicles)


def _differs(row: PersonRow, known: dict[str, object], name: str) -> bool:
    """An empty cell says nothing: it never takes away what is known."""
    value = getattr(row, name)
    if name == "notes" and value:
        return bool(_missing(value, str(known.get(name) or "")))
    return bool(value) and known.get(name) != value


def missing_notes(notes: str, known: Known) -> list[str]:
    """The lines of these notes that the person's own don't have."""
    return _missing(notes, str(known.values["notes"]))


def _missing(notes: str, known: str) -> list[str]:
    if not notes or notes == known:
        return []
    there = set(known.split("\n"))
    return [line for line in notes.split("\n") if line not in there]


def has_vehicle(row: PersonRow) -> bool:
    return bool(row.vin or row.plate or row.model or row.make)


def match(session: Session, rows: Sequence[PersonRow], by: Collection[str] = BY) -> list[Known | None]:
    """For each row the person it is, or None for somebody new; `by` leaves some of the ways out."""
    people = known_people(session)
    if not people:
        return [None] * len(rows)
    index = _index(people)
    found: list[Known | None] = [None] * len(rows)
    taken: set[int] = set()
    possible = {at: some for at, row in enumerate(rows) if (some := _candidates(row, index, by))}
    for only_equal in (True, False):
        for at, some in possible.items():
            if found[at] is None:
                known = _first(rows[at], some, taken, only_equal=only_equal)
                if known:
                    taken.add(known.id)
                    found[at] = known
    return found


def _candidates(row: PersonRow, index: Mapping[Key, Sequence[Known]], by: Collection[str]) -> list[Known]:
    """Whom a row may be, the surest first."""
    return [
        known
        for key in _keys_of(_of_row(row), row.postcode, (row.vin,))
        if key in index and ("name" if key[0] == "place" else key[0]) in by
        for known in index[key]
        if _may_be(row, known, key)
    ]


def _first(row: PersonRow, some: Sequence[Known], taken: set[int], *, only_equal: bool) -> Known | None:
    free = (known for known in some if known.id not in taken)
    return next((known for known in free if not (only_equal and known.differences(row))), None)


def _may_be(row: PersonRow, known: Known, key: tuple[str, ...]) -> bool:
    """Two people can share name and post code, a name alone, or a car: then nothing may speak against it."""
    if key[0] == "name":
        return not known.differences(row)
    if key[0] not in ("place", "vin"):
        return True
    numbers = (row.number, known.values["number"])
    if all(numbers) and numbers[0] != numbers[1]:
        return False
    street = (known.address or {}).get("street")
    return key[0] == "vin" or not street or not row.street or fold(str(street)) == fold(row.street)


def _index(people: Sequence[Known]) -> dict[Key, list[Known]]:
    index: dict[Key, list[Known]] = defaultdict(list)
    for known in people:
        postcode = str((known.address or {}).get("postcode", ""))
        told = tuple(map(known.values.__getitem__, RECOGNISED))
        for key in _keys_of(told, postcode, [car["vin"] for car in known.vehicles]):
            index[key].append(known)
    return index


def _keys_of(told: Sequence[Any], postcode: str, vins: Iterable[Any]) -> list[Key]:
    """What people are recognised by, the surest first; `told` has the values of RECOGNISED."""
    number, email, printed, native, *parts = told
    name = compact("".join(parts) or printed or native)
    keys: list[Key] = [("number", number.casefold())] if number else []
    keys += [("vin", vin) for vin in vins if vin]
    if email:
        keys.append(("email", email.casefold(), name))
    keys.append(("place", name, compact(postcode)) if postcode else ("name", name))
    return keys


def known_people(session: Session) -> list[Known]:
    """Everybody in the roster."""
    columns = [getattr(Person, name) for name in PERSON]
    households = select(Person.id, Household.name, *columns).outerjoin(Household)
    people = {
        person_id: Known(person_id, dict(zip(PERSON, values, strict=True)), household=household or "")
        for person_id, household, *values in session.execute(households)
    }
    places = select(Address.person_id, *(getattr(Address, name) for name in ADDRESS)).where(
        Address.end.is_(None)
    )
    for person_id, *values in session.execute(places.order_by(Address.id.desc())):
        people[person_id].address = dict(zip(ADDRESS, values, strict=True))
    period = (Membership.id, Chapter.name, Membership.kind, Membership.start, Membership.end)
    periods = select(Membership.person_id, *period).outerjoin(Chapter).order_by(Membership.id)
    for person_id, row_id, chapter, kind, start, end in session.execute(periods):
        people[person_id].periods.append(Period(row_id, (chapter or "").casefold(), kind, start, end))
    cars = select(Ownership.person_id, Vehicle.id, *(getattr(Vehicle, name) for name in VEHICLE)).join(
        Vehicle
    )
    for person_id, vehicle_id, *values in session.execute(cars.where(Ownership.end.is_(None))):
        people[person_id].vehicles.append({"id": vehicle_id, **dict(zip(VEHICLE, values, strict=True))})
    for person_id, tag in session.execute(select(PersonTag.person_id, Tag.name).join(Tag)):
        people[person_id].tags.add(fold(tag))
    return list(people.values())
