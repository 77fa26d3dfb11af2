"""Everything that is held about one person, for that person to read."""

import datetime as dt
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clubdesk.documents.content import Letterhead, Printed
from clubdesk.documents.tables import Column, ListHead, Section, print_sections
from clubdesk.i18n import _, window_texts

_LONGEST = 400
"""Characters of a value that stand in one cell; a longer one goes on in the next."""


@dataclass(frozen=True, slots=True)
class ReportPart:
    """Something that is held, such as an address: what each part of it is called, and what it says."""

    title: str
    values: tuple[tuple[str, str], ...]


def print_person_report(
    name: str, parts: Sequence[ReportPart], letterhead: Letterhead, *, date: dt.date, paper: str = "a4"
) -> Printed:
    """The parts in their order, in the window's language."""
    head = ListHead(
        title=_("What we hold about {name}").format(name=name),
        subtitle=_("Everything that {club} keeps of this person.").format(club=letterhead.name),
        club=letterhead.name,
        accent=letterhead.accent,
        language=window_texts().language,
        date=date,
        paper=paper,
    )
    columns = [Column(title=_("What"), share=3), Column(title=_("Value"), share=7, lines=12)]
    return print_sections(
        columns, [Section(title=part.title, rows=list(_rows(part))) for part in parts], head=head
    )


def _rows(part: ReportPart) -> Iterator[tuple[str, str]]:
    for name, value in part.values:
        lines = textwrap.wrap(value, _LONGEST, break_long_words=True) or [""]
        yield name, lines[0]
        yield from (("", line) for line in lines[1:])
