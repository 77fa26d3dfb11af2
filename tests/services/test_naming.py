import pytest

from clubdesk.errors import Problem
from clubdesk.services.naming import find_chapter, find_person
from clubdesk.services.workspace import Workspace
from tests.factories import person


def test_a_person_by_id_number_or_name(club: Workspace) -> None:
    anna = person(club, "Anna", "Großmüller", number="A-7")
    bo = person(club, "Bjørn", "Ødegård", number="12", notes="knows Anna from school")
    for text in (str(anna), "a-7", "Anna Großmüller", "grossmuller", "anna"):
        assert club.read(find_person, text) == anna
    for text in ("12", "odegard", "Bjorn Odegard", " Bjørn "):
        assert club.read(find_person, text) == bo


@pytest.mark.parametrize("text", ["", "Leopoldstraße", "München", "school", "99", "9" * 30, "²"])
def test_what_is_no_name_finds_nobody(club: Workspace, text: str) -> None:
    person(club, notes="school")
    with pytest.raises(Problem, match="There is nobody"):
        club.read(find_person, text)


def test_two_of_a_name_are_told_apart(club: Workspace) -> None:
    person(club, "Anna", "Berg", number="1")
    longer = person(club, "Anna", "Bergmann", number="2")
    assert club.read(find_person, "Anna Bergmann") == longer
    assert club.read(find_person, "Anna Berg") != longer
    with pytest.raises(Problem, match=r"could mean: Anna Berg \(1\), Anna Bergmann \(2\)"):
        club.read(find_person, "Anna")


def test_a_chapter_as_the_club_writes_it(club: Workspace) -> None:
    person(club, chapter="Nürnberg")
    assert club.read(find_chapter, "nurnberg") == "Nürnberg"
