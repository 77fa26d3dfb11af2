"""Write people as vCards, version 4, which phones and mail programs read."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.model.persons import Address, Person
from clubdesk.services.cell_text import visible
from clubdesk.services.chunks import chunks
from clubdesk.services.exporting import write_whole
from clubdesk.services.importing.personrow import PersonRow

_ADDRESS = ("street", "street2", "postcode", "city", "region", "country")
_PERSON = (
    "number", "title", "given", "given2", "prefix", "surname", "surname2", "native_name", "printed_name",
    "language", "birth", "email", "phone", "mobile",
)  # fmt: skip
_WIDTH = 75  # bytes of a line, as the standard has it


def people_for_cards(session: Session, ids: Sequence[int]) -> list[PersonRow]:
    """These people with their present address; notes stay in the club."""
    found: dict[int, PersonRow] = {}
    for some in chunks(ids):
        where: dict[int, Address] = {}
        places = select(Address).where(Address.person_id.in_(some), Address.end.is_(None))
        for address in session.scalars(places.order_by(Address.id.desc())):
            where[address.person_id] = address
        for person in session.scalars(select(Person).where(Person.id.in_(some))):
            said = {name: getattr(person, name) for name in _PERSON}
            if place := where.get(person.id):
                said |= {name: getattr(place, name) for name in _ADDRESS}
            found[person.id] = PersonRow(row=0, **said)
    return [found[person_id] for person_id in ids if person_id in found]


def write_vcards(path: Path, people: Iterable[PersonRow]) -> None:
    """One file with a card for each person. Raises Problem."""
    write_whole(path, "".join(map(card_of, people)).encode())


def card_of(person: PersonRow) -> str:
    """The lines of one card, folded."""
    return "".join(f"{_folded(line)}\r\n" for line in _lines(person))


def _lines(person: PersonRow) -> Iterator[str]:
    surname = " ".join(part for part in (person.prefix, person.surname, person.surname2) if part)
    given = " ".join(part for part in (person.given, person.given2) if part)
    whole = person.printed_name or f"{given} {surname}".strip() or person.native_name or person.email
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"FN:{_escaped(whole)}"
    if surname or given:
        yield "N:" + ";".join(map(_escaped, (surname, person.given, person.given2, person.title, "")))
    if person.email:
        yield f"EMAIL:{_escaped(person.email)}"
    if person.phone:
        yield f"TEL;TYPE=home:{_escaped(person.phone)}"
    if person.mobile:
        yield f"TEL;TYPE=cell:{_escaped(person.mobile)}"
    place = [person.street2, person.street, person.city, person.region, person.postcode, person.country]
    if any(place):
        yield "ADR;TYPE=home:" + ";".join(map(_escaped, ("", *place)))
    if person.birth:
        yield f"BDAY:{person.birth:%Y%m%d}"
    if person.language:
        yield f"LANG:{_escaped(person.language)}"
    if person.number:
        yield f"X-MEMBER-NUMBER:{_escaped(person.number)}"
    yield "END:VCARD"


def _escaped(text: str) -> str:
    text = visible(text).replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\")
    return text.replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;")


def _folded(line: str) -> str:
    """At most 75 bytes a line, never within a letter."""
    if len(line.encode()) <= _WIDTH:
        return line
    parts, size = [""], 0
    for letter in line:
        width = len(letter.encode())
        if size + width > _WIDTH:
            parts.append("")
            size = 1  # the blank that begins the line
        parts[-1] += letter
        size += width
    return "\r\n ".join(parts)
