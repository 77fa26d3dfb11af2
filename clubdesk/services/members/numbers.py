"""Member numbers by the club's pattern, such as {chapter}-{n:4}: the next free one, and those taken twice."""

import re

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.model.clubs import Chapter
from clubdesk.model.folding import fold
from clubdesk.model.persons import Person
from clubdesk.services.clubs import the_club
from clubdesk.services.today import today

RUNNING = "{n}"  # of a club that has no pattern
_PART = re.compile(r"\{(n(?::\d)?|year|chapter)\}")


def checked_pattern(text: str) -> str:
    """The pattern as it is kept; Problem when no number could be made by it."""
    pattern = text.strip()
    if not pattern:
        return ""
    rest = _PART.sub("", pattern)
    if len(re.findall(r"\{n(?::\d)?\}", pattern)) != 1 or "{" in rest or "}" in rest:
        raise Problem(
            _("“{text}” can't make member numbers.").format(text=text),
            _("Write it like {example}; known are {parts}.").format(
                example="{chapter}-{n:4}", parts="{n}, {n:4}, {year}, {chapter}"
            ),
        )
    return pattern


def next_number(session: Session, *, chapter: str = "") -> str:
    """The next free number by the club's pattern; each chapter and each year counts for itself."""
    before, width, after = _around(session, chapter)
    like = Person.number.startswith(before, autoescape=True)
    taken = re.compile(re.escape(before) + r"(\d+)" + re.escape(after))
    highest = 0
    for number in session.scalars(select(Person.number).where(like, Person.number != "")):
        if found := taken.fullmatch(number):
            highest = max(highest, int(found[1]))
    return f"{before}{highest + 1:0{width}d}{after}"


def taken_by(session: Session, number: str, *, but: int = 0) -> str:
    """The name of somebody else who has this number; empty when it is free."""
    from clubdesk.storage.roster import shown_name

    if not number:
        return ""
    same = func.lower(Person.number) == number.lower()
    other = session.scalars(select(Person).where(same, Person.id != but)).first()
    return shown_name(other) if other else ""


def _around(session: Session, chapter: str) -> tuple[str, int, str]:
    """What stands before the running number, how many digits it has, and what stands after it."""
    pattern = the_club(session).number_pattern or RUNNING
    said = pattern.replace("{year}", str(today().year)).replace("{chapter}", _short(session, chapter))
    found = re.search(r"\{n(?::(\d))?\}", said)
    assert found
    return said[: found.start()], int(found[1] or 1), said[found.end() :]


def _short(session: Session, chapter: str) -> str:
    """How a chapter stands in numbers: its short name, else its first three letters."""
    named = select(Chapter.short).where(func.lower(Chapter.name) == chapter.lower())
    short = session.scalars(named).first()
    return short or "".join(char for char in fold(chapter) if char.isalnum())[:3].upper()
