"""What is typed as the value of a condition: days, years, numbers."""

import datetime as dt
import re

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.model.custom import sort_value

_FROM_TODAY = re.compile(r"today\s*(?:([+-])\s*(\d{1,5}))?", re.IGNORECASE)
_PARTS = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


def days_of(text: str, today: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of 2027-03-12, 2027-03, 2027, today, today-30 or today+60."""
    try:
        if found := _FROM_TODAY.fullmatch(text.strip()):
            day = today + dt.timedelta(days=int(f"{found[1] or '+'}{found[2] or 0}"))
            return day, day
        if found := _PARTS.fullmatch(text.strip()):
            year, month, day_of_month = (int(part) if part else 0 for part in found.groups())
            first = dt.date(year, month or 1, day_of_month or 1)
            return first, first if day_of_month else _last(first, whole_year=not month)
    except (ValueError, OverflowError):
        pass
    raise Problem(
        _("“{text}” is no date.").format(text=text),
        _("Write it like 2027-03-12, 2027-03, 2027, today or today-30."),
    )


def _last(first: dt.date, *, whole_year: bool) -> dt.date:
    if whole_year or first.month == 12:
        return dt.date(first.year, 12, 31)
    return first.replace(month=first.month + 1) - dt.timedelta(days=1)


def born_for(age: str, today: dt.date) -> tuple[dt.date, dt.date]:
    """Between which days somebody of this age was born."""
    years = number_of(age)
    if not 0 <= years <= 150:
        raise Problem(_("“{text}” is no age.").format(text=age))
    return _years_before(today, years + 1) + dt.timedelta(days=1), _years_before(today, years)


def _years_before(day: dt.date, years: int) -> dt.date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)


def own_number_key(text: str) -> str:
    """A number with or without a fraction as the key by which numbers of the club's own fields compare."""
    plain = text.strip().replace(",", ".")
    if not re.fullmatch(r"-?\d{1,15}(\.\d{1,6})?", plain):
        raise Problem(_("“{text}” is no number.").format(text=text), _("Write it like 12.5."))
    return sort_value("number", plain)


def number_of(text: str) -> int:
    if not re.fullmatch(r"-?\d{1,9}", text.strip()):
        raise Problem(_("“{text}” is no number.").format(text=text))
    return int(text)
