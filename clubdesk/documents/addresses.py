"""Postal addresses as each country writes them.

A format is lines separated by "|"; N is the name, O the organisation, A the street, D the district, C the
city, S the region, Z the post code. What is empty leaves out the punctuation beside it. Source: the address
data of libaddressinput (Google, Apache-2.0), without its capitals: a name is never put into capitals.
"""

import re
from dataclasses import dataclass
from types import MappingProxyType

from clubdesk.documents.text import clean
from clubdesk.i18n import texts

DEFAULT = "%N|%O|%A|%D|%Z %C"

_BY_FORMAT = {
    "%N|%O|%A|%C|%Z": "GB",
    "%N|%O|%A|%D|%C|%S|%Z": "IE UA RU",
    "%N|%O|%A|%C, %S %Z": "US",
    "%N|%O|%A|%C %S %Z": "CA AU",
    "%N|%O|%A|%D|%C %Z": "NZ SG MT IL",
    "%N|%O|%A|%Z %C %S": "IT",
    "%N|%O|%A|%Z %C|%S": "ES AR",
    "%N|%O|%A|%D|%Z %C/%S": "TR",
    "%N|%O|%A|%D|%C-%S|%Z": "BR",
    "%N|%O|%A|%D|%Z %C, %S": "MX",
    "%N|%O|%A|%D|%C %Z|%S": "IN",
    "%N|%O|%C|%A|%Z": "HU",
    "%N|%O|%A|%D|%C, %S %Z": "CN TW JP KR TH",
    "%N|%O|%A|%D|%C|%S": "HK AE",
    "%N|%O|%A|%C, %Z": "LV",
    "%N|%O|%A|%D|%C|%S %Z": "VN ID",
    "%N|%O|%A|%D|%C|%Z": "ZA",
}
"""Countries that don't write "post code city" on the last line, as most do:
DE AT CH LI LU FR BE NL PT DK NO SE FI IS PL CZ SK SI HR RS RO BG GR CY EE LT CL."""

FORMATS = MappingProxyType(
    {country: form for form, countries in _BY_FORMAT.items() for country in countries.split()}
)

LOCAL_FORMATS = MappingProxyType({
    "CN": "%Z|%S%C%D|%A|%O|%N",
    "TW": "%Z|%S%C%D|%A|%O|%N",
    "HK": "%S%C%D|%A|%O|%N",
    "JP": "〒%Z|%S%C%D|%A|%O|%N",
    "KR": "%S %C %D|%A|%O|%N|%Z",
})  # fmt: skip
"""From the largest to the smallest, for an address in the country's own script."""

_LOCAL_SCRIPT = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_TOKEN = re.compile(r"%([NOADCSZ])|([^%]+)")


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


def _format(parts: AddressParts, country: str) -> str:
    if country in LOCAL_FORMATS and _LOCAL_SCRIPT.search(parts.street + parts.city):
        return LOCAL_FORMATS[country]
    return FORMATS.get(country, DEFAULT)


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
