"""The chapter of the rows that name none: chosen or typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget
from typing_extensions import override

from clubdesk.i18n import _, ngettext
from clubdesk.ui.common import sizes
from clubdesk.ui.common.labels import ShortLabel
from clubdesk.ui.common.line import Line


class ChapterBox(QWidget):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told = ""
        self._words = ShortLabel("muted")
        self.box = _Box()
        self.box.setEditable(True)
        line = Line()
        line.setPlaceholderText(_("No chapter"))
        self.box.setLineEdit(line)
        self.box.setMinimumWidth(sizes.SEARCH_SMALLEST)
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._words.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.GRID)
        row.addWidget(self._words, 1)
        row.addWidget(self.box)
        line.editingFinished.connect(self._tell)
        self.box.activated.connect(lambda _: self._tell())

    @property
    def chapter(self) -> str:
        return self.box.currentText().strip()

    def offer(self, chapters: Sequence[str]) -> None:
        """The club's chapters; what is chosen stays."""
        chosen = self.box.currentText()
        self.box.clear()
        self.box.addItems(["", *chapters])
        self.box.setCurrentText(chosen)

    def show_count(self, count: int) -> None:
        """How many rows name no chapter; with none there is nothing to ask."""
        self.setVisible(count > 0)
        words = ngettext(
            "Chapter of {count} row that names none", "Chapter of {count} rows that name none", count
        )
        self._words.say(words)
        self.box.setAccessibleName(words)

    def _tell(self) -> None:
        if self.chapter != self._told:
            self._told = self.chapter
            self.changed.emit()


class _Box(QComboBox):
    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
