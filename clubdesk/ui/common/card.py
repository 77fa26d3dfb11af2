"""A choice as a large card: icon, what it is, what it does."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from clubdesk.ui.common import sizes
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.picture import Picture
from clubdesk.ui.common.theme import theme

ICON = 28
WIDTH, HEIGHT = 160, 132


class Card(QPushButton):
    def __init__(self, drawing: str, title: str, explanation: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        self.setAccessibleDescription(explanation)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.EDGE, sizes.EDGE, sizes.EDGE, sizes.EDGE)
        column.setSpacing(sizes.HALF)
        column.addWidget(Picture(drawing, "accent", ICON))
        column.addSpacing(sizes.HALF)
        column.addWidget(label(title, "strong", wrap=True))
        self._words = label(explanation, "muted", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._words, 1)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(WIDTH), theme().px(HEIGHT))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that need more lines in a narrow window make the card higher (a button's layout can't)."""
        super().resizeEvent(event)
        if (layout := self.layout()) is not None:
            self.setMinimumHeight(max(layout.heightForWidth(self.width()), theme().px(HEIGHT)))
