"""An empty page or table: an icon, one sentence, one button."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.picture import Picture


class Empty(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: Callable[[], object] = lambda: None
        self._picture = Picture("inbox", "faint", sizes.LARGE_ICON)
        self._sentence = label("", "muted", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = button("", lambda: self._run())
        self._button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.GAP)
        column.addStretch(2)
        for part in (self._picture, self._button):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.insertWidget(2, self._sentence)
        column.addStretch(3)

    def say(
        self, drawing: str, sentence: str, action: str = "", run: Callable[[], object] | None = None
    ) -> None:
        """Why there is nothing here, and the one thing to do about it."""
        self._picture.show_drawing(drawing)
        self._sentence.setText(sentence)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._run = run or (lambda: None)
