"""A dressed application, background workers that end with the test, and people in memory."""

import os
from array import array
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from clubdesk.settings import Settings
from clubdesk.ui.common import fonts, theme
from clubdesk.ui.common.columns import Column, Kind, Row, Source, Status
from clubdesk.ui.common.tasks import Tasks


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    fonts.load()
    theme.use(qapp, theme.load("light"))
    return qapp


@pytest.fixture
def settings() -> Settings:
    return Settings(officer="Bo")


@pytest.fixture
def tasks(dressed: QApplication) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.stop()


COLUMNS = (
    Column("name", "Name"),
    Column("number", "No.", 64, Kind.NUMBER),
    Column("status", "Verification", 200, Kind.STATUS),
    Column("town", "Town", shown=False),
)
FIRST_ID = 1 << 60  # ids are 63 bits wide


def people(count: int) -> Source:
    """Person 0, Person 1 ... from two towns; every third has a letter out."""
    rows = {FIRST_ID + n: _person(n) for n in range(count)}

    def ids(search: object, sort: str, descending: bool) -> "array[int]":
        place = [column.key for column in COLUMNS].index(sort)
        found = [row for row in rows.values() if str(search or "") in row.cells[0]]
        found.sort(key=lambda row: str(row.cells[place]), reverse=descending)
        return array("q", [row.id for row in found])

    return Source(COLUMNS, ids, lambda wanted: [rows[row_id] for row_id in wanted if row_id in rows], "name")


def _person(n: int) -> Row:
    status = Status("verified", "Verified", "until 12 Mar 2027") if n % 3 else Status("out", "Letter out")
    return Row(FIRST_ID + n, (f"Person {n:05}", n, status, "Oslo" if n % 2 else "München"))


@pytest.fixture
def make_people() -> Callable[[int], Source]:
    return people
