"""Text in one of the few ways the window writes it (window.qss)."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

Style = Literal["title", "heading", "strong", "body", "muted", "caption", "section", "error"]


def label(text: str, style: Style = "body", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """Plain text, never markup: a member may be called <b>."""
    made = QLabel(text, parent)
    made.setProperty("writing", style)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if not wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return made


class ShortLabel(QLabel):
    """One line that is shortened with an ellipsis when there is no room; its tooltip says it all."""

    def __init__(self, style: Style = "body") -> None:
        super().__init__()
        self.setProperty("writing", style)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        self.setText(text)
        self.setToolTip(text)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        text = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, self.alignment() | Qt.AlignmentFlag.AlignVCenter, text)
