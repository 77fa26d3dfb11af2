"""The words of one template: what is wrong on top, the form under it; kept as soon as they are right."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from clubdesk.documents.content import Finding
from clubdesk.services.template_texts import Mistake, TemplateTexts
from clubdesk.ui.common import sizes
from clubdesk.ui.common.pane import scrolling
from clubdesk.ui.templates.draft import Draft
from clubdesk.ui.templates.field_menu import FieldMenu
from clubdesk.ui.templates.language_chips import LanguageChips
from clubdesk.ui.templates.mistakes import Mistakes
from clubdesk.ui.templates.text_form import TextForm
from clubdesk.ui.templates.words_edit import WordsEdit

REST = 700  # ms of rest before mistakes are told: a field half typed is none
LONG_REST = 4_000  # ms of rest before the draft is kept though the caret is still in its text

Keep = Callable[[Draft], object]


class Editor(QWidget):
    """`keep` puts the draft into the club; it is called only with one that has no mistakes."""

    typed = Signal()

    def __init__(self, fields: FieldMenu, keep: Keep) -> None:
        super().__init__()
        self._fields, self._keep = fields, keep
        self.draft: Draft | None = None
        self.form: TextForm | None = None
        self._area: QScrollArea | None = None
        self._findings: Sequence[Finding] = ()
        self.languages, self.mistakes = LanguageChips(), Mistakes()
        self.mistakes.chosen.connect(self._go_to)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(sizes.GRID)
        self._column.addWidget(self.languages)
        self._column.addWidget(self.mistakes)
        self._rest, self._long_rest = QTimer(self, singleShot=True), QTimer(self, singleShot=True)
        self._rest.setInterval(REST)
        self._long_rest.setInterval(LONG_REST)
        self._rest.timeout.connect(self._check_rested)
        self._long_rest.timeout.connect(self.commit)
        fields.chosen.connect(self._insert)

    # What is written

    def begin(self, texts: TemplateTexts) -> None:
        """Show another template."""
        self._stop()
        self.draft, self._findings = Draft(texts), ()
        if self._area is not None:
            self._column.removeWidget(self._area)
            self._area.hide()
            self._area.deleteLater()
        self.form = TextForm(self.draft, self._fields)
        self.form.typed.connect(self._typed)
        self.form.left.connect(self.commit)
        self._area = scrolling(self.form)
        self._column.addWidget(self._area, 1)
        self.check()

    def hear(self, texts: TemplateTexts) -> None:
        """The club has these words now; what is being written stays."""
        if self.draft is not None and self.draft.hear(texts):
            self._show()

    def take(self, texts: dict[str, Any]) -> None:
        """Other words throughout: those of a file, or the shipped ones; kept at once."""
        if self.draft is not None:
            self.draft.set_all(texts)
            self._show()
            self.commit()

    def drop(self) -> None:
        """Forget what the club hasn't got."""
        if self.draft is not None:
            self.draft.drop()
            self._show()

    def _show(self) -> None:
        assert self.form and self.draft
        self.form.show_draft(self.draft)
        self.check()
        self.typed.emit()

    def _typed(self, key: str, value: object) -> None:
        assert self.draft
        self.draft.set(key, value)
        self._rest.start()
        self._long_rest.start()
        if self.mistakes.buttons:
            self.check()  # what is mended is told at once
        self.typed.emit()

    # What is wrong

    def check(self) -> Sequence[Mistake]:
        """Tell everything that is wrong now."""
        if self.draft is None or self.form is None:
            return ()
        found = self.draft.mistakes()
        self.form.show_mistakes(found)
        self.mistakes.show_mistakes(found, self._findings)
        return found

    def _check_rested(self) -> None:
        """While a field is chosen from the list it is half typed, which is no mistake."""
        if self.form is not None and self.form.last and self.form.last.completion.is_open:
            self._rest.start()
        else:
            self.check()

    def show_findings(self, found: Sequence[Finding]) -> None:
        """What the paper in the preview says."""
        self._findings = tuple(found)
        if self.draft is not None and not self._rest.isActive():
            self.check()

    def _go_to(self, mistake: Mistake) -> None:
        if self.form is not None and (edit := self.form.go_to(mistake)):
            self.show_edit(edit)

    def show_edit(self, edit: WordsEdit) -> None:
        if self._area is not None:
            self._area.ensureWidgetVisible(edit, sizes.MARGIN, sizes.MARGIN * 2)

    def _insert(self, before: str, after: str) -> None:
        """Put a field where the caret stood last, else where writing begins."""
        if self.form is not None and (edit := self.form.last or self.form.first()):
            edit.insert(before, after)
            self.show_edit(edit)

    # What is kept

    def commit(self) -> bool:
        """Keep the draft if it is right; whether everything is kept now."""
        self._stop()
        if self.draft is None or not self.draft.is_changed:
            self.check()
            return True
        if self.check():
            return False
        self._keep(self.draft)
        return True

    def _stop(self) -> None:
        self._rest.stop()
        self._long_rest.stop()
