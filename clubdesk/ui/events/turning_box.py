"""Two parts side by side, or one above the other where that would be too narrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from clubdesk.ui.common import sizes
from clubdesk.ui.common.theme import theme

ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class TurningBox(QWidget):
    """`turns_at` is the width from which the parts stand side by side."""

    def __init__(self, turns_at: int, *, spacing: int = sizes.MARGIN) -> None:
        super().__init__()
        self._turns_at = turns_at
        self.box = QBoxLayout(DOWN, self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(spacing)

    @property
    def is_across(self) -> bool:
        return self.box.direction() == ACROSS

    def turned(self) -> None:
        """Called after the direction has changed."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = ACROSS if self.width() >= theme().px(self._turns_at) else DOWN
        if wanted != self.box.direction():
            self.box.setDirection(wanted)
            self.turned()
