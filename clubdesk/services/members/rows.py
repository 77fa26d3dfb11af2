"""Steps that the changes of people share: find the person, set checked values, refuse a stale form."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.errors import Conflict, Problem
from clubdesk.i18n import _
from clubdesk.model.base import Row
from clubdesk.model.clubs import Chapter
from clubdesk.model.persons import Person
from clubdesk.services.checks import checked
from clubdesk.services.history import last_officer
from clubdesk.storage.recorder import describe
from clubdesk.storage.roster import shown_name

Was = Mapping[str, Any] | None


def the_person(session: Session, person_id: int) -> Person:
    """The person; Problem when they are gone."""
    person = session.get(Person, person_id)
    if person is None:
        raise Problem(_("This person is no longer in the roster."), _("Undo brings them back."))
    return person


def told_of(session: Session, person_id: int) -> Person:
    """The person, whose name the history tells."""
    person = the_person(session, person_id)
    describe(session, name=shown_name(person))
    return person


def set_fields(row: Any, values: Mapping[str, Any], known: Sequence[str]) -> None:
    """Set fields of a row by name, each checked."""
    for name, value in values.items():
        if name not in known:
            raise TypeError(f"no field {name}")
        setattr(row, name, checked(name, value))


def check_unchanged(session: Session, row: Row, was: Was, values: Mapping[str, Any]) -> None:
    """A form that shows what is no longer so must not overwrite what it never showed."""
    for name in values.keys() & (was or {}).keys():
        theirs = getattr(row, name)
        if theirs != (was or {})[name] and theirs != values[name]:
            who = last_officer(session, row.__tablename__, row.id)
            message = _("{officer} changed this meanwhile to “{theirs}”; you wrote “{mine}”.")
            raise Conflict(
                message.format(officer=who, theirs=theirs, mine=values[name]),
                _("Write your value again if it shall stand."),
            )


def check_days(start: dt.date | None, end: dt.date | None) -> None:
    """Problem when something would end before it begins."""
    if start and end and end < start:
        raise Problem(_("It can't end before it begins."), _("Check the two dates."))


def chapter_id(session: Session, name: str) -> int | None:
    """The chapter of that name, made if there is none; None for no name."""
    tidy = checked("chapter", name)
    if not tidy:
        return None
    for chapter in session.scalars(select(Chapter)):
        if chapter.name.casefold() == tidy.casefold():
            return chapter.id
    chapter = Chapter(name=tidy)
    session.add(chapter)
    session.flush()
    return chapter.id
