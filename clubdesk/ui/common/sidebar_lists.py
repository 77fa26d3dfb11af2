"""The saved lists in the sidebar, below the pages."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from clubdesk.i18n import _
from clubdesk.services.member_list import ListLine
from clubdesk.ui.common import sizes
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.sidebar import SidebarRow

LIVE, FROZEN = "list-details", "users-group"


class SidebarLists(QWidget):
    chosen = Signal(object)  # id of a list
    rename_wanted = Signal(object, str)  # id, and its name now
    move_wanted = Signal(object, int)  # id, and by how many places
    delete_wanted = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._folded = False
        self._lines: tuple[ListLine, ...] = ()
        self.rows: list[SidebarRow] = []
        self._heading = label(_("Lists"), "muted")
        self._heading.setContentsMargins(sizes.GRID + 2, sizes.GAP, 0, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._heading)
        self.hide()

    def show_lists(self, lines: Sequence[ListLine]) -> None:
        """Show these lists; nothing at all when there are none."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = [self._row(line) for line in lines]
        self.setVisible(bool(lines))
        self.fold(folded=self._folded)

    def _row(self, line: ListLine) -> SidebarRow:
        row = SidebarRow(line.name, FROZEN if line.frozen else LIVE)
        row.setCheckable(False)
        row.set_count(line.count)
        row.clicked.connect(lambda: self.chosen.emit(line.id))
        row.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        row.customContextMenuRequested.connect(lambda at: self._menu(line).popup(row.mapToGlobal(at)))
        self._column.addWidget(row)
        return row

    def _menu(self, line: ListLine) -> QMenu:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(_("Rename…"), lambda: self.rename_wanted.emit(line.id, line.name))
        menu.addAction(_("Move up"), lambda: self.move_wanted.emit(line.id, -1))
        menu.addAction(_("Move down"), lambda: self.move_wanted.emit(line.id, 1))
        menu.addSeparator()
        menu.addAction(_("Delete the list"), lambda: self.delete_wanted.emit(line.id, line.name))
        return menu

    def fold(self, *, folded: bool) -> None:
        self._folded = folded
        self._heading.setVisible(not folded)
        for row in self.rows:
            row.fold(folded=folded)
