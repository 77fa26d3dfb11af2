"""The program as a whole: help, files as first word, problems, cancelling, what is loaded when."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from clubdesk import __version__, i18n
from clubdesk.cli import program
from clubdesk.cli.events import Kind
from clubdesk.cli.letters import Answer, Layout
from clubdesk.cli.members import Status
from clubdesk.cli.options import Language
from clubdesk.cli.working import working
from clubdesk.documents.layouts import layout_named
from clubdesk.errors import Cancelled
from clubdesk.model.events import KINDS
from clubdesk.model.verification import STATES
from clubdesk.services.letters import SAID
from tests.cli.conftest import Run

HEAVY = ("PySide6", "sqlalchemy", "reportlab", "rich", "babel")


def loaded_by(*words: str) -> set[str]:
    """The heavy libraries that a command loads."""
    code = f"""
import sys
from clubdesk.cli.program import app
try:
    app({list(words)!r}, prog_name="clubdesk")
except SystemExit:
    pass
print("loaded", *({set(HEAVY)!r} & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True
    )
    return set(done.stdout.rpartition("loaded")[2].split())


def test_help_names_every_command_and_loads_nothing_heavy(run: Run) -> None:
    said = run("--help")
    assert said.code == 0
    assert all(name in said.out for name in program.COMMANDS)
    assert loaded_by("--help") == set()


def test_no_command_but_the_window_loads_qt(empty: Path) -> None:
    assert "PySide6" not in loaded_by("members", "--club", str(empty))


@pytest.mark.parametrize("command", program.COMMANDS)
def test_every_command_has_its_help(run: Run, command: str) -> None:
    said = run(command, "-h")
    assert (said.code, said.out.split()[0]) == (0, "Usage:")


def test_version(run: Run) -> None:
    assert run("--version").out == f"clubdesk {__version__}\n"


def test_a_mistyped_command_is_wrong_usage(run: Run) -> None:
    said = run("membres")
    assert (said.code, said.out) == (2, "")
    assert "Did you mean 'members'" in said.err


def test_a_club_must_be_named(run: Run) -> None:
    said = run("members")
    assert said.code == 2
    assert "CLUBDESK_CLUB" in said.err


@pytest.mark.parametrize("words", [["nowhere.clubdesk"], ["open", "nowhere.clubdesk"]])
def test_a_file_that_is_not_there(run: Run, words: list[str]) -> None:
    said = run(*words)
    assert (said.code, said.out) == (1, "")
    assert "There is no file nowhere.clubdesk." in said.err


def test_a_club_file_that_is_not_there(run: Run, tmp_path: Path) -> None:
    said = run("members", "--json", club=tmp_path / "nowhere.clubdesk")
    assert (said.code, said.out) == (1, "")
    assert "There is no file" in said.err


def test_a_file_that_is_no_club(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "letter.clubdesk"
    file.write_text("Dear members, " * 20, encoding="utf-8")
    said = run("members", club=file)
    assert said.code == 1
    assert "letter.clubdesk is not a club file" in said.err


def test_a_club_that_is_open_elsewhere(run: Run, empty: Path) -> None:
    from clubdesk.services.workspace import Workspace

    with Workspace.open(empty, officer="Bo"):
        said = run("members", club=empty)
    assert said.code == 1
    assert "open in another clubdesk" in said.err


def test_new_makes_a_club(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "new.clubdesk"
    assert run("new", file, "--name", "Owners Club Oslo", "--json").json == {
        "file": str(file),
        "name": "Owners Club Oslo",
    }
    assert run("members", "--json", club=file).json == []
    again = run("new", file, "--name", "Owners Club Oslo")
    assert again.code == 1
    assert "is there already" in again.err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to(run: Run, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    said = run("new", tmp_path / "new.clubdesk", "--name", "Oslo")
    tmp_path.chmod(0o700)
    assert said.code == 1
    assert said.err


def test_the_first_ctrl_c_cancels_where_it_can_be_rolled_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    with working("Waiting") as progress:
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(Cancelled):
            progress(1, 2)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_a_bug_is_logged_and_keeps_its_traceback(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(**_: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(program, "app", broken)
    with pytest.raises(ZeroDivisionError):
        program.main()
    assert "unexpected error" in caplog.text


def test_the_choices_are_those_of_the_program() -> None:
    assert list(Status) == list(STATES)
    assert set(get_args(Kind)) == set(KINDS)
    assert set(get_args(Answer)) == set(SAID)
    assert set(get_args(Language)) == set(i18n.LANGUAGES)
    assert all(layout_named(name) for name in get_args(Layout))
