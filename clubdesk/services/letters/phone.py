"""Replies by phone: who says on the phone what the slip would say, without the code."""

import datetime as dt

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.model.letters import Letter, Reply
from clubdesk.services.letters.replies import ReplyResult, check_answer, name_of, record_answer
from clubdesk.services.today import today
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import describe


@change(N_("Reply of {name} by phone"))
def record_by_phone(
    session: Session, person_id: int, *, answer: str, asked_by: str, on: dt.date | None = None
) -> ReplyResult:
    """Record the answer to a person's newest letter that has none; `asked_by` is who spoke with them.

    Problem when no letter waits for an answer, or nobody is named: the evidence must have a source.
    """
    check_answer(answer)
    day, name = on or today(), name_of(session, person_id)
    if not asked_by.strip():
        raise Problem(_("Say who spoke with {name}.").format(name=name), _("It is kept as the evidence."))
    letter = _open_letter(session, person_id, day)
    if letter is None:
        raise Problem(
            _("No letter to {name} waits for an answer.").format(name=name),
            _("Write a new letter, or note in their pane what else proves it."),
        )
    describe(session, name=name)
    return record_answer(session, letter, answer=answer, day=day, way="phone", note=asked_by)


def _open_letter(session: Session, person_id: int, day: dt.date) -> Letter | None:
    open_ones = (
        select(Letter)
        .where(Letter.person_id == person_id, Letter.voided_on.is_(None), Letter.expires >= day)
        .where(~exists().where(Reply.letter_id == Letter.id))
        .order_by(Letter.id.desc())
    )
    return session.scalars(open_ones).first()
