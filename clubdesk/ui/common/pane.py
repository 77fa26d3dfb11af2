"""The pane at the right of a page: who or what is looked at, in tabs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from clubdesk.i18n import _
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import icon_button, menu_button
from clubdesk.ui.common.empty import Empty
from clubdesk.ui.common.labels import ShortLabel, label


class Pane(QFrame):
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "pane")
        self.setMinimumWidth(sizes.PANE_SMALLEST)
        self.menu = QMenu(self)
        self.nothing = Empty()
        self.tabs = QTabWidget()
        self._title, self._line = ShortLabel("heading"), ShortLabel("muted")
        self._note = label("", "muted", wrap=True)
        self._more = menu_button("dots", _("More"), self.menu)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self._content())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _content(self) -> QWidget:
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(sizes.EDGE, sizes.EDGE, sizes.EDGE, sizes.GRID)
        column.setSpacing(sizes.HALF)
        column.addLayout(self._head())
        column.addWidget(self._line)
        column.addWidget(self._note)
        column.addSpacing(sizes.HALF)
        column.addWidget(self.tabs, 1)
        return content

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(sizes.HALF)
        line.addWidget(self._title, 1)
        line.addWidget(self._more)
        line.addWidget(icon_button("x", _("Hide the pane (F4)"), self.closed.emit, kind="plain"))
        return line

    def show_head(self, title: str, line: str = "", note: str = "") -> None:
        """Who is looked at: the name, a line about it and, if need be, an explanation."""
        self._title.say(title)
        self._line.say(line)
        self._line.setVisible(bool(line))
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._more.setVisible(bool(self.menu.actions()))
        self._stack.setCurrentIndex(1)

    def show_nothing(self) -> None:
        """Nobody is looked at: show what `nothing` says."""
        self._stack.setCurrentIndex(0)

    def show_instead(self, content: QWidget) -> None:
        """Show something else in the place of head and tabs."""
        if self._stack.indexOf(content) < 0:
            self._stack.addWidget(content)
        self._stack.setCurrentWidget(content)

    def add_tab(self, title: str, content: QWidget, *, scrolls: bool = True) -> int:
        """A tab; its content scrolls unless it does so itself (a table, a preview)."""
        return self.tabs.addTab(scrolling(content) if scrolls else content, title)


def scrolling(content: QWidget) -> QScrollArea:
    """The content in an area that scrolls up and down."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setViewport(QWidget())  # one that paints no background
    area.setWidget(content)
    content.setAutoFillBackground(False)
    return area
