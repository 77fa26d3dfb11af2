"""From the start of the process to first paint, menus and first rows, against a bare QMainWindow.

Targets: the window 1.5 times, the first rows of a club with 100,000 people 3 times.
Run: python -m benchmarks.start [ROUNDS] [PEOPLE]
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.importing import people
from clubdesk.services.clubs import create_club
from clubdesk.services.importing.apply import import_people
from clubdesk.settings import Settings

PAINTED = """
import time
from PySide6.QtCore import QEvent, QEventLoop, QObject

class Painted(QObject):
    moment = 0.0
    def eventFilter(self, watched, event):
        if not self.moment and event.type() == QEvent.Type.Paint:
            self.moment = time.monotonic()
        return False

def wait(until):
    while not until():
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

def moment(widget):
    painted = Painted()
    widget.installEventFilter(painted)
    wait(lambda: painted.moment)
    return painted.moment
"""
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1280, 760)
window.show()
"""
EMPTY = """
import os
os.environ["XDG_CONFIG_HOME"] += "/none"
from clubdesk import app
application, window = app.start()
inside = lambda: window.centralWidget()
"""
FULL = """
from clubdesk import app
application, window = app.start()
inside = lambda: window.centralWidget()
"""
WINDOW = """
print(moment(window), flush=True)
"""
FURNISHED = """
wait(inside)
print(moment(inside()), flush=True)
"""
ROWS = """
from PySide6.QtWidgets import QTableView
def table():
    return next((t for t in window.findChildren(QTableView) if t.model() and t.model().rowCount()), None)
wait(table)
print(moment(table().viewport()), flush=True)
"""
ALL_ROWS = """
from clubdesk.ui.common.table_model import TableModel
def model():
    models = inside().desk.findChildren(TableModel) if inside() and inside().desk else []
    return next((m for m in models if m.searched), None)
wait(model)
print(moment(window), flush=True)
"""
END = """
import os
os._exit(0)
"""


def measured(script: str) -> list[float]:
    """Seconds from the start of a new process to each moment that the script prints."""
    start = time.monotonic()  # one clock for all processes
    said = subprocess.run(
        [sys.executable, "-c", script + END], check=True, stdout=subprocess.PIPE, text=True
    ).stdout
    return [float(moment) - start for moment in said.split()]


@contextmanager
def installed(folder: Path) -> Iterator[None]:
    """As on an officer's computer: modules are compiled once; with settings and a log of its own."""
    before = dict(os.environ)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    os.environ |= {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def large_club(folder: Path, count: int) -> Path:
    file = folder / "large.clubdesk"
    with create_club(file, name="Large", officer="Bo") as club:
        club.do(import_people, people(count), file="people.csv")
    return file


def main(rounds: int = 8, count: int = 100_000) -> None:
    with TemporaryDirectory() as name, installed(Path(name)):
        club = str(large_club(Path(name), count))
        # The window opens as it was left: with this club and its members.
        Settings(last_club=club, recent_clubs=[club], window={"page": "members"}).save()
        runs = {
            "bare window": PAINTED + BARE + WINDOW,
            "window, no club": PAINTED + EMPTY + WINDOW,
            "window, club opens": PAINTED + FULL + WINDOW,
            "with its menus": PAINTED + EMPTY + FURNISHED,
            f"first of {count:,} rows": PAINTED + FULL + ROWS,
            "all of them": PAINTED + FULL + ALL_ROWS,
        }
        for script in runs.values():
            measured(script)  # the first run compiles and reads everything from the disk
        times: dict[str, list[float]] = {what: [] for what in runs}
        for _ in range(rounds):
            for what, script in runs.items():
                times[what] += measured(script)
    bare = statistics.median(times["bare window"])
    for what, found in times.items():
        middle = statistics.median(found)
        print(f"{what:>24}: {middle * 1000:4.0f} ms = {middle / bare:.2f}x")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
