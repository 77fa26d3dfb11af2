"""The shared table: exact, quick, and true to the officer's place in it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from clubdesk.settings import Settings
from clubdesk.ui.common.columns import Row, Source
from clubdesk.ui.common.search_field import SearchField
from clubdesk.ui.common.table_model import PAGE, TableModel
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.theme import theme
from tests.ui.conftest import FIRST_ID, people

Table = tuple[TableModel, TableView]


@pytest.fixture
def make_table(qtbot: QtBot, tasks: Tasks, settings: Settings) -> Callable[[int], Table]:
    def make(count: int) -> Table:
        model = TableModel(people(count), tasks)
        view = TableView("people", model, settings)
        model.setParent(view)
        qtbot.addWidget(view)
        view.resize(700, 400)
        view.show()
        find(qtbot, model, "")
        return model, view

    return make


def find(qtbot: QtBot, model: TableModel, search: str) -> None:
    with qtbot.waitSignal(model.found):
        model.find(search)


def test_only_pages_that_are_seen_are_fetched(qtbot: QtBot, tasks: Tasks, settings: Settings) -> None:
    asked: list[int] = []
    whole = people(10_000)

    def rows(ids: "list[int]") -> "list[Row]":
        asked.append(len(ids))
        return list(whole.rows(ids))

    model = TableModel(Source(whole.columns, whole.ids, rows, whole.sort), tasks)  # type: ignore[arg-type]
    view = TableView("people", model, settings)
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    find(qtbot, model, "")
    view.scrollTo(model.index(5_000, 0))
    view.grab()
    assert model.rowCount() == 10_000
    assert sum(asked) <= 4 * PAGE


def test_the_current_row_is_kept_by_id(qtbot: QtBot, make_table: Callable[[int], Table]) -> None:
    model, view = make_table(500)
    view.go_to(FIRST_ID + 123)
    with qtbot.waitSignal(model.found):
        view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert view.current_id() == FIRST_ID + 123
    assert list(view.selected_ids()) == [FIRST_ID + 123]
    find(qtbot, model, "00123")
    assert (model.rowCount(), view.current_id()) == (1, FIRST_ID + 123)


def test_a_row_that_is_filtered_away_is_told(qtbot: QtBot, make_table: Callable[[int], Table]) -> None:
    model, view = make_table(50)
    told: list[object] = []
    view.current_changed.connect(told.append)
    view.go_to(FIRST_ID + 7)
    find(qtbot, model, "00008")
    assert told == [FIRST_ID + 7, None]


def test_a_large_selection_survives_sorting(qtbot: QtBot, make_table: Callable[[int], Table]) -> None:
    model, view = make_table(20_000)
    view.selectAll()
    with qtbot.waitSignal(model.found):
        view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert view.selected_count() == 20_000
    assert len(view.selected_ids()) == 20_000


def test_separate_ranges_are_read_in_order(make_table: Callable[[int], Table]) -> None:
    model, view = make_table(100)
    for place in (50, 3, 4):
        view.selectionModel().select(
            model.index(place, 0),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )
    assert [row - FIRST_ID for row in view.selected_ids()] == [3, 4, 50]


def test_only_the_last_of_many_searches_is_asked(qtbot: QtBot, make_table: Callable[[int], Table]) -> None:
    model, _ = make_table(3_000)
    shown: list[int] = []
    model.found.connect(shown.append)
    for text in ("0", "00", "000", "0001", "00017"):
        model.find(text)
    qtbot.waitUntil(lambda: shown[-1:] == [1])
    assert len(shown) == 1


def test_copy_takes_what_is_shown(make_table: Callable[[int], Table]) -> None:
    _, view = make_table(10)
    view.go_to(FIRST_ID + 1)
    view.copy()
    assert QGuiApplication.clipboard().text() == "Person 00001\t1\tVerified, until 12 Mar 2027"


def test_columns_are_remembered(
    qtbot: QtBot, make_table: Callable[[int], Table], settings: Settings, tasks: Tasks
) -> None:
    model, view = make_table(10)
    menu = QMenu(view)
    view.fill_column_menu(menu)
    menu.actions()[3].trigger()  # show the town
    menu.actions()[1].trigger()  # hide the number
    view.horizontalHeader().moveSection(3, 0)
    with qtbot.waitSignal(model.found):
        view.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    again = TableView("people", TableModel(people(10), tasks, view), settings)
    qtbot.addWidget(again)
    assert again.shown_columns() == [3, 0, 2]
    assert again.horizontalHeader().sortIndicatorSection() == 2


def test_a_column_without_order_stays_unsorted(qtbot: QtBot, tasks: Tasks, settings: Settings) -> None:
    whole = people(10)
    columns = (whole.columns[0], replace(whole.columns[1], sortable=False), *whole.columns[2:])
    view = TableView("people", TableModel(replace(whole, columns=columns), tasks), settings)
    qtbot.addWidget(view)
    view.horizontalHeader().setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    assert view.horizontalHeader().sortIndicatorSection() == 0


def test_a_row_that_is_gone_stays_empty(qtbot: QtBot, tasks: Tasks, settings: Settings) -> None:
    whole = people(10)
    model = TableModel(Source(whole.columns, whole.ids, lambda _: [], whole.sort), tasks)
    view = TableView("people", model, settings)
    qtbot.addWidget(view)
    find(qtbot, model, "")
    assert model.data(model.index(0, 0)) == ""
    view.grab()


def test_nothing_found_says_so(qtbot: QtBot, make_table: Callable[[int], Table]) -> None:
    model, view = make_table(10)
    view.nothing.say("search", "Nobody is called so.", "Show all")
    find(qtbot, model, "nobody")
    assert view.nothing.isVisible()
    find(qtbot, model, "")
    assert not view.nothing.isVisible()


def test_keys_lead_from_the_search_to_the_table(qtbot: QtBot, make_table: Callable[[int], Table]) -> None:
    _, view = make_table(10)
    field = SearchField("Search", view)
    field.lead_to(view)
    field.show()
    QTest.keyClicks(field, "ab")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert view.current_id() == FIRST_ID
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [FIRST_ID]


def test_a_narrow_table_shortens_words_but_no_numbers(make_table: Callable[[int], Table]) -> None:
    _model, view = make_table(5)
    wide = view.columnWidth(0)
    view.resize(320, 400)
    assert view.columnWidth(0) < wide
    assert view.columnWidth(1) == theme().px(64)
