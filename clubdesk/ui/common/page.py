"""What every page is made of: head, body, and a pane at the right that folds away."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from clubdesk.ui.common import sizes
from clubdesk.ui.common.notice import Notice
from clubdesk.ui.common.page_head import PageHead, Place
from clubdesk.ui.common.pane import Pane
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.common.theme import theme

SMALLEST = 310  # what the pane leaves for the rest


class Page(QWidget):
    """Subclass it, fill `head` and `body`, say what it `watches`, and reload when told.

    Keys belong to the page's actions: they work while the page is shown, wherever the caret is.
    """

    watches: frozenset[str] = frozenset()  # tables whose change makes it reload
    watches_all = False  # any change does

    def __init__(self, title: str) -> None:
        super().__init__()
        self.head = PageHead(title)
        self.notice = Notice()
        self.body = QVBoxLayout()
        self.pane: Pane | None = None
        self._stale = True
        self._pane_wanted: dict[bool, bool] = {False: True, True: False}  # by whether the window is narrow
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._left())
        self._split.setStretchFactor(0, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._split)

    def _left(self) -> QWidget:
        left = QWidget()
        left.setMinimumWidth(SMALLEST)
        column = QVBoxLayout(left)
        column.setContentsMargins(sizes.MARGIN, sizes.EDGE, sizes.EDGE, sizes.GRID)
        column.setSpacing(sizes.GAP)
        column.addWidget(self.head)
        column.addWidget(self.notice)
        column.addLayout(self.body, 1)
        self.body.setSpacing(sizes.GAP)
        return left

    # What a page does

    def action(
        self, text: str, run: Callable[[], object], *, key: str = "", drawing: str = "", place: Place = "menu"
    ) -> QAction:
        """Something to do here, with its button or menu entry in the head, and its key."""
        made = QAction(text, self)
        made.triggered.connect(lambda: run())
        if key:
            made.setShortcut(QKeySequence(key))
        self.addAction(made)
        self.head.add(made, place=place, drawing=drawing)
        return made

    def reload(self) -> None:
        """Ask for everything again. Called when the page is first shown and after changes it watches."""

    def changed(self, tables: frozenset[str]) -> None:
        """Hear which tables were changed; a hidden page reloads when it is shown again."""
        if self.watches_all or tables & self.watches:
            self._stale = True
            self._freshen()

    def may_close(self) -> bool:
        """Whether the window may close: nothing that was typed would be lost, or the officer wants that."""
        return True

    def open_with(self, wish: object) -> None:
        """Show what another page asked for: a member's id, a search, a file; each page says what it takes."""

    def search(self) -> None:
        """Put the caret into the search field, if there is one."""
        if self.head.search is not None:
            self.head.search.take_focus()

    def take_focus(self) -> None:
        """Let the keys go to the page: to its table if one is shown."""
        tables = (table for table in self.findChildren(TableView) if table.isVisibleTo(self))
        next(tables, self).setFocus()

    def _freshen(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.reload()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fold_pane()
        self._freshen()

    # The pane

    def set_pane(self, pane: Pane) -> Pane:
        """Put a pane at the right; F4 shows and hides it."""
        self.pane = pane
        self._split.addWidget(pane)
        self._split.setSizes([sizes.PANE * 3, sizes.PANE])
        pane.closed.connect(self.toggle_pane)
        return pane

    def toggle_pane(self) -> None:
        narrow = self._is_narrow()
        self._pane_wanted[narrow] = not self._pane_wanted[narrow]
        self._fold_pane()

    def show_pane(self) -> None:
        """Make sure that the pane is seen, because the officer opened a row."""
        self._pane_wanted[self._is_narrow()] = True
        self._fold_pane()

    def _is_narrow(self) -> bool:
        return self.window().width() < theme().px(sizes.FOLD_PANE)

    def _fold_pane(self) -> None:
        if self.pane is not None:
            self.pane.setVisible(self._pane_wanted[self._is_narrow()])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_pane()

    # What a page remembers

    def remembered(self) -> str:
        """How wide the pane stands, for the settings."""
        return str(self._split.sizes()[1]) if self.pane is not None and self.pane.isVisible() else ""

    def restore(self, kept: str) -> None:
        if self.pane is not None and kept.isdigit():
            self._split.setSizes([sizes.PANE * 4, int(kept)])
