"""Who may be in the roster twice, and one person made of two entries."""

import datetime as dt
from pathlib import Path

import pytest

from clubdesk.errors import Cancelled, Problem
from clubdesk.services.checking import check_club
from clubdesk.services.letters import verify_person
from clubdesk.services.members import Search, add_vehicle, count_people, find_members, member_card, set_person
from clubdesk.services.members.bin import bin_lines
from clubdesk.services.members.duplicates import Duplicate, find_duplicates, plain_name
from clubdesk.services.members.merging import merge_people
from clubdesk.services.progress import Progress
from clubdesk.services.sample import create_sample
from clubdesk.services.vehicles import count_vehicles
from clubdesk.services.workspace import Workspace
from tests.factories import person

VIN = "5YFB4MDE8PP030258"


def pairs(club: Workspace) -> list[tuple[int, int]]:
    return [(pair.first, pair.second) for pair in club.read(find_duplicates)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"given": "Anna", "surname": "Großmüller"}, {"given": "Anna", "surname": "Grossmueller"}),
        ({"given": "A.", "surname": "Müller"}, {"given": "Anna", "surname": "Mueller"}),
        ({"given": "Wei", "surname": "Wang"}, {"given": "伟", "surname": "王"}),
        ({"given": "Øystein", "surname": "Ødegård"}, {"given": "Odegaard", "surname": "Oystein"}),
        (
            {
                "given": "Иван",
                "surname": "Петров",
                "postcode": "1",
                "city": "Oslo",
                "mobile": "+49 170 1234567",
            },
            {"given": "Ivan", "surname": "Petrov", "phone": "0170/1234567"},
        ),
    ],
)
def test_the_same_person_twice(club: Workspace, one: dict[str, str], other: dict[str, str]) -> None:
    ids = [person(club, **one), person(club, **other)]
    assert pairs(club) == [tuple(ids)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"given": "Anna", "email": "home@example.org"}, {"given": "Bernd", "email": "home@example.org"}),
        ({"given": "Anna", "birth": dt.date(1980, 1, 1)}, {"given": "Anna", "birth": dt.date(2010, 1, 1)}),
        ({"given": "Anna"}, {"given": "Anna", "postcode": "10115", "city": "Berlin"}),
    ],
)
def test_different_people(club: Workspace, one: dict[str, object], other: dict[str, object]) -> None:
    person(club, **one), person(club, **other)  # type: ignore[arg-type]
    assert pairs(club) == []


def test_a_household_is_no_duplicate(club: Workspace) -> None:
    senior, junior = person(club), person(club)
    assert pairs(club) == [(senior, junior)]
    for each in (senior, junior):
        club.do(set_person, each, household="Großmüller")
    assert pairs(club) == []


def test_what_both_have_is_told_and_the_search_can_be_cancelled(club: Workspace) -> None:
    one, other = person(club, email="a@example.org"), person(club, email="A@example.org")
    assert club.read(find_duplicates) == [
        Duplicate(one, "Anna Großmüller", other, "Anna Großmüller", 0.975, ("email", "place"))
    ]
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        club.read(find_duplicates, progress=progress)


def test_one_person_has_everything_and_undo_parts_them(club: Workspace) -> None:
    kept = person(club, number="7", email="old@example.org")
    gone = person(club, "Anna", "Grossmueller", email="new@example.org", phone="089 1", street="Neue Str. 1")
    for each in (kept, gone):
        club.do(add_vehicle, each, model="Corolla", vin=VIN)
    club.do(verify_person, gone, evidence="card")
    before = club.read(member_card, kept), club.read(member_card, gone)
    club.do(merge_people, kept, gone, take=("email", "address"))
    card = club.read(member_card, kept)
    assert (card.values["email"], card.values["phone"], card.values["surname"]) == (
        "new@example.org",
        "089 1",
        "Großmüller",
    )
    assert (card.address["street"], card.status) == ("Neue Str. 1", "verified")
    assert (len(card.vehicles), len(card.memberships), club.read(count_vehicles)) == (1, 1, 1)
    assert club.read(bin_lines) == []
    assert (club.read(count_people), list(club.read(find_members, Search("grossmueller")))) == (1, [kept])
    club.undo()
    assert (club.read(member_card, kept), club.read(member_card, gone)) == before


def test_printed_codes_go_on_working(tmp_path: Path) -> None:
    with create_sample(tmp_path / "sample.clubdesk", "Anna") as club:
        one, other = list(club.read(find_members, Search(statuses=("posted",))))[:2]
        letters = {letter.id for each in (one, other) for letter in club.read(member_card, each).letters}
        club.do(merge_people, one, other)
        assert {letter.id for letter in club.read(member_card, one).letters} == letters
        assert club.read(check_club) == []


def test_nobody_is_merged_with_themselves(club: Workspace) -> None:
    kept, other = person(club), person(club)
    with pytest.raises(Problem, match="one and the same"):
        club.do(merge_people, kept, kept)
    with pytest.raises(Problem, match="no field"):
        club.do(merge_people, kept, other, take=("shoe size",))


def test_names_in_plain_letters() -> None:
    assert plain_name("Müller") == plain_name("Mueller") == "muller"
    assert plain_name("王伟") == "wang wei"
