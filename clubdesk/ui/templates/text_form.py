"""The form of a template: its texts under their headings, two short ones side by side where there is room."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from clubdesk.i18n import _
from clubdesk.services.template_texts import Mistake
from clubdesk.ui.common.form import Form
from clubdesk.ui.templates.draft import Draft
from clubdesk.ui.templates.field_menu import FieldMenu
from clubdesk.ui.templates.names import JUSTIFIED, name_of, sections
from clubdesk.ui.templates.paragraphs import Paragraphs
from clubdesk.ui.templates.text_box import TextBox
from clubdesk.ui.templates.words_edit import WordsEdit

UNJUSTIFIED = ("certificate", "badge")  # whose texts stand in the middle


class TextForm(Form):
    typed = Signal(str, object)  # key and its value
    left = Signal()

    def __init__(self, draft: Draft, fields: FieldMenu) -> None:
        super().__init__()
        self._fields = fields
        self.boxes: dict[str, TextBox | Paragraphs] = {}
        self.justified = QCheckBox(_("Paragraphs even on both sides (justified)"))
        self.last: WordsEdit | None = None
        """The text in which the caret stood last: there fields are put in."""

        for section in sections(draft.now):
            keys = [key for key in section.keys if key != JUSTIFIED or draft.kind not in UNJUSTIFIED]
            self.section(section.title)
            for key in keys:
                self._add(key, draft)
        self.justified.clicked.connect(self._justify)
        self.show_draft(draft)

    def _add(self, key: str, draft: Draft) -> None:
        if key == JUSTIFIED:
            self.add(self.justified, wide=True)
            return
        made = Paragraphs if isinstance(draft.now[key], list | tuple) else TextBox
        shipped = draft.shipped.get(key, "")
        box = made(key, name_of(key), shipped=shipped, fields=self._fields)
        box.typed.connect(self.typed)
        box.left.connect(self.left)
        box.focused.connect(self._remember)
        self.boxes[key] = box
        self.add(box, wide=not box.is_short())

    def _remember(self, edit: WordsEdit) -> None:
        self.last = edit

    def _justify(self) -> None:
        self.typed.emit(JUSTIFIED, self.justified.isChecked())
        self.left.emit()

    def show_draft(self, draft: Draft) -> None:
        """Say what the draft says, where it isn't said already."""
        for key, box in self.boxes.items():
            box.show_value(draft.now[key])
        self.justified.setChecked(bool(draft.now.get(JUSTIFIED)))

    def show_mistakes(self, mistakes: Sequence[Mistake]) -> None:
        for key, box in self.boxes.items():
            box.show_mistakes([mistake for mistake in mistakes if mistake.key == key])

    def go_to(self, mistake: Mistake) -> WordsEdit | None:
        """Put the caret into the text at fault; gives its editor, to be scrolled to."""
        box: Any = self.boxes.get(mistake.key)
        if box is None:
            return None
        edit: WordsEdit = box.edit_at(mistake.place)
        edit.go_to(mistake.start, mistake.end)
        return edit

    def first(self) -> WordsEdit | None:
        """Where writing begins."""
        return next(iter(self.boxes.values())).edit_at(0) if self.boxes else None
