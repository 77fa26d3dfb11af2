"""Bundles for bulk post: by country and post code, small ones together, none torn apart."""

import datetime as dt

import pytest

from clubdesk.errors import Problem
from clubdesk.services import letters
from clubdesk.services.clubs import set_club
from clubdesk.services.workspace import Workspace
from tests.documents.reading import Paper
from tests.factories import person

DAY = dt.date(2026, 11, 2)


@pytest.fixture
def run(club: Workspace) -> int:
    """Twelve letters to 80…, three to 81…, two to 90…, eleven to 91…, two to Austria."""
    club.do(set_club, country="DE", language="de")
    people = []
    for start, count in (("80", 12), ("81", 3), ("90", 2), ("91", 11)):
        people += [person(club, f"P{start}{n}", "Ek", postcode=f"{start}{n:03}") for n in range(count)]
    people += [person(club, f"A{n}", "Ek", postcode="1010", city="Wien", country="AT") for n in range(2)]
    made = club.do(letters.prepare_run, people, on=DAY).run
    assert made
    return made


def test_small_areas_lie_together_and_the_order_is_kept(club: Workspace, run: int) -> None:
    found = club.read(letters.bundles, run)
    assert [(b.country, b.area, b.letters) for b in found] == [
        ("DE", "80", 12),
        ("DE", "", 5),
        ("DE", "91", 11),
        ("AT", "10", 2),
    ]
    pages = [page for b in found for page in range(b.first_page, b.last_page + 1)]
    assert pages == list(range(1, 31))
    rows = club.read(letters.letter_lines, club.read(letters.letter_ids, run))
    assert (found[1].first, found[1].last) == (rows[12].number, rows[16].number)


def test_another_rule(club: Workspace, run: int) -> None:
    found = club.read(letters.bundles, run, digits=1, smallest=1)
    assert [(b.area, b.letters) for b in found] == [("8", 15), ("9", 13), ("1", 2)]
    assert [b.letters for b in club.read(letters.bundles, run, digits=0)] == [28, 2]
    with pytest.raises(Problem):
        club.read(letters.bundles, run, digits=-1)


def test_the_list_has_a_slip_for_each_bundle(club: Workspace, run: int) -> None:
    paper = club.read(letters.print_bundles, run)
    read = Paper(paper.data)
    assert (paper.pages, paper.findings) == (5, ())
    assert "Zusammen" in read.text(0) and "30" in read.text(0) and "Österreich · 10…" in read.text(0)
    assert "Bund 2/4: gemischt" in read.text(2)


def test_cancelled_letters_are_in_no_bundle(club: Workspace, run: int) -> None:
    rows = club.read(letters.letter_lines, club.read(letters.letter_ids, run))
    club.do(letters.void_letters, [rows[0].id])
    assert club.read(letters.bundles, run)[0].letters == 11
