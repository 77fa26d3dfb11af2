"""Scanned slips and mails through the command line."""

import random
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.documents.reading import Paper
from tests.services.slips import as_tiff, marked, pages


@pytest.fixture
def stack(run: Run, small: Path, tmp_path: Path) -> Path:
    """Three letters that came back: ticked, ticked, empty; and a sheet of something else."""
    out = tmp_path / "letters.pdf"
    printed = run("letters", "print", "--out", out, "--json", club=small).json
    run("letters", "post", printed["run"], club=small)
    sheets, chance = pages(out.read_bytes()), random.Random(5)
    blank = sheets[0].crop((0, 0, 900, 200))
    seen = [marked(sheets[0], 0, chance=chance), marked(sheets[1], 2, chance=chance), sheets[2], blank]
    return as_tiff(tmp_path / "stack.tif", seen)


def test_a_stack_is_recorded_once(run: Run, small: Path, stack: Path) -> None:
    dry = run("letters", "scan", stack, "--dry-run", "--json", club=small).json
    assert (dry["recorded"], dry["doubtful"], dry["dry_run"]) == (2, 1, True)
    said = run("letters", "scan", stack, "--json", club=small).json
    assert [slip["result"] for slip in said["slips"]] == ["verified", "not-owner", "doubtful"]
    assert [(slip["file"], slip["page"]) for slip in said["slips"]] == [("stack.tif", n) for n in (1, 2, 3)]
    assert said["unread"] == [{"file": "stack.tif", "page": 4}]
    assert (said["recorded"], said["stopped"]) == (2, False)
    again = run("letters", "scan", stack, "--json", club=small)
    assert again.code == 1
    assert [slip["result"] for slip in again.parsed["slips"]] == ["already-recorded"] * 2 + ["doubtful"]
    people = run("members", "--json", club=small).json
    assert sorted(person["status"] for person in people) == ["not-owner", "posted", "unverified", "verified"]


def test_what_waits_is_said(run: Run, small: Path, stack: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no scan", encoding="utf-8")
    said = run("letters", "scan", stack, tmp_path / "notes.txt", club=small)
    assert said.code == 0
    assert "2 replies recorded." in said.out
    assert "No code found: stack.tif, page 4" in said.out
    assert "notes.txt can't be read as a scan or photo." in said.out
    assert "2 pages wait in the reply tray of the window." in said.out


def test_the_code_on_paper_is_the_code_that_is_told(
    run: Run, small: Path, stack: Path, tmp_path: Path
) -> None:
    said = run("letters", "scan", stack, "--json", club=small).json
    assert said["slips"][0]["code"] in Paper((tmp_path / "letters.pdf").read_bytes()).codes(0)
