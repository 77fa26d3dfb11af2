"""Offices: a role a person holds for a time, in the club or in one chapter."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.model.clubs import Chapter, Office
from clubdesk.services.checks import checked
from clubdesk.services.members.rows import chapter_id, check_days, told_of
from clubdesk.services.today import today
from clubdesk.services.workspace import change


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """`chapter` is empty for an office of the club itself."""

    id: int
    role: str
    chapter: str
    start: dt.date | None
    end: dt.date | None
    is_over: bool


def office_lines(session: Session, person_id: int) -> tuple[OfficeLine, ...]:
    """The offices of a person, those held now first."""
    held = select(Office, Chapter.name).outerjoin(Chapter).where(Office.person_id == person_id)
    lines = [
        OfficeLine(
            row.id, row.role, chapter or "", row.start, row.end, row.end is not None and row.end < today()
        )
        for row, chapter in session.execute(held.order_by(Office.id.desc()))
    ]
    return tuple(sorted(lines, key=lambda line: line.is_over))


def roles(session: Session) -> list[str]:
    """The roles that the club has, for choices."""
    return list(session.scalars(select(Office.role).group_by(Office.role).order_by(func.lower(Office.role))))


@change(N_("New office of {name}"))
def add_office(
    session: Session,
    person_id: int,
    *,
    role: str,
    chapter: str = "",
    start: dt.date | None = None,
    end: dt.date | None = None,
) -> int:
    """A role that the person holds; its id."""
    told_of(session, person_id)
    row = Office(person_id=person_id, role="")
    _set(session, row, {"role": role, "chapter": chapter, "start": start, "end": end})
    session.add(row)
    return row.id


@change(N_("Change an office of {name}"))
def set_office(session: Session, /, person_id: int, *, office: int, **values: Any) -> None:
    """Set role, chapter, start or end of an office by name."""
    told_of(session, person_id)
    _set(session, _office(session, person_id, office), values)


@change(N_("Delete an office of {name}"))
def remove_office(session: Session, person_id: int, *, office: int) -> None:
    """Take an office away that never was; one that ends gets an end."""
    told_of(session, person_id)
    session.delete(_office(session, person_id, office))


def _set(session: Session, row: Office, values: dict[str, Any]) -> None:
    if "chapter" in values:
        row.chapter_id = chapter_id(session, values["chapter"])
    for name in values.keys() & {"role", "start", "end"}:
        setattr(row, name, checked(name, values[name]))
    if not row.role:
        raise Problem(_("An office needs a name."), _("For example: treasurer."))
    check_days(row.start, row.end)


def _office(session: Session, person_id: int, office_id: int) -> Office:
    row = session.get(Office, office_id)
    if row is None or row.person_id != person_id:
        raise Problem(_("This office is gone."), _("Undo brings it back."))
    return row
