"""What people call somebody or something on the command line: by id, number or name."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.model.folding import fold
from clubdesk.model.letters import Letter
from clubdesk.services.clubs import chapters
from clubdesk.services.events.cards import events
from clubdesk.services.letters.returns import read_number
from clubdesk.services.letters.runs import runs
from clubdesk.services.member_list import MemberRow, Search
from clubdesk.services.members.finding import find_members, member_rows

T = TypeVar("T")
SHOWN = 5  # candidates that a message names


def find_person(session: Session, text: str) -> int:
    """A person by id, member number or name; Problem when there is none or more than one."""
    wanted = fold(text.strip())
    if found := member_rows(session, _ids(wanted)):
        return found[0].id
    rows = member_rows(session, find_members(session, Search(text)))
    numbered = [row for row in rows if wanted and fold(row.number) == wanted]
    named = numbered or _best(rows, wanted, name=lambda row: row.name)
    if not named:
        raise Problem(
            _("There is nobody “{text}” in the roster.").format(text=text),
            _("Give the member number, the name or the id."),
        )
    return _only(named, text, shown=_person).id


def find_event(session: Session, text: str) -> int:
    """An event by id, title or a part of the title; Problem when there is none or more than one."""
    lines, wanted = events(session), fold(text.strip())
    found = [line for line in lines if line.id in _ids(wanted)] or _best(
        lines, wanted, name=lambda line: line.title
    )
    if not found:
        raise Problem(
            _("There is no event “{text}”.").format(text=text), _("Look at them with: clubdesk events list")
        )
    return _only(found, text, shown=lambda line: f"{line.title} ({line.first_day})").id


def find_letters(session: Session, numbers: Sequence[str]) -> dict[str, int]:
    """Letters by the numbers in their windows: the id of each; Problem for one that leads to none."""
    found = {}
    for typed in numbers:
        number = read_number(typed)
        letter = session.scalar(select(Letter.id).where(Letter.number == number)) if number else None
        if number is None or letter is None:
            raise Problem(
                _("There is no letter “{text}”.").format(text=typed), _("Compare the number with the letter.")
            )
        found[number] = letter
    return found


def find_run(session: Session, text: str) -> int:
    """A letter run by id or number: 3, or 2027-3 where more years have one."""
    lines, wanted = runs(session), text.strip()
    found = [line for line in lines if wanted in (str(line.id), f"{line.dated.year}-{line.number}")]
    found = found or [line for line in lines if wanted == str(line.number)]
    if not found:
        raise Problem(
            _("There is no letter run {run}.").format(run=text), _("Look at them with: clubdesk letters runs")
        )
    return _only(found, text, shown=lambda line: f"{line.dated.year}-{line.number}").id


def find_chapter(session: Session, text: str) -> str:
    """The name of a chapter as the club writes it; Problem when there is none."""
    names = [chapter.name for chapter in chapters(session)]
    found = _best(names, fold(text.strip()), name=str)
    if not found:
        raise Problem(
            _("There is no chapter “{text}”.").format(text=text),
            _("There are: {names}.").format(names=", ".join(names)) if names else "",
        )
    return _only(found, text, shown=str)


def _ids(text: str) -> list[int]:
    """The id that a text is, if it can be one."""
    return [int(text)] if text.isdecimal() and int(text) < 2**63 else []


def _best(things: Iterable[T], wanted: str, *, name: Callable[[T], str]) -> list[T]:
    """Those called exactly so, else those whose name has every word."""
    named = [(fold(name(thing)), thing) for thing in things]
    words = wanted.split()
    return [thing for called, thing in named if called == wanted] or [
        thing for called, thing in named if words and all(word in called for word in words)
    ]


def _only(found: Sequence[T], text: str, *, shown: Callable[[T], str]) -> T:
    if len(found) == 1:
        return found[0]
    names = ", ".join(shown(thing) for thing in found[:SHOWN])
    more = ", …" if len(found) > SHOWN else ""
    raise Problem(
        _("“{text}” could mean: {names}.").format(text=text, names=names + more), _("Write more of it.")
    )


def _person(row: MemberRow) -> str:
    return f"{row.name} ({row.number})" if row.number else row.name
