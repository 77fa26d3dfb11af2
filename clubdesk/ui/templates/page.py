"""Templates: all papers whose words an officer may change, and one of them beside its live preview."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from clubdesk.errors import Problem
from clubdesk.i18n import LANGUAGES, _, ngettext
from clubdesk.services.clubs import club_settings
from clubdesk.services.template_texts import TemplateTexts, save_texts, template_texts
from clubdesk.services.templates import TEMPLATE_KINDS, TemplateLine, template_lines, use_shipped
from clubdesk.ui.common import dialogs, sizes
from clubdesk.ui.common.latest import Latest
from clubdesk.ui.common.page import Page
from clubdesk.ui.common.pane import scrolling
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.wishes import WriteTemplate
from clubdesk.ui.templates.draft import Draft
from clubdesk.ui.templates.editor import Editor
from clubdesk.ui.templates.field_menu import FieldMenu
from clubdesk.ui.templates.files import SUFFIX, export_template, import_template
from clubdesk.ui.templates.overview import Overview
from clubdesk.ui.templates.proof_pane import ProofPane

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


class TemplatesPage(Page):
    watches = frozenset(
        {"template", "club", "person", "address", "vehicle", "ownership", "membership", "event", "event_day"}
    )

    def __init__(self, workspace: "Workspace", tasks: Tasks, shell: Shell) -> None:
        super().__init__(_("Templates"))
        self._workspace, self._tasks, self._shell = workspace, tasks, shell
        self._asking = Latest(tasks)
        self._lines: list[TemplateLine] = []
        self.fields = FieldMenu(self)
        self.overview, self.editor = Overview(), Editor(self.fields, self._keep)
        self.proof = ProofPane(workspace, tasks)
        self._list = scrolling(self.overview)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self.editor)
        self.body.addWidget(self._stack)
        self.set_pane(self.proof)
        self._split.setSizes([round(sizes.PANE * 1.4), round(sizes.PANE * 1.4)])
        self.setAcceptDrops(True)
        self._add_actions()
        self._connect()
        self._show_part(self._list)

    def _add_actions(self) -> None:
        self._back = self.action(
            _("All templates"), self.leave, key="Alt+Left", drawing="chevron-left", place="secondary"
        )
        self._insert = self.action(
            _("Insert field"), self._open_fields, key="Ctrl+E", drawing="plus", place="primary"
        )
        self._next = self.action(_("Next reader"), lambda: self.proof.step(1), key="Alt+Down")
        self._before = self.action(_("Reader before"), lambda: self.proof.step(-1), key="Alt+Up")
        self.head.menu.addSeparator()
        self._export = self.action(_("Export…"), self._save_file, drawing="download")
        self._import = self.action(_("Import…"), self._choose_file, drawing="upload")
        self._reset = self.action(
            _("Back to the shipped wording"), self._use_shipped, drawing="arrow-back-up"
        )

    def _connect(self) -> None:
        self.overview.opened.connect(self.write)
        self.editor.languages.chosen.connect(self._turn_to)
        self.editor.typed.connect(self._typed)
        self.proof.found.connect(self.editor.show_findings)
        self.proof.reader_shown.connect(self.fields.show_values)
        self.proof.problem.connect(self.notice.show_problem)

    # What is shown

    @override
    def open_with(self, wish: object) -> None:
        """WriteTemplate."""
        if isinstance(wish, WriteTemplate):
            self.write(wish.kind, wish.language)

    def write(self, kind: str, language: str = "") -> None:
        """Open a template; in the club's language unless told another."""
        if not self._may_leave():
            return

        def ask() -> TemplateTexts:
            wanted = language or self._workspace.read(club_settings).language
            return self._workspace.read(
                template_texts, kind, wanted if wanted in LANGUAGES else next(iter(LANGUAGES))
            )

        self._asking.ask(ask, done=self._begin, failed=self.notice.show_problem)

    def _begin(self, texts: TemplateTexts) -> None:
        self.editor.begin(texts)
        self._show_part(self.editor)
        self.proof.begin(texts.kind, texts.language, texts.now)
        if self.editor.form is not None and (first := self.editor.form.first()):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_to(self, language: str) -> None:
        if (draft := self.editor.draft) is not None:
            self.write(draft.kind, language)

    def leave(self) -> None:
        """Back to all templates."""
        if self._stack.currentWidget() is self.editor and self._may_leave():
            draft = self.editor.draft
            self._show_part(self._list)
            self.overview.take_focus(draft.kind if draft else "", draft.language if draft else "")

    def _show_part(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        self.notice.hide()
        writing = part is self.editor
        for action in (self._back, self._insert, self._next, self._before):
            action.setVisible(writing)
        for action in (self._export, self._import, self._reset):
            action.setVisible(writing)
        self.head.show_menu(shown=writing)
        self._fold_pane()
        self._say()

    def _say(self) -> None:
        draft = self.editor.draft if self._stack.currentWidget() is self.editor else None
        if draft is None:
            own = sum(line.own for line in self._lines)
            self.head.set_title(_("Templates"))
            words = ngettext("{count} in your own words", "{count} in your own words", own)
            self.head.set_count(words if own else "")
            return
        self.head.set_title(_(TEMPLATE_KINDS[draft.kind]))
        self.head.set_count("")
        of_kind = [line for line in self._lines if line.kind == draft.kind]
        self.editor.languages.show_lines(of_kind, current=draft.language)
        self._reset.setEnabled(draft.is_own or draft.is_changed)

    @override
    def _fold_pane(self) -> None:
        super()._fold_pane()
        if self._stack.currentWidget() is not self.editor:
            self.proof.hide()

    @override
    def take_focus(self) -> None:
        if self._stack.currentWidget() is self._list:
            self.overview.take_focus()
        elif self.editor.form is not None and (edit := self.editor.form.last or self.editor.form.first()):
            edit.setFocus()

    @override
    def reload(self) -> None:
        draft = self.editor.draft
        self._tasks.start(
            lambda _: (
                self._workspace.read(template_lines),
                self._workspace.read(template_texts, draft.kind, draft.language) if draft else None,
            ),
            done=lambda found: self._hear(*found),
            failed=self.notice.show_problem,
        )
        self.proof.reload()

    def _hear(self, lines: list[TemplateLine], texts: TemplateTexts | None) -> None:
        self._lines = lines
        first = not self.overview.rows
        self.overview.show_lines(lines)
        draft = self.editor.draft
        if texts is not None and draft and (draft.kind, draft.language) == (texts.kind, texts.language):
            self.editor.hear(texts)
        if first and self._stack.currentWidget() is self._list:
            self.overview.take_focus()
        self._say()

    def _typed(self) -> None:
        if (draft := self.editor.draft) is not None:
            self.proof.draw(draft.now)
            self._reset.setEnabled(draft.is_own or draft.is_changed)

    # What is done

    def _open_fields(self) -> None:
        edit = self.editor.form and (self.editor.form.last or self.editor.form.first())
        if edit and edit.isVisible() and edit.hasFocus():
            self.fields.popup(edit.mapToGlobal(edit.cursorRect().bottomLeft()))
        else:
            self.fields.popup(self.head.mapToGlobal(self.head.rect().bottomRight()))

    def _keep(self, draft: Draft) -> None:
        """A small change, on this thread: it is in the club before anything else is done."""
        texts = dict(draft.now)
        try:
            self._workspace.do_now(save_texts, draft.kind, draft.language, texts=texts)
        except Problem as problem:
            self.notice.show_problem(problem)
            return
        draft.keep(texts)
        self._say()

    def _use_shipped(self) -> None:
        draft = self.editor.draft
        if draft is None:
            return
        self.editor.drop()
        try:
            self._workspace.do_now(use_shipped, draft.kind, draft.language)
        except Problem as problem:
            self.notice.show_problem(problem)
            return
        self._shell.toast(_("The club writes in the shipped words again."), undo=True)

    def _may_leave(self) -> bool:
        """Keep what is right; ask what becomes of words that can't be kept."""
        if self.editor.commit():
            return True
        keep, drop = _("Keep editing"), _("Drop the change")
        answer = dialogs.ask(
            self,
            _("These words have mistakes and can't be used."),
            _("The club has the words before. Mend the mistakes, or drop what you changed since."),
            (keep, drop),
        )
        if answer != drop:
            return False
        self.editor.drop()
        return True

    @override
    def may_close(self) -> bool:
        if self.editor.commit():
            return True
        self._shell.go("templates")  # so that the officer sees what it is about
        return self._may_leave()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Another page comes: what is right is kept, what isn't waits here."""
        super().hideEvent(event)
        self.editor.commit()

    # Files

    def _save_file(self) -> None:
        self.editor.commit()
        if (draft := self.editor.draft) is not None:
            export_template(self, self._shell, draft)

    def _choose_file(self) -> None:
        kinds, title = _("Templates (*.toml)"), _("Import a template")
        settings = self._shell.settings
        file = dialogs.choose_file(self, settings, title=title, kinds=kinds, purpose="template")
        if file is not None:
            self.take_file(file)

    def take_file(self, file: Path) -> None:
        """Write in the words of a file; all that is wrong in it is told, and nothing changed."""
        if (draft := self.editor.draft) is None:
            return
        try:
            texts = import_template(file, draft)
        except Problem as problem:
            self.notice.show_problem(problem)
            return
        self.notice.hide()
        self.editor.take(texts)
        self._shell.toast(_("{file} imported").format(file=file.name), undo=True)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        writing = self._stack.currentWidget() is self.editor
        if writing and len(urls) == 1 and Path(urls[0].toLocalFile()).suffix.lower() == SUFFIX:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take_file(Path(event.mimeData().urls()[0].toLocalFile()))
