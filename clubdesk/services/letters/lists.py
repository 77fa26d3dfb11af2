"""The letters of a run as a list: all ids in order, and the lines of those that are looked at."""

from array import array
from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clubdesk.model.letters import Letter, Reply
from clubdesk.model.roster import RosterLine
from clubdesk.services.letters.returns import is_moved
from clubdesk.services.letters.runs import LetterRow

#: What the letters of a run can be sorted by; `number` is the order of the paper.
LETTER_SORTS: dict[str, Any] = {
    "number": Letter.position,
    "name": RosterLine.sort_name,
    "town": RosterLine.sort_town,
    "language": Letter.language,
    "answer": func.coalesce(Reply.answer, "~"),  # those without one come last
}


def letter_ids(
    session: Session, run_id: int, *, sort: str = "number", descending: bool = False
) -> "array[int]":
    """All letters of a run."""
    order = LETTER_SORTS[sort]
    query = (
        select(Letter.id)
        .join(RosterLine, RosterLine.person_id == Letter.person_id)
        .outerjoin(Reply, Reply.letter_id == Letter.id)
        .where(Letter.run_id == run_id)
        .order_by(order.desc() if descending else order, Letter.position)
    )
    return array("q", session.scalars(query))


def letter_lines(session: Session, ids: Sequence[int]) -> list[LetterRow]:
    """The lines of these letters, in the order of `ids`; letters that are gone are left out."""
    query = (
        select(Letter, RosterLine.name, Reply.answer, Reply.received_on)
        .join(RosterLine, RosterLine.person_id == Letter.person_id)
        .outerjoin(Reply, Reply.letter_id == Letter.id)
        .where(Letter.id.in_(ids))
    )
    rows = session.execute(query).all()
    moved = is_moved(session, [row[0] for row in rows])
    found = {
        letter.id: LetterRow(
            letter.id,
            letter.person_id,
            name,
            letter.number,
            letter.snapshot["town"],
            letter.language,
            answer or "",
            day,
            letter.voided_on,
            letter.returned_on,
            letter.returned_reason,
            moved[letter.id],
        )
        for letter, name, answer, day in rows
    }
    return [found[letter_id] for letter_id in ids if letter_id in found]
