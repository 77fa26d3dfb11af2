"""One row on its way from cells to a person: each field is read by its own rule."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from clubdesk.i18n import _
from clubdesk.model.folding import fold
from clubdesk.model.persons import LONGEST_TAG
from clubdesk.services.importing.cells import Read, read_mail, read_vin, read_year, shortened
from clubdesk.services.importing.cleaning import MAX_NOTES, MAX_TEXT, many_lines, one_line, too_long
from clubdesk.services.importing.countries import country_code, language_tag
from clubdesk.services.importing.dates import NO_DATE, Partial, parse_date
from clubdesk.services.importing.fields import NAMES
from clubdesk.services.importing.fullname import is_eastern, split_name, split_surname
from clubdesk.services.importing.memberlist import Remark
from clubdesk.services.importing.personrow import PersonRow

_BETWEEN_TAGS = re.compile(r":::|[,;/|]")
_BIRTH_PARTS = ("birth_year", "birth_month", "birth_day")


class Draft:
    """Collects the values of a row, what is wrong with it and what is to be noted."""

    def __init__(self, row: int, orders: dict[str, str]) -> None:
        self.row = row
        self.orders = orders
        self.values: dict[str, Any] = {}
        self.faults: list[tuple[str, str]] = []
        self.remarks: list[Remark] = []
        self.notes: list[str] = []

    def read(self, field: str, header: str, cell: str) -> None:
        """Take the cell in; empty ones leave the field empty."""
        if not cell:
            return
        text = many_lines(cell) if field == "notes" else one_line(cell, ", " if field == "street" else " ")
        if not text or text == "-":
            return
        if fault := too_long(text, MAX_NOTES if field == "notes" else MAX_TEXT):
            self.faults.append((header, fault))
            return
        _RULES.get(field, _text)(self, field, header, text)

    def finish(self) -> PersonRow | None:
        """The person, unless the row must be rejected; then `faults` says why."""
        _complete_name(self.values)
        _complete_birth(self)
        if not any(self.values.get(field) for field in (*NAMES, "email")):
            self.faults.append(("", _("There is neither a name nor an e-mail address.")))
        if self.notes:
            self.values["notes"] = "\n".join(self.notes)
        return None if self.faults else PersonRow(self.row, **self.values)

    def remark(self, header: str, text: str) -> None:
        self.remarks.append(Remark(self.row, header, text))

    def note(self, header: str, text: str) -> None:
        """Keep what has no field of its own, so that nothing gets lost."""
        self.notes.append(f"{header}: {text}")


def _text(draft: Draft, field: str, _header: str, text: str) -> None:
    draft.values[field] = text


def _number(draft: Draft, field: str, header: str, text: str) -> None:
    draft.values[field] = text
    if remark := shortened(text):
        draft.remark(header, remark)


def _notes(draft: Draft, _field: str, _header: str, text: str) -> None:
    draft.notes.append(text)


def _tags(draft: Draft, field: str, header: str, text: str) -> None:
    """Words between , ; / | or ::: (Google, whose own groups begin with a star); a longer text is a note."""
    tags = {fold(tag): tag for tag in draft.values.get(field, ())}
    for word in filter(None, map(str.strip, _BETWEEN_TAGS.split(text))):
        if len(word) > LONGEST_TAG:
            draft.note(header, word)
        elif not word.startswith("* "):
            tags.setdefault(fold(word), word)
    draft.values[field] = tuple(tags.values())


def _mail(draft: Draft, field: str, header: str, text: str) -> None:
    read = read_mail(text)
    _take(draft, field, header, read)
    if read.rest:
        draft.note(header, read.rest)


def _vin(draft: Draft, field: str, header: str, text: str) -> None:
    _take(draft, field, header, read_vin(text))


def _take(draft: Draft, field: str, header: str, read: Read) -> None:
    if read.fault:
        draft.faults.append((header, read.fault))
    if read.remark:
        draft.remark(header, read.remark)
    draft.values[field] = read.value


def _year(draft: Draft, field: str, header: str, text: str) -> None:
    read = read_year(text)
    _take(draft, field, header, read)
    draft.values[field] = int(read.value) if read.value else None


def _country(draft: Draft, _field: str, header: str, text: str) -> None:
    code = country_code(text)
    draft.values["country" if code else "country_text"] = code or text
    if not code:
        draft.remark(header, _("The country “{text}” is unknown and was kept as text.").format(text=text))


def _language(draft: Draft, field: str, header: str, text: str) -> None:
    if tag := language_tag(text):
        draft.values[field] = tag
        return
    draft.note(header, text)
    draft.remark(header, _("The language “{text}” is unknown and was put into the notes.").format(text=text))


def _date(draft: Draft, field: str, header: str, text: str) -> None:
    if text.lower() in NO_DATE:
        return
    day = parse_date(text, draft.orders.get(field, "dmy"))
    if isinstance(day, Partial):
        draft.note(header, text)
        draft.remark(header, _("“{text}” is no whole date and was put into the notes.").format(text=text))
    elif day is None:
        draft.faults.append((header, _("“{text}” is no date.").format(text=text[:80])))
    elif field == "birth" and day > dt.date.today():  # noqa: DTZ011
        draft.faults.append((header, _("“{text}” is a birthday in the future.").format(text=text[:80])))
    else:
        draft.values[field] = day


_RULES: dict[str, Callable[[Draft, str, str, str], None]] = {
    "notes": _notes,
    "tags": _tags,
    "email": _mail,
    "vin": _vin,
    "year": _year,
    "country": _country,
    "language": _language,
    "birth": _date,
    "joined": _date,
    "left": _date,
    "phone": _number,
    "mobile": _number,
    "number": _number,
}


def _complete_name(values: dict[str, Any]) -> None:
    """Parts win over a whole name; a whole name in another script is the name in the own script."""
    whole = values.pop("name", "")
    given, surname = values.get("given", ""), values.get("surname", "")
    if whole and not given and not surname:
        parts = split_name(whole)
        values |= {part: text for part, text in parts._asdict().items() if text and not values.get(part)}
    elif whole and is_eastern(whole) and not is_eastern(given + surname):
        values.setdefault("native_name", whole)
    if surname and "prefix" not in values and " " in surname:
        values["prefix"], values["surname"] = split_surname(surname)


def _complete_birth(draft: Draft) -> None:
    """Day, month and year in columns of their own, as Thunderbird has them."""
    parts = [draft.values.pop(part, "") for part in _BIRTH_PARTS]
    if not any(parts) or draft.values.get("birth"):
        return
    day = parse_date("-".join(parts), "ymd") if all(parts) else None
    if isinstance(day, dt.date):
        draft.values["birth"] = day
    else:
        draft.note(_("Born"), "-".join(part for part in parts if part))
