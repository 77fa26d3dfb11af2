"""Give letters and invitations their codes, and find them again by one."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.model.codes import code_index, derive_code
from clubdesk.model.events import Invitation
from clubdesk.model.letters import Letter
from clubdesk.services.chunks import chunks


@dataclass(frozen=True, slots=True)
class FreshCode:
    """A code nobody else has, with its fingerprint and the turn from which it comes again."""

    code: str
    turn: int
    index: bytes


def fresh_codes(session: Session, key: bytes, row_ids: Sequence[int]) -> list[FreshCode]:
    """One code for each letter or invitation; a code that is out already is derived anew."""
    found: list[FreshCode] = []
    for ids in chunks(row_ids):
        first = [_code(key, row_id, 0) for row_id in ids]
        taken = _taken(session, [code.index for code in first])
        for row_id, code in zip(ids, first, strict=True):
            while code.index in taken:
                code = _code(key, row_id, code.turn + 1)
            taken.add(code.index)
            found.append(code)
    return found


def _code(key: bytes, row_id: int, turn: int) -> FreshCode:
    code = derive_code(key, row_id, turn=turn)
    return FreshCode(code, turn, code_index(key, code))


def _taken(session: Session, indexes: Sequence[bytes]) -> set[bytes]:
    tables = (Letter.code_index, Invitation.code_index)
    return {
        index for column in tables for index in session.scalars(select(column).where(column.in_(indexes)))
    }


def used_counts(session: Session, letter: str, year: int) -> int:
    """The highest count among the numbers of that letter and year (L-26-0311-7 -> 311)."""
    column = Letter.number if letter == "L" else Invitation.number
    row_id = Letter.id if letter == "L" else Invitation.id
    prefix = f"{letter}-{year % 100:02d}-"
    newest = session.scalar(select(column).where(column.startswith(prefix)).order_by(row_id.desc()).limit(1))
    return int(newest.split("-")[2]) if newest else 0
