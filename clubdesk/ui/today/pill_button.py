"""A pill with its count that can be pressed: it leads to the people in that state."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton
from typing_extensions import override

from clubdesk.ui.common import sizes
from clubdesk.ui.common.columns import Kind, Status, text_of
from clubdesk.ui.common.delegates import paint_status, width_of
from clubdesk.ui.common.theme import theme


class PillButton(QAbstractButton):
    def __init__(self, status: Status) -> None:
        super().__init__()
        self._status = status
        self.setAccessibleName(text_of(status))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        return QSize(width_of(self._status, kind=Kind.STATUS) + 3 * sizes.HALF, theme().px(sizes.CHIP) + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.colour("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("hover") if self.underMouse() else Qt.BrushStyle.NoBrush)
        radius = self.height() / 2
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), radius, radius)
        paint_status(painter, self.rect().adjusted(2, 0, 0, 0), self._status, look)
