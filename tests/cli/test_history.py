from pathlib import Path

from tests.cli.conftest import Run


def test_history_undo_and_redo_after_a_restart(run: Run, small: Path, tmp_path: Path) -> None:
    run("letters", "print", "--out", tmp_path / "letters.pdf", club=small)
    run("letters", "post", 1, club=small)
    posted = run("history", "--json", club=small).json[0]
    assert posted.keys() >= {"change", "at", "officer", "label", "undoes"}
    undone = run("undo", "--json", club=small).json
    assert undone == {"change": posted["change"], "label": posted["label"]}
    assert run("letters", "runs", "--json", club=small).json[0]["state"] == "printed"
    assert run("history", "--limit", 1, "--json", club=small).json[0]["undoes"] == posted["change"]
    run("redo", club=small)
    assert run("letters", "runs", "--json", club=small).json[0]["state"] == "posted"
    assert "Undo: " in run("history", club=small).out


def test_nothing_to_undo_or_redo(run: Run, empty: Path) -> None:
    for command in ("undo", "redo"):
        said = run(command, club=empty)
        assert (said.code, said.out) == (1, "")
        assert "There is nothing to" in said.err


def test_check(run: Run, sample: Path) -> None:
    assert run("check", "--json", club=sample).json == {"findings": [], "rebuilt": None}
    assert run("check", "--mend", "--json", club=sample).json == {"findings": [], "rebuilt": 60}
    assert run("check", club=sample).out == "Everything is in order.\n"
