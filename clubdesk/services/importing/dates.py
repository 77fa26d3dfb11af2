"""Dates as lists write them, in any common order and language."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from clubdesk.model.folding import fold

_NUMBERS = re.compile(r"\d+")
_TIME = re.compile(
    r"(?<=\d)(?:T|\s+)\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?\s*(?:[AaPp]\.?[Mm]\.?)?(?:Z|[+-]\d{2}:?\d{2})?$"
)
_PLAIN = re.compile(r"\d{1,4}\s?[-./年년,\s]\s?\d{1,2}\s?[-./月월,\s]\s?\d{1,4}\s?[.日일年]?")
_ERA = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911}
_LANGUAGES = ("en", "de", "nb", "fr", "pl", "es", "it", "nl", "sv", "da", "fi", "pt", "cs", "ru")
_FIRST_SERIAL, _LAST_SERIAL = 3654, 80_000  # Excel's day numbers from 1910 to 2119
NO_DATE = frozenset(
    ("", "-", "–", "--", "n/a", "0", "0000-00-00", "00.00.0000", "00/00/0000", "0000-00-00 00:00:00")
)


@dataclass(frozen=True, slots=True)
class Partial:
    """A date of which the year or the day isn't known, as the list writes it."""

    text: str


@lru_cache(maxsize=20_000)
def parse_date(text: str, order: str = "dmy") -> dt.date | Partial | None:
    """The date a cell means; `order` (dmy, mdy, ymd) decides where the text doesn't. None: no date."""
    text = _TIME.sub("", text.strip())
    if text.isdecimal():
        return _from_digits(text)
    if _PLAIN.fullmatch(text):
        return _from_numbers(*_NUMBERS.findall(text), order=order)
    return _without_year(text) or _of_era(text) or _with_month_name(text)


def date_order(texts: Iterable[str]) -> str:
    """The order all dates of a column agree on: dmy or mdy; empty when every one could be read both ways.

    A single cell can't tell whether 04/05/2020 is in April or May; 13/05/2020 in the same column can.
    """
    day_first = month_first = dotted = 0  # with dots the day always stands first
    for text in texts:
        numbers = _NUMBERS.findall(_TIME.sub("", text.strip()))
        if len(numbers) != 3 or len(numbers[0]) > 2:
            continue
        first, second = int(numbers[0]), int(numbers[1])
        day_first += first > 12 >= second
        month_first += second > 12 >= first and "." not in text
        dotted += "." in text
    if month_first > day_first + dotted:
        return "mdy"
    return "dmy" if day_first or month_first or dotted else ""


def _from_digits(text: str) -> dt.date | Partial | None:
    if len(text) == 4 and "1850" <= text <= "2150":
        return Partial(text)
    if len(text) == 8:
        early = _day(int(text[:4]), int(text[4:6]), int(text[6:]))
        return early or _day(int(text[4:]), int(text[2:4]), int(text[:2]))
    if _FIRST_SERIAL <= int(text[:9]) <= _LAST_SERIAL and len(text) <= 5:
        return dt.date(1899, 12, 30) + dt.timedelta(days=int(text))
    return None


def _from_numbers(a: str, b: str, c: str, *, order: str) -> dt.date | Partial | None:
    if len(a) == 4:
        year, month, day = int(a), int(b), int(c)
    elif len(a) == 3 or len(c) == 3:
        return None
    elif order == "ymd" and len(c) <= 2:
        year, month, day = _full_year(a), int(b), int(c)
    else:
        year = _full_year(c)
        day, month = (int(b), int(a)) if order == "mdy" else (int(a), int(b))
    if year == 0 and _day(2000, month, day):
        return Partial(f"{month:02}-{day:02}")
    return _day(year, month, day)


def _full_year(digits: str) -> int:
    """Two digits mean the hundred years that end the year after next."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year <= dt.date.today().year % 100 + 2 else 1900)  # noqa: DTZ011


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if 1800 <= year <= 2200 else None
    except ValueError:
        return None


def _without_year(text: str) -> Partial | None:
    """--07-04 as vCards write it, 4.7., 07/04."""
    numbers = [int(number) for number in _NUMBERS.findall(text)]
    if not re.fullmatch(r"(?:--)?\d{1,2}[-./]\s?\d{1,2}\.?|\d{1,2}月\d{1,2}日", text):
        return None
    return Partial(text) if _day(2000, *numbers) or _day(2000, *numbers[::-1]) else None


def _of_era(text: str) -> dt.date | None:
    numbers = [int(number) for number in _NUMBERS.findall(text.replace("元", "1"))]
    start = _ERA.get(text[:2])
    return _day(start + numbers[0], numbers[1], numbers[2]) if start and len(numbers) == 3 else None


def _with_month_name(text: str) -> dt.date | Partial | None:
    """3. November 2026, March 2nd, 1970, 12-Mar-27, marzec 1970."""
    numbers = _NUMBERS.findall(text)
    words = re.findall(r"[^\W\d_]+", fold(text))
    months = {month for word in words if (month := _month_names().get(word))}
    if len(months) != 1 or len(numbers) not in (1, 2) or len(words) > 6 or max(map(len, numbers)) > 4:
        return None
    month = months.pop()
    if len(numbers) == 1:
        return Partial(text)
    day, year = numbers if len(numbers[1]) == 4 or len(numbers[0]) <= 2 else reversed(numbers)
    return _day(_full_year(year), month, int(day))


@lru_cache
def _month_names() -> dict[str, int]:
    from babel import Locale

    names: dict[str, int] = {}
    for language in reversed(_LANGUAGES):
        months = Locale.parse(language).months
        for context in ("stand-alone", "format"):
            for width in ("wide", "abbreviated"):
                names |= {fold(name).strip("."): number for number, name in months[context][width].items()}
    return names
