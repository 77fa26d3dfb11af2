"""The heads of a table's columns: quiet words, and an arrow beside the one it is sorted by."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from clubdesk.ui.common import icons, sizes
from clubdesk.ui.common.text_width import elided, measured
from clubdesk.ui.common.theme import theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ARROWS = {Qt.SortOrder.AscendingOrder: "chevron-up", Qt.SortOrder.DescendingOrder: "chevron-down"}


class TableHeader(QHeaderView):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(True)
        self.setSortIndicatorClearable(False)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        look = theme()
        painter.setPen(look.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        is_sorted = self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex
        is_right = self.model().headerData(
            logicalIndex, self.orientation(), Qt.ItemDataRole.TextAlignmentRole
        )
        inside = rect.adjusted(sizes.GAP, 0, -sizes.GRID, 0)
        arrow = look.px(sizes.SMALL_ICON) if is_sorted else 0
        font = look.font(bold=True)
        text = str(self.model().headerData(logicalIndex, self.orientation(), Qt.ItemDataRole.DisplayRole))
        text = elided(text, inside.width() - arrow, font)
        painter.setFont(font)
        painter.setPen(look.colour("text" if is_sorted else "muted"))
        painter.drawText(inside, RIGHT if is_right == int(RIGHT) else LEFT, text)
        if is_sorted:
            width = measured(text, font)
            left = (
                inside.right() - width - arrow if is_right == int(RIGHT) else inside.x() + width + sizes.HALF
            )
            self._paint_arrow(painter, left, inside.center().y() - arrow // 2, arrow)

    def _paint_arrow(self, painter: QPainter, left: int, top: int, size: int) -> None:
        name, colour = ARROWS[self.sortIndicatorOrder()], theme().colours["text"]
        painter.drawPixmap(left, top, icons.pixmap(name, colour, size=size, ratio=self.devicePixelRatioF()))
