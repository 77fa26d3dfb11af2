"""An icon standing by itself, drawn in the theme's colour of the moment."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from clubdesk.ui.common import icons, sizes
from clubdesk.ui.common.theme import theme


class Picture(QWidget):
    """`role` is a colour of the theme, or the look of a status, whose text colour it then has."""

    def __init__(self, drawing: str, role: str = "muted", size: int = sizes.ICON) -> None:
        super().__init__()
        self._drawing, self._role, self._size = drawing, role, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_drawing(self, drawing: str, role: str = "") -> None:
        self._drawing, self._role = drawing, role or self._role
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(self._size), theme().px(self._size))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, size = theme(), min(self.width(), self.height())
        colour = look.colours.get(self._role) or look.pair(self._role)[1].name()
        picture = icons.pixmap(self._drawing, colour, size=size, ratio=self.devicePixelRatioF())
        corner = QPointF(self.width() - size, self.height() - size) / 2
        QPainter(self).drawPixmap(corner, picture)
