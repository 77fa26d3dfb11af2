#!/usr/bin/env python3
"""Everything a newcomer or a developer types. It needs Python 3.11 and nothing else.

    python3 dev.py demo          make a sample club with its letters in ./demo and open its window
    python3 dev.py test          check style, types and layers, and run all tests
    python3 dev.py run ...       clubdesk itself: python3 dev.py run --help
    python3 dev.py bench         measure the speed targets
    python3 dev.py catalogues    collect the texts to translate into resources/locale
    python3 dev.py lock          choose library versions anew (lock --upgrade: the newest ones)
    python3 dev.py bundle        build the program with everything in one folder

Each command first sets up what is missing: .venv, the libraries of requirements.lock and, on Linux, the
few system libraries that Qt needs. Nothing is fetched again until requirements.lock changes.
"""

from __future__ import annotations  # so that an older Python gets as far as telling its user

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "clubdesk-stamp"  # which libraries were installed
LOCK = ROOT / "requirements.lock"
BUNDLE_LOCK = ROOT / "packaging" / "bundle.lock"
LOCALE = ROOT / "resources" / "locale"
LANGUAGES = ("de", "nb", "zh")

# What Qt loads, and the Debian package that holds it.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
SCREEN_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}


class Trouble(Exception):
    """What stops us, in words for the person at the keyboard."""


# Running things


def run(*command: str | Path, quiet: bool = False, **environment: str) -> int:
    """Run a command in the project's folder; its exit code."""
    sys.stdout.flush()
    output = subprocess.DEVNULL if quiet else None
    variables = {**os.environ, "PYTHONUTF8": "1", **environment}
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=variables, stdout=output).returncode


def must(what: str, *command: str | Path, quiet: bool = False, **environment: str) -> None:
    """Run a command without which there is no sense in going on."""
    if run(*command, quiet=quiet, **environment):
        raise Trouble(f"{what} failed; the reason is above.")


# Set-up


def set_up() -> None:
    """Make the project ready to run; does nothing when it is."""
    need_system_libraries()
    if not PYTHON.exists():
        make_venv()
    if not STAMP.exists() or STAMP.read_text() != fingerprint():
        install()
        STAMP.write_text(fingerprint())
    elif stale_catalogues():
        must("Compiling the translations", PYTHON, "hatch_build.py")


def fingerprint() -> str:
    """Changes when the libraries must be installed anew; the folder counts, as a venv cannot be moved."""
    parts = (LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), str(ROOT).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def make_venv() -> None:
    print("Making .venv ...")
    if not importlib.util.find_spec("ensurepip"):  # Debian splits it off
        apt_install([f"python3.{sys.version_info.minor}-venv"], "Python's venv module")
    must("Making .venv", sys.executable, "-m", "venv", "--clear", VENV)


def install() -> None:
    print("Installing the libraries of requirements.lock (about 200 MB the first time) ...")
    pip("install", "--require-hashes", "-r", LOCK)
    pip("install", "--no-deps", "--no-build-isolation", "-e", ROOT)


def pip(*arguments: str | Path) -> None:
    settings = ("-q", "--no-input", "--disable-pip-version-check")
    must("Installing", PYTHON, "-m", "pip", *arguments, *settings, PIP_ROOT_USER_ACTION="ignore")


def stale_catalogues() -> bool:
    return any(modified(po.with_suffix(".mo")) < modified(po) for po in LOCALE.glob("*/LC_MESSAGES/*.po"))


def modified(path: Path) -> float:
    return path.stat().st_mtime if path.exists() else 0.0


# System libraries


def need_system_libraries() -> None:
    packages = missing_packages(os.environ) if sys.platform == "linux" else []
    if packages:
        apt_install(packages, "system libraries that Qt needs")


def missing_packages(environment: Mapping[str, str]) -> list[str]:
    """The Debian packages to install before Qt can start here."""
    wanted = QT_LIBRARIES | (SCREEN_LIBRARIES if environment.get("DISPLAY") else {})
    packages = [package for library, package in wanted.items() if not loads(library)]
    return packages if has_fonts() else [*packages, "fonts-dejavu-core"]


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_fonts() -> bool:
    folders = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")
    return any(next(folder.rglob("*.[ot]t[fc]"), None) for folder in folders)


def apt_install(packages: Sequence[str], what: str) -> None:
    """Install Debian packages if we may, else tell how."""
    line = f"apt-get install -y {' '.join(packages)}"
    if not shutil.which("apt-get"):
        raise Trouble(f"Missing: {what}. Debian calls them {', '.join(packages)}; please install them.")
    if os.geteuid() != 0:
        raise Trouble(f"Missing: {what}. Please type this, then start again:\n\n    sudo {line}\n")
    print(f"Installing {what}: {' '.join(packages)} ...")
    run("apt-get", "update", quiet=True)  # a mirror may be away; the next line decides
    must(line, *line.split(), quiet=True, DEBIAN_FRONTEND="noninteractive")


