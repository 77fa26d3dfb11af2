"""A short list in a pane: a title, a muted line under it and perhaps a pill; a line may lead somewhere."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from clubdesk.ui.common import sizes
from clubdesk.ui.common.columns import Status
from clubdesk.ui.common.labels import ShortLabel
from clubdesk.ui.common.pill import Pill


@dataclass(frozen=True)
class Entry:
    """`key` is what `chosen` tells."""

    key: object
    title: str
    detail: str = ""
    status: Status | None = None


class LineButton(QPushButton):
    """One line; it can be pressed where pressing leads somewhere."""

    def __init__(self, entry: Entry, press: Callable[[], object] | None) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self.setAccessibleName(f"{entry.title}, {entry.detail}" if entry.detail else entry.title)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(sizes.GRID if press else 0, sizes.HALF, sizes.HALF, sizes.HALF)
        self._line.setSpacing(sizes.GRID)
        self._line.addLayout(_words(entry), 1)
        if entry.status is not None:
            self._line.addWidget(Pill(entry.status), 0)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if press is None:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(lambda: press())

    @override
    def sizeHint(self) -> QSize:
        return self._line.sizeHint()


def _words(entry: Entry) -> QVBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(0)
    title = ShortLabel("body")
    title.say(entry.title)
    words.addWidget(title)
    if entry.detail:
        detail = ShortLabel("caption")
        detail.say(entry.detail)
        words.addWidget(detail)
    return words


class Lines(QWidget):
    chosen = Signal(object)  # key of the line that was pressed

    def __init__(self, *, leads: bool = False, marks: bool = False) -> None:
        """`leads`: lines can be pressed. `marks`: the one pressed stays marked."""
        super().__init__()
        self._leads, self._marks = leads, marks
        self._shown: tuple[Entry, ...] | None = None
        self._buttons: dict[object, LineButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        if tuple(entries) == self._shown:
            return
        self._shown = tuple(entries)
        for old in self._buttons.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = {entry.key: self._add(entry) for entry in entries}

    def _add(self, entry: Entry) -> LineButton:
        made = LineButton(entry, (lambda: self._choose(entry.key)) if self._leads else None)
        made.setCheckable(self._marks)
        self._column.addWidget(made)
        return made

    def _choose(self, key: object) -> None:
        self.mark(key)
        self.chosen.emit(key)

    def mark(self, key: object) -> None:
        """Mark a line as the one that is looked at."""
        for other, made in self._buttons.items():
            made.setChecked(self._marks and other == key)
