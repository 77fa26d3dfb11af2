"""A thin bar that shows how the people divide among the states, in the colours of their pills."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from clubdesk.ui.common import sizes
from clubdesk.ui.common.theme import theme

HEIGHT = 8
GAP = 2
NARROWEST = 4  # pixels that even a single person gets


class StatusBar(QWidget):
    """`parts` are (look, count); the words beside it say the same, so it needs no name of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[tuple[str, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: list[tuple[str, int]]) -> None:
        self._parts = [part for part in parts if part[1]]
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(sizes.PANE, theme().px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, radius = QPainter(self), self.height() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setClipPath(outline)
        painter.setPen(Qt.PenStyle.NoPen)
        left = 0.0
        for (look, _count), width in zip(self._parts, self._widths(), strict=True):
            painter.setBrush(theme().pair(look)[1])
            painter.drawRect(QRectF(left, 0, width, self.height()))
            left += width + GAP

    def _widths(self) -> list[float]:
        """Wide as they are many, but never too narrow to be seen."""
        total = sum(count for _look, count in self._parts)
        room = self.width() - GAP * (len(self._parts) - 1)
        wished = [max(room * count / total, NARROWEST) for _look, count in self._parts]
        return [width * room / sum(wished) for width in wished]
