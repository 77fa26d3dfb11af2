"""How a template looks while it is written: to real readers, without asking the club at every keystroke.

`proof_for` asks everything a paper says of its reader, once; `print_proof` then only sets and prints.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from clubdesk.documents.addresses import AddressParts, address_lines
from clubdesk.documents.content import (
    Day,
    DuesLetter,
    EventPaper,
    EventSheet,
    Invitation,
    Letterhead,
    PersonalLetter,
    Printed,
    Slot,
    VerificationLetter,
)
from clubdesk.documents.fields import FIELDS
from clubdesk.documents.layouts import layout_named
from clubdesk.documents.template import made_template
from clubdesk.i18n import N_, Texts, texts
from clubdesk.model.events import Event
from clubdesk.model.persons import Person
from clubdesk.model.vehicles import Ownership
from clubdesk.services.clubs import the_club
from clubdesk.services.events.invitations import event_sheet
from clubdesk.services.letterhead import letterhead
from clubdesk.services.letters.printing import SAMPLE_CODE, SAMPLE_NUMBER
from clubdesk.services.letters.recipients import reachable
from clubdesk.services.letters.snapshots import snapshots
from clubdesk.services.letters.specimen import NAME, POSTCODE, STREET, SURNAME, TOWN
from clubdesk.services.template_texts import Texts as TemplateTexts
from clubdesk.services.today import today
from clubdesk.storage.roster import shown_name

MOST_READERS = 24
_LOOKED_AT = 300
"""Members that are asked for before those without an address are left out."""

INVITATION, CERTIFICATE, BADGE = "invitation-", "certificate", "badge"
REMINDER, RECEIPT = "letter-reminder", "letter-receipt"
_BADGES = {"a4": "avery-l4785", "letter": "avery-5395"}
_SAMPLE_EVENT, _SAMPLE_DUES, _SAMPLE_WAY = N_("Spring meeting"), N_("Membership fee"), N_("bank transfer")


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody to whom a template is shown; `person` is 0 for a made-up one."""

    person: int
    name: str
    owns_vehicle: bool = False


@dataclass(frozen=True, slots=True)
class Proof:
    """All that a paper to this reader says besides the words of its template."""

    kind: str
    letter: PersonalLetter
    letterhead: Letterhead
    layout: str


def readers(session: Session, language: str) -> list[Reader]:
    """Members to show a template to: readers of its language, owners and others in turn.

    When nobody reads it these are other members, and in an empty club one made-up person.
    """
    for wanted in (True, False):
        if found := _people(session, language if wanted else ""):
            return found
    return [Reader(0, NAME, owns_vehicle=True)]


def _people(session: Session, language: str) -> list[Reader]:
    owns = exists().where(Ownership.person_id == Person.id, Ownership.end.is_(None))
    query = select(Person, owns).order_by(Person.id).limit(_LOOKED_AT)
    if language:
        own = the_club(session).language
        query = query.where(func.coalesce(func.nullif(Person.language, ""), own) == language)
    rows = {person.id: Reader(person.id, shown_name(person), has) for person, has in session.execute(query)}
    found = [rows[person_id] for person_id in reachable(session, list(rows)).people]
    owners = [reader for reader in found if reader.owns_vehicle]
    others = [reader for reader in found if not reader.owns_vehicle]
    mixed = [
        reader
        for place in range(max(len(owners), len(others)))
        for group in (owners, others)
        for reader in group[place : place + 1]
    ]
    return mixed[:MOST_READERS]


