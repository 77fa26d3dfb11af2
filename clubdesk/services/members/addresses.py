"""A person's addresses: several of them, one of which letters go to."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.model.persons import Address
from clubdesk.services.members.rows import Was, check_days, check_unchanged, set_fields, told_of
from clubdesk.services.today import today
from clubdesk.services.workspace import change
from clubdesk.storage.addresses import for_letters

KINDS = {"home": N_("Home"), "postal": N_("Postal"), "work": N_("Work"), "other": N_("Other")}
STATUSES = {
    "ok": N_("Letters arrive"),
    "returned": N_("Letters came back"),
    "blocked": N_("Not to be written to"),
}
PLACE = ("street", "street2", "postcode", "city", "region", "country")
ADDRESS_FIELDS = (*PLACE, "status", "status_reason", "kind", "start", "end")


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressLine:
    """An address; `for_letters` tells the one letters go to, `is_past` one that is no longer valid."""

    id: int
    kind: str
    street: str
    street2: str
    postcode: str
    city: str
    region: str
    country: str
    status: str
    status_reason: str
    start: dt.date | None
    end: dt.date | None
    for_letters: bool
    is_past: bool


def current_address(session: Session, person_id: int) -> Address | None:
    """Where a person is written to."""
    return for_letters(session, [person_id], today()).get(person_id)


def address_lines(session: Session, person_id: int) -> tuple[AddressLine, ...]:
    """All addresses of a person: that for letters first, past ones last."""
    current, day = current_address(session, person_id), today()
    lines = [
        AddressLine(
            id=row.id,
            for_letters=current is not None and row.id == current.id,
            is_past=row.end is not None and row.end < day,
            **{name: getattr(row, name) for name in ADDRESS_FIELDS},
        )
        for row in session.scalars(
            select(Address).where(Address.person_id == person_id).order_by(Address.id.desc())
        )
    ]
    return tuple(sorted(lines, key=lambda line: (not line.for_letters, line.is_past)))


@change(N_("New address of {name}"))
def add_address(session: Session, /, person_id: int, **values: Any) -> int:
    """A further address by the names of its fields; its id. Letters go to a postal one before the home."""
    told_of(session, person_id)
    address = Address(person_id=person_id)
    _fill(address, values)
    session.add(address)
    return address.id


@change(N_("Change the address of {name}"))
def set_address(
    session: Session, /, person_id: int, *, address: int | None = None, was: Was = None, **values: Any
) -> None:
    """Set fields of an address of a person, else of that for letters; `was` as for a person.

    Editing where it leads clears a mark that letters came back.
    """
    told_of(session, person_id)
    row = _address(session, person_id, address) if address else current_address(session, person_id)
    if row is None:
        row = Address(person_id=person_id)
        session.add(row)
    else:
        check_unchanged(session, row, was, values)
    _fill(row, values, new=address is None)
    if row.status == "returned" and values.keys() & set(PLACE) and not _marks(values):
        row.status, row.status_reason = "ok", ""
    if row.status == "ok":
        row.status_reason = ""


@change(N_("Delete an address of {name}"))
def remove_address(session: Session, person_id: int, *, address: int) -> None:
    """Take an address away; one that was once right is better given an end."""
    told_of(session, person_id)
    session.delete(_address(session, person_id, address))


def _marks(values: dict[str, Any]) -> bool:
    return bool(values.keys() & {"status", "status_reason"})


def _fill(row: Address, values: dict[str, Any], *, new: bool = False) -> None:
    set_fields(row, values, ADDRESS_FIELDS)
    check_days(row.start, row.end)
    if row.kind not in KINDS or row.status not in STATUSES:
        raise Problem(
            _("“{text}” isn't known of an address.").format(text=values.get("kind") or values.get("status")),
            _("There are: {names}.").format(names=", ".join((*KINDS, *STATUSES))),
        )
    if not new and not any(getattr(row, name) for name in ("street", "postcode", "city")):
        raise Problem(_("An address needs a street, a post code or a town."))


def _address(session: Session, person_id: int, address_id: int) -> Address:
    row = session.get(Address, address_id)
    if row is None or row.person_id != person_id:
        raise Problem(_("This address is gone."), _("Undo brings it back."))
    return row
