"""Why a search finds somebody: what matches, where the list itself doesn't show it."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.i18n import N_, _
from clubdesk.model.custom import CustomValue
from clubdesk.model.dialled import dialled, dialled_words
from clubdesk.model.folding import compact, query_words, search_words
from clubdesk.model.persons import Address, Contact, Person, PersonTag, Tag
from clubdesk.model.pinyin import pinyin_words
from clubdesk.model.roster import RosterLine
from clubdesk.model.vehicles import Ownership, Vehicle
from clubdesk.services.member_list import MemberRow
from clubdesk.services.members.finding import member_rows
from clubdesk.services.today import today

LONGEST = 40  # what is told of a note

#: What is told of a match; where it tells itself (a name, an address), just the text.
PHONE, PLATE, VIN, NOTE = N_("phone {text}"), N_("plate {text}"), N_("VIN {text}"), N_("note: {text}")

Text = tuple[str, str]  # how it is told, and the text
Texts = Mapping[int, Sequence[Text]]  # of each person
Matches = Callable[[str, str], bool]  # whether a word typed matches a word known


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
    phone = [number] if (number := dialled(text)) else []
    found = {person: _reason(words + phone, hidden.get(person, ())) for person, words in unseen.items()}
    return {person: reason for person, reason in found.items() if reason}


def _hidden(session: Session, ids: Sequence[int]) -> Texts:
    person, place, car = Person.__table__.c, Address.__table__.c, Vehicle.__table__.c
    texts: dict[int, list[Text]] = {person_id: [] for person_id in ids}
    plain = "{text}"
    for query, told in (
        (
            select(
                person.id, person.native_name, person.printed_name, person.given, person.given2,
                person.surname, person.surname2, person.email,
            ).where(person.id.in_(ids)),
            (plain,) * 7,
        ),
        (select(person.id, person.phone, person.mobile).where(person.id.in_(ids)), (PHONE, PHONE)),
        (
            select(
                place.person_id, place.street, place.street2, place.postcode, place.city, place.region
            ).where(place.person_id.in_(ids), place.end.is_(None) | (place.end >= today())),
            (plain,) * 5,
        ),
        (select(Contact.person_id, Contact.value).where(Contact.person_id.in_(ids)), (plain,)),
        (select(PersonTag.person_id, Tag.name).join(Tag).where(PersonTag.person_id.in_(ids)), (plain,)),
        (
            select(CustomValue.person_id, CustomValue.value).where(CustomValue.person_id.in_(ids)),
            (plain,),
        ),
        (
            select(Ownership.person_id, car.make, car.plate, car.vin)
            .join(Vehicle)
            .where(Ownership.person_id.in_(ids), Ownership.end.is_(None)),
            (plain, PLATE, VIN),
        ),
        (select(RosterLine.person_id, RosterLine.chapter).where(RosterLine.person_id.in_(ids)), (plain,)),
        (select(person.id, person.notes).where(person.id.in_(ids)), (NOTE,)),
    ):  # fmt: skip
        for person_id, *found in session.execute(query):
            texts[person_id] += [(how, text) for how, text in zip(told, found, strict=True) if text]
    return texts


def _unseen(words: Sequence[str], texts: Sequence[str]) -> list[str]:
    shown = search_words(" ".join(texts))
    return [word for word in words if not any(part.startswith(word) for part in shown)]


def _reason(words: Sequence[str], texts: Sequence[Text]) -> str:
    """What begins like a word; where nothing does, what has it inside."""
    return _first(words, texts, _begins) or _first(words, texts, _contains)


def _first(words: Sequence[str], texts: Sequence[Text], matches: Matches) -> str:
    told = (_told(how, text, words, matches) for how, text in texts if _matches_any(words, text, matches))
    return next(told, "")


def _told(how: str, text: str, words: Sequence[str], matches: Matches) -> str:
    return (how if how == "{text}" else _(how)).format(text=_short(text, words, matches))


def _begins(word: str, part: str) -> bool:
    return part.startswith(word)


def _contains(word: str, part: str) -> bool:
    return len(word) > 2 and word in part


def _matches_any(words: Sequence[str], text: str, matches: Matches) -> bool:
    # Phones, plates and VINs are found without their punctuation, a VIN by its last six too.
    parts = [*search_words(text), compact(text), compact(text)[-6:]]
    if any(char.isdigit() for char in text):
        parts += dialled_words(text)
    if not text.isascii():
        parts += pinyin_words(text)
    return any(matches(word, part) for word in words for part in parts)


def _short(text: str, words: Sequence[str], matches: Matches) -> str:
    """The text itself, or of a long note the part around the match."""
    if len(text) <= LONGEST:
        return text
    return next(_around(text, words, matches), text[:LONGEST] + "…")


def _around(text: str, words: Sequence[str], matches: Matches) -> Iterator[str]:
    pieces = text.split()
    for place, piece in enumerate(pieces):
        if _matches_any(words, piece, matches):
            yield "… " * (place > 1) + " ".join(pieces[max(0, place - 1) : place + 4])
