"""The first rows of the list as they stand in the file; columns left out are faint, rejected rows tinted."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from clubdesk.services.importing.memberlist import Rejected
from clubdesk.ui.common import sizes
from clubdesk.ui.common.text_width import measured
from clubdesk.ui.common.theme import theme
from clubdesk.ui.importing.cells import Cells, Index
from clubdesk.ui.importing.column_header import ColumnHeader
from clubdesk.ui.importing.source import Source

SHOWN = 100  # rows
WIDEST, NARROWEST = 260, 132
BESIDE_FIELD = 84  # what a field's box needs beside its word


class PreviewModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.source: Source | None = None
        self.rejected: dict[int, str] = {}  # row of the file -> reason

    def show_source(self, source: Source) -> None:
        self.beginResetModel()
        self.source, self.rejected = source, {}
        self.endResetModel()

    def row_number(self, row: int) -> int:
        assert self.source
        return self.source.members.rows[row].number

    def cell(self, row: int, column: int) -> str:
        assert self.source
        return " ".join(self.source.members.rows[row].cells[column].split())

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if self.source is None or parent.isValid() else min(len(self.source.members.rows), SHOWN)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if self.source is None or parent.isValid() else len(self.source.members.headers)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.rejected.get(self.row_number(index.row()))
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if self.source is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.source.members.headers[section]
        return str(self.row_number(section))


class _Cells(Cells):
    @override
    def colours(self, index: Index) -> tuple[str, str]:
        model = index.model()
        assert isinstance(model, PreviewModel)
        assert model.source
        if model.row_number(index.row()) in model.rejected:
            return "returned", "returned"
        return "", "text" if model.source.columns[index.column()].field else "faint"


class Preview(QTableView):
    chosen = Signal(int, str)  # column, and the field it becomes

    def __init__(self) -> None:
        super().__init__()
        self._rows = PreviewModel()
        self.setModel(self._rows)
        self.setItemDelegate(_Cells(self))
        self.columns = ColumnHeader(self)
        self.columns.chosen.connect(self.chosen)
        self.setHorizontalHeader(self.columns)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.setWordWrap(False)
        numbers = self.verticalHeader()
        numbers.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        numbers.setDefaultSectionSize(theme().px(sizes.HEADER))
        numbers.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_source(self, source: Source) -> None:
        """Another list, or the same one read in another way."""
        self._rows.show_source(source)
        for at in range(len(source.columns)):
            self.setColumnWidth(at, self._width(source, at))
        self.show_meanings(source)

    def show_meanings(self, source: Source) -> None:
        """The same rows, with columns that mean something else."""
        self._rows.source = source
        self.columns.show_meanings(source.members.headers, source.columns)
        self.viewport().update()

    def show_rejected(self, rejected: tuple[Rejected, ...]) -> None:
        self._rows.rejected = {entry.row: entry.reason for entry in rejected}
        self.viewport().update()

    def _width(self, source: Source, at: int) -> int:
        """Wide enough for its field and for most of the first rows, within reason."""
        look, rows = theme(), range(min(20, self._rows.rowCount()))
        header = measured(source.members.headers[at], look.font(bold=True)) + 2 * sizes.MARGIN
        field = measured(self.columns.word(source.columns[at].field), look.font()) + look.px(BESIDE_FIELD)
        cells = [measured(self._rows.cell(row, at), look.font()) + sizes.MARGIN for row in rows]
        return max(field, min(max([header, *cells]), look.px(WIDEST)), look.px(NARROWEST))
