"""What cells look like by themselves: mail addresses, chassis numbers, dates, countries."""

import re
from collections.abc import Sequence

from clubdesk.services.importing.countries import country_code

MAIL = re.compile(r"[^\s@<>,;\"()]+@[^\s@<>,;\"()]+\.[^\W\d_]{2,}|[^\s@]+@[^\s@]+\.xn--[\w-]+")
_VIN = re.compile(r"[A-HJ-NPR-Z0-9]{17}")
_DATE = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}.*|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}.*|\d{4}年\d{1,2}月\d{1,2}日?"
)
_PHONE = re.compile(r"\+?[\d\s()/.–-]{7,}")
_NUMBER = re.compile(r"[\d.,%€$ -]*\d[\d.,%€$ -]*")


def field_by_contents(cells: Sequence[str]) -> str:
    """The field at least four of five cells look like; only where that can't be mistaken."""
    if not cells:
        return ""
    for field, pattern in (("email", MAIL), ("vin", _VIN)):
        if sum(bool(pattern.fullmatch(cell)) for cell in cells) * 5 >= len(cells) * 4:
            return field
    return ""


def looks_like_countries(cells: Sequence[str]) -> bool:
    """Whether four of five cells name a country; short codes don't count, since states have them too."""
    distinct = {cell for cell in cells if len(cell) > 3}
    return bool(distinct) and sum(bool(country_code(cell)) for cell in distinct) * 5 >= len(set(cells)) * 4


def is_surely_data(cell: str) -> bool:
    """Whether a cell can't be the name of a column: a mail address, a date, a phone or chassis number."""
    text = cell.strip()
    patterns = (MAIL, _DATE, _VIN)
    phone = bool(_PHONE.fullmatch(text)) and sum(char.isdigit() for char in text) >= 7
    return phone or any(pattern.fullmatch(text) for pattern in patterns)


def is_number(cell: str) -> bool:
    return bool(_NUMBER.fullmatch(cell.strip()))
