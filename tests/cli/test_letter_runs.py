"""Jams, cancelled letters and returned envelopes on the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.documents.reading import Paper
from tests.documents.tagging import failures


@pytest.fixture
def letters(run: Run, small: Path, tmp_path: Path) -> Path:
    """A run of three letters, posted."""
    file = tmp_path / "letters.pdf"
    run("letters", "print", "--out", file, club=small)
    run("letters", "post", 1, club=small)
    return file


def numbers_on(letters: Path) -> list[str]:
    paper = Paper(letters.read_bytes())
    found = [code for page in range(paper.pages) for code in paper.codes(page)]
    return [code for code in found if code.startswith("L-")]


def test_a_reprint_is_the_same_and_jammed_pages_count(run: Run, small: Path, letters: Path) -> None:
    again, some = letters.with_name("again.pdf"), letters.with_name("some.pdf")
    run("letters", "reprint", 1, "--out", again, club=small)
    assert again.read_bytes() == letters.read_bytes()
    said = run("letters", "reprint", 1, "--out", some, "--pages", "2-3", "--json", club=small).json
    assert (said["pages"], said["sheets"], said["spoiled"]) == (2, 5, 2)
    assert numbers_on(some) == numbers_on(letters)[1:]


def test_pages_that_are_not_there(run: Run, small: Path, letters: Path) -> None:
    said = run("letters", "reprint", 1, "--out", letters, "--pages", "2-9", club=small)
    assert "last page is 3" in said.err
    assert numbers_on(letters)


def test_an_envelope_comes_back(run: Run, small: Path, letters: Path) -> None:
    number = numbers_on(letters)[0]
    said = run("letters", "returned", number, "L-26-1", "--reason", "unknown", "--json", club=small).json
    assert [result["result"] for result in said] == ["returned", "mistyped"]
    assert run("members", "--status", "returned", "--json", club=small).json[0]["id"] == said[0]["person"]
    assert run("letters", "returned", number, club=small).code == 1


def test_a_cancelled_letter_takes_no_reply(run: Run, small: Path, letters: Path) -> None:
    number = numbers_on(letters)[0]
    assert run("letters", "void", number, "--json", club=small).json == {"voided": [number]}
    assert run("letters", "runs", "--json", club=small).json[0]["letters"] == 2
    assert "no letter" in run("letters", "void", "L-26-0001-0", club=small).err


def test_second_letters_and_the_end_of_a_run(run: Run, small: Path, letters: Path) -> None:
    second = letters.with_name("second.pdf")
    run("letters", "print", "--second", "--query", "anna", "--out", second, club=small)
    assert "reminder" in Paper(second.read_bytes()).text()
    assert run("letters", "close", 1, "--json", club=small).json["state"] == "closed"
    assert run("letters", "close", 2, club=small).code == 1


@pytest.mark.parametrize("sheet", ["control", "bundles", "stats"])
def test_lists_of_letters_can_be_heard_and_archived(
    run: Run, small: Path, letters: Path, tmp_path: Path, sheet: str
) -> None:
    of_run = () if sheet == "stats" else (1,)
    out = tmp_path / "list.pdf"
    assert run("letters", sheet, *of_run, "--out", out, "--accessible", club=small).code == 0
    assert failures(out.read_bytes()) == []
