"""How a letter looks, stepping through the people who get one."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clubdesk.documents.content import Printed
from clubdesk.i18n import _
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import icon_button
from clubdesk.ui.common.labels import ShortLabel
from clubdesk.ui.common.pdf_preview import PdfPreview
from clubdesk.ui.common.table_model import TableModel
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.common.tasks import Tasks


class LetterPreview(QWidget):
    """Follows a table whose first column is a name."""

    def __init__(self, table: TableView, model: TableModel, tasks: Tasks) -> None:
        super().__init__()
        self._table, self._model, self._tasks, self._asked = table, model, tasks, 0
        self._name, self._where = ShortLabel("strong"), ShortLabel("caption")
        self.preview = PdfPreview(tasks)
        self._back = icon_button("chevron-left", _("Letter before"), lambda: self.step(-1))
        self._on = icon_button("chevron-right", _("Next letter"), lambda: self.step(1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self.preview, 1)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._where)
        line = QHBoxLayout()
        line.setSpacing(sizes.GRID)
        line.addLayout(words, 1)
        line.addWidget(self._back)
        line.addWidget(self._on)
        return line

    def show_letter(self, row_id: int | None, draw: Callable[[int], Printed]) -> None:
        """The letter of that row, printed by `draw` in a worker; nothing when it isn't in the table."""
        self._asked += 1
        asked = self._asked
        place = self._model.place_of(row_id) if row_id is not None else -1
        line = self._model.row(place) if place >= 0 else None
        if row_id is None or line is None:
            self._show_nothing()
            return
        count = len(self._model.ids)
        self._name.say(line.cells[0])
        self._where.say(_("Letter {place} of {count}, code hidden").format(place=place + 1, count=count))
        self._back.setEnabled(place > 0)
        self._on.setEnabled(place + 1 < count)
        self._tasks.draw(
            lambda _: draw(row_id),
            done=lambda printed: self.preview.show_pdf(printed.data) if asked == self._asked else None,
            failed=lambda _: self.preview.clear() if asked == self._asked else None,
        )

    def _show_nothing(self) -> None:
        self._name.say(_("No letter to show"))
        self._where.say("")
        self._back.setEnabled(False)
        self._on.setEnabled(False)
        self.preview.clear()

    def step(self, by: int) -> None:
        """To the next letter of the table, or the one before."""
        place = self._table.currentIndex().row() + by
        if 0 <= place < len(self._model.ids):
            self._table.go_to(self._model.ids[place])
