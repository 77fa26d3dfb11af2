"""The heads of a list's columns: the name it has in the file, and under it the field it becomes."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QResizeEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableView
from typing_extensions import override

from clubdesk.i18n import _
from clubdesk.ui.common import icons, sizes
from clubdesk.ui.common.text_width import elided
from clubdesk.ui.common.theme import theme
from clubdesk.ui.importing.source import CERTAIN, Meaning, field_words

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class FieldBox(QComboBox):
    """What one column becomes."""

    def __init__(self, header: "ColumnHeader", at: int) -> None:
        super().__init__(header.viewport())
        self._header, self._at = header, at
        self.setModel(header.words)
        self.setMaxVisibleItems(18)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda place: header.chosen.emit(at, header.fields[place]))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._header.reveal(self._at)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling through the list must not change it


class ColumnHeader(QHeaderView):
    chosen = Signal(int, str)  # column, and the field it becomes

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self._meanings: Sequence[Meaning] = ()
        self.fields = [field for field, _ in field_words()]
        self.words = QStandardItemModel(self)
        self.words.invisibleRootItem().appendRows([QStandardItem(word) for _, word in field_words()])
        self.boxes: list[FieldBox] = []
        self.setStretchLastSection(False)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(theme().px(sizes.SEARCH_SMALLEST) // 2)
        self.sectionResized.connect(self._place)
        table.horizontalScrollBar().valueChanged.connect(self._place)

    def show_meanings(self, headers: Sequence[str], meanings: Sequence[Meaning]) -> None:
        self._meanings = meanings
        while len(self.boxes) < len(meanings):
            self.boxes.append(FieldBox(self, len(self.boxes)))
        for at, box in enumerate(self.boxes):
            box.setVisible(at < len(meanings))
        for box, header, meaning in zip(self.boxes, headers, meanings, strict=False):
            box.setCurrentIndex(self.fields.index(meaning.field))
            box.setAccessibleName(_("What the column “{header}” is").format(header=header))
            box.setToolTip(explained(meaning))
        self._place()
        self.viewport().update()

    def word(self, field: str) -> str:
        """What officers call a field."""
        return self.words.item(self.fields.index(field)).text()

    def reveal(self, at: int) -> None:
        """Scroll so that a column is seen, because its field has the focus."""
        if self._table.model().rowCount():
            self._table.scrollTo(self._table.model().index(self._table.rowAt(0), at))

    def _place(self) -> None:
        top, height = theme().px(sizes.HEADER), theme().px(sizes.CONTROL)
        for at, box in enumerate(self.boxes[: self.count()]):
            left, width = self.sectionViewportPosition(at), self.sectionSize(at)
            box.setGeometry(left + sizes.HALF, top, max(width - sizes.GRID, 0), height)

    @override
    def sizeHint(self) -> QSize:
        height = theme().px(sizes.HEADER) + theme().px(sizes.CONTROL) + sizes.GRID
        return QSize(super().sizeHint().width(), height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        look = theme()
        painter.setPen(look.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if logicalIndex >= len(self._meanings):
            return
        meaning = self._meanings[logicalIndex]
        line = QRect(
            rect.x() + sizes.GAP, rect.y(), rect.width() - sizes.GAP - sizes.GRID, look.px(sizes.HEADER)
        )
        size = look.px(sizes.SMALL_ICON)
        name, colour = _mark(meaning)
        picture = icons.pixmap(name, colour, size=size, ratio=self.devicePixelRatioF())
        painter.drawPixmap(line.x(), line.center().y() - size // 2, picture)
        text = str(self.model().headerData(logicalIndex, self.orientation(), Qt.ItemDataRole.DisplayRole))
        font = look.font(bold=True)
        painter.setFont(font)
        painter.setPen(look.colour("text" if meaning.field else "muted"))
        words = line.adjusted(size + sizes.HALF + 2, 0, 0, 0)
        painter.drawText(words, LEFT, elided(text, words.width(), font))


def _mark(meaning: Meaning) -> tuple[str, str]:
    """Icon and colour that tell how sure the meaning is."""
    if not meaning.field:
        return "minus", theme().colours["muted"]
    look, name = ("verified", "circle-check") if meaning.sure >= CERTAIN else ("silent", "alert-triangle")
    return name, theme().pair(look)[1].name()


def explained(meaning: Meaning) -> str:
    """How sure the meaning is, in words."""
    if not meaning.field:
        return _("This column is not imported.")
    if meaning.sure >= CERTAIN:
        return _("This column was recognised.")
    return _("This is a guess: please check it.")
