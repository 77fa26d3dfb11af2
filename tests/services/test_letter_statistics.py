"""How letters were answered, by chapter."""

import datetime as dt

import pytest

from clubdesk.services import letters
from clubdesk.services.workspace import Workspace
from tests.documents.reading import Paper
from tests.factories import person
from tests.services.test_letters import DAY, codes_of


@pytest.fixture
def answered(club: Workspace) -> None:
    """Four letters of Munich and one of Nuremberg; three of them answered, one came back."""
    people = [person(club, f"P{n}", "Ek", postcode=f"8000{n}") for n in range(4)]
    people.append(person(club, "Q", "Ek", chapter="Nürnberg", postcode="90000"))
    run = club.do(letters.prepare_run, people, on=DAY).run
    assert run
    club.do(letters.mark_posted, run, on=DAY)
    codes = codes_of(club, run)
    club.do(letters.record_replies, codes[:1], on=DAY + dt.timedelta(days=4))
    club.do(letters.record_replies, codes[1:2], answer="refused", on=DAY + dt.timedelta(days=10))
    club.do(letters.record_replies, codes[4:], on=DAY + dt.timedelta(days=6))
    number = club.read(letters.letter_lines, club.read(letters.letter_ids, run))[2].number
    club.do(letters.record_returned, [number], on=DAY)


def test_each_chapter_and_all_together(club: Workspace, answered: None) -> None:
    found = club.read(letters.letter_statistics)
    munich, nuremberg = found.chapters
    assert (munich.chapter, munich.sent, munich.verified, munich.refused) == ("München", 4, 1, 1)
    assert (munich.returned, munich.open, munich.days, munich.rate) == (1, 1, 7, 0.5)
    assert (nuremberg.chapter, nuremberg.verified, nuremberg.days) == ("Nürnberg", 1, 6)
    assert (found.total.sent, found.total.answered, found.total.days) == (5, 3, 6)


def test_only_what_was_posted_then(club: Workspace, answered: None) -> None:
    after = DAY + dt.timedelta(days=1)
    assert club.read(letters.letter_statistics, since=after).total.sent == 0
    assert club.read(letters.letter_statistics, since=DAY, until=DAY).total.sent == 5


def test_the_sheet_has_a_line_a_chapter(club: Workspace, answered: None) -> None:
    text = Paper(club.read(letters.print_statistics).data).text()
    for said in ("München", "Nürnberg", "50 %", "100 %", "60 %", "Together"):
        assert said in text
