"""Bundles for bulk post: the letters of a run by country and post code, in the order they are printed in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy.orm import Session

from clubdesk.documents.content import Printed
from clubdesk.documents.layouts import layout_named
from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.model.letters import Letter
from clubdesk.services.clubs import the_club
from clubdesk.services.letterhead import letterhead
from clubdesk.services.letters.envelopes import envelopes_of
from clubdesk.services.letters.printing import letters_on_paper
from clubdesk.services.letters.runs import get_run
from clubdesk.services.today import today

DIGITS, SMALLEST = 2, 10
"""Characters of the post code that make an area, and how many letters a bundle has at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Letters that lie behind each other. `area` is the beginning of their post codes, "" for mixed ones.

    `first` and `last` are letter numbers, the pages are those of the PDF.
    """

    country: str
    area: str
    letters: int
    first: str
    last: str
    first_page: int
    last_page: int


def bundles(session: Session, run_id: int, *, digits: int = DIGITS, smallest: int = SMALLEST) -> list[Bundle]:
    """The bundles of a run in the order of its letters.

    Neighbouring areas with fewer letters than `smallest` lie together in a mixed bundle of their country.
    """
    if not 0 <= digits <= 10 or smallest < 1:
        raise Problem(
            _("Bundles can't be made like this."), _("Give 0 to 10 digits, and at least one letter.")
        )
    pages = list(enumerate(letters_on_paper(session, run_id), 1))
    home = the_club(session).country
    found: list[Bundle] = []
    for country, of_country in groupby(pages, key=lambda page: _country(page[1], home)):
        areas = [list(some) for _area, some in groupby(of_country, key=lambda p: _area(p[1], digits))]
        found += [_bundle(country, some, digits) for some in _together(areas, smallest)]
    return found


def _country(letter: Letter, home: str) -> str:
    return str(letter.snapshot.get("country") or home)


def _area(letter: Letter, digits: int) -> str:
    return str(letter.snapshot.get("postcode", "")).strip().upper()[:digits].rstrip()


Pages = list[tuple[int, Letter]]


def _together(areas: Sequence[Pages], smallest: int) -> Iterator[Pages]:
    """Areas that are large enough by themselves; small ones joined with the small ones beside them."""
    small: Pages = []
    for area in areas:
        if len(area) >= smallest:
            if small:
                yield small
                small = []
            yield area
        else:
            small = small + area
    if small:
        yield small


def _bundle(country: str, pages: Pages, digits: int) -> Bundle:
    areas = {_area(letter, digits) for _page, letter in pages}
    (first_page, first), (last_page, last) = pages[0], pages[-1]
    return Bundle(
        country=country,
        area=areas.pop() if len(areas) == 1 else "",
        letters=len(envelopes_of(letter for _page, letter in pages)),
        first=first.number,
        last=last.number,
        first_page=first_page,
        last_page=last_page,
    )


def print_bundles(
    session: Session,
    run_id: int,
    *,
    digits: int = DIGITS,
    smallest: int = SMALLEST,
    tagged: bool = False,
) -> Printed:
    """The list of bundles for the post, and a slip to lay on each of them."""
    from clubdesk.documents.bundle_list import BundleLine, print_bundle_list

    club, run = the_club(session), get_run(session, run_id)
    lines = [
        BundleLine(
            country="" if found.country == club.country else found.country,
            area=found.area,
            letters=found.letters,
            numbers=(found.first, found.last),
            pages=(found.first_page, found.last_page),
        )
        for found in bundles(session, run_id, digits=digits, smallest=smallest)
    ]
    return print_bundle_list(
        lines,
        letterhead(session),
        run=run.title,
        date=today(),
        language=club.language,
        paper=layout_named(run.layout).paper,
        tagged=tagged,
    )
