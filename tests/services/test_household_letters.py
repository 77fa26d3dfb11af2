"""Letters of a household in one envelope: each has a page, a code and a reply of their own."""

import datetime as dt

import pytest
from sqlalchemy import select

from clubdesk.model.letters import Letter
from clubdesk.services import letters
from clubdesk.services.addressees import addressees, addressees_of_run
from clubdesk.services.members import make_household, member_card, set_address, set_person
from clubdesk.services.workspace import Workspace
from tests.documents.reading import Paper
from tests.factories import owner
from tests.services.test_letters import codes_of

DAY = dt.date(2026, 11, 2)


@pytest.fixture
def couple(club: Workspace) -> list[int]:
    """Anna and Peter share a home; Karl, who lives elsewhere, belongs to them all the same."""
    people = [owner(club, given, "Großmüller") for given in ("Anna", "Peter", "Karl")]
    club.do(set_address, people[2], street="Am Anger 3", postcode="99999", city="Woanders")
    club.do(make_household, people)
    return people


def prepared(club: Workspace, people: list[int]) -> int:
    run = club.do(letters.prepare_run, people, per_household=True, on=DAY).run
    assert run
    return run


def texts_of_pages(data: bytes) -> list[str]:
    paper = Paper(data)
    return [paper.text(page) for page in range(paper.pages)]


def numbers(club: Workspace, run: int) -> list[str]:
    found = select(Letter.number).where(Letter.run_id == run).order_by(Letter.position)
    return club.read(lambda s: list(s.scalars(found)))


def test_one_envelope_names_those_who_live_together(club: Workspace, couple: list[int]) -> None:
    run = prepared(club, couple)
    printed = club.read(letters.print_run, run)
    anna, peter, karl = texts_of_pages(printed.data)
    for page in (anna, peter):
        assert page.count("Anna and Peter Großmüller") == 2  # window and salutation
    assert "Code of Peter Großmüller" in peter
    assert "Reply from Peter Großmüller" in peter
    assert "Anna" not in karl
    card = club.read(letters.run_card, run)
    assert (card.line.letters, card.envelopes) == (3, 2)
    assert club.read(letters.print_run, run, pages=[2]).pages == 1


def test_labels_and_bundles_count_envelopes(club: Workspace, couple: list[int]) -> None:
    run = prepared(club, couple)
    names = [one.name for one in club.read(addressees_of_run, run).people]
    assert names == ["Anna and Peter Großmüller", "Karl Großmüller"]
    assert club.read(addressees, couple, per_household=True) == club.read(addressees_of_run, run)
    assert sum(bundle.letters for bundle in club.read(letters.bundles, run)) == 2


def test_each_is_verified_by_their_own_code(club: Workspace, couple: list[int]) -> None:
    run = prepared(club, couple)
    club.do(letters.mark_posted, run, on=DAY)
    club.do(letters.record_replies, codes_of(club, run)[1:2], on=DAY)
    assert [club.read(member_card, one).status for one in couple] == ["posted", "verified", "posted"]


def test_an_envelope_that_came_back_brings_all_its_letters(club: Workspace, couple: list[int]) -> None:
    run = prepared(club, couple)
    club.do(letters.mark_posted, run, on=DAY)
    club.do(letters.record_returned, numbers(club, run)[:1], on=DAY)
    assert [club.read(member_card, one).status for one in couple] == ["returned", "returned", "posted"]
    club.undo()
    assert [club.read(member_card, one).status for one in couple] == ["posted"] * 3


def test_a_cancelled_letter_is_named_on_no_envelope(club: Workspace, couple: list[int]) -> None:
    run = prepared(club, couple)
    rows = club.read(letters.letter_ids, run)
    club.do(letters.void_letters, [rows[0]])
    page, _karl = texts_of_pages(club.read(letters.print_run, run).data)
    assert "Anna" not in page
    assert club.read(letters.run_card, run).envelopes == 2


def test_different_surnames_and_titles_have_a_line_each(club: Workspace, couple: list[int]) -> None:
    club.do(set_person, couple[1], surname="Krüger", title="Dr.")
    first = club.read(addressees_of_run, prepared(club, couple)).people[0]
    assert first.name == "Anna Großmüller and Peter Krüger"
    assert first.lines[:2] == ("Anna Großmüller", "Dr. Peter Krüger")


def test_the_preview_shows_the_envelope(club: Workspace, couple: list[int]) -> None:
    printed = club.read(letters.preview_letter, couple[1], among=couple)
    assert "Anna and Peter Großmüller" in texts_of_pages(printed.data)[0]