def proof_for(session: Session, kind: str, language: str, *, person: int = 0) -> Proof:
    """Everything for a paper of this kind and language to a person, or to a made-up one."""
    club, day = the_club(session), today()
    about = snapshots(session, [person], language=language)[0] if person else _made_up(session, language)
    said: dict[str, Any] = {name: value for name, value in about.items() if name != "town"} | {
        "address": tuple(about["address"]),
        "date": day,
    }
    answer: dict[str, Any] = {
        "number": SAMPLE_NUMBER,
        "code": SAMPLE_CODE,
        "answer_by": day + dt.timedelta(days=club.reply_days),
    }
    letter: PersonalLetter
    if kind.startswith(INVITATION):
        event = _event(session, kind.removeprefix(INVITATION), language)
        letter = Invitation(**said, **answer, event=event)
    elif kind in (CERTIFICATE, BADGE):
        letter = EventPaper(**said, event=_event(session, "", language))
    elif kind in (REMINDER, RECEIPT):
        letter = DuesLetter(**said, **_money(kind, texts(language), day))
    elif kind.startswith("verification"):
        letter = VerificationLetter(**said, **answer)
    else:
        letter = PersonalLetter(**said)
    return Proof(kind, letter, letterhead(session), club.letter_layout)


def print_proof(proof: Proof, wording: TemplateTexts) -> Printed:
    """The paper in these words, mistakes printed as they were written. Asks no club: for any thread."""
    letter, kind = proof.letter, proof.kind
    templates = {letter.language: made_template(wording)}
    if isinstance(letter, Invitation):
        from clubdesk.documents.invitations import print_invitations

        return print_invitations([letter], proof.letterhead, layout=proof.layout, templates=templates)
    if isinstance(letter, EventPaper):
        return _print_keepsake(proof, letter, wording)
    if isinstance(letter, VerificationLetter):
        from clubdesk.documents.letters import print_letters

        return print_letters([letter], proof.letterhead, kind=kind, layout=proof.layout, templates=templates)
    from clubdesk.documents.plain_letters import print_plain_letters

    return print_plain_letters(
        [letter], proof.letterhead, kind=kind, layout=proof.layout, templates=templates
    )


def _print_keepsake(proof: Proof, letter: EventPaper, wording: TemplateTexts) -> Printed:
    paper = layout_named(proof.layout).paper
    templates = {letter.language: made_template(wording)}
    if proof.kind == BADGE:
        from clubdesk.documents.badges import print_badges

        return print_badges([letter], proof.letterhead, sheet=_BADGES[paper], templates=templates)
    from clubdesk.documents.certificates import print_certificates

    return print_certificates([letter], proof.letterhead, paper=paper, templates=templates)


def field_values(proof: Proof) -> dict[str, str]:
    """What each merge field says to the reader of a proof."""
    return {name: field.read(proof.letter, proof.letterhead) for name, field in FIELDS.items()}


def _made_up(session: Session, language: str) -> dict[str, Any]:
    club, words = the_club(session), texts(language)
    place = AddressParts(
        name=NAME, street=words(STREET), post_code=POSTCODE, city=words(TOWN), country=club.country
    )
    return {
        "name": NAME,
        "given": NAME.removesuffix(SURNAME).strip(),
        "surname": SURNAME,
        "address": address_lines(place, sender_country=club.country, language=club.language),
        "language": words.language,
        "member_number": "1042",
        "vehicle": "Model 3 Performance",
        "vin_tail": "317654",
    }


def _event(session: Session, kind: str, language: str) -> EventSheet:
    """The club's newest event of a kind, of any when it is "", or a made-up one."""
    query = select(Event).where(Event.days.any()).order_by(Event.id.desc()).limit(1)
    event = session.scalar(query.where(Event.kind == kind) if kind else query)
    if event is not None:
        return event_sheet(event)
    words, day = texts(language), today() + dt.timedelta(days=60)
    sessions = (Slot(starts=dt.time(9), ends=dt.time(10), title=words(_SAMPLE_EVENT)),)
    return EventSheet(
        kind=kind or "social",
        title=words(_SAMPLE_EVENT),
        venue=words(TOWN),
        days=(Day(date=day, sessions=sessions),),
    )


def _money(kind: str, words: Texts, day: dt.date) -> dict[str, Any]:
    due = {
        "dues": f"{words(_SAMPLE_DUES)} {day.year}",
        "still": words.money(6000, "EUR"),
        "due_on": day - dt.timedelta(days=30),
    }
    if kind == REMINDER:
        return due
    paid = {"paid": words.money(6000, "EUR"), "paid_on": day, "way": words(_SAMPLE_WAY)}
    return due | {"still": "", "receipt": "R-00-0000-0"} | paid
