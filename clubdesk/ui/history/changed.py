"""The values that a step changed, before and after."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clubdesk.i18n import _
from clubdesk.services.history import ChangedValue
from clubdesk.ui.common import sizes
from clubdesk.ui.common.columns import text_of
from clubdesk.ui.common.labels import label


class ChangedValues(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, sizes.GAP, sizes.GRID, sizes.GAP)
        self._column.setSpacing(2)

    def show_values(self, values: Sequence[ChangedValue]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        told = [value for value in values if tells(value)]
        for value in told:
            self._add(value)
        if not told:
            self._column.addWidget(label(_("There is nothing to show of this step."), "muted", wrap=True))
        self._column.addStretch()

    def _add(self, value: ChangedValue) -> None:
        self._column.addWidget(label(f"{value.table} · {value.field}".replace("_", " "), "caption"))
        words = label(in_words(value), wrap=True)
        words.setContentsMargins(0, 0, 0, sizes.GRID)
        self._column.addWidget(words)


def tells(value: ChangedValue) -> bool:
    """Whether a value means something to an officer: links between rows and empty fields don't."""
    return bool(value.before or value.after) and not value.field.endswith("_id")


def in_words(value: ChangedValue) -> str:
    """The old value, an arrow, the new one; a dash where there was nothing."""
    return f"{_text(value.before)} → {_text(value.after)}"


def _text(value: object) -> str:
    if isinstance(value, str):
        return value or "–"
    return "–" if value is None else text_of(value) if isinstance(value, dt.date | bool) else str(value)
