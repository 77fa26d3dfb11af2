"""Build the bundle in dist/clubdesk and see that it starts: python3 dev.py bundle.

It is tried as on a stranger's computer: without our environment, with an empty home, without a screen.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "dist" / "clubdesk"
PROGRAM = FOLDER / ("clubdesk.exe" if os.name == "nt" else "clubdesk")
WINDOW_SECONDS = 8.0
KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP")  # what Windows and the loader need


def build() -> None:
    places = ("--distpath", ROOT / "dist", "--workpath", ROOT / "build")
    command = (
        sys.executable,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--log-level=WARN",
        *places,
        "clubdesk.spec",
    )
    subprocess.run(command, cwd=ROOT, check=True)


def megabytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if not file.is_symlink()) / 1e6


def bare_environment(home: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return kept | {
        "HOME": str(home),
        "APPDATA": str(home),
        "LOCALAPPDATA": str(home),
        "QT_QPA_PLATFORM": "offscreen",
    }


def try_demo(home: Path) -> Path:
    """Make the sample club with the bundled program; its file."""
    out = home / "demo"
    command = (PROGRAM, "demo", "--no-window", "--out", out)
    subprocess.run(command, cwd=home, env=bare_environment(home), check=True)
    clubs, letters = list(out.rglob("*.clubdesk")), list(out.rglob("*.pdf"))
    if not clubs or not letters:
        raise SystemExit("The bundled program made no sample club with letters.")
    print(f"The sample club is there, with {len(letters)} PDF files.")
    return clubs[0]


def try_window(home: Path, club: Path) -> None:
    """Open the sample club and see that the window stays."""
    window = subprocess.Popen((PROGRAM, "open", club), cwd=home, env=bare_environment(home))
    end = time.monotonic() + WINDOW_SECONDS
    while time.monotonic() < end and window.poll() is None:
        time.sleep(0.1)
    code = window.poll()
    window.terminate()
    window.wait()
    if code is not None:
        raise SystemExit(f"The bundled window closed by itself with exit code {code}.")
    print("The window opens.")


def main() -> None:
    build()
    print(f"{FOLDER.relative_to(ROOT)}: {megabytes(FOLDER):.0f} MB")
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        try_window(home, try_demo(home))


if __name__ == "__main__":
    main()
