"""The values that a step changed: row by row, the old one and the new one."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clubdesk.i18n import N_, _, ngettext
from clubdesk.services import row_words as words
from clubdesk.services.history import ChangedValue
from clubdesk.ui.common import sizes
from clubdesk.ui.common.columns import Status
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.picture import Picture
from clubdesk.ui.common.pill import Pill

MOST = 120  # values that are shown
KINDS = {
    "added": Status("verified", N_("Added"), icon="plus"),
    "deleted": Status("returned", N_("Deleted"), icon="trash"),
    "changed": Status("out", N_("Changed"), icon="dots"),
}


class ChangedValues(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, sizes.GAP, sizes.GRID, sizes.GAP)
        self._column.setSpacing(sizes.HALF)

    def show_values(self, values: Sequence[ChangedValue]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        told = values[:MOST]
        for (table, _row), of_row in groupby(told, key=lambda value: (value.table, value.row)):
            self._add_row(table, list(of_row))
        if not told:
            self._column.addWidget(label(_("There is nothing to show of this step."), "muted", wrap=True))
        if more := len(values) - len(told):
            self._column.addWidget(label(ngettext("and {count} more", "and {count} more", more), "muted"))
        self._column.addStretch()

    def _add_row(self, table: str, values: Sequence[ChangedValue]) -> None:
        if not values[0].row:
            self._column.addWidget(_batch(values[0]))
            return
        self._column.addWidget(_heading(words.table(table), values[0].kind))
        for value in values:
            before, after = (words.value(value.field, kept) for kept in (value.before, value.after))
            if before or after:
                self._column.addWidget(_value(words.field(value.field), before, after))
        self._column.addSpacing(sizes.GAP)


def _batch(value: ChangedValue) -> QWidget:
    """What an import says: 300 people added."""
    count = value.after if value.before is None else value.before
    return _heading(words.counted(value.table, int(str(count))), value.kind)


def _heading(text: str, kind: str) -> QWidget:
    look = KINDS[kind]
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, sizes.HALF)
    row.setSpacing(sizes.GRID)
    row.addWidget(label(text, "strong"))
    row.addWidget(Pill(Status(look.look, _(look.word), icon=look.icon)))
    row.addStretch()
    return line


def _value(name: str, before: str, after: str) -> QWidget:
    """A caption, and under it the old value, an arrow, the new one."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, sizes.HALF)
    column.setSpacing(0)
    column.addWidget(label(name, "caption"))
    line = QHBoxLayout()
    line.setSpacing(sizes.GRID)
    if before:
        line.addWidget(label(before, "muted", wrap=True), 1 if not after else 0)
    if before and after:
        line.addWidget(Picture("arrow-right", "muted", sizes.SMALL_ICON), 0, Qt.AlignmentFlag.AlignVCenter)
    if after:
        line.addWidget(label(after, wrap=True), 1)
    column.addLayout(line)
    return part
