"""Something the page has to say: a problem with its hint, a warning, that this is a sample."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button, icon_button
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.picture import Picture

Look = Literal["problem", "warning", "info", "done"]
DRAWINGS = {
    "problem": "alert-circle",
    "warning": "alert-triangle",
    "info": "info-circle",
    "done": "circle-check",
}
COLOURS = {"problem": "returned", "warning": "silent", "info": "out", "done": "verified"}


class Notice(QFrame):
    """Hidden until it has something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "notice")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._run: Callable[[], object] = lambda: None
        self._picture = Picture("info-circle")
        self._text, self._hint = label("", "strong", wrap=True), label("", wrap=True)
        self._button = button("", lambda: self._run())
        self._close = icon_button("x", _("Close"), self.hide, kind="plain")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._text)
        words.addWidget(self._hint)
        line = QHBoxLayout(self)
        line.setContentsMargins(sizes.GAP, sizes.GRID, sizes.GRID, sizes.GRID)
        line.setSpacing(sizes.GAP)
        line.addWidget(self._picture)
        line.addLayout(words, 1)
        line.addWidget(self._button)
        line.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def say(
        self,
        text: str,
        hint: str = "",
        *,
        look: Look = "info",
        action: str = "",
        run: Callable[[], object] | None = None,
    ) -> None:
        """What happened; what to do about it; the button that does it."""
        self.setProperty("look", look)
        self._picture.show_drawing(DRAWINGS[look], COLOURS[look])
        self._text.setText(text)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._run = run or (lambda: None)
        for part in (self, self._text, self._hint):
            part.style().unpolish(part)
            part.style().polish(part)
        self.show()

    def show_problem(self, error: BaseException) -> None:
        """Show a Problem. Cancelled is no news, and a bug has been reported already."""
        if isinstance(error, Problem):
            self.say(error.message, error.hint, look="problem")
