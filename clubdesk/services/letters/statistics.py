"""How the letters of a time were answered, chapter by chapter."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.documents.content import Printed
from clubdesk.model.letters import Letter, LetterRun, Reply
from clubdesk.model.roster import RosterLine
from clubdesk.services.clubs import the_club
from clubdesk.services.letterhead import letterhead
from clubdesk.services.today import today


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterLetters:
    """The letters to the people of one chapter, "" for those in none.

    `sent` are posted and not cancelled; each is answered (`verified`, `refused`, `not_owner`), `returned` or
    still `open`. `days` is the median from the post to the answer, None without answers.
    """

    chapter: str
    sent: int
    verified: int
    refused: int
    not_owner: int
    returned: int
    open: int
    days: int | None

    @property
    def answered(self) -> int:
        return self.verified + self.refused + self.not_owner

    @property
    def rate(self) -> float:
        """The share that was answered, from 0 to 1."""
        return self.answered / self.sent if self.sent else 0.0


@dataclass(frozen=True, slots=True)
class LetterStatistics:
    """All letters together, and each chapter by name."""

    total: ChapterLetters
    chapters: tuple[ChapterLetters, ...]


def letter_statistics(
    session: Session, *, since: dt.date | None = None, until: dt.date | None = None
) -> LetterStatistics:
    """The letters posted from one day to another; all of them unless said."""
    query = (
        select(
            RosterLine.chapter,
            LetterRun.posted_on,
            Letter.returned_on,
            Reply.answer,
            Reply.received_on,
        )
        .select_from(Letter)
        .join(LetterRun)
        .join(RosterLine, RosterLine.person_id == Letter.person_id)
        .outerjoin(Reply, Reply.letter_id == Letter.id)
        .where(LetterRun.posted_on.is_not(None), Letter.voided_on.is_(None))
    )
    if since:
        query = query.where(LetterRun.posted_on >= since)
    if until:
        query = query.where(LetterRun.posted_on <= until)
    rows = session.execute(query).all()
    by_chapter: dict[str, list[Any]] = {}
    for row in rows:
        by_chapter.setdefault(row[0], []).append(row)
    names = sorted(by_chapter, key=lambda name: (not name, name.casefold()))
    chapters = [_counted(name, by_chapter[name]) for name in names]
    return LetterStatistics(_counted("", rows), tuple(chapters))


def print_statistics(
    session: Session,
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
    tagged: bool = False,
) -> Printed:
    """The same as a sheet for the meeting."""
    from clubdesk.documents.letter_statistics import ChapterLine, print_letter_statistics

    found = letter_statistics(session, since=since, until=until)
    lines = [
        ChapterLine(
            chapter=each.chapter,
            sent=each.sent,
            verified=each.verified,
            declined=each.refused + each.not_owner,
            returned=each.returned,
            open=each.open,
            rate=each.rate,
            days=each.days,
        )
        for each in (*found.chapters, found.total)
    ]
    return print_letter_statistics(
        lines[:-1],
        lines[-1],
        letterhead(session),
        date=today(),
        since=since,
        until=until,
        language=the_club(session).language,
        tagged=tagged,
    )


def _counted(chapter: str, rows: Sequence[Any]) -> ChapterLetters:
    answers = [row.answer for row in rows]
    returned = sum(1 for row in rows if row.returned_on and not row.answer)
    return ChapterLetters(
        chapter=chapter,
        sent=len(rows),
        verified=answers.count("verified"),
        refused=answers.count("refused"),
        not_owner=answers.count("not-owner"),
        returned=returned,
        open=sum(1 for row in rows if not row.answer and not row.returned_on),
        days=_median_days(rows),
    )


def _median_days(rows: Iterable[Any]) -> int | None:
    days = [(row.received_on - row.posted_on).days for row in rows if row.answer]
    return round(median(days)) if days else None
