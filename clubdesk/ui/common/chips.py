"""Filter chips: OR inside a chip, AND between them; each choice shows how many it would find."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from clubdesk.i18n import _, number
from clubdesk.ui.common import sizes
from clubdesk.ui.common.flow import Flow


@dataclass(frozen=True)
class Choice:
    """`count` is how many rows it finds; None hides the number."""

    key: object
    word: str
    count: int | None = None


class Chip(QPushButton):
    """One filter. Its choices are asked for when its menu opens, so that the counts are of that moment."""

    changed = Signal()

    def __init__(self, name: str, choices: Callable[[], Sequence[Choice]], *, several: bool = True) -> None:
        super().__init__(name)
        self._name, self._choices, self._several = name, choices, several
        self._chosen: dict[object, str] = {}
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setProperty("kind", "chip")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMenu(self._menu)
        self._show()

    @property
    def chosen(self) -> tuple[object, ...]:
        """The keys chosen; none means that this chip filters nothing."""
        return tuple(self._chosen)

    def choose(self, *choices: Choice) -> None:
        """Choose just these, from the program."""
        self._chosen = {choice.key: choice.word for choice in choices}
        self._show()
        self.changed.emit()

    def clear(self) -> None:
        if self._chosen:
            self.choose()

    def _fill(self) -> None:
        self._menu.clear()
        for choice in self._choices():
            self._add(choice)
        if self._chosen:
            self._menu.addSeparator()
            self._menu.addAction(_("Show all"), self.clear)

    def _add(self, choice: Choice) -> None:
        count = "" if choice.count is None else f"\t{number(choice.count)}"
        action = QAction(choice.word.replace("&", "&&") + count, self._menu)
        action.setCheckable(True)
        action.setChecked(choice.key in self._chosen)
        action.triggered.connect(lambda: self._toggle(choice))
        self._menu.addAction(action)

    def _toggle(self, choice: Choice) -> None:
        kept = self._chosen if self._several else {}
        if choice.key in self._chosen:
            self._chosen = {key: word for key, word in self._chosen.items() if key != choice.key}
        else:
            self._chosen = {**kept, choice.key: choice.word}
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        words = list(self._chosen.values())
        more = f" +{len(words) - 1}" if len(words) > 1 else ""
        self.setText((words[0] + more if words else self._name).replace("&", "&&"))
        self.setToolTip(", ".join(words) if more else "")
        self.setAccessibleName(f"{self._name}: {', '.join(words)}" if words else self._name)
        self.setProperty("on", "true" if words else "false")
        self.style().unpolish(self)
        self.style().polish(self)
        self.updateGeometry()


class Chips(QWidget):
    """The chips of a page; they go on in a second line rather than being cut."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self)
        self._flow.setContentsMargins(0, (sizes.CONTROL - sizes.CHIP) // 2, 0, 0)
        self.chips: list[Chip] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, chip: Chip) -> Chip:
        self.chips.append(chip)
        self._flow.addWidget(chip)
        chip.changed.connect(self.changed)
        return chip

    def put(self, widget: QWidget) -> None:
        """Something else at the end of the line."""
        self._flow.addWidget(widget)

    def clear(self) -> None:
        for chip in self.chips:
            chip.clear()
