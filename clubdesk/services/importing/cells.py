"""What single cells mean. Each function gives the value or says, in a sentence, why there is none."""

import datetime as dt
import re
import unicodedata
from typing import NamedTuple

from clubdesk.i18n import _
from clubdesk.services.importing.contents import MAIL

_MAIL_JOINTS = re.compile(r"[;,\s]+")
_VIN = re.compile(r"[A-HJ-NPR-Z0-9]{17}")
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_SHORTENED = re.compile(r"\d[.,]\d+E\+?\d+", re.IGNORECASE)
_VIN_SLIPS = str.maketrans("OQI", "001")


class Read(NamedTuple):
    """A value; or the fault that makes the row unusable; a remark if the value was changed."""

    value: str = ""
    fault: str = ""
    remark: str = ""
    rest: str = ""


def read_mail(text: str) -> Read:
    """The first address of a cell, `rest` holds further ones; "Anna <anna@x.org>" is understood."""
    pieces = [piece.strip("<>()\"'").removeprefix("mailto:") for piece in _MAIL_JOINTS.split(text)]
    mails = [piece for piece in pieces if is_mail(piece)]
    if not mails or sum("@" in piece for piece in pieces) > len(mails):
        return Read(fault=_("“{text}” is no e-mail address.").format(text=text[:80]))
    local, _at, domain = mails[0].rpartition("@")
    return Read(f"{local}@{domain.lower()}", rest=", ".join(mails[1:]))


def is_mail(text: str) -> bool:
    """Whether a mail could be sent there, as far as its spelling tells."""
    local, _at, domain = text.rpartition("@")
    clean = ".." not in text and not local.startswith(".") and not local.endswith(".")
    labels = domain.split(".")
    bad_label = any(not label or label.startswith("-") or label.endswith("-") for label in labels)
    return bool(MAIL.fullmatch(text)) and clean and not bad_label and len(text) <= 254


def read_vin(text: str) -> Read:
    """17 symbols without I, O, Q, which are corrected to 1 and 0."""
    typed = re.sub(r"[\s.\-–]", "", unicodedata.normalize("NFKC", text)).upper()
    vin = typed.translate(_VIN_SLIPS)
    if len(vin) != 17:
        reason = _("A vehicle identification number has 17 symbols, “{text}” has {count}.")
        return Read(fault=reason.format(text=text[:80], count=len(vin)))
    if not _VIN.fullmatch(vin):
        return Read(fault=_("“{text}” holds symbols other than letters and digits.").format(text=text[:80]))
    corrected = _("“{typed}” was read as {vin}: I, O and Q don't occur in such numbers.")
    return Read(vin, remark=corrected.format(typed=typed, vin=vin) if typed != vin else "")


def read_year(text: str) -> Read:
    """A model year from 1900 to the year after next."""
    found = _YEAR.search(text)
    latest = dt.date.today().year + 2  # noqa: DTZ011
    if found and 1900 <= int(found[0]) <= latest:
        return Read(found[0])
    return Read(fault=_("“{text}” is no year from 1900 to {latest}.").format(text=text[:80], latest=latest))


def shortened(text: str) -> str:
    """A remark if a spreadsheet program has destroyed a long number: 4.91512E+11."""
    if not _SHORTENED.fullmatch(text):
        return ""
    return _("“{text}” was shortened by a spreadsheet program; its last digits are lost.").format(text=text)
