"""Printing through the system: a made-up `lp` stands first on the path."""

import os
import sys
from pathlib import Path

import pytest

from clubdesk.errors import Problem
from clubdesk.services.printers import PrintOptions, Queue, print_pdf, queue_named, queues

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows prints by the shell's verb")
PROGRAMS = {
    "lpstat": '[ "$1" = -e ] && printf "office\\nhall\\n" || echo "system default destination: hall"',
    "lpoptions": (
        'echo "InputSlot/Media Source: *Auto Tray1 Tray2";'
        'echo "Duplex/2-Sided Printing: *None DuplexNoTumble DuplexTumble"'
    ),
    "lp": 'printf "%s\\n" "$@" > "$LP_SAID"; for last; do :; done; cp "$last" "$LP_TAKEN"',
}


@pytest.fixture
def taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the printer got; beside it, in `said`, its words."""
    for name, script in PROGRAMS.items():
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("LP_SAID", str(tmp_path / "said"))
    monkeypatch.setenv("LP_TAKEN", str(tmp_path / "taken"))
    return tmp_path / "taken"


def test_the_usual_printer_comes_first(taken: Path) -> None:
    assert queues() == ["hall", "office"]
    assert queue_named("hall") == Queue("hall", ("Auto", "Tray1", "Tray2"), two_sided=True)


def test_the_printer_gets_the_file_and_the_wishes(taken: Path) -> None:
    options = PrintOptions(queue="hall", copies=2, sides="two-sided-long-edge", tray="Tray2")
    print_pdf(b"%PDF-1.7 letters", options, title="Spring letters")
    assert taken.read_bytes() == b"%PDF-1.7 letters"
    said = taken.with_name("said").read_text().splitlines()
    assert said[:-1] == [
        *("-t", "Spring letters", "-n", "2", "-o", "sides=two-sided-long-edge"),
        *("-d", "hall", "-o", "InputSlot=Tray2", "--"),
    ]
    assert not Path(said[-1]).exists()


def test_a_refusal_is_told_in_the_systems_words(taken: Path, tmp_path: Path) -> None:
    (tmp_path / "bin" / "lp").write_text("#!/bin/sh\necho 'lp: The printer is on fire.' >&2; exit 1\n")
    with pytest.raises(Problem) as refused:
        print_pdf(b"%PDF", PrintOptions(), title="x")
    assert refused.value.hint == "lp: The printer is on fire."


def test_a_computer_without_printers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Problem, match="no printing system"):
        queues()
