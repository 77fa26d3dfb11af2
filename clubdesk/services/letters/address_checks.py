"""What looks wrong in an address before anything is printed: parts its country's post needs."""

import re
from collections.abc import Iterable

from clubdesk.documents.addresses import format_of
from clubdesk.documents.content import Finding
from clubdesk.i18n import _, window_texts
from clubdesk.model.persons import Address


def address_findings(named: Iterable[tuple[str, Address]], *, home: str) -> tuple[Finding, ...]:
    """One finding per (name, address) that its post may not understand."""
    return tuple(
        Finding(name, text, _("address")) for name, place in named if (text := _doubt(place, home=home))
    )


def _doubt(place: Address, *, home: str) -> str:
    code = (place.country or home).upper()
    form = format_of(code)
    country = window_texts().country(code)
    if "C" in form.required and not place.city.strip():
        return _("The town is missing.")
    if not place.postcode.strip():
        missing = _("The post code is missing; addresses in {country} have one.").format(country=country)
        return missing if "Z" in form.required else ""
    if form.post_code and not re.fullmatch(form.post_code, place.postcode.strip(), re.IGNORECASE):
        return _("The post code {code} doesn’t look like one of {country}.").format(
            code=place.postcode.strip(), country=country
        )
    return ""
