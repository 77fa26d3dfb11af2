"""Print a PDF through the system, so that its text stays text: by `lp`, on Windows by the shell's verb.

What a queue can do is asked of CUPS (`lpstat`, `lpoptions`); nothing is converted.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from clubdesk.errors import Problem
from clubdesk.i18n import _

PATIENCE = 30  # seconds
SIDES = ("one-sided", "two-sided-long-edge", "two-sided-short-edge")  # as IPP names them


@dataclass(frozen=True, slots=True)
class Queue:
    """What can be chosen of a printer: its trays by name, and whether it prints both sides."""

    name: str
    trays: tuple[str, ...] = ()
    two_sided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOptions:
    """How to print. `queue` "" is the system's own choice, `tray` "" the printer's."""

    queue: str = ""
    copies: int = 1
    sides: str = SIDES[0]
    tray: str = ""


def has_queues() -> bool:
    """Whether printers are chosen here; else the system asks for itself."""
    return sys.platform != "win32"


def queues() -> list[str]:
    """The names of all printers, the system's usual one first; Problem when it can't be asked."""
    names = [line.strip() for line in _ask("lpstat", "-e").splitlines() if line.strip()]
    usual = _ask("lpstat", "-d").rpartition(":")[2].strip()
    return sorted(names, key=lambda name: name != usual)


def queue_named(name: str) -> Queue:
    """What this printer can do, as its driver tells."""
    choices: dict[str, list[str]] = {}
    for line in _ask("lpoptions", "-p", name, "-l").splitlines():
        option, _colon, values = line.partition(":")
        choices[option.partition("/")[0]] = [value.lstrip("*") for value in values.split()]
    sides = choices.get("Duplex", []) + choices.get("sides", [])
    two_sided = any(value not in ("None", "one-sided") for value in sides)
    return Queue(name, tuple(choices.get("InputSlot", choices.get("media-source", ()))), two_sided=two_sided)


def print_pdf(data: bytes, options: PrintOptions, *, title: str) -> None:
    """Hand a PDF to the printer; Problem, in the system's words, when it isn't taken."""
    file = _written(data)
    if sys.platform == "win32":
        os.startfile(file, "print")  # the reader opens the file later: Windows clears its folder
        return
    words = ["lp", "-t", title[:80], "-n", str(options.copies), "-o", f"sides={options.sides}"]
    words += ["-d", options.queue] if options.queue else []
    words += ["-o", f"InputSlot={options.tray}"] if options.tray else []
    try:
        _run(*words, "--", str(file))
    finally:
        file.unlink()  # lp has copied it


def _written(data: bytes) -> Path:
    with tempfile.NamedTemporaryFile(prefix="clubdesk-", suffix=".pdf", delete=False) as file:
        file.write(data)
    return Path(file.name)


def _ask(*words: str) -> str:
    return _run(*words)


def _run(*words: str) -> str:
    program = shutil.which(words[0])
    if program is None:
        raise Problem(_("This computer has no printing system."), _("Save the PDF and print it elsewhere."))
    plain = os.environ | {"LC_ALL": "C"}
    try:
        done = subprocess.run(
            [program, *words[1:]], capture_output=True, text=True, timeout=PATIENCE, env=plain, check=False
        )
    except subprocess.TimeoutExpired:
        raise Problem(
            _("The printing system doesn't answer."), _("Look whether the printer is on.")
        ) from None
    if done.returncode:
        raise Problem(_("The printer did not take it."), done.stderr.strip() or done.stdout.strip())
    return done.stdout
