"""What the pane shows while several people are selected: how many, and what can be done with them all."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clubdesk.i18n import _, ngettext
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.picture import Picture


class Several(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.count = label("", "heading", wrap=True)
        self.count.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        hint = label(_("What you do now is done with all of them. Undo takes it back at once."), "muted")
        hint.setWordWrap(True)
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(sizes.GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.GAP)
        column.addStretch(2)
        column.addWidget(Picture("users", "faint", sizes.LARGE_ICON), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.count)
        column.addWidget(hint)
        column.addLayout(self._buttons)
        column.addStretch(3)

    def offer(self, actions: Sequence[tuple[QAction, str]]) -> None:
        """The page's actions that make sense for several people, with their drawings."""
        for action, drawing in actions:
            made = button(action.text(), action.trigger, drawing=drawing)
            action.changed.connect(lambda made=made, action=action: made.setText(action.text()))
            self._buttons.addWidget(made, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_count(self, count: int) -> None:
        self.count.setText(ngettext("One person is selected", "{count} people are selected", count))
