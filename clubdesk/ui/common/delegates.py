"""How rows and cells are painted: the row's background, then text, number or pill."""

from collections.abc import Iterable
from typing import Any, cast

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)
from typing_extensions import override

from clubdesk.ui.common import icons, sizes
from clubdesk.ui.common.columns import RIGHT, Kind, Noted, Share, Status, text_of
from clubdesk.ui.common.table_model import Index, TableModel
from clubdesk.ui.common.text_width import baseline, elided, measured
from clubdesk.ui.common.theme import Theme, theme

BOTTOM_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
PADDING = QPoint(sizes.GAP, sizes.GRID)  # left and right of a cell's text
FOCUS_BAR = 3


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of one table; `hovered` is the row under the mouse."""

    def __init__(self, view: QTableView, model: TableModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self.hovered = -1

    def paint_rows(self, painter: QPainter, rows: Iterable[int]) -> None:
        """The backgrounds of whole rows and the lines between them; cells are painted over them."""
        look, view = theme(), self._view
        width, chosen = view.viewport().width(), view.selectionModel()
        painter.setPen(look.colour("line"))
        for row in rows:
            top, height = view.rowViewportPosition(row), view.rowHeight(row)
            selected = chosen.isRowSelected(row)
            if selected or row == self.hovered:
                painter.fillRect(0, top, width, height, look.colour("select" if selected else "hover"))
            painter.drawLine(0, top + height - 1, width, top + height - 1)
            if row == view.currentIndex().row() and view.hasFocus():
                painter.fillRect(0, top, FOCUS_BAR, height - 1, look.colour("accent"))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        column = index.column()
        value = self._model.value(index.row(), column)
        if value is not None:
            inside = option.rect.adjusted(PADDING.x(), 0, -PADDING.y(), 0)
            paint_value(painter, inside, value, kind=self._model.source.columns[column].kind, look=theme())

    @override
    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """The whole text, where the column is too narrow for it."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        value = self._model.value(index.row(), index.column())
        kind = self._model.source.columns[index.column()].kind
        room = option.rect.width() - PADDING.x() - PADDING.y()
        text = text_of(value) if value is not None and width_of(value, kind=kind) > room else ""
        if text and isinstance(value, Noted):
            text = f"{text}: {value.note}"
        QToolTip.showText(event.globalPos(), text, view)
        return True


def paint_value(painter: QPainter, rect: QRect, value: Any, *, kind: Kind, look: Theme) -> None:
    """One value in its place."""
    if kind is Kind.STATUS:
        paint_status(painter, rect, cast(Status, value), look)
        return
    if isinstance(value, Noted):
        _paint_noted(painter, rect, value, look)
        return
    if kind is Kind.SHARE:
        _paint_share(painter, rect, cast(Share, value), look)
        return
    font = look.font()
    painter.setFont(font)
    painter.setPen(look.colour("muted" if kind is Kind.MUTED else "text"))
    words = elided(text_of(value), rect.width(), font)
    left = rect.x() + (rect.width() - measured(words, font) if kind in RIGHT else 0)
    # At a point and not in a rectangle: Qt lays the text out in half the time.
    painter.drawText(left, baseline(rect, font), words)


def paint_status(painter: QPainter, rect: QRect, status: Status, look: Theme) -> None:
    back, fore = look.pair(status.look)
    height, icon = look.px(sizes.PILL), look.px(sizes.SMALL_ICON)
    width = min(pill_width(status, look), rect.width())
    pill = QRect(rect.x(), rect.center().y() - height // 2, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(back)
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    _paint_icon(painter, status.drawing, fore, QPoint(rect.x() + sizes.GRID, pill.y() + (height - icon) // 2))
    painter.setFont(look.font(sizes.CAPTION))
    painter.setPen(fore)
    left = sizes.GRID + icon + sizes.HALF
    _write(painter, pill.adjusted(left, 0, -sizes.HALF, 0), status.word, look)
    if status.note:
        painter.setPen(look.colour("muted"))
        _write(painter, rect.adjusted(width + sizes.GRID, 0, 0, 0), status.note, look)


def _paint_noted(painter: QPainter, rect: QRect, value: Noted, look: Theme) -> None:
    """The text, and the note in a second line under it."""
    middle = rect.center().y() + sizes.HALF // 2
    painter.setFont(look.font())
    painter.setPen(look.colour("text"))
    above = QRect(rect.x(), rect.y(), rect.width(), middle - rect.y())
    painter.drawText(above, BOTTOM_LEFT, elided(value.text, rect.width(), look.font()))
    painter.setFont(look.font(sizes.CAPTION))
    painter.setPen(look.colour("muted"))
    below = QRect(rect.x(), middle - 1, rect.width(), rect.bottom() - middle)
    painter.drawText(below, TOP_LEFT, elided(value.note, rect.width(), look.font(sizes.CAPTION)))


def _paint_share(painter: QPainter, rect: QRect, share: Share, look: Theme) -> None:
    """A slim bar that leaves room for the words at its right."""
    words, font = text_of(share), look.font(sizes.CAPTION)
    length = min(look.px(sizes.SHARE), rect.width() - measured(words, font) - sizes.GRID)
    if share.whole and length > sizes.EDGE:
        bar = QRectF(rect.x(), rect.center().y() - sizes.HALF // 2, length, sizes.HALF)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for width, role in ((length, "line"), (length * share.part / max(share.whole, 1), "accent")):
            painter.setBrush(look.colour(role))
            painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(width, bar.height())), 2, 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        rect = rect.adjusted(length + sizes.GRID, 0, 0, 0)
    painter.setPen(look.colour("muted"))
    painter.setFont(font)
    _write(painter, rect, words, look)


def _write(painter: QPainter, rect: QRect, text: str, look: Theme) -> None:
    font = look.font(sizes.CAPTION)
    shown = elided(text, rect.width() + 1, font) if rect.width() > 0 else ""
    if 3 * len(shown) > len(text):  # the first letter and an ellipsis say nothing
        painter.drawText(rect.x(), baseline(rect, font), shown)


def _paint_icon(painter: QPainter, name: str, colour: QColor, corner: QPoint) -> None:
    ratio = painter.device().devicePixelRatio()
    size = theme().px(sizes.SMALL_ICON)
    painter.drawPixmap(corner, icons.pixmap(name, colour.name(), size=size, ratio=ratio))


def width_of(value: Any, *, kind: Kind) -> int:
    """How wide a value would like to be."""
    look = theme()
    if kind is Kind.SHARE:
        return look.px(sizes.SHARE) + sizes.GRID + measured(text_of(value), look.font(sizes.CAPTION))
    if isinstance(value, Noted):
        note = measured(value.note, look.font(sizes.CAPTION))
        return max(measured(value.text, look.font()), note)
    if kind is not Kind.STATUS:
        return measured(text_of(value), look.font())
    note = measured(value.note, look.font(sizes.CAPTION)) + sizes.GRID if value.note else 0
    return pill_width(value, look) + note


def pill_width(status: Status, look: Theme) -> int:
    text = measured(status.word, look.font(sizes.CAPTION))
    return text + look.px(sizes.SMALL_ICON) + 2 * sizes.GRID + sizes.GRID
