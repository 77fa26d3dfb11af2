from pathlib import Path

from tests.cli.conftest import Run
from tests.documents.reading import Paper


def test_a_template_goes_out_and_comes_in(run: Run, small: Path, tmp_path: Path) -> None:
    file = tmp_path / "de.toml"
    run("templates", "export", "verification", "de", "--out", file, club=small)
    text = file.read_text("utf-8")
    assert "Herzliche Grüße" in text
    file.write_text(text.replace("Herzliche Grüße", "Bis bald, {member.given}"), "utf-8")
    assert run("templates", "import", "verification", "de", file, club=small).code == 0
    lines = run("templates", "list", "--json", club=small).json
    assert [(line["kind"], line["language"]) for line in lines if line["own"]] == [("verification", "de")]
    run("letters", "print", "--out", tmp_path / "x.pdf", "--language", "de", club=small)
    assert "Bis bald, Anna" in Paper((tmp_path / "x.pdf").read_bytes()).text(0)


def test_all_mistakes_are_told_and_nothing_is_taken(run: Run, small: Path, tmp_path: Path) -> None:
    file = tmp_path / "bad.toml"
    file.write_text('subject = "{member.nmae}"\nclosing = "{if vehicle.name}"\n', "utf-8")
    checked = run("templates", "check", "verification", file)
    assert checked.code == 1
    assert "subject, line 1" in checked.out
    assert "closing, line 2" in checked.out
    assert [
        finding["place"]
        for finding in run("templates", "check", "verification", file, "--json").parsed["findings"]
    ] == ["subject, line 1", "closing, line 2"]
    taken = run("templates", "import", "verification", "de", file, club=small)
    assert taken.code == 1
    assert "closing, line 2" in taken.err
    assert not any(line["own"] for line in run("templates", "list", "--json", club=small).json)


def test_a_file_that_is_no_text_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_bytes(b"\xff\xfe\x00")
    assert run("templates", "check", "verification", file).code == 1
    assert run("templates", "check", "verification", tmp_path / "none.toml").code == 1


def test_the_shipped_words_come_back(run: Run, small: Path, tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text('closing = "Bis bald, {member.given}"\n', "utf-8")
    run("templates", "import", "verification", "de", file, club=small)
    assert any(line["own"] for line in run("templates", "list", "--json", club=small).json)
    assert run("templates", "reset", "verification", "de", club=small).code == 0
    assert not any(line["own"] for line in run("templates", "list", "--json", club=small).json)
    run("undo", club=small)
    assert any(line["own"] for line in run("templates", "list", "--json", club=small).json)
