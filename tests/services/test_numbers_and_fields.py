"""Member numbers by the club's pattern, and fields that the club defines."""

import pytest

from clubdesk.errors import Problem
from clubdesk.model.custom import sort_value
from clubdesk.services.clubs import set_club
from clubdesk.services.members import (
    Search,
    add_custom_field,
    custom_fields,
    delete_people,
    find_members,
    member_card,
    next_number,
    remove_custom_field,
    set_custom_field,
    set_custom_value,
    taken_by,
)
from clubdesk.services.today import today
from clubdesk.services.workspace import Workspace
from tests.factories import person


@pytest.mark.parametrize(
    ("pattern", "known", "following"),
    [
        ("", "1042", "1043"),
        ("{chapter}-{n:4}", "MUN-0009", "MUN-0010"),
        ("{chapter}-{n:4}", "OSL-0009", "MUN-0001"),
        ("{year}/{n}", "2001/7", f"{today().year}/1"),
        ("M{n:3}x", "M999x", "M1000x"),
    ],
)
def test_the_next_number(club: Workspace, pattern: str, known: str, following: str) -> None:
    club.do(set_club, number_pattern=pattern)
    person(club, number=known)
    assert club.read(next_number, chapter="München") == following


@pytest.mark.parametrize("pattern", ["{chapter}", "{n}{n}", "{n", "{0.__class__}{n}", "{n:12}"])
def test_a_pattern_that_makes_no_numbers_is_refused(club: Workspace, pattern: str) -> None:
    with pytest.raises(Problem, match="can't make"):
        club.do(set_club, number_pattern=pattern)


def test_a_number_is_told_to_be_taken(club: Workspace) -> None:
    anna = person(club, number="A1")
    assert club.read(taken_by, "a1") == "Anna Großmüller"
    assert club.read(taken_by, "a1", but=anna) == ""


def value(club: Workspace, who: int) -> list[str]:
    return [value for _field, value in club.read(member_card, who).custom]


def test_a_field_of_the_club_is_filled_found_and_undone(club: Workspace) -> None:
    anna, bo = person(club), person(club, "Bo", "Berg")
    shirt = club.do(add_custom_field, name="T-shirt", kind="choice", choices=["S", "Medium", " "])
    club.do(set_custom_value, anna, field=shirt, value="medium")
    assert value(club, anna) == ["Medium"]
    assert list(club.read(find_members, Search("medium"))) == [anna]
    with pytest.raises(Problem, match="can't be chosen"):
        club.do(set_custom_value, bo, field=shirt, value="XXL")
    club.do(set_custom_field, shirt, name="Shirt")
    club.do(remove_custom_field, shirt)
    assert not club.read(custom_fields)
    assert not club.read(find_members, Search("medium"))
    club.undo()
    assert value(club, anna) == ["Medium"]
    club.do(delete_people, [anna])
    club.undo()
    assert value(club, anna) == ["Medium"]


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [("number", "12,5", "12.5"), ("date", today(), today().isoformat()), ("yesno", True, "yes"),
     ("yesno", False, ""), ("text", "  a ", "a")],
)  # fmt: skip
def test_values_are_kept_in_one_form(club: Workspace, kind: str, typed: object, kept: str) -> None:
    anna = person(club)
    field = club.do(add_custom_field, name="Field", kind=kind)
    club.do(set_custom_value, anna, field=field, value=typed)
    assert value(club, anna) == [kept]
    club.do(set_custom_value, anna, field=field, value="")
    assert value(club, anna) == [""]


@pytest.mark.parametrize(("kind", "typed"), [("number", "many"), ("date", "soon")])
def test_values_that_can_t_be_are_refused(club: Workspace, kind: str, typed: str) -> None:
    anna = person(club)
    field = club.do(add_custom_field, name="Field", kind=kind)
    with pytest.raises(Problem):
        club.do(set_custom_value, anna, field=field, value=typed)


@pytest.mark.parametrize(
    ("name", "kind"), [("", "text"), ("field", "text"), ("x", "poem"), ("x", "choice"), ("a{b", "text")]
)
def test_fields_that_can_t_be_are_refused(club: Workspace, name: str, kind: str) -> None:
    club.do(add_custom_field, name="Field")
    with pytest.raises(Problem):
        club.do(add_custom_field, name=name, kind=kind)


def test_numbers_sort_by_their_size() -> None:
    numbers = ["-10.5", "-10", "-3", "0", "2.05", "2.5", "10"]
    assert sorted(numbers, key=lambda number: sort_value("number", number)) == numbers
