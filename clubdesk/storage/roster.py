"""Keep the roster lines and the search index up to date with every change, in batches."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Select, bindparam, delete, func, insert, select, text
from sqlalchemy import Row as Result
from sqlalchemy.orm import Session

from clubdesk.model.clubs import Chapter, Club
from clubdesk.model.custom import CustomValue
from clubdesk.model.dialled import dialled_words
from clubdesk.model.folding import fold, search_document
from clubdesk.model.letters import Letter, LetterRun, Reply, Verification
from clubdesk.model.names import full_name, sort_name
from clubdesk.model.persons import Address, Contact, Membership, Person, PersonTag, Tag
from clubdesk.model.pinyin import pinyin_words
from clubdesk.model.roster import RosterLine, number_key
from clubdesk.model.vehicles import Ownership, Vehicle, vehicle_name
from clubdesk.model.verification import STATES, Facts, LetterFacts, State, state_on
from clubdesk.storage import addresses, search
from clubdesk.storage.changelog import Image
from clubdesk.storage.memberships import holds_on

CHUNK = 2000
ROSTER = RosterLine.metadata.tables["roster"]  # the bare table: the mapped class inserts row by row
_RANK = {state: str(rank) for rank, state in enumerate(STATES)}
OF_PERSONS = (
    "address", "contact", "person_tag", "custom_value", "membership", "ownership", "letter", "reply",
    "verification",
)  # fmt: skip


def people_of(session: Session, touched: Iterable[tuple[str, Image]]) -> set[int]:
    """The people whose line may have changed with these rows."""
    ids: dict[str, set[int]] = defaultdict(set)
    patience: set[int] = set()  # before and after; other settings of the club change nobody's line
    for table, image in touched:
        ids[table].add(image["person_id"] if table in OF_PERSONS else image["id"])
        if table == "club":
            patience.add(image["silent_days"])
    people = set[int]().union(ids["person"], *(ids[table] for table in OF_PERSONS))
    people |= _linked(session, Ownership.person_id, Ownership.vehicle_id, ids["vehicle"])
    people |= _linked(session, Membership.person_id, Membership.chapter_id, ids["chapter"])
    people |= _linked(session, PersonTag.person_id, PersonTag.tag_id, ids["tag"])
    people |= _linked(session, Letter.person_id, Letter.run_id, ids["letter_run"])
    if len(patience) > 1:
        people |= set(
            session.scalars(select(RosterLine.person_id).where(RosterLine.status.in_(("posted", "silent"))))
        )
    return people


def _linked(session: Session, person: Any, link: Any, ids: set[int]) -> set[int]:
    if not ids:
        return set()
    return {
        found
        for chunk in _chunks(sorted(ids))
        for found in session.scalars(select(person).where(link.in_(chunk)))
    }


def refresh(session: Session, person_ids: Iterable[int], today: dt.date) -> None:
    """Write the lines and search documents of these people anew; people who are gone lose theirs."""
    silent_days = session.scalar(select(Club.silent_days)) or 30
    for ids in _chunks(sorted(person_ids)):
        slots = _slots(session, ids)
        session.execute(delete(ROSTER).where(ROSTER.c.person_id.in_(_one_of(ids))))
        facts = _Facts.read(session, ids, today)
        lines = [
            _line(person, facts, today, silent_days) | {"slot": slots[person.id]} for person in facts.persons
        ]
        if lines:
            session.execute(insert(ROSTER), lines)
        search.index_documents(
            session, [(slots[person.id], _document(person, facts)) for person in facts.persons]
        )
        search.forget(session, sorted(slots[i] for i in set(ids) - {person.id for person in facts.persons}))


def _one_of(ids: Sequence[int]) -> BindParameter[Any]:
    """Ids for a condition, written into the statement: thousands of parameters take longer than the query."""
    return bindparam("ids", ids, expanding=True, literal_execute=True)


def _slots(session: Session, ids: Sequence[int]) -> dict[int, int]:
    """The slots of these people by their ids; whoever has none gets a new one."""
    slots = dict(
        session.execute(
            select(RosterLine.person_id, RosterLine.slot).where(RosterLine.person_id.in_(_one_of(ids)))
        ).all()
    )
    free = count((session.scalar(select(func.max(RosterLine.slot))) or 0) + 1)
    return {person: slots[person] if person in slots else next(free) for person in ids}


def refresh_aged(session: Session, today: dt.date) -> int:
    """Renew the lines that time alone has changed since they were written; how many they were."""
    aged = session.scalars(select(RosterLine.person_id).where(RosterLine.status_changes_on <= today)).all()
    refresh(session, aged, today)
    return len(aged)


def numbers_of(session: Session, query: Select[*tuple[int, ...]]) -> list[Sequence[int]]:
    """The numbers in each column that a query finds, in its order, collected inside the database."""
    if session.connection().dialect.name != "sqlite":
        return list(zip(*session.execute(query), strict=True)) or [()] * len(query.selected_columns)
    found = query.subquery()
    joined = session.execute(select(*(func.group_concat(column, text("','")) for column in found.c))).one()
    return [json.loads(f"[{numbers or ''}]") for numbers in joined]


class _Facts(NamedTuple):
    """What the lines of some people are made of, by person."""

    persons: Sequence[Result[Any]]
    addresses: dict[int, list[Result[Any]]]  # those that aren't past, that for letters first
    contacts: dict[int, list[Result[Any]]]
    tags: dict[int, list[Result[Any]]]
    custom: dict[int, list[Result[Any]]]
    memberships: dict[int, list[Result[Any]]]
    vehicles: dict[int, list[Result[Any]]]
    letters: dict[int, Result[Any]]
    replies: dict[int, Result[Any]]
    verifications: dict[int, Result[Any]]

    @classmethod
    def read(cls, session: Session, ids: Sequence[int], today: dt.date) -> "_Facts":
        def by_person(query: Select[*tuple[Any, ...]], person: Any) -> dict[int, list[Result[Any]]]:
            found: dict[int, list[Result[Any]]] = defaultdict(list)
            for row in session.execute(query.where(person.in_(_one_of(ids)))):
                found[row.person_id].append(row)
            return found

        def newest(query: Select[*tuple[Any, ...]], person: Any) -> dict[int, Result[Any]]:
            return {key: rows[-1] for key, rows in by_person(query, person).items()}

        tags = select(PersonTag.person_id, Tag.name).join(Tag).order_by(func.lower(Tag.name))
        memberships = (
            select(Membership.person_id, Membership.kind, Membership.start, Membership.end, Chapter.name)
            .outerjoin(Chapter)
            .where(holds_on(today))
            .order_by(Membership.id)
        )
        vehicles = (
            select(
                Ownership.person_id, Vehicle.make, Vehicle.model, Vehicle.variant, Vehicle.plate, Vehicle.vin
            )
            .join(Vehicle)
            .where(Ownership.end.is_(None))
            .order_by(Ownership.id)
        )
        letters = (
            select(
                Letter.id,
                Letter.person_id,
                Letter.returned_on,
                Letter.returned_reason,
                LetterRun.posted_on,
            )
            .join(LetterRun)
            .where(Letter.voided_on.is_(None))
            .order_by(Letter.id)
        )
        replies = select(Reply.id, Reply.person_id, Reply.answer, Reply.received_on).order_by(Reply.id)
        verifications = (
            select(Verification.person_id, Verification.until)
            .where(Verification.ended_on.is_(None))
            .order_by(Verification.until)
        )
        return cls(
            session.execute(select(Person.__table__).where(Person.id.in_(_one_of(ids)))).all(),
            by_person(
                addresses.best_first(select(*Address.__table__.c), today, still_to_come=True),
                Address.person_id,
            ),
            by_person(select(Contact.person_id, Contact.way, Contact.value), Contact.person_id),
            by_person(tags, PersonTag.person_id),
            by_person(select(CustomValue.person_id, CustomValue.value), CustomValue.person_id),
            by_person(memberships, Membership.person_id),
            by_person(vehicles, Ownership.person_id),
            newest(letters, Letter.person_id),
            newest(replies, Reply.person_id),
            newest(verifications, Verification.person_id),
        )


def _line(person: Result[Any], facts: _Facts, today: dt.date, silent_days: int) -> dict[str, Any]:
    places = facts.addresses.get(person.id, [])
    address = places[0] if places and _has_begun(places[0], today) else None
    memberships = facts.memberships.get(person.id, [])
    chapter = ", ".join(dict.fromkeys(m.name for m in memberships if m.name))
    vehicle = ", ".join(vehicle_name(v.model, v.variant) or v.make for v in facts.vehicles.get(person.id, []))
    town = address.city if address else ""
    letter = facts.letters.get(person.id)
    state = state_on(_verification_facts(person.id, facts), today, silent_days=silent_days)
    return {
        "person_id": person.id,
        "name": shown_name(person),
        "number": person.number,
        "kind": memberships[0].kind if memberships else "",
        "tags": ", ".join(tag.name for tag in facts.tags.get(person.id, [])),
        "chapter": chapter,
        "town": town,
        "country": address.country if address else "",
        "email": person.email,
        "phone": person.phone or person.mobile,
        "joined": min((m.start for m in memberships if m.start), default=None),
        "vehicle": vehicle,
        "status": state.name,
        "status_day": state.day,
        "status_changes_on": _changes_on(state, memberships, places, today),
        "status_reason": letter.returned_reason if letter and state.name == "returned" else "",
        "sort_name": sort_name(
            given=person.given,
            prefix=person.prefix,
            surname=person.surname,
            printed_name=person.printed_name or person.native_name,
            email=person.email,
        ),
        "sort_number": number_key(person.number),
        "sort_chapter": fold(chapter),
        "sort_town": fold(town),
        "sort_vehicle": fold(vehicle),
        "sort_status": f"{_RANK[state.name]} {state.day or ''}",
    }


def _has_begun(period: Result[Any], today: dt.date) -> bool:
    return period.start is None or bool(period.start <= today)


def _changes_on(
    state: State, memberships: Sequence[Result[Any]], places: Sequence[Result[Any]], today: dt.date
) -> dt.date | None:
    """The day on which time alone changes the line."""
    days = [period.end + dt.timedelta(days=1) for period in (*memberships, *places) if period.end]
    days += [place.start for place in places if not _has_begun(place, today)]
    return min([*days, *([state.changes_on] if state.changes_on else [])], default=None)


def shown_name(person: Any) -> str:
    """The name of a person (or of a row with a person's columns) as lists and letters show it."""
    name = full_name(
        given=person.given,
        given2=person.given2,
        prefix=person.prefix,
        surname=person.surname,
        surname2=person.surname2,
        printed_name=person.printed_name,
    )
    return name or person.native_name or person.email


def _verification_facts(person_id: int, facts: _Facts) -> Facts:
    verification = facts.verifications.get(person_id)
    letter = facts.letters.get(person_id)
    reply = facts.replies.get(person_id)
    return Facts(
        verified_until=verification.until if verification else None,
        letter=LetterFacts(posted_on=letter.posted_on, returned_on=letter.returned_on) if letter else None,
        answer=reply.answer if reply else "",
        answered_on=reply.received_on if reply else None,
        # Ids are ordered by time: any reply since the newest letter answers it, to whichever letter it was.
        letter_answered=bool(letter and reply and reply.id > letter.id),
    )


def _document(person: Result[Any], facts: _Facts) -> str:
    places = facts.addresses.get(person.id, [])
    contacts = facts.contacts.get(person.id, [])
    names = [
        person.given, person.given2, person.prefix, person.surname, person.surname2, person.native_name,
        person.printed_name,
    ]  # fmt: skip
    texts = [
        *names, person.email, person.notes,
        *(text for place in places for text in _place(place)),
        *(contact.value for contact in contacts if contact.way == "email"),
        *(tag.name for tag in facts.tags.get(person.id, [])),
        *(custom.value for custom in facts.custom.get(person.id, [])),
        *(m.name for m in facts.memberships.get(person.id, []) if m.name),
    ]  # fmt: skip
    phones = [person.phone, person.mobile, *(c.value for c in contacts if c.way == "phone")]
    phones = [phone for phone in phones if phone]
    numbers = [person.number, *phones]
    for vehicle in facts.vehicles.get(person.id, []):
        texts += [vehicle.make, vehicle.model, vehicle.variant]
        numbers += [vehicle.plate, vehicle.vin, vehicle.vin[-6:]]
    more = [word for phone in phones for word in dialled_words(phone)]
    more += _pinyin(names, places)
    return search_document([t for t in texts if t], [n for n in numbers if n], more)


def _place(address: Result[Any]) -> list[str]:
    return [address.street, address.street2, address.postcode, address.city, address.region]


def _pinyin(names: Sequence[str], places: Sequence[Result[Any]]) -> list[str]:
    whole = [*names, _family_first(names), *(place.city for place in places)]
    return [word for text in whole if text and not text.isascii() for word in pinyin_words(text)]


def _family_first(names: Sequence[str]) -> str:
    """王 + 小明, which lists may hold apart, as the one word they are."""
    given, surname = names[0], names[3]
    return f"{surname}{given}"


def _chunks(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]
