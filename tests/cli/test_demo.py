from pathlib import Path

from tests.cli.conftest import Run
from tests.documents.reading import Paper

PAPERS = ["letters.pdf", "invitations.pdf", "roster-by-name.pdf", "roster-by-group.pdf", "sign-in.pdf"]


def test_the_demo_works_twice_and_replaces_only_its_own(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "demo"
    out.mkdir()
    (out / "notes.txt").write_text("mine", encoding="utf-8")
    run("demo", "--no-window", "--out", out)
    said = run("demo", "--no-window", "--out", out, "--json").json
    assert said["club"] == str(out / "sample.clubdesk")
    assert [paper["file"] for paper in said["papers"]] == [str(out / name) for name in PAPERS]
    assert [paper["pages"] for paper in said["papers"]] == [
        Paper((out / n).read_bytes()).pages for n in PAPERS
    ]
    assert (out / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert run("check", "--json", club=out / "sample.clubdesk").json["findings"] == []


def test_the_demo_never_replaces_a_real_club(run: Run, empty: Path) -> None:
    club = empty.rename(empty.with_name("sample.clubdesk"))
    said = run("demo", "--no-window", "--out", club.parent)
    assert said.code == 1
    assert "is no sample club" in said.err
    assert run("check", club=club).code == 0
