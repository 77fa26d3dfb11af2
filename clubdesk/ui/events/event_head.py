"""The head of an event or of a form: back, what it is, and what can be done."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from clubdesk.i18n import _
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import Kind, button, icon_button, icon_size, menu_button
from clubdesk.ui.common.icons import set_icon
from clubdesk.ui.common.labels import ShortLabel
from clubdesk.ui.events.next_step import Step

Run = Callable[[Step], object]


class EventHead(QWidget):
    """`run` does a step whose button was pressed."""

    def __init__(self, back: Callable[[], object], run: Run) -> None:
        super().__init__()
        self._run = run
        self.menu = QMenu(self)
        self._title, self._facts = ShortLabel("title"), ShortLabel("muted")
        self.next, self.further = self._step_button("primary"), self._step_button("normal")
        self._more = menu_button("dots", _("More"), self.menu)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(sizes.GRID)
        back_button = icon_button("arrow-left", _("All events (Alt+Left)"), back, kind="plain")
        line.addWidget(back_button, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._words(), 1)
        for part in (self.further, self.next, self._more):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._facts)
        return column

    def _step_button(self, kind: Kind) -> QPushButton:
        made = button("", lambda: None, kind=kind)
        made.setIconSize(icon_size())
        made.hide()
        return made

    def say(self, title: str, facts: str) -> None:
        self._title.say(title)
        self._facts.say(facts)
        self._more.setVisible(bool(self.menu.actions()))

    def offer(self, step: Step | None, further: Step | None) -> None:
        """Show the buttons of the next step and of one beside it; None shows none."""
        for made, offered in ((self.next, step), (self.further, further)):
            made.setVisible(offered is not None)
            if offered is not None:
                self._dress(made, offered)

    def _dress(self, made: QPushButton, step: Step) -> None:
        made.setText(step.text)
        set_icon(made, step.drawing, "on_accent" if made is self.next else "muted")
        made.clicked.disconnect()
        made.clicked.connect(lambda: self._run(step))
