"""The search field of a page: Ctrl+F comes here, Escape clears, Down and Enter go on to the table."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from clubdesk.ui.common import sizes
from clubdesk.ui.common.icons import icon, set_icon
from clubdesk.ui.common.line import Line
from clubdesk.ui.common.table_view import TableView

PAUSE = 40  # ms without a key before a search starts: less than anybody notices
WIDEST = 460


class SearchField(Line):
    searched = Signal(str)

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        """`hint` says what can be searched for."""
        super().__init__(parent)
        self._table: TableView | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setToolTip(hint)
        set_icon(self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition), "search")
        self._clear = self.addAction(icon("x"), QLineEdit.ActionPosition.TrailingPosition)
        set_icon(self._clear, "x")
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        self.setMinimumWidth(sizes.SEARCH_SMALLEST)
        self.setMaximumWidth(WIDEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._changed)

    def lead_to(self, table: TableView) -> None:
        """The table that Down and Enter go to."""
        self._table = table

    def _changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._pause.start()

    def take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        table = self._table
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif table is not None and event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            table.keyPressEvent(event)
        elif table is not None and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(table)
        else:
            super().keyPressEvent(event)

    def _enter(self, table: TableView) -> None:
        table.setFocus(Qt.FocusReason.OtherFocusReason)
        if not table.currentIndex().isValid():
            table.selectRow(0)
