"""The merge fields of all templates: one table feeds the editor's picker, the preview and the check."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from babel.dates import format_interval

from clubdesk.documents.content import DuesLetter, EventPaper, Letterhead, PersonalLetter
from clubdesk.i18n import N_, known_language, texts

Read = Callable[[PersonalLetter, Letterhead], str]


class Field(NamedTuple):
    """A merge field: what the picker calls it (untranslated), what a preview shows, how it is read."""

    label: str
    sample: str
    read: Read


@lru_cache(maxsize=4096)
def long_date(day: dt.date, language: str) -> str:
    """A date as a letter of this language writes it; kept, since CLDR is slow and a run has few dates."""
    return texts(language).date(day)


@lru_cache(maxsize=512)
def _interval(first: dt.date, last: dt.date, language: str) -> str:
    return str(format_interval(first, last, "yMMMMd", locale={"en": "en_GB"}.get(language, language)))


def dates(days: Sequence[dt.date], language: str) -> str:
    """The first to the last of some days as one writes it: 14–16 May 2027; "" when there are none."""
    if not days:
        return ""
    first, last = min(days), max(days)
    if first == last:
        return long_date(first, language)
    return _interval(first, last, known_language(language))


def event_dates(letter: PersonalLetter) -> str:
    """The days of the event the paper is about, "" when it is about none."""
    if not isinstance(letter, EventPaper):
        return ""
    return dates([day.date for day in letter.event.days], letter.language)


def _date(letter: PersonalLetter, _: Letterhead) -> str:
    return long_date(letter.date, letter.language)


def answer_by(letter: PersonalLetter) -> str:
    """The last day for an answer, "" when none is asked for."""
    return long_date(letter.answer_by, letter.language) if letter.answer_by else ""


def _event(letter: PersonalLetter, part: str) -> str:
    return str(getattr(letter.event, part)) if isinstance(letter, EventPaper) else ""


def _group(letter: PersonalLetter, _: Letterhead) -> str:
    return letter.group if isinstance(letter, EventPaper) else ""


def _dues(part: str) -> Read:
    return lambda letter, _: str(getattr(letter, part)) if isinstance(letter, DuesLetter) else ""


def _dues_day(part: str) -> Read:
    def read(letter: PersonalLetter, _: Letterhead) -> str:
        day = getattr(letter, part) if isinstance(letter, DuesLetter) else None
        return long_date(day, letter.language) if day else ""

    return read


FIELDS: dict[str, Field] = {
    "member.name": Field(N_("Name as printed"), "Anna Großmüller", lambda letter, _: letter.name),
    "member.given": Field(N_("Given name"), "Anna", lambda letter, _: letter.given),
    "member.surname": Field(N_("Surname"), "Großmüller", lambda letter, _: letter.surname),
    "member.title": Field(N_("Form of address"), "Frau", lambda letter, _: letter.salutation_title),
    "member.number": Field(N_("Member number"), "1042", lambda letter, _: letter.member_number),
    "member.chapter": Field(N_("Chapter"), "München", lambda letter, _: letter.chapter),
    "vehicle.name": Field(N_("Vehicle"), "Model 3 Performance", lambda letter, _: letter.vehicle),
    "vehicle.vin": Field(N_("End of the VIN"), "F317654", lambda letter, _: letter.vin_tail),
    "letter.number": Field(N_("Letter number"), "L-26-0311-7", lambda letter, _: letter.number),
    "letter.date": Field(N_("Date of the letter"), "3 November 2026", _date),
    "letter.answer_by": Field(N_("Answer by"), "1 February 2027", lambda letter, _: answer_by(letter)),
    "club.name": Field(N_("Club"), "Owners Club Bavaria", lambda _, club: club.name),
    "club.city": Field(N_("City of the club"), "München", lambda _, club: club.city),
    "club.phone": Field(N_("Telephone of the club"), "+49 89 1234567", lambda _, club: club.phone),
    "club.phone_hours": Field(N_("When somebody answers"), "18–20", lambda _, club: club.phone_hours),
    "club.email": Field(N_("E-mail of the club"), "verify@ownersclub.example", lambda _, club: club.email),
    "club.contact": Field(N_("Contact person"), "Lukas Wagner", lambda _, club: club.contact_name),
    "club.privacy": Field(N_("Privacy page"), "ownersclub.example/privacy", lambda _, club: club.privacy_url),
    "club.bank": Field(N_("Bank account for dues"), "DE02 1203 0000 0000 2020 51", lambda _, club: club.bank),
    "event.title": Field(N_("Event"), "Track days", lambda letter, _: _event(letter, "title")),
    "event.venue": Field(N_("Venue"), "Salzburgring", lambda letter, _: _event(letter, "venue")),
    "event.dates": Field(N_("Days of the event"), "14 – 16 May 2027", lambda letter, _: event_dates(letter)),
    "event.group": Field(N_("Run group"), "Blue", _group),
    "dues.what": Field(N_("Dues"), "Membership fee 2027", _dues("dues")),
    "dues.open": Field(N_("Still to be paid"), "60.00 €", _dues("still")),
    "dues.due_on": Field(N_("To be paid by"), "31 January 2027", _dues_day("due_on")),
    "payment.amount": Field(N_("Payment"), "60.00 €", _dues("paid")),
    "payment.date": Field(N_("Day of the payment"), "12 January 2027", _dues_day("paid_on")),
    "payment.way": Field(N_("How it was paid"), "bank transfer", _dues("way")),
    "payment.receipt": Field(N_("Number of the receipt"), "R-27-0012-4", _dues("receipt")),
}  # fmt: skip

COMMON = frozenset(
    {name for name in FIELDS if name.startswith("club.")}
    | {"letter.date", "letter.answer_by", "event.title", "event.venue", "event.dates"}
)
"""Fields that say the same in all letters of one `occasion`."""
