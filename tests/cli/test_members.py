from pathlib import Path

import pytest

from clubdesk.cli.output import printable
from tests.cli.conftest import Run, names

KEYS = {
    "id", "number", "name", "given", "surname", "street", "postcode", "city", "country", "email", "phone",
    "birth", "joined", "chapter", "status", "vehicles",
}  # fmt: skip


def test_members_as_json(run: Run, small: Path) -> None:
    anna = run("members", "grossmuller", "--json", club=small).json[0]
    assert anna.keys() >= KEYS
    assert (anna["name"], anna["birth"], anna["status"]) == ("Anna Großmüller", "1984-03-12", "unverified")
    assert anna["vehicles"] == [{"model": "Model 3 Performance", "vin": "", "plate": ""}]
    assert isinstance(anna["id"], int)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([], ["Anna Großmüller", "Nobody Knows", "Bjørn Ødegård", "陈静"]),
        (["odegard"], ["Bjørn Ødegård"]),
        (["performance", "bjorn"], ["Bjørn Ødegård"]),
        (["陈"], ["陈静"]),
        (["--chapter", "nurnberg"], ["陈静"]),
        (["--status", "verified"], []),
        (
            ["--status", "verified", "--status", "unverified", "--chapter", "München", "anna"],
            ["Anna Großmüller"],
        ),
    ],
)
def test_searching(run: Run, small: Path, words: list[str], found: list[str]) -> None:
    assert names(run("members", *words, "--json", club=small).json) == found


def test_members_as_a_table(run: Run, small: Path) -> None:
    said = run("members", club=small)
    assert "7  Anna Großmüller" in said.out
    assert said.out.endswith("4 people of 4.\n")
    assert "\x1b" not in said.out


def test_a_table_on_a_narrow_terminal_breaks_no_name(
    run: Run, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    said = run("members", club=small)
    assert max(map(len, said.out.splitlines())) <= 80
    assert "Großmüller" in said.out


def test_an_unknown_chapter_or_status(run: Run, small: Path) -> None:
    chapter = run("members", "--chapter", "Wien", club=small)
    assert chapter.code == 1
    assert "There are: München, Nürnberg" in chapter.err
    assert run("members", "--status", "sleepy", club=small).code == 2


def test_a_name_is_neither_markup_nor_steers_the_terminal(run: Run, empty: Path, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Given name,Surname\nAnna,[bold]Berg :smile:\n", encoding="utf-8")
    assert run("import", file, club=empty).code == 0
    assert "Anna [bold]Berg :smile:" in run("members", club=empty).out
    assert printable("a\x1b[2Jb\nc") == "a�[2Jb\nc"


def test_a_long_list_is_cut_and_says_so(run: Run, small: Path) -> None:
    said = run("members", "--limit", 2, club=small).out
    assert "These are the first 2" in said
    assert said.count("unverified") == 2
    assert len(run("members", "--limit", 2, "--json", club=small).json) == 2


def test_a_member_is_added_changed_and_shown(run: Run, small: Path) -> None:
    added = run(
        "members", "add", "given=Bo", "surname=Lund", "chapter=Oslo", "tags=helper", "--json", club=small
    )
    assert added.json["memberships"][0]["chapter"] == "Oslo"
    run("members", "set", "Bo Lund", "city=Bergen", "left=2026-01-01", club=small)
    told = run("members", "show", "Bo Lund", "--json", club=small).json
    assert (told["addresses"][0]["city"], told["tags"]) == ("Bergen", ["helper"])
    assert told["memberships"][0]["end"] == "2026-01-01"
    assert "Bergen" in run("members", "show", "Bo Lund", club=small).out
    wrong = run("members", "set", "Bo Lund", "shoes=43", club=small)
    assert wrong.code == 1
    assert "sets no field" in wrong.err
