"""A pill standing by itself, as tables paint it in their cells."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from clubdesk.ui.common import sizes
from clubdesk.ui.common.columns import Kind, Status, text_of
from clubdesk.ui.common.delegates import paint_status, width_of
from clubdesk.ui.common.theme import theme


class Pill(QWidget):
    """Its accessible name is what it says; the note stands muted beside it."""

    def __init__(self, status: Status | None = None) -> None:
        super().__init__()
        self._status = status or Status("none", "")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_status(self._status)

    def show_status(self, status: Status) -> None:
        self._status = status
        self.setAccessibleName(text_of(status))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(width_of(self._status, kind=Kind.STATUS) + sizes.HALF, theme().px(sizes.PILL) + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(sizes.PILL), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_status(QPainter(self), self.rect(), self._status, theme())
