"""Which letters of a run lie in one envelope: those to people of one household who live at one address."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.documents.content import Reader
from clubdesk.model.letters import Letter
from clubdesk.model.persons import Person
from clubdesk.services.chunks import chunks
from clubdesk.services.letters.recipients import current_addresses
from clubdesk.services.members.addresses import PLACE


def by_envelope(session: Session, people: Sequence[int]) -> list[tuple[int, ...]]:
    """These people by the envelope they share; the envelopes, and people in one, in the order given."""
    households: dict[int, int] = {}
    for ids in chunks(people):
        of_some = select(Person).where(Person.id.in_(ids), Person.household_id.is_not(None))
        households.update((one.id, one.household_id) for one in session.scalars(of_some) if one.household_id)
    places = current_addresses(session, list(households))
    together: dict[object, list[int]] = {}
    for person in people:
        place = places.get(person)
        at = tuple(getattr(place, part) for part in PLACE) if place else None
        together.setdefault((households[person], at) if at else person, []).append(person)
    return [tuple(some) for some in together.values()]


def shared_with(session: Session, person_id: int, among: Sequence[int]) -> tuple[int, ...]:
    """Who of those `among` whom letters are written to is in this person's envelope, the person included."""
    household = select(Person.household_id).where(Person.id == person_id).scalar_subquery()
    theirs = set(session.scalars(select(Person.id).where(Person.household_id == household)))
    envelopes = by_envelope(session, [one for one in among if one in theirs])
    return next((some for some in envelopes if person_id in some), (person_id,))


def places_of(envelopes: Sequence[Sequence[int]]) -> dict[int, int | None]:
    """By person, the position of the letter on top of theirs; None for a letter that goes alone."""
    found: dict[int, int | None] = {}
    for people in envelopes:
        top = len(found) + 1
        found.update(dict.fromkeys(people, top if len(people) > 1 else None))
    return found


def envelopes_of(letters: Iterable[Letter]) -> list[list[Letter]]:
    """Letters of a run in their order, by envelope."""
    return [list(some) for _key, some in groupby(letters, key=lambda x: x.envelope or x.position)]


def enclosed_with(session: Session, letters: Sequence[Letter]) -> dict[int, tuple[Reader, ...]]:
    """By letter, everybody named on the envelope that it shares with other letters still valid."""
    shared = {letter.envelope for letter in letters} - {None}
    if not shared:
        return {}
    standing = select(Letter).where(
        Letter.run_id == letters[0].run_id, Letter.envelope.is_not(None), Letter.voided_on.is_(None)
    )
    found: dict[int, tuple[Reader, ...]] = {}
    for some in envelopes_of(session.scalars(standing.order_by(Letter.position))):
        if some[0].envelope in shared and len(some) > 1:
            found.update(dict.fromkeys((letter.id for letter in some), readers(x.snapshot for x in some)))
    return found


def readers(snapshots: Iterable[dict[str, str]]) -> tuple[Reader, ...]:
    """The people that these snapshots are about, as an envelope names them."""
    return tuple(
        Reader(
            name=said["name"], given=said["given"], surname=said["surname"], title=said["salutation_title"]
        )
        for said in snapshots
    )
