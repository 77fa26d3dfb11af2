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
from clubdesk.services.members import MemberRow, Search, find_members, member_rows
from clubdesk.services.workspace import Workspace
from clubdesk.settings import Settings
from clubdesk.ui.common.appearance import Appearance
from clubdesk.ui.common.columns import Column, Kind, Row, Source, Status
from clubdesk.ui.common.table_model import TableModel
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.common.tasks import Tasks

ROUNDS = 30
SEARCHES = ("s", "so", "sor", "gro", "wo", "m1", "oslo", "model y", "")
WIDTH, HEIGHT = 900, 700
COLUMNS = (
    Column("name", "Name", 200),
    Column("number", "No.", 80),
    Column("vehicle", "Vehicle", 160),
    Column("town", "Town", 120),
    Column("status", "Verification", 220, Kind.STATUS),
)


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


def source(club: Workspace) -> Source:
    def ids(search: Any, sort: str, descending: bool) -> Any:
        return club.read(find_members, Search(search or "", sort=sort, descending=descending))

    return Source(
        COLUMNS, ids, lambda wanted: [_row(line) for line in club.read(member_rows, wanted)], "name"
    )


def _row(line: MemberRow) -> Row:
    return Row(line.id, (line.name, line.number, line.vehicle, line.town, Status(line.status, line.status)))


def milliseconds(acts: Sequence[Callable[[], Any]]) -> float:
    """The median of what each act takes."""
    times = []
    for act in acts:
        start = time.perf_counter()
        act()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def paint(app: QApplication, view: QWidget) -> None:
    view.repaint()
    app.processEvents()


def _jump(app: QApplication, view: QTableView, place: int) -> None:
    view.scrollTo(view.model().index(place, 0))
    paint(app, view.viewport())


def measure_bare(app: QApplication) -> dict[str, float]:
    rows = [tuple(f"{n} {column.title}" for column in COLUMNS) for n in range(100)]
    model, view = Bare(rows), QTableView()
    view.setModel(model)
    view.resize(WIDTH, HEIGHT)
    view.show()
    paint(app, view)

    def show(rows: list[tuple[str, ...]]) -> None:
        model.show(rows)
        paint(app, view.viewport())

    def search(text: str) -> Callable[[], None]:
        return lambda: show([row for row in rows if text in row[0]])

    def sort(column: int) -> Callable[[], None]:
        return lambda: show(sorted(rows, key=lambda row: row[column]))

    return {
        "jump": milliseconds([partial(_jump, app, view, 99 * (n % 2)) for n in range(ROUNDS)]),
        "search": milliseconds([search(text) for text in "0123456789" * 3]),
        "sort": milliseconds([sort(n % len(COLUMNS)) for n in range(ROUNDS)]),
    }


def measure_ours(app: QApplication, club: Workspace) -> dict[str, float]:
    tasks = Tasks()
    model = TableModel(source(club), tasks)
    view = TableView("benchmark", model, Settings())
    view.resize(WIDTH, HEIGHT)
    view.show()

    def wait(ask: Callable[[], object]) -> Callable[[], None]:
        def act() -> None:
            # As the window waits: asleep, so that the worker has the interpreter to itself.
            loop = QEventLoop()
            model.found.connect(loop.quit)
            ask()
            loop.exec()
            model.found.disconnect(loop.quit)
            paint(app, view.viewport())

        return act

    def sort(round_number: int) -> Callable[[], object]:
        order = Qt.SortOrder(round_number // len(COLUMNS) % 2)
        return lambda: model.sort(round_number % len(COLUMNS), order)

    first = milliseconds([wait(lambda: model.find(""))])
    middle = len(model.ids) // 2
    figures = {
        "first": first,
        "jump": milliseconds([partial(_jump, app, view, middle + n * 997) for n in range(ROUNDS)]),
        "search": milliseconds([wait(partial(model.find, text)) for text in SEARCHES * 3]),
        "sort": milliseconds([wait(sort(n)) for n in range(1, ROUNDS)]),
    }
    tasks.stop()
    return figures


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    app = QApplication([])
    appearance = Appearance(app, Settings(theme="light"))
    with TemporaryDirectory() as folder:
        club = create_club(Path(folder) / "club.clubdesk", name="Benchmark", officer="Bo")
        club.do(import_people, people(count), file="list.csv")
        bare, ours = measure_bare(app), measure_ours(app, club)
        club.close()
    print(f"{count:,} people; first rows after {ours['first']:.0f} ms")
    for name, target in (("jump", 3), ("search", 4), ("sort", 4)):
        ratio = ours[name] / bare[name]
        print(f"{name:8}{ours[name]:8.1f} ms {ratio:6.1f} times {bare[name]:.1f} ms (target {target})")
    appearance.deleteLater()


if __name__ == "__main__":
    main()
