"""An icon in a tinted circle: what a piece of work is about."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from clubdesk.ui.common import icons, sizes
from clubdesk.ui.common.theme import theme

SIZE = 40


class Badge(QWidget):
    """`look` is a status of the theme."""

    def __init__(self, drawing: str, look: str) -> None:
        super().__init__()
        self._drawing, self._look = drawing, look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(SIZE), theme().px(SIZE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        back, fore = theme().pair(self._look)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(back)
        painter.drawEllipse(self.rect())
        size = theme().px(sizes.ICON)
        picture = icons.pixmap(self._drawing, fore.name(), size=size, ratio=self.devicePixelRatioF())
        painter.drawPixmap(QPointF(self.width() - size, self.height() - size) / 2, picture)
