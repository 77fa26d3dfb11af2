"""A table of up to a million rows: all ids in order, and the rows of the pages that were looked at.

The scroll bar is exact and nothing is ever fetched twice while it is in the cache.
"""

from array import array
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from clubdesk.ui.common.columns import Row, Source, text_of
from clubdesk.ui.common.tasks import Tasks

PAGE = 32  # what a laptop shows at once: after each key in the search nothing more is fetched
PAGES = 200

# Qt asks some thousand times a second: comparing ints is several times cheaper than comparing enums.
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

Index = QModelIndex | QPersistentModelIndex


class TableModel(QAbstractTableModel):
    found = Signal(int)  # rows now shown
    failed = Signal(object)  # what went wrong while looking for them

    def __init__(self, source: Source, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source = source
        self.ids: array[int] = array("q")
        self.searched = False
        self._tasks = tasks
        self._pages: dict[int, dict[int, Row]] = {}
        self._search: Any = None
        self._sort, self._descending = source.sort, source.descending
        self._asking = self._again = False

    # What is shown

    def find(self, search: object) -> None:
        """Show what answers this search; the answer comes a moment later, with `found`."""
        self._search = search
        self.reload()

    def reload(self) -> None:
        """Ask again, because something changed. Of several wishes only the last is asked."""
        if self._asking:
            self._again = True
            return
        self._asking, self._again = True, False
        search, sort, descending = self._search, self._sort, self._descending
        self._tasks.start(
            lambda _: self.source.ids(search, sort, descending), done=self._show, failed=self._could_not
        )

    def _show(self, ids: "array[int]") -> None:
        self._asking = False
        if self._again:
            self.reload()
            return
        self.searched = True
        self.list_already(ids)
        self.found.emit(len(ids))

    def list_already(self, ids: "array[int]") -> None:
        """Show these rows; when a search is under way, until it has found what is to be shown."""
        self.beginResetModel()
        self.ids = ids
        self._pages.clear()
        self.endResetModel()

    def _could_not(self, error: BaseException) -> None:
        self._asking = False
        self.failed.emit(error)
        if self._again:
            self.reload()

    def show_columns(self, source: Source) -> None:
        """Show these columns from now on; sorted as before where such a column is left."""
        self.beginResetModel()
        self.source = source
        self._pages.clear()
        if self._sort not in [column.key for column in source.columns]:
            self._sort, self._descending = source.sort, source.descending
        self.endResetModel()

    @property
    def sorted_by(self) -> tuple[str, bool]:
        """Key of the column and whether downwards."""
        return self._sort, self._descending

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.source.columns):
            return
        if not self.source.columns[column].sortable:
            return
        wanted = self.source.columns[column].key, order == Qt.SortOrder.DescendingOrder
        if wanted != (self._sort, self._descending):
            self._sort, self._descending = wanted
            self.reload()

    # Rows

    def row(self, number: int) -> Row | None:
        """The row at that place; None if it is gone since the ids were read."""
        page = number // PAGE
        rows = self._pages.get(page)
        if rows is None:
            rows = self._fetch(page)
        return rows.get(self.ids[number])

    def _fetch(self, page: int) -> dict[int, Row]:
        rows = self.rows_of(self.ids[page * PAGE : (page + 1) * PAGE])
        self._pages[page] = rows
        if len(self._pages) > PAGES:
            del self._pages[next(iter(self._pages))]  # the oldest
        return rows

    def rows_of(self, ids: Sequence[int]) -> dict[int, Row]:
        return {row.id: row for row in self.source.rows(ids)}

    def place_of(self, row_id: int) -> int:
        """Where the row with that id stands now, -1 if it is not shown."""
        try:
            return self.ids.index(row_id)
        except ValueError:
            return -1

    def value(self, row: int, column: int) -> Any:
        line = self.row(row)
        return None if line is None else line.cells[column]

    # What Qt asks

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.ids)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.source.columns)

    @override
    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role == DISPLAY:
            return text_of(self.value(index.row(), index.column()))
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == DISPLAY:
                return self.source.columns[section].title
            if role == ALIGNMENT:
                return RIGHT if self.source.columns[section].right else LEFT
        return None
