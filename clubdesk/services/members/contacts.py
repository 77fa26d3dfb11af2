"""Further phones and e-mails of a person, beside the first ones in the person's own columns."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.model.persons import Contact
from clubdesk.services.checks import checked
from clubdesk.services.members.rows import told_of
from clubdesk.services.workspace import change

KINDS = {"home": N_("Private"), "work": N_("Work"), "mobile": N_("Mobile"), "other": N_("Other")}


@dataclass(frozen=True, slots=True)
class ContactLine:
    """`way` is phone or email, `kind` one of KINDS; `value` is as typed."""

    id: int
    way: str
    kind: str
    value: str


def contact_lines(session: Session, person_id: int) -> tuple[ContactLine, ...]:
    """The further ways to reach a person, in the order in which they were given."""
    rows = session.scalars(select(Contact).where(Contact.person_id == person_id).order_by(Contact.id))
    return tuple(ContactLine(row.id, row.way, row.kind, row.value) for row in rows)


@change(N_("New contact of {name}"))
def add_contact(session: Session, person_id: int, *, value: str, kind: str = "home") -> int:
    """A further phone or e-mail, whichever `value` is; its id."""
    told_of(session, person_id)
    way, tidy = _told(value)
    row = Contact(person_id=person_id, way=way, value=tidy, kind=_known(kind))
    session.add(row)
    return row.id


@change(N_("Change a contact of {name}"))
def set_contact(session: Session, /, person_id: int, *, contact: int, **values: Any) -> None:
    """Set `value` or `kind` of a contact."""
    told_of(session, person_id)
    row = _contact(session, person_id, contact)
    if "value" in values:
        row.way, row.value = _told(values["value"])
    row.kind = _known(values.get("kind", row.kind))


@change(N_("Delete a contact of {name}"))
def remove_contact(session: Session, person_id: int, *, contact: int) -> None:
    told_of(session, person_id)
    session.delete(_contact(session, person_id, contact))


def _told(value: str) -> tuple[str, str]:
    """Whether it is a phone or an e-mail, and the value to keep."""
    if "@" in value:
        return "email", checked("email", value)
    if not any(char.isdigit() for char in value):
        raise Problem(
            _("“{text}” is neither a phone number nor an e-mail address.").format(text=value),
            _("Write it like +49 89 1234567 or anna@example.org."),
        )
    return "phone", checked("phone", value)


def _known(kind: str) -> str:
    if kind not in KINDS:
        raise Problem(
            _("“{kind}” is no kind of contact.").format(kind=kind),
            _("There are: {names}.").format(names=", ".join(KINDS)),
        )
    return kind


def _contact(session: Session, person_id: int, contact_id: int) -> Contact:
    row = session.get(Contact, contact_id)
    if row is None or row.person_id != person_id:
        raise Problem(_("This contact is gone."), _("Undo brings it back."))
    return row
