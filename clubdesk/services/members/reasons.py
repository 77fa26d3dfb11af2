"""Why a search finds somebody: what matches, where the list itself doesn't show it."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.model.custom import CustomValue
from clubdesk.model.folding import compact, query_words, search_words
from clubdesk.model.persons import Address, Contact, Person, PersonTag, Tag
from clubdesk.model.roster import RosterLine
from clubdesk.model.vehicles import Ownership, Vehicle
from clubdesk.services.member_list import MemberRow
from clubdesk.services.members.finding import member_rows
from clubdesk.services.today import today

LONGEST = 40  # what is told of a note

Texts = Mapping[int, Sequence[str]]  # of each person


def found_rows(session: Session, ids: Sequence[int], text: str) -> list[tuple[MemberRow, str]]:
    """The lines of these people, each with why `text` finds it where the line doesn't show that."""
    rows = member_rows(session, ids)
    reasons = match_reasons(session, rows, text)
    return [(row, reasons.get(row.id, "")) for row in rows]


def match_reasons(session: Session, rows: Sequence[MemberRow], text: str) -> dict[int, str]:
    """For these people, what a word of `text` matches unless name, number, vehicle or town show it."""
    words = query_words(text)
    if not words:
        return {}
    unseen = {row.id: _unseen(words, (row.name, row.number, row.vehicle, row.town)) for row in rows}
    unseen = {person: words for person, words in unseen.items() if words}
    hidden = _hidden(session, list(unseen)) if unseen else {}
    found = {person: _first(words, hidden.get(person, ())) for person, words in unseen.items()}
    return {person: reason for person, reason in found.items() if reason}


def _hidden(session: Session, ids: Sequence[int]) -> Texts:
    person, place, car = Person.__table__.c, Address.__table__.c, Vehicle.__table__.c
    texts: dict[int, list[str]] = {person_id: [] for person_id in ids}
    for query in (
        select(
            person.id, person.native_name, person.printed_name, person.given, person.given2, person.surname,
            person.surname2, person.email, person.phone, person.mobile,
        ).where(person.id.in_(ids)),
        select(place.person_id, place.street, place.postcode, place.city).where(
            place.person_id.in_(ids), place.end.is_(None) | (place.end >= today())
        ),
        select(Contact.person_id, Contact.value).where(Contact.person_id.in_(ids)),
        select(PersonTag.person_id, Tag.name).join(Tag).where(PersonTag.person_id.in_(ids)),
        select(CustomValue.person_id, CustomValue.value).where(CustomValue.person_id.in_(ids)),
        select(Ownership.person_id, car.make, car.plate, car.vin)
        .join(Vehicle)
        .where(Ownership.person_id.in_(ids), Ownership.end.is_(None)),
        select(RosterLine.person_id, RosterLine.chapter).where(RosterLine.person_id.in_(ids)),
        select(person.id, person.notes).where(person.id.in_(ids)),
    ):  # fmt: skip
        for person_id, *found in session.execute(query):
            texts[person_id] += [text for text in found if text]
    return texts


def _unseen(words: Sequence[str], texts: Sequence[str]) -> list[str]:
    shown = search_words(" ".join(texts))
    return [word for word in words if not _begins(word, shown)]


def _first(words: Sequence[str], texts: Sequence[str]) -> str:
    return next((_short(text, words) for text in texts if _begins_any(words, text)), "")


def _begins_any(words: Sequence[str], text: str) -> bool:
    # Phones, plates and VINs are found without their punctuation, a VIN by its last six too.
    parts = [*search_words(text), compact(text), compact(text)[-6:]]
    return any(_begins(word, parts) for word in words)


def _begins(word: str, parts: Sequence[str]) -> bool:
    return any(part.startswith(word) for part in parts)


def _short(text: str, words: Sequence[str]) -> str:
    """The text itself, or of a long note the part around the match."""
    if len(text) <= LONGEST:
        return text
    return next(_around(text, words), text[:LONGEST] + "…")


def _around(text: str, words: Sequence[str]) -> Iterator[str]:
    pieces = text.split()
    for place, piece in enumerate(pieces):
        if _begins_any(words, piece):
            yield "… " * (place > 1) + " ".join(pieces[max(0, place - 1) : place + 4])
