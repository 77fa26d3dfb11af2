"""How letters were answered, chapter by chapter: a sheet with bars for the meeting."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from clubdesk.documents.content import Letterhead, Printed
from clubdesk.documents.fields import dates, long_date
from clubdesk.documents.pen import Align
from clubdesk.documents.tables import Column, ListHead, Section, print_sections
from clubdesk.documents.template import load_template
from clubdesk.i18n import known_language


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterLine:
    """One chapter's letters; `rate` is the share answered, `days` the median until the answer."""

    chapter: str
    sent: int
    verified: int
    declined: int
    returned: int
    open: int
    rate: float
    days: int | None


_NUMBERS = ("sent", "verified", "declined", "returned", "open", "days")


def print_letter_statistics(
    chapters: Sequence[ChapterLine],
    total: ChapterLine,
    letterhead: Letterhead,
    *,
    date: dt.date,
    since: dt.date | None,
    until: dt.date | None,
    language: str,
    paper: str = "a4",
    tagged: bool = False,
) -> Printed:
    """A line a chapter, and one for all together."""
    language = known_language(language)
    words = load_template("statistics", language).texts
    columns = [
        Column(title=words["chapter"], share=5),
        *(Column(title=words[key], share=2, align=Align.RIGHT) for key in _NUMBERS),
        Column(title=words["rate"], share=5, bar=True),
    ]
    rows = [_row(line, line.chapter or words["no_chapter"]) for line in chapters]
    sections = [Section(rows=rows), Section(rows=[_row(total, words["total"])], title=words["together"])]
    head = ListHead(
        title=words["title"],
        subtitle=_period(since, until, date, language) or words["always"],
        club=letterhead.name,
        accent=letterhead.accent,
        language=language,
        date=date,
        paper=paper,
        tagged=tagged,
    )
    return print_sections(columns, sections, head=head)


def _row(line: ChapterLine, name: str) -> tuple[str, ...]:
    numbers = (line.sent, line.verified, line.declined, line.returned, line.open)
    days = "–" if line.days is None else str(line.days)
    return (name, *map(str, numbers), days, f"{line.rate:.4f}")


def _period(since: dt.date | None, until: dt.date | None, today: dt.date, language: str) -> str:
    if since is None:
        return f"– {long_date(until, language)}" if until else ""
    return dates([since, until or today], language)
