"""Find people who are searched for with other words than those they are known by."""

import pytest

from clubdesk.services.checking import check_club, rebuild_roster
from clubdesk.services.members import (
    Search,
    Suggestion,
    did_you_mean,
    find_members,
    found_rows,
    member_rows,
    set_person,
)
from clubdesk.services.workspace import Workspace, change
from clubdesk.storage import search
from tests.factories import owner, person


@pytest.fixture
def people(club: Workspace) -> Workspace:
    owner(club, "Anna", "Großmüller", number="M-1042", phone="+49 89 1234567", notes="Grillt im Sommer")
    owner(club, "Øystein", "Sørensen", city="Oslo", country="NO", chapter="Oslo", model="Model Y")
    person(club, "小明", "王", city="上海", chapter="")
    return club


def names(club: Workspace, text: str) -> list[str]:
    return [row.name for row in club.read(member_rows, club.read(find_members, Search(text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("wangxm", []), ("wangxiaoming", ["王小明"]), ("wxm", ["王小明"]), ("shanghai", ["王小明"]),
        ("089 1234567", ["Anna Großmüller"]), ("m1042", ["Anna Großmüller"]),
        ("müller", ["Anna Großmüller"]),  # inside of a word, where no word begins so
        ("müller anna", ["Anna Großmüller"]), ("rensen oslo", ["Øystein Sørensen"]), ("müller oslo", []),
        ("234567", ["Anna Großmüller"]), ("üb", []),
    ],
)  # fmt: skip
def test_found(people: Workspace, text: str, found: list[str]) -> None:
    assert names(people, text) == found


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Grosmüler", Suggestion("Großmüller", 1)), ("sorenson", Suggestion("Sørensen", 1)),
        ("ana großmuler", Suggestion("Anna Großmüller", 1)), ("olso", Suggestion("Oslo", 1)),
        ("xyzzy", None), ("12345678", None), ("", None), ("anna oslo", None),
    ],
)  # fmt: skip
def test_did_you_mean(people: Workspace, text: str, meant: Suggestion | None) -> None:
    assert people.read(did_you_mean, Search(text)) == meant


def test_a_suggestion_passes_the_chips(people: Workspace) -> None:
    assert people.read(did_you_mean, Search("sorenson", chapters=("München",))) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1234567", "phone +49 89 1234567"), ("089 123", "phone +49 89 1234567"),
        ("leopold", "Leopoldstraße 12"), ("anna", ""), ("grillt", "note: Grillt im Sommer"),
    ],
)  # fmt: skip
def test_why_somebody_is_found(people: Workspace, text: str, reason: str) -> None:
    anna = people.read(find_members, Search("anna"))
    assert [why for _row, why in people.read(found_rows, anna, text)] == [reason]


def test_a_name_found_by_pinyin_says_so_beside_nothing_else(people: Workspace) -> None:
    [wang] = people.read(find_members, Search("wxm"))
    assert [why for _row, why in people.read(found_rows, [wang], "shanghai")] == ["上海"]


def test_the_index_is_never_stale(people: Workspace) -> None:
    [wang] = people.read(find_members, Search("wxm"))
    people.do(set_person, wang, surname="李")
    assert names(people, "lixiaoming") == ["李小明"]
    assert names(people, "wangxiaoming") == []
    people.undo()
    assert names(people, "wangxiaoming") == ["王小明"]


def test_a_spoiled_index_is_mended(people: Workspace) -> None:
    people.do(_forget_all)
    assert names(people, "anna") == []
    assert people.read(check_club) != []
    people.do(rebuild_roster)
    assert names(people, "anna") == ["Anna Großmüller"]
    assert people.read(check_club) == []


@change("Spoil the index")
def _forget_all(session: object) -> None:
    search.forget(session, [1, 2, 3])  # type: ignore[arg-type]
