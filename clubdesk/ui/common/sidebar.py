"""The sidebar: the club on top, then the pages with their counts; icons only in narrow windows."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QMenu, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from clubdesk.i18n import _, number
from clubdesk.ui.common import icons, sizes
from clubdesk.ui.common.club_button import ClubButton
from clubdesk.ui.common.feature import Feature
from clubdesk.ui.common.text_width import elided, measured
from clubdesk.ui.common.theme import theme

MIDDLE = Qt.AlignmentFlag.AlignVCenter


class SidebarRow(QAbstractButton):
    """One page in the sidebar."""

    def __init__(self, title: str, drawing: str) -> None:
        super().__init__()
        self._drawing, self.count, self.folded = drawing, "", False
        self.setText(title)
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int | None) -> None:
        self.count = number(count) if count else ""
        self.setAccessibleDescription(self.count)
        self.update()

    def fold(self, *, folded: bool) -> None:
        self.folded = folded
        self.setToolTip(self.text() if folded else "")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(sizes.ICON), theme().px(sizes.CONTROL))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), theme(), self.rect()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_back(painter, rect)
        colour = look.colour("on_select" if self.isChecked() else "text")
        tint = look.colours["on_select" if self.isChecked() else "muted"]
        size = look.px(sizes.ICON)
        left = (rect.width() - size) // 2 if self.folded else sizes.GRID + 2
        picture = icons.pixmap(self._drawing, tint, size=size, ratio=self.devicePixelRatioF())
        painter.drawPixmap(left, (rect.height() - size) // 2, picture)
        if not self.folded:
            count = self._paint_count(painter, rect)
            painter.setPen(colour)
            self._paint_title(painter, rect.adjusted(left + size + sizes.GRID + 2, 0, -count, 0))

    def _paint_back(self, painter: QPainter, rect: QRect) -> None:
        role = "select" if self.isChecked() else "pressed" if self.underMouse() else "sidebar"
        ring = self.hasFocus() and self.window().isActiveWindow()
        painter.setPen(theme().colour("accent") if ring else Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(role))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), sizes.RADIUS, sizes.RADIUS)

    def _paint_count(self, painter: QPainter, rect: QRect) -> int:
        """Write the count at the right and return how much room it took."""
        font = theme().font(sizes.CAPTION)
        painter.setFont(font)
        painter.setPen(theme().colour("muted"))
        painter.drawText(
            rect.adjusted(0, 0, -sizes.GRID, 0), MIDDLE | Qt.AlignmentFlag.AlignRight, self.count
        )
        return measured(self.count, font) + 2 * sizes.GRID

    def _paint_title(self, painter: QPainter, rect: QRect) -> None:
        font = theme().font(bold=self.isChecked())
        painter.setFont(font)
        painter.drawText(rect, MIDDLE | Qt.AlignmentFlag.AlignLeft, elided(self.text(), rect.width(), font))


class Sidebar(QFrame):
    chosen = Signal(str)  # key of a page
    folded_changed = Signal(bool)

    def __init__(self, features: Sequence[Feature], club_menu: QMenu) -> None:
        super().__init__()
        self.setProperty("part", "sidebar")
        self._rows: dict[str, SidebarRow] = {}
        self._club = ClubButton(club_menu)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(sizes.GRID, sizes.GAP, sizes.GRID, sizes.GAP)
        self._column.setSpacing(2)
        self._column.addWidget(self._club)
        self._column.addSpacing(sizes.GRID)
        for feature in features:
            self._add(feature)
        self._column.addStretch()
        self.fold(folded=False)

    def _add(self, feature: Feature) -> None:
        row = SidebarRow(_(feature.title), feature.drawing)
        row.clicked.connect(lambda: self.chosen.emit(feature.key))
        self._rows[feature.key] = row
        self._column.addWidget(row)

    def set_club(self, name: str) -> None:
        self._club.set_name(name)

    def show_chosen(self, key: str) -> None:
        """Mark a page as the one that is shown; a page that isn't listed leaves no mark."""
        for listed, row in self._rows.items():
            row.setAutoExclusive(False)  # which would keep the last mark
            row.setChecked(listed == key)
            row.setAutoExclusive(True)

    def set_count(self, key: str, count: int | None) -> None:
        self._rows[key].set_count(count)

    def fold(self, *, folded: bool) -> None:
        """Show icons only, or everything."""
        self.setFixedWidth(theme().px(sizes.SIDEBAR_FOLDED if folded else sizes.SIDEBAR))
        self._club.folded = folded
        self._club.update()
        self.folded_changed.emit(folded)
        for row in self._rows.values():
            row.fold(folded=folded)

    def add_below(self, part: QWidget) -> None:
        """More below the pages."""
        self._column.insertWidget(self._column.count() - 1, part)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        rows = list(self._rows.values())
        focused = next((place for place, row in enumerate(rows) if row.hasFocus()), None)
        if step and focused is not None:
            rows[(focused + step) % len(rows)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
