"""Two lists side by side, or one at a time with a switch above where the window is narrow."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from clubdesk.ui.common import sizes
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.on_off_chip import OnOffChip
from clubdesk.ui.common.theme import theme

TURNS_AT = 900
SMALLEST = QSize(200, 120)


class Sides(QWidget):
    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self._titles: list[QLabel] = [label("", "strong") for _part in parts]
        self.switches = [OnOffChip("") for _part in parts]
        self._group = QButtonGroup(self)
        self._sides: list[QWidget] = []
        self._switch, lists = QWidget(), QHBoxLayout()
        lists.setSpacing(sizes.EDGE)
        chips = QHBoxLayout(self._switch)
        chips.setContentsMargins(0, 0, 0, 0)
        chips.setSpacing(sizes.GRID)
        for place, part in enumerate(parts):
            self._group.addButton(self.switches[place], place)
            chips.addWidget(self.switches[place])
            self._sides.append(_side(self._titles[place], part))
            lists.addWidget(self._sides[place], 1)
        chips.addStretch()
        self.switches[0].setChecked(True)
        self._group.idToggled.connect(lambda *_: self._fold())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.GRID)
        column.addWidget(self._switch)
        column.addLayout(lists, 1)

    def set_titles(self, *titles: str) -> None:
        """What each list holds, with its count."""
        for place, title in enumerate(titles):
            self._titles[place].setText(title)
            self.switches[place].setText(title)
            self.switches[place].updateGeometry()

    @property
    def is_narrow(self) -> bool:
        return self.width() < theme().px(TURNS_AT)

    def _fold(self) -> None:
        narrow = self.is_narrow
        self._switch.setVisible(narrow)
        for place, side in enumerate(self._sides):
            self._titles[place].setVisible(not narrow)
            side.setVisible(not narrow or self.switches[place].isChecked())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()


def _side(title: QLabel, part: QWidget) -> QWidget:
    part.setMinimumSize(SMALLEST)
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(sizes.GRID)
    column.addWidget(title)
    column.addWidget(part, 1)
    return side
