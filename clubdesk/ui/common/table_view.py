"""The table of every page: rows kept by id, columns as the officer left them, copy and export."""

from array import array
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget
from typing_extensions import override

from clubdesk.i18n import _
from clubdesk.settings import Settings
from clubdesk.ui.common import sizes, table_memory
from clubdesk.ui.common.columns import Source, text_of
from clubdesk.ui.common.delegates import CellDelegate
from clubdesk.ui.common.empty import Empty
from clubdesk.ui.common.table_header import TableHeader
from clubdesk.ui.common.table_memory import Sorting
from clubdesk.ui.common.table_model import TableModel
from clubdesk.ui.common.theme import theme

MOST_RANGES = 1000  # Qt walks through all ranges for every cell it paints
ROWS = QItemSelectionModel.SelectionFlag.Rows
CLEAR_AND_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class TableView(QTableView):
    current_changed = Signal(object)  # the id of the current row, or None
    selection_changed = Signal(int)  # how many rows are selected
    opened = Signal(object)  # id: Enter, F2 or a double click
    row_menu = Signal(object, QPoint)  # id under the mouse and where to show its menu
    export_wanted = Signal()

    def __init__(
        self, name: str, model: TableModel, settings: Settings, parent: QWidget | None = None
    ) -> None:
        """`name` is where its columns are remembered."""
        super().__init__(parent)
        self._name, self._model, self._settings = f"table.{name}", model, settings
        self._told_current: int | None = None
        self._kept: tuple[int | None, set[int]] = (None, set())
        self._painter = CellDelegate(self, model)
        self.nothing = Empty(self.viewport())
        self.nothing.hide()
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self._set_up_rows()
        self._set_up_header()
        model.modelAboutToBeReset.connect(self._keep_selection)
        model.modelReset.connect(self._restore_selection)
        model.found.connect(self._show_nothing)

    def _set_up_rows(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme().px(sizes.ROW))
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self.selectionModel().selectionChanged.connect(
            lambda *_: self.selection_changed.emit(self.selected_count())
        )
        self.selectionModel().currentRowChanged.connect(lambda *_: self._tell_current())

    def _set_up_header(self) -> None:
        header = TableHeader(self)
        self.setHorizontalHeader(header)
        header.setMinimumSectionSize(table_memory.SMALLEST)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_column_menu)
        kept = self._settings.window.get(self._name, "")
        self._fits = not kept
        table_memory.lay_out(header, self._model.source.columns, kept)
        self._sort_as(table_memory.sorting_in(kept) or Sorting(*self._model.sorted_by))
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self.remember)
        header.sortIndicatorChanged.connect(self._sorted)

    def show_columns(self, source: Source) -> None:
        """Take other columns; each stands where it was left."""
        kept = self._settings.window.get(self._name, "")
        self._model.show_columns(source)
        table_memory.lay_out(self.horizontalHeader(), source.columns, kept)
        self._sort_as(Sorting(*self._model.sorted_by))

    def _resized(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:  # the officer, not the layout
            self._fits = False
            self.remember()

    def _sorted(self, section: int) -> None:
        """Keep the order, or put the arrow back when that column has none."""
        columns = self._model.source.columns
        if 0 <= section < len(columns) and not columns[section].sortable:
            self._sort_as(Sorting(*self._model.sorted_by))
        else:
            self.remember()

    def _sort_as(self, sorting: Sorting) -> None:
        columns = self._model.source.columns
        if not any(column.sortable for column in columns):
            return
        keys = [column.key for column in columns]
        if sorting.key in keys:
            down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
            self.horizontalHeader().setSortIndicator(
                keys.index(sorting.key), down if sorting.descending else up
            )
        self.setSortingEnabled(True)

    def remember(self) -> None:
        """Keep the columns as they stand in the settings (saved when the window closes)."""
        sorting = Sorting(*self._model.sorted_by)
        self._settings.window[self._name] = table_memory.describe(
            self.horizontalHeader(), self._model.source.columns, sorting
        )

    # Rows by id

    def current_id(self) -> int | None:
        index = self.currentIndex()
        return self._model.ids[index.row()] if index.isValid() else None

    def go_to(self, row_id: int) -> bool:
        """Make this row the only selected and the current one; False if the table doesn't show it."""
        place = self._model.place_of(row_id)
        if place >= 0:
            self.selectRow(place)
            self.scrollTo(self._model.index(place, 0))
        return place >= 0

    def selected_ids(self) -> "array[int]":
        """The selected ids in the order shown."""
        ids: array[int] = array("q")
        for first, last in sorted(self._ranges()):
            ids.extend(self._model.ids[first : last + 1])
        return ids

    def selected_count(self) -> int:
        return sum(last - first + 1 for first, last in self._ranges())

    def _ranges(self) -> set[tuple[int, int]]:
        parts = self.selectionModel().selection()
        return {(parts.at(n).top(), parts.at(n).bottom()) for n in range(parts.count())}

    def _keep_selection(self) -> None:
        self._kept = (self.current_id(), set(self.selected_ids()))

    def _restore_selection(self) -> None:
        current, selected = self._kept
        places = (
            [place for place, row_id in enumerate(self._model.ids) if row_id in selected] if selected else []
        )
        ranges = list(_runs(places))
        if len(ranges) <= MOST_RANGES:
            self._select_ranges(ranges)
        place = self._model.place_of(current) if current is not None else -1
        if place >= 0:
            index = self._model.index(place, 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)
        self._tell_current()
        self.selection_changed.emit(self.selected_count())
        self.executeDelayedItemsLayout()  # now, or the first paint does it and asks for a second one

    def _select_ranges(self, ranges: list[tuple[int, int]]) -> None:
        selection, last = QItemSelection(), self._model.columnCount() - 1
        for top, bottom in ranges:
            selection.select(self._model.index(top, 0), self._model.index(bottom, last))
        self.selectionModel().select(selection, CLEAR_AND_SELECT | ROWS)

    def _tell_current(self) -> None:
        current = self.current_id()
        if current != self._told_current:
            self._told_current = current
            self.current_changed.emit(current)

    # What is seen

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        if first >= 0:
            rows = range(first, (last if last >= 0 else self._model.rowCount() - 1) + 1)
            self._painter.paint_rows(painter, rows)
        painter.end()
        super().paintEvent(event)

    # Mouse and keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._open(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _open(self, row: int) -> None:
        if row >= 0:
            self.opened.emit(self._model.ids[row])

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        before, self._painter.hovered = self._painter.hovered, row
        for changed in {before, row} - {-1} if before != row else ():
            height = self.rowHeight(changed)
            self.viewport().update(0, self.rowViewportPosition(changed), self.viewport().width(), height)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.rowAt(event.pos().y())
        if row >= 0:
            self.row_menu.emit(self._model.ids[row], event.globalPos())

    def copy(self) -> None:
        """Put the selected rows into the clipboard, as a spreadsheet takes them."""
        columns = self.shown_columns()
        ids = self.selected_ids()
        rows = self._model.rows_of(ids)
        lines = [[text_of(rows[i].cells[c]).replace("\t", " ") for c in columns] for i in ids if i in rows]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    # Columns

    def shown_columns(self) -> list[int]:
        """The columns on screen, from left to right."""
        header = self.horizontalHeader()
        sections = sorted(range(header.count()), key=header.visualIndex)
        return [section for section in sections if not header.isSectionHidden(section)]

    def fill_column_menu(self, menu: QMenu) -> None:
        """Choose columns, copy, export."""
        menu.clear()
        for section, column in enumerate(self._model.source.columns):
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(section))
            action.setEnabled(section != 0)
            action.toggled.connect(lambda shown, section=section: self._show_column(section, shown=shown))
        menu.addSeparator()
        menu.addAction(_("Copy selected rows"), self.copy)
        menu.addAction(_("Export what is shown…"), self.export_wanted.emit)

    def _show_column_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_column_menu(menu)
        menu.popup(self.horizontalHeader().mapToGlobal(at))

    def _show_column(self, section: int, *, shown: bool) -> None:
        self.setColumnHidden(section, not shown)
        if shown and self.columnWidth(section) < table_memory.SMALLEST:
            self.setColumnWidth(section, theme().px(self._model.source.columns[section].width))
        self.remember()

    # Nothing to show

    def _show_nothing(self, count: int) -> None:
        self.nothing.setVisible(count == 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.nothing.setGeometry(self.viewport().rect())
        if self._fits:
            table_memory.fit(self.horizontalHeader(), self._model.source.columns, self.viewport().width())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.verticalHeader().setDefaultSectionSize(theme().px(sizes.ROW))


def _runs(places: Iterable[int]) -> Iterable[tuple[int, int]]:
    """Ascending numbers as ranges: 1 2 3 7 is (1, 3), (7, 7)."""
    first = last = -2
    for place in places:
        if place != last + 1:
            if last >= 0:
                yield first, last
            first = place
        last = place
    if last >= 0:
        yield first, last
