"""All that a letter says about its reader, as it stands on the day the run is made."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.documents.addresses import AddressParts, address_lines
from clubdesk.i18n import known_language
from clubdesk.model.persons import Address, Person
from clubdesk.model.roster import RosterLine
from clubdesk.model.vehicles import Ownership, Vehicle
from clubdesk.services.chunks import chunks
from clubdesk.services.clubs import the_club
from clubdesk.services.letters.recipients import current_addresses
from clubdesk.services.progress import NO_PROGRESS, Progress
from clubdesk.storage.roster import shown_name

_NOT_SAID = ("town", "address", "postcode", "country")


def snapshots(
    session: Session, person_ids: Sequence[int], *, language: str = "", progress: Progress = NO_PROGRESS
) -> list[dict[str, Any]]:
    """What the letters to these people say of them, in their order; dates and codes come from the run."""
    papers: dict[int, dict[str, Any]] = {}
    for done, ids in enumerate(chunks(person_ids)):
        progress(done * len(ids), len(person_ids))
        papers.update(_of_chunk(session, ids, language=language))
    return [papers[person_id] for person_id in person_ids]


def _of_chunk(session: Session, ids: Sequence[int], *, language: str) -> dict[int, dict[str, Any]]:
    club = the_club(session)
    places = current_addresses(session, ids)
    lines = {
        line.person_id: line
        for line in session.scalars(select(RosterLine).where(RosterLine.person_id.in_(ids)))
    }
    cars = _cars(session, ids)
    papers = {}
    for person in session.scalars(select(Person).where(Person.id.in_(ids))):
        tongue = known_language(language or person.language or club.language)
        car = cars.get(person.id)
        place = places.get(person.id)
        block = address_block(person, place, home=club.country, language=club.language) if place else ()
        papers[person.id] = {
            "name": shown_name(person),
            "given": person.given,
            "surname": " ".join(part for part in (person.prefix, person.surname, person.surname2) if part),
            "salutation_title": person.title,
            "address": list(block),
            "town": place.city if place else "",
            "postcode": place.postcode if place else "",
            "country": (place.country if place else "") or club.country,
            "language": tongue,
            "member_number": person.number,
            "chapter": lines[person.id].chapter,
            "vehicle": car.name if car else "",
            "vin_tail": car.vin[-6:] if car else "",
        }
    return papers


def said_in(snapshot: dict[str, Any]) -> dict[str, Any]:
    """What of a snapshot stands in the letter by these names; the address apart, the rest is for lists."""
    return {name: value for name, value in snapshot.items() if name not in _NOT_SAID}


def address_block(person: Person, place: Address, *, home: str, language: str) -> tuple[str, ...]:
    """The lines in the window of the envelope, name included; a country abroad in the club's `language`."""
    name = shown_name(person)
    parts = AddressParts(
        name=name,
        street="\n".join(part for part in (place.street, place.street2) if part),
        post_code=place.postcode,
        city=place.city,
        region=place.region,
        country=place.country or home,
    )
    lines = address_lines(parts, sender_country=home, language=language)
    # A form of address (Frau, Dr.) has a line of its own, above the name.
    return (person.title, *lines) if person.title and lines[:1] == (name,) else lines


def _cars(session: Session, ids: Sequence[int]) -> dict[int, Vehicle]:
    """The vehicle each person has owned longest."""
    owned = select(Ownership.person_id, Vehicle).join(Vehicle)
    current = owned.where(Ownership.person_id.in_(ids), Ownership.end.is_(None)).order_by(Ownership.id.desc())
    return dict(session.execute(current).all())
