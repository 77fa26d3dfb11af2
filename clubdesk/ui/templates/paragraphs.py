"""The paragraphs of a template: added, removed, moved; Enter parts one, Backspace joins two."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clubdesk.i18n import _
from clubdesk.services.template_texts import Mistake
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button, icon_button
from clubdesk.ui.templates.field_menu import FieldMenu
from clubdesk.ui.templates.text_box import Mark, Wrong
from clubdesk.ui.templates.words_edit import WordsEdit


class _Row(QWidget):
    """A paragraph with its buttons."""

    def __init__(self, owner: "Paragraphs", fields: FieldMenu) -> None:
        super().__init__()
        self.edit = WordsEdit(fields, long=True)
        self.wrong = Wrong(self.edit)
        self.up = icon_button("chevron-up", _("Paragraph up"), lambda: owner.shift(self, -1), kind="plain")
        self.down = icon_button(
            "chevron-down", _("Paragraph down"), lambda: owner.shift(self, 1), kind="plain"
        )
        self.away = icon_button("trash", _("Remove the paragraph"), lambda: owner.remove(self), kind="plain")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.edit)
        words.addWidget(self.wrong)
        words.addStretch()
        buttons = QVBoxLayout()
        buttons.setSpacing(0)
        for made in (self.up, self.down, self.away):
            buttons.addWidget(made)
        buttons.addStretch()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(sizes.HALF)
        line.addLayout(words, 1)
        line.addLayout(buttons)


class Paragraphs(QWidget):
    typed = Signal(str, object)  # key and the list of texts
    left = Signal()
    focused = Signal(object)  # the editor

    def __init__(self, key: str, name: str, *, shipped: Sequence[str], fields: FieldMenu) -> None:
        super().__init__()
        self._key, self._name, self._shipped, self._fields = key, name, list(shipped), fields
        self.rows: list[_Row] = []
        self.mark = Mark(name, self._restore)
        self.add = button(_("Add a paragraph"), self._append, drawing="plus", kind="plain")
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch()
        self._column = QVBoxLayout()
        self._column.setSpacing(sizes.GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.HALF)
        column.addWidget(self.mark)
        column.addLayout(self._column)
        column.addLayout(foot)

    # What it says

    def words(self) -> list[str]:
        return [row.edit.words() for row in self.rows]

    def show_value(self, value: object) -> None:
        texts = [str(text) for text in value] if isinstance(value, list | tuple) else []
        if texts != self.words():
            self._set(texts)
        self._show_mark()

    def edit_at(self, place: int) -> WordsEdit:
        return self.rows[min(place, len(self.rows) - 1)].edit

    def show_mistakes(self, mistakes: Sequence[Mistake]) -> None:
        for place, row in enumerate(self.rows):
            row.wrong.show_mistakes([mistake for mistake in mistakes if mistake.place == place])

    def is_short(self) -> bool:
        return False

    def _set(self, texts: Sequence[str]) -> None:
        while len(self.rows) > len(texts):
            self._drop(self.rows[-1])
        while len(self.rows) < len(texts):
            self._insert(len(self.rows))
        for row, text in zip(self.rows, texts, strict=True):
            row.edit.show_words(text)
        self._number()

    def _show_mark(self) -> None:
        self.mark.show_own(own=self.words() != self._shipped)

    def _restore(self) -> None:
        self._set(self._shipped)
        self._tell(keep=True)

    def _tell(self, *, keep: bool = False) -> None:
        self._show_mark()
        self.typed.emit(self._key, self.words())
        if keep:
            self.left.emit()

    # Rows

    def _insert(self, place: int) -> _Row:
        row = _Row(self, self._fields)
        self.rows.insert(place, row)
        self._column.insertWidget(place, row)
        row.edit.typed.connect(self._tell)
        row.edit.left.connect(self.left)
        row.edit.focused.connect(lambda: self.focused.emit(row.edit))
        row.edit.entered.connect(lambda: self._part(row))
        row.edit.emptied.connect(lambda: self._join(row))
        row.edit.poured.connect(lambda texts: self._pour(row, texts))
        return row

    def _drop(self, row: _Row) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _number(self) -> None:
        for place, row in enumerate(self.rows):
            row.edit.setAccessibleName(_("Paragraph {number}").format(number=place + 1))
            row.up.setEnabled(place > 0)
            row.down.setEnabled(place + 1 < len(self.rows))

    def _append(self) -> None:
        self._insert(len(self.rows)).edit.setFocus()
        self._number()
        self._tell()

    def remove(self, row: _Row) -> None:
        place = self.rows.index(row)
        self._drop(row)
        self._number()
        self._tell(keep=True)
        if self.rows:
            self.edit_at(place).setFocus()
        else:
            self.add.setFocus()

    def shift(self, row: _Row, by: int) -> None:
        place = self.rows.index(row) + by
        if 0 <= place < len(self.rows):
            self.rows.remove(row)
            self.rows.insert(place, row)
            self._column.removeWidget(row)
            self._column.insertWidget(place, row)
            self._number()
            self._tell(keep=True)
            row.edit.setFocus()

    def _part(self, row: _Row) -> None:
        """What stands behind the caret becomes a paragraph of its own."""
        cursor = row.edit.textCursor()
        cursor.movePosition(cursor.MoveOperation.End, cursor.MoveMode.KeepAnchor)
        rest = cursor.selectedText().strip()
        cursor.removeSelectedText()
        self._pour(row, [rest])
        self.edit_at(self.rows.index(row) + 1).go_to(0, 0)

    def _join(self, row: _Row) -> None:
        place = self.rows.index(row)
        if not place:
            return
        before, rest = self.rows[place - 1].edit, row.edit.words()
        end = len(before.words())
        self._drop(row)
        before.go_to(end, end)
        if rest:
            before.insert((" " if end else "") + rest)
            before.go_to(end, end)
        self._number()
        self._tell()

    def _pour(self, row: _Row, texts: Sequence[str]) -> None:
        place = self.rows.index(row)
        for text in texts:
            place += 1
            self._insert(place).edit.show_words(text)
        self._number()
        self._tell()
        self.edit_at(place).setFocus()
