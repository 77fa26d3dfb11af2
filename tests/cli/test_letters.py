"""From the roster to letters on paper and back by their codes."""

from contextlib import closing
from pathlib import Path

import pikepdf
import pytest
import sqlcipher3.dbapi2 as sqlite

from tests.cli.conftest import TODAY, Run, names
from tests.documents.reading import Paper
from tests.documents.tagging import failures

OTHER_SYMBOL = {"0": "1", "1": "0"}


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    return tmp_path / "letters.pdf"


def codes_on(letters: Path) -> list[str]:
    """The reply codes as a scanner reads them off the pages; the letter numbers are left out."""
    paper = Paper(letters.read_bytes())
    found = [code for page in range(paper.pages) for code in paper.codes(page)]
    return [code for code in found if not code.startswith("L-")]


def test_print_as_json(run: Run, small: Path, letters: Path) -> None:
    said = run("letters", "print", "--out", letters, "--json", club=small).json
    assert (said["letters"], said["pages"], said["number"]) == (3, 3, 1)
    assert isinstance(said["run"], int)
    assert names(said["left_out"]) == ["Nobody Knows"]
    assert said["left_out"][0].keys() == {"person", "name", "reason"}
    assert Paper(letters.read_bytes()).pages == 3
    assert list(letters.parent.glob("*.part")) == []


def test_only_who_is_asked_for(run: Run, small: Path, letters: Path) -> None:
    said = run(
        "letters", "print", "--out", letters, "--query", "anna", "--layout", "us-10", "--json", club=small
    )
    assert said.json["letters"] == 1
    assert Paper(letters.read_bytes()).size() == (215.9, 279.4)
    nurnberg = run(
        "letters",
        "print",
        "--out",
        letters,
        "--chapter",
        "Nürnberg",
        "--language",
        "de",
        "--json",
        club=small,
    )
    assert nurnberg.json["letters"] == 1
    assert "Ja, ich bin Mitglied" in Paper(letters.read_bytes()).text()


def test_nobody_to_write_to(run: Run, empty: Path, letters: Path) -> None:
    said = run("letters", "print", "--out", letters, club=empty)
    assert said.code == 1
    assert "There is no letter to print." in said.err
    assert not letters.exists()


def test_the_codes_on_paper_are_the_ones_that_reply_takes(run: Run, small: Path, letters: Path) -> None:
    run("letters", "print", "--out", letters, club=small)
    run("letters", "post", 1, club=small)
    codes = codes_on(letters)
    assert len(codes) == 3
    said = run("letters", "reply", codes[0].lower().replace("-", " "), "--json", club=small).json
    assert said[0].keys() == {"code", "person", "name", "result", "message"}
    assert said[0]["result"] == "verified"
    assert len(run("members", "--status", "verified", "--json", club=small).json) == 1


def test_each_code_says_what_became_of_it(run: Run, small: Path, letters: Path) -> None:
    run("letters", "print", "--out", letters, club=small)
    one, two, _three = codes_on(letters)
    mistyped = OTHER_SYMBOL.get(two[0], "0") + two[1:]
    said = run("letters", "reply", one, one, mistyped, "000-000-0000", "K3M", "--json", club=small).json
    assert [line["result"] for line in said] == [
        "verified",
        "already-recorded",
        "mistyped",
        "unknown-code",
        "mistyped",
    ]
    nothing = run("letters", "reply", one, "--json", club=small)
    assert (nothing.code, nothing.parsed[0]["result"]) == (1, "already-recorded")
    again = run("letters", "reply", one, club=small)
    assert "already-recorded" in again.out
    assert "No reply was recorded." in again.err


@pytest.mark.parametrize("answer", ["refused", "not-owner"])
def test_other_answers(run: Run, small: Path, letters: Path, answer: str) -> None:
    run("letters", "print", "--out", letters, club=small)
    said = run(
        "letters", "reply", codes_on(letters)[0], "--answer", answer, "--on", TODAY, "--json", club=small
    ).json
    assert said[0]["result"] == answer
    assert run("members", "--status", answer, "--json", club=small).json[0]["id"] == said[0]["person"]


@pytest.mark.parametrize("day", ["tomorrow", "2999-01-01", "12.3.2027"])
def test_a_day_that_cannot_be(run: Run, small: Path, day: str) -> None:
    assert run("letters", "reply", "000-000-0000", "--on", day, club=small).code == 2


