"""Bring the rows of a list into the roster, in one step that can be undone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.i18n import _
from clubdesk.model.clubs import Chapter
from clubdesk.model.folding import fold
from clubdesk.model.identity import new_ids
from clubdesk.model.persons import Address, Household, Membership, Person, PersonTag, Tag
from clubdesk.model.vehicles import Ownership, Vehicle
from clubdesk.services.chunks import chunks
from clubdesk.services.importing.conflicts import Difference, Rule, differences_of, settle
from clubdesk.services.importing.matching import ADDRESS, PERSON, VEHICLE, Known, has_vehicle, match
from clubdesk.services.importing.periods import begins_membership, news_of_membership
from clubdesk.services.importing.personrow import IMPORT, PersonRow
from clubdesk.services.members.addresses import current_address
from clubdesk.services.progress import NO_PROGRESS, Progress
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import add_many, describe

THEIRS = Rule()
STEP = 5_000  # rows between two looks at the Cancel button


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """What an import does to the roster; `people` are those it added, once it is done."""

    added: int
    updated: int
    unchanged: int
    people: tuple[int, ...] = field(default=(), compare=False, repr=False)
    differences: tuple[Difference, ...] = field(default=(), compare=False, repr=False)


def plan_import(
    session: Session, rows: Sequence[PersonRow], *, chapter: str = "", rule: Rule = THEIRS
) -> ImportCounts:
    """What importing these rows would do; nothing is changed."""
    people, found, differences = _settled(session, _completed(rows, chapter), rule)
    return replace(_counts(people, found), differences=differences)


@change(IMPORT)
def import_people(
    session: Session,
    rows: Sequence[PersonRow],
    *,
    file: str,
    chapter: str = "",
    rule: Rule = THEIRS,
    progress: Progress = NO_PROGRESS,
) -> ImportCounts:
    """Add who is new and update who is known; `chapter` is for rows that name none.

    An empty cell never takes anything away. Cancelling leaves the roster as it was.
    """
    people = _completed(rows, chapter)
    progress(0, len(people))
    people, found, differences = _settled(session, people, rule)
    counts = _counts(people, found)
    describe(session, file=file, added=counts.added, updated=counts.updated)
    writer = _Writer(session, people)
    known = [
        (row, person) for row, person in zip(people, found, strict=True) if person and person.differences(row)
    ]
    for done, (row, person) in enumerate(known):
        if done % 100 == 0:
            progress(done, len(people))
        writer.update(row, person)
    new = [row for row, person in zip(people, found, strict=True) if person is None]
    added: list[int] = []
    for start in range(0, len(new), STEP):
        progress(len(people) - len(new) + start, len(people))
        added += writer.add(new[start : start + STEP])
    progress(len(people), len(people))
    return replace(counts, people=tuple(added), differences=differences)


def _settled(
    session: Session, rows: list[PersonRow], rule: Rule
) -> tuple[list[PersonRow], list[Known | None], tuple[Difference, ...]]:
    """The rows as they shall be written, whom each of them is, and where list and roster differ."""
    found = match(session, rows, rule.by)
    differences: list[Difference] = []
    for at, (row, known) in enumerate(zip(rows, found, strict=True)):
        if known and known.differences(row):
            differences += differences_of(row, known)
            rows[at] = settle(row, known, rule)
    return rows, found, tuple(differences)


def _counts(rows: Sequence[PersonRow], found: Sequence[Known | None]) -> ImportCounts:
    updated = sum(1 for row, person in zip(rows, found, strict=True) if person and person.differences(row))
    added = sum(1 for person in found if person is None)
    return ImportCounts(added, updated, len(rows) - added - updated)


def _completed(rows: Sequence[PersonRow], chapter: str) -> list[PersonRow]:
    return [
        _keep_country(row if row.chapter or not chapter else replace(row, chapter=chapter)) for row in rows
    ]


def _keep_country(row: PersonRow) -> PersonRow:
    """A country that nobody knows is kept where it can be read: in the region, else in the notes."""
    if not row.country_text:
        return row
    if not row.region:
        return replace(row, region=row.country_text, country_text="")
    note = _("Country: {text}").format(text=row.country_text)
    return replace(row, notes="\n".join(part for part in (row.notes, note) if part), country_text="")


class _Writer:
    """Writes rows; holds the chapters and households that rows name, made where there are none."""

    def __init__(self, session: Session, rows: Sequence[PersonRow]) -> None:
        self._session = session
        self._chapters = self._named(Chapter, [row.chapter for row in rows if row.chapter])
        self._households = self._named(Household, [row.household for row in rows if row.household])
        self._tags = self._named(Tag, [tag for row in rows for tag in row.tags], fold)

    def _named(
        self,
        mapped: type[Chapter] | type[Household] | type[Tag],
        names: Sequence[str],
        plain: Callable[[str], str] = str.casefold,
    ) -> dict[str, int]:
        if not names:
            return {}
        rows = self._session.execute(select(mapped.name, mapped.id))
        known = {plain(name): row_id for name, row_id in rows}
        for name in names:  # spelled as the list spells it first
            if plain(name) not in known:
                row = mapped(name=name)
                self._session.add(row)
                known[plain(name)] = row.id
        self._session.flush()
        return known

    def add(self, rows: Sequence[PersonRow]) -> list[int]:
        """New people with address, membership and vehicle; their ids in the order of the rows."""
        ids = new_ids(len(rows))
        with_ids = list(zip(ids, rows, strict=True))
        add_many(self._session, Person, [self._person(person_id, row) for person_id, row in with_ids])
        places = [
            {"person_id": person_id, **place}
            for person_id, row in with_ids
            if any((place := _given(row, ADDRESS)).values())
        ]
        add_many(self._session, Address, places)
        add_many(self._session, Membership, [self._membership(person_id, row) for person_id, row in with_ids])
        add_many(
            self._session,
            PersonTag,
            [
                {"person_id": person_id, "tag_id": self._tags[fold(tag)]}
                for person_id, row in with_ids
                for tag in row.tags
            ],
        )
        owners = [(person_id, row) for person_id, row in with_ids if has_vehicle(row)]
        cars = self._cars([row for _person, row in owners])
        links = zip(cars, owners, strict=True)
        add_many(
            self._session, Ownership, [{"vehicle_id": i, "person_id": person} for i, (person, _row) in links]
        )
        return ids

    def _cars(self, rows: Sequence[PersonRow]) -> list[int]:
        """The id of each row's vehicle: a new one, or that of its VIN, because a car can have two owners."""
        if not rows:
            return []
        by_vin = self._cars_by_vin([row.vin for row in rows if row.vin])
        new: dict[int, dict[str, Any]] = {}
        ids = []
        for row, fresh in zip(rows, new_ids(len(rows)), strict=True):
            car = by_vin.setdefault(row.vin, fresh) if row.vin else fresh
            if car == fresh:
                new[car] = {"id": car, **_given(row, VEHICLE)}
            elif car in new:
                new[car] |= {name: value for name, value in _given(row, VEHICLE).items() if value}
            else:
                _write(self._session.get_one(Vehicle, car), row, VEHICLE)
            ids.append(car)
        add_many(self._session, Vehicle, list(new.values()))
        return ids

    def _cars_by_vin(self, vins: Sequence[str]) -> dict[str, int]:
        """The vehicles the club knows of these VINs."""
        found: dict[str, int] = {}
        for some in chunks(vins):
            rows = select(Vehicle.vin, Vehicle.id).where(Vehicle.vin.in_(some)).order_by(Vehicle.id.desc())
            found |= dict(self._session.execute(rows).all())
        return found

    def _person(self, person_id: int, row: PersonRow) -> dict[str, Any]:
        household = self._households.get(row.household.casefold())
        return {"id": person_id, "household_id": household, **_given(row, PERSON)}

    def _membership(self, person_id: int, row: PersonRow) -> dict[str, Any]:
        return {
            "person_id": person_id,
            "chapter_id": self._chapters.get(row.chapter.casefold()),
            "kind": row.membership_kind or "member",
            "start": row.joined,
            "end": row.left,
        }

    def update(self, row: PersonRow, known: Known) -> None:
        """Write what the row says and the roster doesn't know yet."""
        person = self._session.get_one(Person, known.id)
        _write(person, row, PERSON)
        if any(_given(row, ADDRESS).values()):
            address = current_address(self._session, known.id)
            if address is None:
                address = Address(person_id=known.id)
                self._session.add(address)
            _write(address, row, ADDRESS)
        if known.household_differs(row):
            person.household_id = self._households[row.household.casefold()]
        for tag in known.missing_tags(row):
            self._session.add(PersonTag(person_id=known.id, tag_id=self._tags[fold(tag)]))
        self._belong(row, known)
        if known.vehicle_differs(row):
            self._vehicle(row, known)

    def _belong(self, row: PersonRow, known: Known) -> None:
        if begins_membership(row, known.periods):
            self._session.add(Membership(**self._membership(known.id, row)))
        row_id, told = news_of_membership(row, known.periods)
        if "chapter" in told:
            told["chapter_id"] = self._chapters[told.pop("chapter").casefold()]
        for name, value in told.items():
            setattr(self._session.get_one(Membership, row_id), name, value)

    def _vehicle(self, row: PersonRow, known: Known) -> None:
        same = [car["id"] for car in known.vehicles if _same_car(car, row)]
        if same:
            _write(self._session.get_one(Vehicle, same[0]), row, VEHICLE)
            return
        [car] = self._cars([row])
        self._session.add(Ownership(vehicle_id=car, person_id=known.id))


def _same_car(car: dict[str, object], row: PersonRow) -> bool:
    """By VIN or plate where both are known, else by model."""
    for name in ("vin", "plate"):
        if car[name] and getattr(row, name):
            return bool(car[name] == getattr(row, name))
    return car["model"] in ("", row.model)


def _given(row: PersonRow, names: Sequence[str]) -> dict[str, Any]:
    return dict(zip(names, attrgetter(*names)(row), strict=True))


def _write(target: Any, row: PersonRow, names: Sequence[str]) -> None:
    for name, value in _given(row, names).items():
        if value and getattr(target, name) != value:
            setattr(target, name, value)
