"""Who may be in the roster twice.

Only people who share something are compared at all (blocking): mail, phone, VIN, date of birth with an
initial, or the beginning of the name with post code or town. Of these, names decide, by Jaro-Winkler over
their transliteration: 王伟 and Wang Wei, Müller and Mueller are alike. Couples share a mail address, and
members of one household are no duplicates.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.i18n import N_
from clubdesk.model.folding import fold
from clubdesk.model.persons import Address, Person
from clubdesk.model.vehicles import Ownership, Vehicle
from clubdesk.services.progress import NO_PROGRESS, Progress
from clubdesk.storage.roster import shown_name

ALIKE = 0.9  # of a given name or a surname
CROWD = 40  # more people than this share something that tells nobody apart: info@club.org
STEP = 2000
_SPELLED = re.compile("ae|oe|ue|aa|ss")
_SHORT = {"ae": "a", "oe": "o", "ue": "u", "aa": "a", "ss": "s"}
_NOT_DIGIT = re.compile(r"\D")

#: What two entries can share, with the words for it.
SHARED = {
    "email": N_("e-mail"),
    "phone": N_("phone"),
    "vin": N_("VIN"),
    "birth": N_("date of birth"),
    "place": N_("post code or town"),
}


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two entries that may be one person; `shared` are keys of SHARED, `score` is from 0 to 1."""

    first: int
    first_name: str
    second: int
    second_name: str
    score: float
    shared: tuple[str, ...]


class _Entry(NamedTuple):
    id: int
    name: str
    given: str  # transliterated
    surname: str
    household: int | None
    birth: dt.date | None
    keys: tuple[tuple[str, str], ...]


def find_duplicates(session: Session, *, progress: Progress = NO_PROGRESS) -> list[Duplicate]:
    """All pairs that may be one person, the surest first."""
    blocks: dict[tuple[str, str], list[_Entry]] = defaultdict(list)
    for entry in _entries(session, progress):
        for key in entry.keys:
            blocks[key].append(entry)
    shared: dict[tuple[int, int], set[str]] = defaultdict(set)
    found: dict[tuple[int, int], tuple[_Entry, _Entry, float]] = {}
    for done, (key, block) in enumerate(blocks.items()):
        if done % STEP == 0:
            progress(done, len(blocks))
        if 1 < len(block) <= CROWD:
            for one, other in combinations(block, 2):
                pair = (one.id, other.id) if one.id < other.id else (other.id, one.id)
                shared[pair].add(key[0])
                if pair not in found:
                    found[pair] = (one, other, likeness(one, other))
    pairs = [_pair(*each, tuple(sorted(shared[pair]))) for pair, each in found.items() if each[2]]
    return sorted(pairs, key=lambda pair: (-pair.score, pair.first_name, pair.first))


def likeness(one: _Entry, other: _Entry) -> float:
    """How alike two entries are, 0 when they can't be one person."""
    from rapidfuzz.distance import JaroWinkler  # where it is used: the window's start doesn't wait for it

    if one.household is not None and one.household == other.household:
        return 0.0
    if one.birth and other.birth and one.birth != other.birth:
        return 0.0
    best = 0.0
    for given, surname in ((other.given, other.surname), (other.surname, other.given)):  # typed the wrong way
        family = JaroWinkler.similarity(one.surname, surname, score_cutoff=ALIKE)
        first = _given_likeness(one.given, given) if family else 0.0
        if first:
            best = max(best, (family + first) / 2)
    return best


def _given_likeness(one: str, other: str) -> float:
    from rapidfuzz.distance import JaroWinkler

    if not one or not other:
        return ALIKE if one or other else 1.0
    if one[0] == other[0] and (len(one) == 1 or len(other) == 1 or one.split()[0] == other.split()[0]):
        return 0.95  # A. for Anna, Anna for Anna Maria
    return float(JaroWinkler.similarity(one, other, score_cutoff=ALIKE))


def _pair(one: _Entry, other: _Entry, score: float, shared: tuple[str, ...]) -> Duplicate:
    first, second = sorted((one, other), key=lambda entry: entry.id)
    return Duplicate(first.id, first.name, second.id, second.name, round(score, 3), shared)


def _entries(session: Session, progress: Progress) -> Iterator[_Entry]:
    places = _by_person(
        session, select(Address.person_id, Address.postcode, Address.city).where(Address.end.is_(None))
    )
    vins = _by_person(
        session,
        select(Ownership.person_id, Vehicle.vin)
        .join(Vehicle)
        .where(Ownership.end.is_(None), Vehicle.vin != ""),
    )
    people = session.execute(select(*Person.__table__.columns)).all()
    for done, person in enumerate(people):
        if done % STEP == 0:
            progress(done, len(people))
        yield _entry(person, places.get(person.id, ()), vins.get(person.id, ()))


def _by_person(session: Session, query: Any) -> dict[int, list[Sequence[Any]]]:
    found: dict[int, list[Sequence[Any]]] = defaultdict(list)
    for person, *values in session.execute(query):
        found[person].append(values)
    return found


def _entry(person: Any, places: Sequence[Any], vins: Sequence[Any]) -> _Entry:
    name = shown_name(person)
    given, surname = plain_name(person.given), plain_name(person.surname)
    if not surname:
        given, _blank, surname = plain_name(person.printed_name or person.native_name or name).rpartition(" ")
    keys = [("email", person.email.casefold())] if person.email else []
    for phone in {_phone(person.phone), _phone(person.mobile)}:
        keys += [("phone", phone)] if phone else []
    keys += [("vin", vin) for (vin,) in vins]
    if person.birth:
        keys.append(("birth", f"{person.birth}{given[:1]}"))
    # By either name, so that it doesn't matter in which field it was typed.
    for start in {surname[:3], given[:3]}:
        for postcode, city in places:
            keys += [("place", f"{start}{spot}") for spot in {postcode, fold(city)} if start and spot]
    return _Entry(person.id, name, given, surname, person.household_id, person.birth, tuple(keys))


def _phone(text: str) -> str:
    """The last digits, which are the same with and without the code of the country."""
    digits = _NOT_DIGIT.sub("", text)
    return digits[-8:] if len(digits) >= 6 else ""


def plain_name(text: str) -> str:
    """A name in small Latin letters, however it is written: Müller, Mueller -> muller; 王伟 -> wang wei."""
    if not text.isascii():
        text = _latin(text)
    return _SPELLED.sub(lambda found: _SHORT[found.group()], text.casefold()).replace("-", " ").strip(" .")


def _latin(text: str) -> str:
    folded = fold(text)
    if folded.isascii():
        return folded
    from anyascii import anyascii

    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", anyascii(text))