def test_post_by_number_and_id(run: Run, small: Path, letters: Path) -> None:
    printed = run("letters", "print", "--out", letters, "--json", club=small).json
    said = run("letters", "post", printed["run"], "--json", club=small).json
    assert said == {
        "run": printed["run"],
        "number": 1,
        "posted_on": TODAY.isoformat(),
        "letters": 3,
    }
    twice = run("letters", "post", f"{TODAY.year}-1", club=small)
    assert twice.code == 1
    assert "posted" in twice.err
    assert run("letters", "post", 99, club=small).code == 1


def test_runs(run: Run, small: Path, letters: Path) -> None:
    assert run("letters", "runs", "--json", club=small).json == []
    run("letters", "print", "--out", letters, "--title", "First", club=small)
    line = run("letters", "runs", "--json", club=small).json[0]
    assert (line["title"], line["state"], line["letters"], line["replies"]) == ("First", "printed", 3, 0)
    assert "First" in run("letters", "runs", club=small).out


@pytest.mark.parametrize("place", ["nowhere/letters.pdf", ".", "other.clubdesk"])
def test_a_place_that_cannot_be_written_leaves_no_run(run: Run, small: Path, place: str) -> None:
    said = run("letters", "print", "--out", small.parent / place, club=small)
    assert (said.code, said.out) == (1, "")
    assert run("letters", "runs", "--json", club=small).json == []


def test_a_run_that_cannot_be_printed_is_taken_back(run: Run, small: Path, letters: Path) -> None:
    with closing(sqlite.connect(str(small), isolation_level=None)) as raw:
        raw.execute("UPDATE club SET logo = x'00'")  # as a damaged file may have it
    letters.write_bytes(b"the letters of last time")
    said = run("letters", "print", "--out", letters, club=small)
    assert said.code == 1
    assert run("letters", "runs", "--json", club=small).json == []
    assert letters.read_bytes() == b"the letters of last time"
    assert list(letters.parent.glob("*.part")) == []


def test_welcome_letters_need_no_run(run: Run, sample: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "welcome.pdf"
    before = run("letters", "runs", "--json", club=sample).json
    said = run("letters", "write", "--query", "Aigner", "--out", pdf, "--json", club=sample).json
    assert (said["letters"], said["pages"], said["left_out"]) == (2, 2, [])
    text = Paper(pdf.read_bytes()).text()
    assert "Aigner" in text and "BY-100" in text
    assert run("letters", "runs", "--json", club=sample).json == before


def test_a_welcome_letter_in_the_clubs_own_words(run: Run, sample: Path, tmp_path: Path) -> None:
    own, pdf = tmp_path / "own.toml", tmp_path / "welcome.pdf"
    own.write_text('subject = "Servus, {member.given}!"', encoding="utf-8")
    run("templates", "import", "letter-welcome", "de", own, club=sample)
    run("letters", "write", "--query", "Anna Aigner", "--language", "de", "--out", pdf, club=sample)
    assert "Servus, Anna!" in Paper(pdf.read_bytes()).text()


def test_letters_for_screen_readers(run: Run, small: Path, letters: Path) -> None:
    run("letters", "print", "--out", letters, "--accessible", club=small)
    assert failures(letters.read_bytes()) == []
    run("letters", "reprint", "2026-1", "--out", letters, "--accessible", club=small)
    assert failures(letters.read_bytes()) == []


def test_letters_under_a_password(run: Run, small: Path, letters: Path, tmp_path: Path) -> None:
    secret = tmp_path / "password.txt"
    secret.write_text("correct horse\nanything\n", "utf-8")
    assert run("letters", "print", "--out", letters, "--password-file", secret, club=small).code == 0
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(letters)
    with pikepdf.open(letters, password="correct horse") as file:
        assert len(file.pages) == 3


@pytest.mark.parametrize("content", ["short\n", None])
def test_a_bad_password_file_is_told_before_anything_is_done(
    run: Run, small: Path, letters: Path, tmp_path: Path, content: str | None
) -> None:
    secret = tmp_path / "password.txt"
    if content:
        secret.write_text(content, "utf-8")
    said = run("letters", "print", "--out", letters, "--password-file", secret, club=small)
    assert said.code == 1 and "password" in said.err
    assert not letters.exists()
    assert run("letters", "runs", "--json", club=small).json == []
