"""Something that was found out about the file and can be corrected: "Separator: ;"."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton


class OptionChip(QPushButton):
    chosen = Signal(object)  # the key of another option

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._menu = QMenu(self)
        self.setProperty("kind", "chip")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMenu(self._menu)

    def offer(self, options: Sequence[tuple[object, str]], *, chosen: object) -> None:
        """What there is to choose from, as (key, word), and what is so now."""
        self._menu.clear()
        for key, word in options:
            action = self._menu.addAction(word.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key == chosen)
            action.triggered.connect(partial(self._choose, key, chosen))
        word = next((word for key, word in options if key == chosen), "")
        text = f"{self._name}: {word}"
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)

    def _choose(self, key: object, before: object, _checked: bool = False) -> None:
        if key != before:
            self.chosen.emit(key)
