"""Dates as people type them: 12.3.2027, 12/3/27, 2027-03-12, 12 Mar 2027, 12. März 2027, March 12, 2027."""

import datetime as dt
import re
from functools import lru_cache
from typing import Literal

from clubdesk.errors import Problem
from clubdesk.i18n import LANGUAGES, _

NUMBERS = re.compile(r"\s*(\d{1,4})\s*[./\- 年]\s*(\d{1,2})\s*[./\- 月]\s*(\d{1,4})\s*日?\s*")
FEW_DIGITS = 2
WIDTHS: tuple[Literal["wide", "abbreviated"], ...] = ("wide", "abbreviated")


def parse_date(text: str) -> dt.date | None:
    """The day that was meant; None for nothing. Raises Problem for anything that is no day.

    The day comes before the month unless that makes no sense, the year may stand first or last.
    """
    if not text.strip():
        return None
    try:
        return _from_numbers(text) or _from_words(text)
    except ValueError:
        problem = _("“{text}” is no date.").format(text=text.strip())
        raise Problem(problem, _("Write it like 12 Mar 2027 or 12.3.2027.")) from None


def _from_numbers(text: str) -> dt.date | None:
    match = NUMBERS.fullmatch(text)
    if match is None:
        return None
    first, month, last = match.groups()
    if len(first) > FEW_DIGITS:
        return dt.date(int(first), int(month), int(last))
    day, month_number, year = int(first), int(month), _year(last)
    if month_number > 12 >= day:
        day, month_number = month_number, day
    return dt.date(year, month_number, day)


def _from_words(text: str) -> dt.date:
    parts = re.findall(r"\d+|[^\W\d_]+", text)
    numbers = [part for part in parts if part.isdigit()]
    months = [_months().get(part.casefold()) for part in parts if not part.isdigit()]
    known = [month for month in months if month]
    if len(numbers) != 2 or len(known) != 1:
        raise ValueError(text)
    day, year = numbers if len(numbers[0]) <= FEW_DIGITS else reversed(numbers)
    return dt.date(_year(year), known[0], int(day))


def _year(digits: str) -> int:
    """Two digits mean the years from 70 years ago to 29 years ahead."""
    if len(digits) > FEW_DIGITS:
        return int(digits)
    this_year = dt.datetime.now().astimezone().year
    year = this_year - this_year % 100 + int(digits)
    return year - 100 if year > this_year + 29 else year


@lru_cache
def _months() -> dict[str, int]:
    """Names of months, whole, short and cut to three letters, in every language of clubdesk."""
    from babel.dates import get_month_names  # a form is shown before its dates are read

    names: dict[str, int] = {}
    for locale in LANGUAGES:
        for width in WIDTHS:
            for number, name in get_month_names(width, locale=locale).items():
                plain = str(name).casefold().rstrip(".")
                names.setdefault(plain, number)
                names.setdefault(plain[:3], number)
    return names
