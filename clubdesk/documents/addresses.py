"""Postal addresses as each country writes them.

A format is lines separated by "|"; N is the name, O the organisation, A the street, D the district, C the
city, S the region, Z the post code. What is empty leaves out the punctuation beside it. Source: the address
data of libaddressinput (see resources/addresses), without its capitals: a name is never put into capitals.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from clubdesk import paths
from clubdesk.documents.text import clean
from clubdesk.i18n import texts

DEFAULT = "%N|%O|%A|%D|%Z %C"

_LOCAL_SCRIPT = re.compile("[\u0370-\u1dff\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]")
_TOKEN = re.compile(r"%([NOADCSZ])|([^%]+)")


class Format(NamedTuple):
    """How a country writes its addresses.

    `latin` is the order in Latin letters where it differs from that of the country's own script. `required`
    are the letters of the parts it can't do without, `post_code` the pattern of a whole post code or "".
    """

    lines: str = DEFAULT
    latin: str = ""
    required: str = ""
    post_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressParts:
    """An address in its parts. `street` may have several lines; `country` is a code of ISO 3166 or ""."""

    name: str
    organisation: str = ""
    street: str = ""
    district: str = ""
    post_code: str = ""
    city: str = ""
    region: str = ""
    country: str = ""


def address_lines(parts: AddressParts, *, sender_country: str, language: str) -> tuple[str, ...]:
    """The lines of an address block, the name included, as the country of the address writes them.

    The country's name ends the block when it isn't the sender's, in the sender's `language`.
    """
    country = parts.country.upper()
    lines = [line for form in _format(parts, country).split("|") for line in _lines(form, parts)]
    if country and country != sender_country.upper():
        lines.append(texts(language).country(country))
    return tuple(lines)


@cache
def _formats() -> dict[str, Format]:
    file = paths.resources() / "addresses" / "formats.json"
    kept = json.loads(file.read_text(encoding="utf-8"))
    return {
        code: Format(one["fmt"], one.get("lfmt", ""), one.get("require", ""), one.get("zip", ""))
        for code, one in kept.items()
    }


def format_of(country: str) -> Format:
    """The format of a country by its code of ISO 3166; "post code city" where nothing is known."""
    return _formats().get(country.upper(), Format())


def _format(parts: AddressParts, country: str) -> str:
    form = format_of(country)
    local = _LOCAL_SCRIPT.search(parts.street + parts.city)
    chosen = form.lines if local or not form.latin else form.latin
    # a part that was written down is never lost, even where the country's post has no use for it
    for key, value in (("D", parts.district), ("Z", parts.post_code)):
        if value and f"%{key}" not in chosen:
            chosen = chosen.replace("%C", "%D|%C" if key == "D" else "%C %Z")
    return chosen


def _lines(form: str, parts: AddressParts) -> list[str]:
    """One line of a format, or the several of a street; none when all its parts are empty."""
    if form == "%A":
        return [line for line in map(clean, parts.street.splitlines()) if line]
    values = {
        "N": parts.name, "O": parts.organisation, "A": parts.street, "D": parts.district,
        "C": parts.city, "S": parts.region, "Z": parts.post_code,
    }  # fmt: skip
    line, between = "", ""
    for field, literal in _TOKEN.findall(form):
        value = clean(values[field]) if field else ""
        if literal:
            between = literal
        elif value:
            # a sign before the first part, as of a Japanese post code, belongs to it; a separator does not
            line += (between if line or not _is_separator(between) else "") + value
            between = ""
        elif not line:
            between = ""
    return [line] if line else []


def _is_separator(text: str) -> bool:
    return not text.strip(" ,-/")
