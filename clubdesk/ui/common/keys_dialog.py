"""All keys that work now, read from the actions themselves."""

from collections.abc import Iterable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from clubdesk.i18n import _
from clubdesk.ui.common import sizes
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.pane import scrolling

WIDTH, HEIGHT = 460, 480


class KeysDialog(QDialog):
    def __init__(self, parent: QWidget, actions: Iterable[QAction]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("All keys"))
        self.resize(WIDTH, HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.GRID, sizes.EDGE)
        column.setSpacing(sizes.GAP)
        column.addWidget(label(_("All keys"), "heading"))
        column.addWidget(scrolling(_table([*actions_with_keys(actions), *table_keys()])))


def _table(lines: list[tuple[str, str]]) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, sizes.EDGE, 0)
    grid.setVerticalSpacing(sizes.GRID)
    grid.setColumnStretch(0, 1)
    for row, (what, key) in enumerate(lines):
        grid.addWidget(label(what, wrap=True), row, 0)
        grid.addWidget(label(key, "muted"), row, 1)
    grid.setRowStretch(len(lines), 1)
    return table


def actions_with_keys(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    """What each action does and its keys; actions without keys are left out."""
    return [(action.text().replace("&&", "&"), _keys(action)) for action in actions if action.shortcuts()]


def _keys(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(key.toString(native) for key in action.shortcuts())


def table_keys() -> list[tuple[str, str]]:
    """Keys of tables and search fields, which are no actions."""
    return [
        (_("Open the row"), "Enter, F2"),
        (_("Copy the selected rows"), "Ctrl+C"),
        (_("Select all rows"), "Ctrl+A"),
        (_("From the search to the table"), "↓, Enter"),
        (_("Clear the search"), "Esc"),
    ]
