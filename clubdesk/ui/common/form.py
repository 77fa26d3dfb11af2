"""A form: sections by a heading and space, one column of fields when narrow, two when there is room."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from clubdesk.ui.common import sizes
from clubdesk.ui.common.fields import Field
from clubdesk.ui.common.labels import label

W = TypeVar("W", bound=QWidget)


class Form(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._parts: list[tuple[QWidget, bool]] = []  # and whether it takes the whole width
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, sizes.GAP, sizes.GRID, sizes.GAP)
        self._grid.setHorizontalSpacing(sizes.EDGE)
        self._grid.setVerticalSpacing(sizes.GAP)

    def section(self, title: str) -> None:
        """A heading over the fields that follow."""
        heading = label(title, "strong")
        heading.setContentsMargins(0, sizes.GRID if self._parts else 0, 0, 0)
        self.add(heading, wide=True)

    def add(self, part: W, *, wide: bool = False) -> W:
        """A field or another part; `wide` takes both columns."""
        self._parts.append((part, wide))
        self._arrange(self._columns or 1)
        return part

    def commit(self) -> None:
        """Keep what is being typed, because the form shows somebody else next."""
        for part, _ in self._parts:
            if isinstance(part, Field):
                part.commit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = 2 if self.width() >= sizes.FORM_TWO_COLUMNS else 1
        if columns != self._columns:
            self._arrange(columns)

    def _arrange(self, columns: int) -> None:
        self._columns = columns
        row = column = 0
        for part, wide in self._parts:
            self._grid.removeWidget(part)
            if wide and column:
                row, column = row + 1, 0
            self._grid.addWidget(part, row, column, 1, columns if wide else 1, Qt.AlignmentFlag.AlignTop)
            column = 0 if wide else (column + 1) % columns
            row += column == 0
        for place in range(2):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
        for place in range(row + 2):
            self._grid.setRowStretch(place, 0)
        self._grid.setRowStretch(row + 1, 1)
