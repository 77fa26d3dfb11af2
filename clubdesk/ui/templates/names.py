"""What an officer calls the texts of a template, and under which headings they stand."""

from collections.abc import Iterable
from dataclasses import dataclass

from clubdesk.i18n import N_, _

JUSTIFIED, PARAGRAPHS = "justified", "paragraphs"

_BEFORE = (
    "subject",
    "title",
    "head",
    "intro",
    "name",
    "below",
    "salutation",
    "salutation_titled",
    PARAGRAPHS,
)
"""The texts of the paper itself in the order in which they stand on it; the others follow."""

_SECTIONS = {
    "": N_("The text"),
    "programme": N_("Programme"),
    "ways": N_("Ways to answer"),
    "panel": N_("Panel with the code"),
    "slip": N_("Reply slip"),
    "info": N_("Beside the address"),
    "file": N_("The PDF file"),
}
_NAMES = {
    "subject": N_("Subject"),
    "title": N_("Title"),
    "head": N_("At the top"),
    "intro": N_("Introduction"),
    "name": N_("Name"),
    "below": N_("Below the name"),
    "foot": N_("At the foot"),
    "corner": N_("In the corner"),
    "salutation": N_("Salutation"),
    "salutation_titled": N_("Salutation with a form of address"),
    "paragraphs": N_("Paragraphs"),
    "closing": N_("Closing words"),
    "page": N_("Word for “page”"),
    "place_date": N_("Place and date"),
    "signed_left": N_("Signature at the left"),
    "signed_right": N_("Signature at the right"),
    "file_title": N_("Title of the file"),
    "file_subject": N_("Subject of the file"),
    "ways.slip.head": N_("Slip: heading"),
    "ways.slip.text": N_("Slip: what to do"),
    "ways.phone.head": N_("Telephone: heading"),
    "ways.phone.text": N_("Telephone: what to do"),
    "ways.phone.text_hours": N_("Telephone: what to do, with the hours"),
    "ways.email.head": N_("E-mail: heading"),
    "ways.email.text": N_("E-mail: what to do"),
    "panel.caption": N_("Over the code"),
    "household.note": N_("To a household, after the text"),
    "household.caption": N_("To a household, over the code"),
    "panel.notice": N_("Beside the code"),
    "panel.notice_link": N_("Beside the code, with the privacy page"),
    "panel.notice_phone": N_("Beside the code, answer by telephone"),
    "panel.notice_email": N_("Beside the code, answer by e-mail"),
    "panel.notice_both": N_("Beside the code, answer by telephone or e-mail"),
    "programme.when": N_("Word for “when”"),
    "programme.where": N_("Word for “where”"),
    "programme.answer_by": N_("Word for “answer by”"),
    "info.member": N_("Word for “member”"),
    "info.chapter": N_("Word for “chapter”"),
    "info.vehicle": N_("Word for “vehicle”"),
    "info.vin": N_("Word for the end of the VIN"),
    "info.contact": N_("Word for “contact”"),
    "info.phone": N_("Word for “telephone”"),
    "info.date": N_("Word for “date”"),
    "info.undeliverable": N_("If it can't be delivered"),
    "info.number": N_("Number of the letter"),
    "slip.cut": N_("At the line to cut"),
    "slip.title": N_("Title of the slip"),
    "slip.title_number": N_("Title of the slip, with a member number"),
    "slip.on_file": N_("Before what is on file"),
    "slip.correct": N_("Box: all is correct"),
    "slip.changed": N_("Box: something has changed"),
    "slip.sold": N_("Box: vehicle sold"),
    "slip.remove": N_("Box: remove me"),
    "slip.accept": N_("Box: accept"),
    "slip.decline": N_("Box: decline"),
    "slip.note": N_("Over the lines to write on"),
    "slip.date": N_("Word for “date” on the slip"),
    "slip.signature": N_("Word for “signature”"),
    "slip.keep_flat": N_("Not to fold or cover"),
    "slip.return_by": N_("Return by"),
}
_GROUPS = {
    "member": N_("Member"),
    "vehicle": N_("Vehicle"),
    "letter": N_("Letter"),
    "club": N_("Club"),
    "event": N_("Event"),
    "dues": N_("Dues"),
    "payment": N_("Payment"),
}


@dataclass(frozen=True)
class Section:
    """A heading and the keys of the texts under it."""

    key: str
    title: str
    keys: tuple[str, ...]


def name_of(key: str) -> str:
    """What a text is called; one that we don't know is called by its key."""
    return _(_NAMES[key]) if key in _NAMES else key.replace(".", ": ").replace("_", " ")


def name_of_group(group: str) -> str:
    """What a group of merge fields is called."""
    return _(_GROUPS[group]) if group in _GROUPS else group


def sections(keys: Iterable[str]) -> list[Section]:
    """The texts of a template under their headings, in the order of the paper."""
    found: dict[str, list[str]] = {}
    for key in keys:
        found.setdefault(_section_of(key), []).append(key)
    order = [*_SECTIONS, *(section for section in found if section not in _SECTIONS)]
    return [
        Section(section, _(_SECTIONS[section]) if section in _SECTIONS else section, _ordered(found[section]))
        for section in order
        if section in found
    ]


def _section_of(key: str) -> str:
    return "file" if key.startswith("file_") else key.partition(".")[0] if "." in key else ""


def _ordered(keys: list[str]) -> tuple[str, ...]:
    known = [key for key in _BEFORE if key in keys]
    rest = [key for key in keys if key not in known and key != JUSTIFIED]
    return (*known, *([JUSTIFIED] if JUSTIFIED in keys else []), *rest)
