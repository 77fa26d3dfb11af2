"""The programme of a day as a small table: start, end, title and place of each session.

Leaving a field keeps the whole programme. A line without start or title waits until it has both.
"""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.services.events import time_of_day
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.labels import label
from clubdesk.ui.events.session_row import SessionLine, SessionRow

Lines = list[SessionLine]


class Programme(QWidget):
    """`keep` is called with the day's id and its complete lines; it may raise Problem."""

    def __init__(self, keep: Callable[[int, Lines], object]) -> None:
        super().__init__()
        self._keep = keep
        self._day: int | None = None
        self._kept: Lines = []
        self.rows: list[SessionRow] = []
        self._table = QWidget()
        self._wrong, self._hint = label("", "error", wrap=True), label("", "caption", wrap=True)
        self._hint.setText(_("A line needs a start and a title; then it is kept."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.HALF)
        column.addWidget(self._table)
        column.addWidget(self._wrong)
        column.addWidget(self._hint)
        self.more = button(_("Add a line"), self.add_line, drawing="plus", kind="link")
        column.addWidget(self.more)
        self._grid = self._new_grid(column)
        self._tell("")

    def _new_grid(self, column: QVBoxLayout) -> QGridLayout:
        """A fresh table in the place of the one before."""
        old, self._table = self._table, QWidget()
        column.replaceWidget(old, self._table)
        old.hide()
        old.deleteLater()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(sizes.HALF)
        grid.setColumnStretch(2, 3)
        grid.setColumnStretch(3, 2)
        for place, title in enumerate((_("Start"), _("End"), _("What"), _("Where"))):
            grid.addWidget(label(title, "caption"), 0, place)
        return grid

    def show_lines(self, day: int, lines: Sequence[SessionLine]) -> None:
        """Show what is kept; leaves alone what is being typed."""
        same = day == self._day
        if same and (sorted(lines) == sorted(self._kept) or any(row.is_being_edited() for row in self.rows)):
            return
        begun = [row.line() for row in self.rows if same and row.is_begun()]
        self._day, self._kept, self.rows = day, list(lines), []
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        self._grid = self._new_grid(column)
        for line in (*lines, *begun):
            self._add_row(line)
        self._tell("")

    def _add_row(self, line: SessionLine) -> SessionRow:
        row = SessionRow(line, leave=self.commit, remove=self._remove)
        self.rows.append(row)
        for place, part in enumerate(row.parts):
            self._grid.addWidget(part, len(self.rows), place)
            part.show()  # at once, so that it can take the caret
        return row

    def add_line(self) -> None:
        """An empty line at the end, with the caret in its start."""
        start = self.rows[-1].line()[1] if self.rows else ""
        row = self._add_row((start, "", "", ""))
        row.first_empty().setFocus()

    def _remove(self, row: SessionRow) -> None:
        for part in row.parts:
            part.hide()
            part.deleteLater()
        self.rows.remove(row)
        self.commit()

    def commit(self) -> None:
        """Keep the complete lines if they have changed; a time that is none is shown and nothing is kept."""
        if self._day is None:
            return
        try:
            lines = [self._complete(row) for row in self.rows if row.is_complete()]
            if sorted(lines) != sorted(self._kept):
                self._keep(self._day, lines)
                self._kept = lines
        except Problem as problem:
            self._tell(f"{problem.message} {problem.hint}")
        else:
            self._tell("")

    def _complete(self, row: SessionRow) -> SessionLine:
        starts, ends, title, place = row.line()
        row.show_times(time_of_day(starts), time_of_day(ends) if ends else "")
        return (*row.times(), title, place)

    def _tell(self, wrong: str) -> None:
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self._hint.setVisible(not wrong and any(row.is_begun() for row in self.rows))
