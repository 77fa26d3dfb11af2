"""What may stand in a field of a person, an address or a vehicle."""

import datetime as dt
import re
from typing import Any

from clubdesk.errors import Problem
from clubdesk.i18n import LANGUAGES, _
from clubdesk.services.cell_text import clean
from clubdesk.services.today import today

LONGEST = {"notes": 10_000}
LONGEST_NAME = 200
EMAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]+")
VIN = re.compile(r"[A-HJ-NPR-Z0-9]{17}")


def checked(name: str, value: Any) -> Any:
    """The value to keep in the field `name`; Problem when it can't be right."""
    if value is None or isinstance(value, int | dt.date):
        return _checked_day(name, value)
    text = clean(str(value))
    longest = LONGEST.get(name, LONGEST_NAME)
    if len(text) > longest:
        raise Problem(
            _("This is too long: {count} characters, at most {longest}.").format(
                count=len(text), longest=longest
            )
        )
    check = _CHECKS.get(name)
    return check(text) if check and text else text


def _checked_day(name: str, value: Any) -> Any:
    if name == "birth" and value and not dt.date(1890, 1, 1) <= value <= today():
        raise Problem(_("This can't be a date of birth."), _("Check the year."))
    if name == "year" and value and not 1885 <= value <= today().year + 2:
        raise Problem(_("{year} can't be the year of a car.").format(year=value), _("Give four digits."))
    return value


def _email(text: str) -> str:
    if not EMAIL.fullmatch(text):
        raise Problem(
            _("“{text}” is no e-mail address.").format(text=text), _("It looks like anna@example.org.")
        )
    return text


def _vin(text: str) -> str:
    # I, O and Q don't occur in VINs; people who read one aloud write them for 1 and 0.
    vin = re.sub(r"[\s-]", "", text.upper()).translate(str.maketrans("IOQ", "100"))
    if not VIN.fullmatch(vin):
        raise Problem(_("“{text}” is no VIN.").format(text=text), _("A VIN has 17 letters and digits."))
    return vin


def _country(text: str) -> str:
    code = text.upper()
    if not re.fullmatch("[A-Z]{2}", code):
        raise Problem(
            _("“{text}” is no country code.").format(text=text), _("Two letters, such as DE or NO.")
        )
    return code


def _language(text: str) -> str:
    if text not in LANGUAGES:
        names = ", ".join(LANGUAGES)
        raise Problem(
            _("No letters in the language “{text}”.").format(text=text),
            _("There are: {names}.").format(names=names),
        )
    return text


_CHECKS = {"email": _email, "vin": _vin, "country": _country, "language": _language}
