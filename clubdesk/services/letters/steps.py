"""The way of a run: printed, posted, closed; or deleted before it went out."""

import datetime as dt

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _, window_texts
from clubdesk.model.letters import Letter, Reply
from clubdesk.services.letters.runs import get_run
from clubdesk.services.today import today
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import describe


@change(N_("Letter run {title} printed"))
def mark_printed(session: Session, run_id: int, *, on: dt.date | None = None) -> None:
    """Note that the PDF of a run was made; a later reprint keeps the first day."""
    run = get_run(session, run_id)
    run.printed_on = run.printed_on or on or today()
    describe(session, title=run.title)


@change(N_("Letter run {title} posted"))
def mark_posted(session: Session, run_id: int, *, on: dt.date | None = None) -> None:
    """Note that a run went to the post; from then on its letters are out."""
    run = get_run(session, run_id)
    if run.posted_on:
        day = window_texts().short_date(run.posted_on)
        raise Problem(
            _("This run was posted on {day} already.").format(day=day),
            _("Undo that if it was wrong."),
        )
    run.printed_on = run.printed_on or on or today()
    run.posted_on = on or today()
    describe(session, title=run.title)


@change(N_("Delete letter run {title}"))
def delete_run(session: Session, run_id: int) -> None:
    """Take a run back that was never posted; Problem for one that was, or that somebody answered."""
    run = get_run(session, run_id)
    answered = select(Reply.id).join(Letter).where(Letter.run_id == run_id)
    if run.posted_on or session.scalars(answered).first():
        raise Problem(_("A posted run can't be deleted: its letters are out."))
    for letter in session.scalars(select(Letter).where(Letter.run_id == run_id)):
        session.delete(letter)
    session.flush()
    session.delete(run)
    describe(session, title=run.title)


@change(N_("Letter run {title} closed"))
def close_run(session: Session, run_id: int, *, on: dt.date | None = None) -> None:
    """Nobody waits for its replies any more; a late one is recorded all the same until its code expires."""
    run = get_run(session, run_id)
    if run.posted_on is None:
        raise Problem(_("This run was never posted."), _("Post it, or delete it."))
    run.closed_on = run.closed_on or on or today()
    describe(session, title=run.title)
