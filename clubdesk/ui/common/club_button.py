"""The club's name on top of the sidebar; it opens the menu of clubs."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy
from typing_extensions import override

from clubdesk.i18n import _
from clubdesk.ui.common import icons, sizes
from clubdesk.ui.common.text_width import elided
from clubdesk.ui.common.theme import theme


class ClubButton(QAbstractButton):
    def __init__(self, menu: QMenu) -> None:
        super().__init__()
        self.folded = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2))))

    def set_name(self, name: str) -> None:
        self.setText(name)
        self.setToolTip(name)
        self.setAccessibleName(_("Club: {name}").format(name=name))

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(sizes.CONTROL), theme().px(sizes.CONTROL))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), theme(), self.rect()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            look.colour("accent" if self.hasFocus() else "border" if self.underMouse() else "line")
        )
        painter.setBrush(look.colour("hover" if self.underMouse() else "base"))
        painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), sizes.RADIUS, sizes.RADIUS)
        size = look.px(sizes.ICON)
        left = (rect.width() - size) // 2 if self.folded else sizes.GRID + 2
        self._paint_icon(painter, "flag", "accent", QRect(left, (rect.height() - size) // 2, size, size))
        if not self.folded:
            self._paint_name(painter, rect.adjusted(left + size + sizes.GRID + 2, 0, -sizes.GRID, 0))

    def _paint_name(self, painter: QPainter, rect: QRect) -> None:
        font, small = theme().font(bold=True), theme().px(sizes.SMALL_ICON)
        middle = rect.center().y() - small // 2 + 1
        self._paint_icon(painter, "chevron-down", "muted", QRect(rect.right() - small, middle, small, small))
        painter.setFont(font)
        painter.setPen(theme().colour("text"))
        text = elided(self.text(), rect.width() - small - sizes.HALF, font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_icon(self, painter: QPainter, name: str, role: str, place: QRect) -> None:
        colour, ratio = theme().colours[role], self.devicePixelRatioF()
        painter.drawPixmap(place.topLeft(), icons.pixmap(name, colour, size=place.width(), ratio=ratio))
