"""What goes wrong before a letter is in the post: a sheet jams, a letter should not go out."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.model.letters import Letter, Reply
from clubdesk.services.letters.printing import letters_on_paper
from clubdesk.services.letters.runs import get_run
from clubdesk.services.today import today
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import describe


@change(N_("Spoiled sheets of {title}: {count}"))
def note_spoiled(session: Session, run_id: int, pages: Sequence[int]) -> None:
    """Count these pages of the run's PDF, from 1, as ruined by the printer; they are printed anew."""
    letters = letters_on_paper(session, run_id, pages)
    for letter in letters:
        letter.spoiled += 1
    describe(session, title=get_run(session, run_id).title, count=len(letters))


@change(N_("Letters cancelled: {count}"))
def void_letters(session: Session, letter_ids: Sequence[int], *, on: dt.date | None = None) -> None:
    """These letters don't count any more: their codes are refused and they aren't printed again."""
    answered = select(Reply.letter_id).where(Reply.letter_id.in_(letter_ids))
    if session.scalars(answered).first() is not None:
        raise Problem(_("A letter that was answered can't be cancelled."), _("Undo the reply first."))
    letters = session.scalars(select(Letter).where(Letter.id.in_(letter_ids), Letter.voided_on.is_(None)))
    count = 0
    for letter in letters:
        letter.voided_on = on or today()
        count += 1
    describe(session, count=count)


def parse_pages(text: str, *, last: int) -> list[int]:
    """The pages meant by "3, 113-140", of a PDF that has `last`; Problem for anything else."""
    pages: list[int] = []
    for part in text.replace("–", "-").replace(";", ",").split(","):
        first, _dash, end = (side.strip() for side in part.partition("-"))
        end = end or first
        if not (first.isdecimal() and end.isdecimal()) or not 0 < int(first) <= int(end) <= last:
            raise Problem(
                _("“{text}” names no pages.").format(text=text.strip()),
                _("Write them like this: 3, 113-140. The last page is {last}.").format(last=last),
            )
        pages += range(int(first), int(end) + 1)
    return pages
