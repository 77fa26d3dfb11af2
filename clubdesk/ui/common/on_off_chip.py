"""A chip that is on or off, without a menu."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton


class OnOffChip(QPushButton):
    def __init__(self, word: str, *, on: bool = False) -> None:
        super().__init__(word.replace("&", "&&"))
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._dress)
        self.setChecked(on)
        self._dress()

    def _dress(self) -> None:
        self.setProperty("on", "true" if self.isChecked() else "false")
        self.style().unpolish(self)
        self.style().polish(self)
