"""A scanned page or slip, as large as there is room, or the words of a mail."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QStackedWidget, QWidget
from typing_extensions import override

from clubdesk.i18n import _
from clubdesk.ui.common.theme import theme


class ScanView(QStackedWidget):
    def __init__(self, name: str) -> None:
        """`name` is what a screen reader says."""
        super().__init__()
        self.sheet, self.words = _Sheet(), QPlainTextEdit()
        self.sheet.setAccessibleName(name)
        self.words.setAccessibleName(_("The words of the mail"))
        self.words.setReadOnly(True)
        self.addWidget(self.sheet)
        self.addWidget(self.words)

    def show_picture(self, data: bytes) -> None:
        """Show a JPEG."""
        picture = QPixmap()
        picture.loadFromData(data)
        self.sheet.show_picture(picture)
        self.setCurrentWidget(self.sheet)

    def show_words(self, text: str) -> None:
        self.words.setPlainText(text)
        self.setCurrentWidget(self.words)

    def clear(self) -> None:
        self.sheet.show_picture(QPixmap())
        self.setCurrentWidget(self.sheet)


class _Sheet(QWidget):
    """Paper stays white in a dark window: it is looked at for its ink."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 80)

    def show_picture(self, picture: QPixmap) -> None:
        self._picture = picture
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, 240)

    @override
    def hasHeightForWidth(self) -> bool:
        return not self._picture.isNull()

    @override
    def heightForWidth(self, width: int) -> int:
        return round(width * self._picture.height() / max(1, self._picture.width()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        room, size = self.rect().adjusted(1, 1, -1, -1), self._picture.size()
        shown = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = room.x() + (room.width() - shown.width()) / 2
        at = QRectF(left, room.y(), shown.width(), shown.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(at, self._picture, QRectF(self._picture.rect()))
        painter.setPen(QColor(theme().colours["line"]))
        painter.drawRect(at)
