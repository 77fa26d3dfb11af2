"""Everything the club holds about one person: for people as PDF, for machines as JSON."""

from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from clubdesk.documents.content import Printed
from clubdesk.documents.layouts import layout_named
from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.model.persons import Person
from clubdesk.model.tables import Base
from clubdesk.services import row_words as words
from clubdesk.services.clubs import the_club
from clubdesk.services.history import history_of
from clubdesk.services.letterhead import letterhead
from clubdesk.services.person_rows import rows_of_person
from clubdesk.services.today import today
from clubdesk.storage.changelog import encode
from clubdesk.storage.roster import shown_name

#: What is no information about a person: how rows are kept, and the fingerprints of codes.
_INNER = ("id", "version", "code_index", "code_proof", "code_turn", "digest", "image_id", "place", "wording")
#: What the rows are about already.
_LINKS = ("person_id", "household_id")
_OF_THE_CLUB = ("letterhead", "logo", "letter_paper")  # of a letter run


def person_report(session: Session, person_id: int) -> dict[str, Any]:
    """All rows about a person by table, and all changes; values as JSON holds them."""
    person = _person(session, person_id)
    found: dict[str, Any] = {
        name: _rows(session, Base.metadata.tables[name], ids)
        for name, ids in rows_of_person(session, person_id).items()
    }
    if person.household_id:
        found["household"] = _rows(session, Base.metadata.tables["household"], [person.household_id])
    found["history"] = [
        {"at": line.at.isoformat(), "officer": line.officer, "label": line.label}
        for line in history_of(session, person_id)
    ]
    return found


def print_person_report(session: Session, person_id: int) -> Printed:
    """The same on paper, in the words of the window."""
    from clubdesk.documents.person_report import ReportPart
    from clubdesk.documents.person_report import print_person_report as print_pages

    report, club = person_report(session, person_id), the_club(session)
    steps = report.pop("history")
    parts = [
        ReportPart(words.table(table), values)
        for table, rows in report.items()
        for row in rows
        if (values := _told(row))
    ]
    happened = tuple((f"{step['at'][:10]} {step['officer']}", step["label"]) for step in steps)
    parts += [ReportPart(_("What was changed, when and by whom"), happened)] if happened else []
    return print_pages(
        shown_name(_person(session, person_id)),
        parts,
        letterhead(session),
        date=today(),
        paper=layout_named(club.letter_layout).paper,
    )


def _person(session: Session, person_id: int) -> Person:
    person = session.get(Person, person_id)
    if person is None:
        raise Problem(_("This person is no longer in the roster."), _("Undo brings them back."))
    return person


def _rows(session: Session, table: Table, ids: list[int]) -> list[dict[str, Any]]:
    hidden = {*_INNER, *_LINKS, *_OF_THE_CLUB}
    rows = session.execute(select(table).where(table.c.id.in_(ids)).order_by(table.c.id)).mappings()
    return [{name: encode(value) for name, value in row.items() if name not in hidden} for row in rows]


def _told(row: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """The values that say something, as forms name them; references to other rows are left out."""
    return tuple(
        (words.field(name), said)
        for name, value in row.items()
        if not name.endswith("_id") and (said := _said(name, value))
    )


def _said(name: str, value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{words.field(key)}: {_said(key, part)}" for key, part in value.items() if part)
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    return words.value(name, value)