# Commands: each gets the words after its name and gives the exit code


def demo(words: Sequence[str]) -> int:
    window = () if has_screen() else ("--no-window",)
    return run(PYTHON, "-m", "clubdesk", "demo", "--out", "demo", *window, *words)


def has_screen() -> bool:
    return sys.platform != "linux" or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def run_clubdesk(words: Sequence[str]) -> int:
    return run(PYTHON, "-m", "clubdesk", *words)


def test(words: Sequence[str]) -> int:
    """Run every check, the tests last; the first failure decides the exit code."""
    codes = [
        check("style", "ruff", "check", "--quiet", "--output-format=concise"),
        check("format", "ruff", "format", "--check", "--quiet"),
        check("types", "mypy", "--no-error-summary"),
    ]
    if any(codes):
        print("Some checks failed, see above; here are the tests all the same.")
    side_by_side = () if words else ("-n", str(min(os.cpu_count() or 1, 4)))  # a few tests are quicker alone
    codes.append(run(PYTHON, "-m", "pytest", *side_by_side, *words, QT_QPA_PLATFORM="offscreen"))
    return first_failure(codes)


def check(name: str, *command: str) -> int:
    start = time.monotonic()
    code = run(PYTHON, "-m", *command)
    print(f"{name:<7} {'failed' if code else 'ok':<7} {time.monotonic() - start:.1f} s")
    return code


def first_failure(codes: Iterable[int]) -> int:
    return next((code for code in codes if code), 0)


def bench(words: Sequence[str]) -> int:
    names = words or sorted(path.stem for path in (ROOT / "benchmarks").glob("[!_]*.py"))
    return first_failure([run(PYTHON, "-m", f"benchmarks.{name}") for name in names])


CALM = ("--no-wrap", "--sort-by-file", "--add-location=file")  # few differences from one time to the next


def catalogues(_words: Sequence[str]) -> int:
    """Collect the program's texts; new ones arrive untranslated, vanished ones are kept as comments."""
    template = ROOT / "build" / "clubdesk.pot"
    template.parent.mkdir(exist_ok=True)
    marks = [part for mark in ("N_", "plural:1,2") for part in ("-k", mark)]  # _ and ngettext are known to it
    babel("extract", *marks, *CALM, "-o", template, "clubdesk")
    for language in LANGUAGES:
        exists = (LOCALE / language / "LC_MESSAGES" / "clubdesk.po").exists()
        how = (
            ("update", "--ignore-pot-creation-date", "--no-fuzzy-matching", "--no-wrap")
            if exists
            else ("init", "--no-wrap")
        )
        babel(*how, "-D", "clubdesk", "-i", template, "-d", LOCALE, "-l", language)
    return run(PYTHON, "hatch_build.py")


def babel(*arguments: str | Path) -> None:
    must("Collecting the texts", PYTHON, "-m", "babel.messages.frontend", "-q", *arguments)


def lock(words: Sequence[str]) -> int:
    pip("install", "uv")
    project = ROOT / "pyproject.toml"
    choose(LOCK, project, "--extra", "dev", *words)
    choose(BUNDLE_LOCK, ROOT / "packaging" / "bundle.in", *words)
    return 0


def choose(target: Path, *arguments: str | Path) -> None:
    """Write a lock file for every system, with hashes and without the address of any registry."""
    settings = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate", "--quiet"]
    settings += [
        "--no-emit-index-url",
        "--no-emit-find-links",
        "--custom-compile-command",
        "python3 dev.py lock",
    ]
    must(
        "Choosing versions",
        PYTHON,
        "-m",
        "uv",
        "pip",
        "compile",
        *settings,
        "-o",
        target,
        *arguments,
        quiet=True,
    )


def bundle(words: Sequence[str]) -> int:
    pip("install", "--require-hashes", "-r", BUNDLE_LOCK)
    return run(PYTHON, "packaging/build.py", *words)


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "demo": demo,
    "test": test,
    "run": run_clubdesk,
    "bench": bench,
    "catalogues": catalogues,
    "lock": lock,
    "bundle": bundle,
}


def main(words: Sequence[str]) -> int:
    if not words or words[0] not in COMMANDS:
        print(__doc__)
        return 0 if words in ([], ["--help"], ["-h"]) else 2
    try:
        if sys.version_info < (3, 11):  # noqa: UP036
            raise Trouble(f"clubdesk needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        set_up()
        return COMMANDS[words[0]](words[1:])
    except Trouble as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
