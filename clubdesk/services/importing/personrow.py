"""A person as a row of a list gives it."""

import datetime as dt
from dataclasses import dataclass

from clubdesk.i18n import N_

IMPORT = N_("Import {file}: {added} added, {updated} updated")  # how the history tells the step


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One row, cleaned: what isn't known is empty or None. `country` is ISO 3166 alpha-2.

    A country nobody knows stays in `country_text`, so that nothing gets lost.
    """

    row: int
    number: str = ""
    title: str = ""
    given: str = ""
    given2: str = ""
    prefix: str = ""
    surname: str = ""
    surname2: str = ""
    native_name: str = ""
    printed_name: str = ""
    language: str = ""
    birth: dt.date | None = None
    email: str = ""
    phone: str = ""
    mobile: str = ""
    street: str = ""
    street2: str = ""
    postcode: str = ""
    city: str = ""
    region: str = ""
    country: str = ""
    country_text: str = ""
    chapter: str = ""
    membership_kind: str = ""
    joined: dt.date | None = None
    left: dt.date | None = None
    make: str = ""
    model: str = ""
    variant: str = ""
    year: int | None = None
    colour: str = ""
    plate: str = ""
    vin: str = ""
    household: str = ""
    tags: tuple[str, ...] = ()
    notes: str = ""
