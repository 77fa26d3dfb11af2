"""The table of 100,000 people in a club file against a bare QTableView over 100 tuples in memory.

Targets: jump to the middle 3 times, a key in the search until its rows are painted 4 times, sort 4 times.
The bare table jumps, is filtered and is sorted in Python. Run: python -m benchmarks.table [PEOPLE]
"""

import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QEventLoop, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from typing_extensions import override

from benchmarks.importing import people
from clubdesk.services.clubs import create_club
from clubdesk.services.importing.apply import import_people
from clubdesk.services.members import Search
from clubdesk.services.workspace import Workspace
from clubdesk.settings import Settings
from clubdesk.ui.common.appearance import Appearance
from clubdesk.ui.common.table_model import TableModel
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.members.lines import columns
from clubdesk.ui.members.roster import Roster

ROUNDS = 36  # four times each search
SEARCHES = ("s", "so", "sor", "gro", "wo", "m1", "oslo", "model y", "")
WIDTH, HEIGHT = 900, 700
COLUMNS = [column for column in columns() if column.shown]


class Bare(QAbstractTableModel):
    """What a Python model costs at least."""

    def __init__(self, rows: list[tuple[str, ...]]) -> None:
        super().__init__()
        self.rows = rows

    @override
    def rowCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008
        return len(self.rows)

    @override
    def columnCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008
        return len(COLUMNS)

    @override
    def data(self, index: Any, role: int = 0) -> Any:
        return self.rows[index.row()][index.column()] if role == int(Qt.ItemDataRole.DisplayRole) else None

    def show(self, rows: list[tuple[str, ...]]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


Act = Callable[[], object]


def milliseconds(act: Act) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def paint(app: QApplication, view: QWidget) -> None:
    view.repaint()
    app.processEvents()


def _jump(app: QApplication, view: QTableView, place: int) -> None:
    view.scrollTo(view.model().index(place, 0))
    paint(app, view.viewport())


class BareTable:
    """The acts of a plain table, by name; each list is as long as wanted."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._rows = [tuple(f"{n} {column.title}" for column in COLUMNS) for n in range(100)]
        self._model, self._view = Bare(self._rows), QTableView()
        self._view.setModel(self._model)
        self._view.resize(WIDTH, HEIGHT)
        self._view.show()
        paint(app, self._view)

    def _show(self, rows: list[tuple[str, ...]]) -> None:
        self._model.show(rows)
        paint(self._app, self._view.viewport())

    def acts(self) -> dict[str, list[Act]]:
        rows = self._rows

        def search(text: str) -> Act:
            return lambda: self._show([row for row in rows if text in row[0]])

        def sort(column: int) -> Act:
            return lambda: self._show(sorted(rows, key=lambda row: row[column]))

        return {
            "jump": [partial(_jump, self._app, self._view, 99 * (n % 2)) for n in range(ROUNDS)],
            "search": [search(str(n % 10)) for n in range(ROUNDS)],
            "sort": [sort(n % len(COLUMNS)) for n in range(ROUNDS)],
        }


class OurTable:
    """The same acts in the table of members, as the window shows it."""

    def __init__(self, app: QApplication, club: Workspace, tasks: Tasks) -> None:
        self._app = app
        self._model = TableModel(Roster(club).source(), tasks)
        self._view = TableView("members", self._model, Settings())
        self._view.resize(WIDTH, HEIGHT)
        self._view.show()
        self.first = milliseconds(self._wait(lambda: self._model.find(Search())))

    def _wait(self, ask: Act) -> Act:
        def act() -> None:
            # As the window waits: asleep, so that the worker has the interpreter to itself.
            loop = QEventLoop()
            self._model.found.connect(loop.quit)
            ask()
            loop.exec()
            self._model.found.disconnect(loop.quit)
            paint(self._app, self._view.viewport())

        return act

    def _sort_by(self, round_number: int) -> Act:
        order = Qt.SortOrder(round_number // len(COLUMNS) % 2)
        return lambda: self._model.sort(round_number % len(COLUMNS), order)

    def acts(self) -> dict[str, list[Act]]:
        middle = len(self._model.ids) // 2
        texts = (SEARCHES * ROUNDS)[:ROUNDS]
        return {
            "jump": [partial(_jump, self._app, self._view, middle + n * 997) for n in range(ROUNDS)],
            "search": [self._wait(partial(self._model.find, Search(text))) for text in texts],
            "sort": [self._wait(self._sort_by(n)) for n in range(1, ROUNDS + 1)],
        }


def compare(bare: Sequence[Act], ours: Sequence[Act]) -> tuple[float, float]:
    """The medians of what ours take and of how many times theirs that is.

    Measured in turns: the machine is not always equally fast.
    """
    times = [(milliseconds(act), milliseconds(plain)) for plain, act in zip(bare, ours, strict=True)]
    return statistics.median(t for t, _ in times), statistics.median(t / plain for t, plain in times)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    app = QApplication([])
    appearance, tasks = Appearance(app, Settings(theme="light")), Tasks()
    with TemporaryDirectory() as folder:
        club = create_club(Path(folder) / "club.clubdesk", name="Benchmark", officer="Bo")
        club.do(import_people, people(count), file="list.csv")
        bare, ours = BareTable(app), OurTable(app, club, tasks)
        print(f"{count:,} people; first rows after {ours.first:.0f} ms")
        theirs, acts = bare.acts(), ours.acts()
        for name, target in (("jump", 3), ("search", 4), ("sort", 4)):
            taken, ratio = compare(theirs[name], acts[name])
            print(f"{name:8}{taken:8.1f} ms {ratio:6.1f} times the bare table (target {target})")
        tasks.stop()
        club.close()
    appearance.deleteLater()


if __name__ == "__main__":
    main()
