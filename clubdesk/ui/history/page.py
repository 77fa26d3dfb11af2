"""History: every step that anybody did in this club, what it changed, and the way back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from typing_extensions import override

from clubdesk.i18n import _, ngettext
from clubdesk.services import history
from clubdesk.services import row_words as words
from clubdesk.services.importing.taking_back import TakenBack, take_back_import
from clubdesk.ui.common.page import Page
from clubdesk.ui.common.pane import Pane
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.table_export import let_export
from clubdesk.ui.common.table_model import TableModel
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.history.changed import ChangedValues
from clubdesk.ui.history.steps import source

if TYPE_CHECKING:
    from clubdesk.services.workspace import Step, Workspace

NAMED = 12  # people that a notice names
LONGEST = 26  # letters of a step's name on a button


class HistoryPage(Page):
    watches_all = True

    def __init__(self, workspace: "Workspace", tasks: Tasks, shell: Shell) -> None:
        super().__init__(_("History"))
        self._workspace, self._tasks, self._shell = workspace, tasks, shell
        self._model = TableModel(source(workspace), tasks, self)
        self._table = TableView("history", self._model, shell.settings)
        self._values = ChangedValues()
        self._pane = self.set_pane(Pane())
        self._pane.add_tab(_("What it changed"), self._values)
        self._pane.nothing.say("history", _("Choose a step to see what it changed."))
        self._undo = self.action(_("Undo"), self._take_back, drawing="arrow-back-up", place="secondary")
        self._redo = self.action(_("Redo"), self._do_again, drawing="arrow-forward-up", place="secondary")
        self._import = self.action(
            _("Take back this import"), self._take_back_import, drawing="table-import", place="secondary"
        )
        self._import.setVisible(False)
        self._search = self.head.set_search(_("Search steps and officers"), self._table)
        self.body.addWidget(self._table)
        self._connect(shell)
        self._offer(self._undo, None, _("Undo"))
        self._offer(self._redo, None, _("Redo"))

    def _connect(self, shell: Shell) -> None:
        self._search.searched.connect(self._model.find)
        self._model.found.connect(self._show_count)
        self._model.failed.connect(self.notice.show_problem)
        self._table.current_changed.connect(self._show_step)
        self._table.opened.connect(lambda _: self.show_pane())
        let_export(self._table, self._model, shell=shell, name=_("History"))

    @override
    def reload(self) -> None:
        self._model.reload()
        self._tasks.start(
            lambda _: (self._workspace.next_undo(), self._workspace.next_redo()),
            done=lambda steps: self._offer_both(*steps),
            failed=self.notice.show_problem,
        )

    # What is shown

    def _show_count(self, count: int) -> None:
        if self._search.text().strip():
            self._table.nothing.say(
                "search", _("No step has these words."), _("Show all"), self._search.clear
            )
        else:
            self._table.nothing.say("history", _("Nothing has been done in this club yet."))
        said = ngettext("{count} step", "{count} steps", count)
        self.head.set_count(said)
        if self.isVisible():
            self._shell.say(said)
        if count and self._table.current_id() is None:
            self._table.go_to(self._model.ids[0])

    def _show_step(self, step: int | None) -> None:
        line = self._model.row(self._model.place_of(step)) if step is not None else None
        self._import.setVisible(False)
        if step is None or line is None:
            self._pane.show_nothing()
            return
        what, _state, officer, when = line.cells
        self._pane.show_head(what, f"{officer} · {when}")
        self._tasks.start(
            lambda _: self._workspace.read(history.history_lines, [step]),
            done=lambda lines: self._offer_import(lines[0]) if lines else None,
            failed=self.notice.show_problem,
        )
        self._tasks.start(
            lambda _: self._workspace.read(history.changed_values, step),
            done=lambda values: (
                self._values.show_values(values) if self._table.current_id() == step else None
            ),
            failed=self.notice.show_problem,
        )

    # The way back

    def _offer_both(self, undo: "Step | None", redo: "Step | None") -> None:
        self._offer(self._undo, undo, _("Undo: {what}"))
        self._offer(self._redo, redo, _("Redo: {what}"))

    def _offer(self, action: QAction, step: "Step | None", said: str) -> None:
        """Say on the button what it would do; without a step there is no button."""
        action.setVisible(step is not None)
        if step is not None:
            short = step.label if len(step.label) <= LONGEST else step.label[: LONGEST - 1].rstrip() + "…"
            action.setText(said.format(what=short).replace("&", "&&"))

    def _offer_import(self, line: history.HistoryLine) -> None:
        if line.change == self._table.current_id():
            self._import.setVisible(line.is_import and not line.undone)

    def _take_back_import(self) -> None:
        step = self._table.current_id()
        if step is None:
            return
        self._import.setVisible(False)
        self._tasks.start(
            lambda _: self._workspace.do(take_back_import, step),
            done=self._tell_taken_back,
            failed=self.notice.show_problem,
        )

    def _tell_taken_back(self, done: TakenBack) -> None:
        """Who stays is named, so that nobody looks for them among the removed."""
        removed = ngettext("{count} person removed.", "{count} people removed.", done.removed)
        self._shell.toast(removed, undo=True)
        if done.stays:
            count = len(done.stays)
            said = ngettext(
                "{count} person stays, because something was changed or used since.",
                "{count} people stay, because something was changed or used since.",
                count,
            )
            named = [f"{stays.name} ({words.table(stays.because)})" for stays in done.stays[:NAMED]]
            more = [ngettext("and {count} more", "and {count} more", count - NAMED)] if count > NAMED else []
            self.notice.say(f"{removed} {said}", ", ".join(named + more))

    def _take_back(self) -> None:
        self._run(self._workspace.undo, _("Undone: {what}"))

    def _do_again(self) -> None:
        self._run(self._workspace.redo, _("Done again: {what}"))

    def _run(self, step: "Callable[[], Step | None]", said: str) -> None:
        self._tasks.start(
            lambda _: step(),
            done=lambda made: self._shell.toast(said.format(what=made.label)) if made else None,
            failed=self.notice.show_problem,
        )
