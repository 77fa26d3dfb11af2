"""How the cells of a list from a file are painted: as the tables of the pages, but of plain text only."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from clubdesk.ui.common import sizes
from clubdesk.ui.common.text_width import elided
from clubdesk.ui.common.theme import theme

Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Cells(QStyledItemDelegate):
    """Subclasses may give cells another `colours`."""

    def colours(self, index: Index) -> tuple[str, str]:
        """Background and text: a colour of the theme or the look of a status; "" for no background."""
        del index
        return "", "text"

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, rect = theme(), option.rect
        back, fore = self.colours(index)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("select"))
        elif back:
            painter.fillRect(rect, look.pair(back)[0])
        painter.setPen(look.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(look.pair(fore)[1] if fore in look.status else look.colour(fore))
        painter.setFont(look.font())
        inside = rect.adjusted(sizes.GAP, 0, -sizes.GRID, 0)
        painter.drawText(inside, LEFT, elided(index.data(), inside.width(), look.font()))
