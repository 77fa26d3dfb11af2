"""Saved lists and conditions on the command line."""

from pathlib import Path

from tests.cli.conftest import Run


def test_a_list_from_conditions_to_letters(run: Run, sample: Path, tmp_path: Path) -> None:
    added = run(
        "lists", "add", "Munich", "--where", "chapter = munchen and not verified", "--json", club=sample
    )
    count = added.json["count"]
    assert count > 0
    assert len(run("members", "--list", "munich", "--json", club=sample).parsed) == count
    shown = run("lists", "show", "Munich", "--json", club=sample).parsed
    assert len(shown) == count
    why = run("lists", "why", "Munich", shown[0]["number"], "--json", club=sample).json
    assert (why["listed"], why["reason"]) == (True, "")
    labels = run("labels", "--list", "Munich", "--out", tmp_path / "l.pdf", "--json", club=sample).json
    assert 0 < labels["labels"] <= count


def test_a_wrong_condition_names_its_place(run: Run, sample: Path) -> None:
    failed = run("members", "--where", "chapter = ", club=sample)
    assert failed.code == 1
    assert "at character 10" in failed.err


def test_a_list_that_is_removed_comes_back(run: Run, sample: Path) -> None:
    run("lists", "freeze", "Then", "--where", "verified", club=sample)
    run("lists", "remove", "then", club=sample)
    assert "Then" not in run("lists", "list", "--json", club=sample).out
    run("undo", club=sample)
    line = run("lists", "list", "--json", club=sample).parsed[-1]
    assert (line["name"], line["frozen"]) == ("Then", True)
