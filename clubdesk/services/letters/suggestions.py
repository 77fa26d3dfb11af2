"""Which code was meant: those one slip of the finger away that open a letter of this club.

Only codes near what was typed are tried, by their fingerprints; nothing lists the codes there are.
"""

import datetime as dt
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.model.codes import ALPHABET, LENGTH, code_index, read_code
from clubdesk.model.letters import Letter
from clubdesk.services.clubs import club_key
from clubdesk.services.letters.replies import ReplyResult, look_up_code
from clubdesk.services.today import today

MOST = 3  # suggestions that are shown


def suggest_codes(session: Session, typed: str, *, on: dt.date | None = None) -> list[ReplyResult]:
    """The open codes that differ from a mistyped one by a symbol or by two swapped neighbours.

    At most MOST, each with the person's name; none when the code was not mistyped or isn't whole.
    """
    symbols = [symbol for symbol in typed.upper() if symbol.isalnum()]
    if len(symbols) != LENGTH or read_code(typed):
        return []
    key = club_key(session)
    near = {code_index(key, code): code for code in _near(symbols)}
    known = session.scalars(select(Letter.code_index).where(Letter.code_index.in_(near)))
    day = on or today()
    found = [look_up_code(session, near[index], on=day) for index in known]
    return [result for result in found if result.result == "open"][:MOST]


def _near(symbols: list[str]) -> Iterator[str]:
    """The codes one edit away whose check symbol fits: hardly more than one for each place."""
    for place in range(LENGTH):
        for symbol in ALPHABET:
            yield from _valid([*symbols[:place], symbol, *symbols[place + 1 :]])
    for place in range(LENGTH - 1):
        first, second = symbols[place : place + 2]
        yield from _valid([*symbols[:place], second, first, *symbols[place + 2 :]])


def _valid(symbols: list[str]) -> Iterator[str]:
    code = read_code("".join(symbols))
    if code:
        yield code
