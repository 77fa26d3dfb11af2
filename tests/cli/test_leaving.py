import json
from pathlib import Path

from tests.cli.conftest import Run, names
from tests.documents.reading import Paper


def test_into_the_bin_and_back(run: Run, sample: Path) -> None:
    run("members", "delete", "BY-1001", "BY-1002", club=sample)
    waiting = run("members", "bin", "--json", club=sample).json
    assert {line["number"] for line in waiting} == {"BY-1001", "BY-1002"}
    run("members", "restore", "BY-1001", club=sample)
    assert names(run("members", "Aigner", "--json", club=sample).json) == ["Anna Aigner"]
    assert "isn't one person" in run("members", "restore", "Nemo", club=sample).err


def test_erasing_must_be_meant(run: Run, sample: Path) -> None:
    assert "--for-good" in run("members", "erase", "BY-1001", club=sample).err
    run("members", "delete", "BY-1002", club=sample)
    assert run("members", "erase", "BY-1001", "BY-1002", "--for-good", club=sample).code == 0
    assert run("members", "Aigner", "--json", club=sample).json == []
    assert run("members", "bin", "--json", club=sample).json == []
    assert run("check", club=sample).code == 0


def test_what_is_held(run: Run, sample: Path, tmp_path: Path) -> None:
    pdf, data = tmp_path / "anna.pdf", tmp_path / "anna.json"
    run("members", "report", "BY-1001", "--out", pdf, club=sample)
    assert "Aigner" in Paper(pdf.read_bytes()).text()
    run("members", "report", "BY-1001", "--out", data, club=sample)
    assert json.loads(data.read_text("utf-8"))["person"][0]["number"] == "BY-1001"
