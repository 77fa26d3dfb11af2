"""The head of every page: title and count, what can be done, search and chips."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from clubdesk.i18n import _
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button, menu_button
from clubdesk.ui.common.chips import Chips
from clubdesk.ui.common.icons import set_icon
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.search_field import SearchField
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.common.text_width import measured
from clubdesk.ui.common.theme import theme

Place = Literal["primary", "secondary", "menu"]


class PageHead(QWidget):
    def __init__(self, title: str) -> None:
        super().__init__()
        self.search: SearchField | None = None
        self.chips: Chips | None = None
        self._title = label(title, "title")
        self._count = label("", "muted")
        self._secondary: list[QPushButton] = []
        self._always: list[QWidget] = []
        self.menu = QMenu(self)
        self._more = menu_button("dots", _("More"), self.menu)
        self._more.hide()
        self._always.append(self._more)
        self._buttons = QHBoxLayout()
        self._second = QHBoxLayout()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.GAP)
        column.addLayout(self._first_line())
        column.addLayout(self._second)

    def _first_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(sizes.GRID)
        line.addWidget(self._title)
        self._count.setContentsMargins(sizes.HALF, sizes.GRID, 0, 0)
        line.addWidget(self._count)
        line.addStretch()
        self._buttons.setSpacing(sizes.GRID)
        line.addLayout(self._buttons)
        line.addWidget(self._more)
        return line

    def show_menu(self, *, shown: bool) -> None:
        """Hide the menu while nothing stands in it."""
        self._more.setVisible(shown)

    def set_title(self, title: str) -> None:
        self._title.setText(title)

    def set_count(self, text: str) -> None:
        """How many are shown: "128 of 2,431"."""
        self._count.setText(text)
        self._fold()

    def add(self, action: QAction, *, place: Place, drawing: str = "") -> None:
        """Give an action its place; there should be one primary action at most."""
        if place == "menu":
            if drawing:
                set_icon(action, drawing)
            self.menu.addAction(action)
            self._more.show()
            return
        made = button(
            action.text(), action.trigger, drawing=drawing, kind="primary" if place == "primary" else "normal"
        )
        _follow(made, action)
        if place == "secondary":
            self._secondary.append(made)
            self._buttons.insertWidget(len(self._secondary) - 1, made)
        else:
            self._always.append(made)
            self._buttons.addWidget(made)

    def set_search(self, hint: str, table: TableView) -> SearchField:
        """A search field over the table, and the table's columns at the right of the line."""
        self.search = SearchField(hint)
        self.search.lead_to(table)
        self.chips = Chips()
        self._second.setSpacing(sizes.GRID)
        top = Qt.AlignmentFlag.AlignTop
        self._second.addWidget(self.search, 3, top)
        self._second.addWidget(self.chips, 4)
        self._second.addWidget(_columns_button(table), 0, top)
        return self.search

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Where there is no room for their words, buttons keep their icons; the primary keeps its word."""
        icon_only = theme().px(sizes.ICON) + sizes.MARGIN + 2 * sizes.GRID
        lines = [self._title, *(part for part in self._always if not part.isHidden())]
        needed = sum(part.sizeHint().width() + sizes.GRID for part in lines)
        needed += icon_only * len(self._secondary)
        count = self._count.sizeHint().width() + sizes.GRID
        words = sum(measured(made.accessibleName(), made.font()) for made in self._secondary)
        self._count.setVisible(needed + count <= self.width())
        for made in self._secondary:
            made.setText(made.accessibleName() if needed + count + words <= self.width() else "")


def _follow(made: QPushButton, action: QAction) -> None:
    """Let a button look as its action stands."""

    def mirror() -> None:
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        made.setEnabled(action.isEnabled())
        if made.parentWidget() is not None or not action.isVisible():
            made.setVisible(action.isVisible())  # without a parent it would flash as a window of its own
        made.setAccessibleName(action.text())
        made.setText(action.text() if made.text() else "")
        made.setToolTip(f"{action.text()}  ({key})" if key else action.text())

    mirror()
    action.changed.connect(mirror)


def _columns_button(table: TableView) -> QToolButton:
    menu = QMenu(table)
    made = menu_button("adjustments-horizontal", _("Columns, copy, export"), menu)
    menu.aboutToShow.connect(lambda: table.fill_column_menu(menu))
    return made
