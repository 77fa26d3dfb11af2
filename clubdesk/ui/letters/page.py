"""Letters: the runs, the flow that prints a new one, and the tray where replies are recorded."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from clubdesk.documents.content import Printed
from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext
from clubdesk.services import letters
from clubdesk.services.addressees import addressees_of_run
from clubdesk.services.letters import FIRST, SECOND, RunLine
from clubdesk.ui.common import dialogs, sizes
from clubdesk.ui.common.address_papers import AddressPapers
from clubdesk.ui.common.page import Page
from clubdesk.ui.common.printer_fit import PrinterFit
from clubdesk.ui.common.save_pdf import save_pdf
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.table_export import let_export
from clubdesk.ui.common.table_model import TableModel
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.wishes import PrintLetters, RecordReplies, ShowRun
from clubdesk.ui.letters.pdf_file import print_on_paper, print_to_file, save_singly
from clubdesk.ui.letters.print_flow import PrintFlow
from clubdesk.ui.letters.replies_in import RepliesIn
from clubdesk.ui.letters.reply_tray import ReplyTray
from clubdesk.ui.letters.run_pane import RunPane
from clubdesk.ui.letters.runs import Runs
from clubdesk.ui.letters.statistics import Statistics

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

FINDINGS = 3  # how many of them are told


class LettersPage(Page):
    watches = frozenset(
        {
            "letter_run",
            "letter",
            "reply",
            "person",
            "address",
            "verification",
            "scan",
            "scanned_slip",
            "template",
        }
    )

    def __init__(self, workspace: "Workspace", tasks: Tasks, shell: Shell) -> None:
        super().__init__(_("Letters"))
        self._workspace, self._tasks, self._shell = workspace, tasks, shell
        self._wanted: int | None = None  # the run to go to, once it is listed
        self.runs = Runs(workspace)
        self._model = TableModel(self.runs.source(), tasks, self)
        self.table = TableView("letters.runs", self._model, shell.settings)
        self.table.setAccessibleName(_("Letter runs"))
        self.run_pane = RunPane(workspace, tasks, shell)
        self.flow = PrintFlow(workspace, tasks, shell)
        self.tray = ReplyTray(workspace, tasks, shell)
        self.replies_in = RepliesIn(self.tray, workspace, tasks=tasks, shell=shell)
        self._stack = QStackedWidget()
        self.statistics = Statistics(workspace, tasks, shell)
        for part in (self.table, self.flow, self.replies_in, self.statistics):
            self._stack.addWidget(part)
        self.body.addWidget(self._stack)
        self.set_pane(self.run_pane)
        self._split.setSizes([sizes.PANE * 2, round(sizes.PANE * 1.2)])
        self._add_actions()
        self._connect(shell)
        self._show_part(self.table)

    def _add_actions(self) -> None:
        self._replies = self.action(
            _("Record replies"),
            lambda: self.record_replies(),
            key="Ctrl+R",
            drawing="keyboard",
            place="secondary",
        )
        self._new = self.action(
            _("New letters"), self.new_letters, key="Ctrl+N", drawing="plus", place="primary"
        )
        self._new.setShortcuts([QKeySequence("Ctrl+N"), QKeySequence("Ctrl+P")])
        self._stats = self.action(_("How they were answered"), self.show_statistics, drawing="list-details")
        self._back = self.action(
            _("Back to the runs"), self.leave, key="Esc", drawing="chevron-left", place="secondary"
        )
        self._templates = self.action(
            _("Templates…"), lambda: self._shell.go("templates"), drawing="signature"
        )
        self.addActions(self.replies_in.keys)
        self._prepare = self.action(_("Prepare letters"), self._prepare_run, drawing="", place="primary")

    def _connect(self, shell: Shell) -> None:
        self.table.nothing.say(
            "mail",
            _("No letters yet. Ask your members to confirm that they still belong to the club."),
            _("New letters"),
            self.new_letters,
        )
        self._model.found.connect(self._found)
        self._model.failed.connect(self.notice.show_problem)
        self.table.current_changed.connect(self._show_run)
        self.table.opened.connect(lambda _: self.show_pane())
        self.run_pane.save_wanted.connect(self._save)
        self.run_pane.print_wanted.connect(self._print_on_paper)
        self.run_pane.posted.connect(self._post)
        self.run_pane.replies_wanted.connect(lambda: self.record_replies())
        self.run_pane.delete_wanted.connect(self._delete)
        self.run_pane.singly_wanted.connect(self._save_singly)
        self.run_pane.pages_wanted.connect(self._print_pages)
        self.run_pane.labels_wanted.connect(self._print_labels)
        self.run_pane.control_wanted.connect(self._save_control_sheet)
        self.run_pane.bundles_wanted.connect(self._save_bundles)
        self.run_pane.fit_wanted.connect(
            lambda layout: PrinterFit(self, self._tasks, self._shell, paper=layout).open()
        )
        self.run_pane.void_wanted.connect(self._void)
        self.run_pane.close_wanted.connect(self._close)
        self.run_pane.problem.connect(self.notice.show_problem)
        self.flow.problem.connect(self.notice.show_problem)
        self.statistics.problem.connect(self.notice.show_problem)
        self.flow.changed.connect(self._show_ready)
        self.flow.writing.words_wanted.connect(lambda wish: self._shell.go("templates", wish))
        self.replies_in.problem.connect(self.notice.show_problem)
        let_export(self.table, self._model, shell=shell, name=_("Letter runs"))

    # The three parts

    def new_letters(self, people: tuple[int, ...] = (), kind: str = FIRST) -> None:
        """Begin a run: for these people, or for all who need a letter."""
        self._show_part(self.flow)
        self.flow.begin(people, kind=kind)

    def record_replies(self, *, scans: bool = False) -> None:
        self._show_part(self.replies_in)
        self.replies_in.begin(scans=scans)

    def show_statistics(self) -> None:
        self._show_part(self.statistics)
        self.statistics.reload()

    def leave(self) -> None:
        """Back to the runs; in the tray a code that was begun is dropped first."""
        if self._stack.currentWidget() is self.replies_in and self.replies_in.drop_code():
            return
        self._show_part(self.table)
        self.table.setFocus()

    def _show_part(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        self.notice.hide()
        if part is not self.flow:
            self.flow.end()
        titles: dict[QWidget, str] = {
            self.flow: _("New letters"),
            self.replies_in: _("Record replies"),
            self.statistics: _("How they were answered"),
        }
        self.head.set_title(titles.get(part, _("Letters")))
        at_runs = part is self.table
        for action, shown in (
            (self._replies, at_runs),
            (self._new, at_runs),
            (self._stats, at_runs),
            (self._templates, at_runs),
            (self._back, not at_runs),
            (self._prepare, part is self.flow),
        ):
            action.setVisible(shown)
        self.replies_in.show_keys(on=part is self.replies_in)
        self._fold_pane()
        self._say()

    @override
    def _fold_pane(self) -> None:
        super()._fold_pane()
        if self._stack.currentWidget() is not self.table:
            self.run_pane.hide()

    @override
    def open_with(self, wish: object) -> None:
        if isinstance(wish, PrintLetters):
            self.new_letters(wish.people, SECOND if wish.second else FIRST)
        elif isinstance(wish, RecordReplies):
            self.record_replies(scans=wish.scans)
        elif isinstance(wish, ShowRun):
            self._go_to(wish.run)

    def _go_to(self, run: int) -> None:
        """Show this run, now or as soon as it is listed."""
        self._show_part(self.table)
        self._wanted = None if self.table.go_to(run) else run
        self.show_pane()

    # What is shown

    @override
    def reload(self) -> None:
        self._model.reload()
        self.flow.reload()
        self.replies_in.reload()
        if self._stack.currentWidget() is self.statistics:
            self.statistics.reload()

    def _found(self, _count: int) -> None:
        self._say()
        run = self._wanted
        if run is not None and self.table.go_to(run):
            self._wanted = None
        elif self.table.current_id() is None and self._model.ids:
            self.table.go_to(self._model.ids[0])
        else:
            self._show_run(self.table.current_id())

    def _say(self) -> None:
        at_runs = self._stack.currentWidget() is self.table
        words = ngettext("{count} run", "{count} runs", len(self._model.ids))
        self.head.set_count(words if at_runs and self._model.ids else "")
        if self.isVisible():
            self._shell.say(words if at_runs else "")

    def _show_run(self, run: int | None) -> None:
        self.run_pane.show_run(self.runs.lines.get(run) if run is not None else None)

    def _show_ready(self) -> None:
        """The button says how many letters there will be."""
        count = self.flow.count
        self._prepare.setEnabled(count > 0)
        self._prepare.setText(
            ngettext("Prepare {count} letter", "Prepare {count} letters", count)
            if count
            else _("Prepare letters")
        )

    # What is done

    def _run(self) -> RunLine | None:
        run = self.table.current_id()
        return self.runs.lines.get(run) if run is not None else None

    def _prepare_run(self) -> None:
        try:
            work = self.flow.prepare()
        except Problem as problem:
            self.notice.show_problem(problem)
            return
        self._prepare.setEnabled(False)
        title = ngettext("Preparing {count} letter", "Preparing {count} letters", self.flow.count)
        self._shell.run(title, work, done=self._prepared, failed=self._not_prepared)

    def _prepared(self, run: RunLine | None) -> None:
        if run is None:
            self.flow.reload()
            return
        self._go_to(run.id)
        self._print(run)

    def _not_prepared(self, error: BaseException) -> None:
        self._show_ready()
        self.notice.show_problem(error)

    def _print(self, run: RunLine, pages: Sequence[int] = ()) -> None:
        print_to_file(
            self, self._shell, workspace=self._workspace, run=run, pages=pages, done=self._show_findings
        )

    def _print_on_paper(self) -> None:
        if run := self._run():
            print_on_paper(
                self,
                self._shell,
                self._tasks,
                workspace=self._workspace,
                run=run,
                done=self._show_findings,
            )

    def _print_pages(self) -> None:
        """Some pages again, because the printer ruined them."""
        run = self._run()
        if run is None:
            return
        asked = dialogs.ask_text(
            self, _("Print pages again"), _("Which pages of the PDF? For instance 3, 113-140")
        )
        if asked is None:
            return
        try:
            self._print(run, letters.parse_pages(asked, last=run.letters))
        except Problem as problem:
            self.notice.show_problem(problem)

    def _show_findings(self, printed: Printed) -> None:
        """Say before the letters go out what is wrong with them."""
        if not printed.findings:
            return
        count = ngettext(
            "{count} letter needs a look before it is posted.",
            "{count} letters need a look before they are posted.",
            len({found.name for found in printed.findings}),
        )
        hint = " · ".join(f"{found.name}: {found.text}" for found in printed.findings[:FINDINGS])
        self.notice.say(count, hint, look="warning")

    def _save(self) -> None:
        if run := self._run():
            self._print(run)

    def _save_singly(self) -> None:
        if run := self._run():
            save_singly(self, self._shell, workspace=self._workspace, run=run)

    def _post(self) -> None:
        if run := self._run():
            text = _("{run} is posted.").format(run=run.title)
            self._change(lambda: self._workspace.do(letters.mark_posted, run.id), text)

    def _print_labels(self) -> None:
        if run := self._run():
            AddressPapers(
                self,
                self._workspace,
                self._tasks,
                self._shell,
                name=_("Labels {run}").format(run=run.title),
                find=lambda: self._workspace.read(addressees_of_run, run.id),
            ).open()

    def _save_control_sheet(self) -> None:
        if run := self._run():
            name = _("Control sheet {run}").format(run=run.title)
            self._tasks.start(
                lambda _: self._workspace.read(letters.print_control_sheet, run.id),
                done=lambda printed: save_pdf(self, self._shell, name=name, data=printed.data),
                failed=self.notice.show_problem,
            )

    def _save_bundles(self) -> None:
        if run := self._run():
            name = _("Bundles {run}").format(run=run.title)
            self._tasks.start(
                lambda _: self._workspace.read(letters.print_bundles, run.id),
                done=lambda printed: save_pdf(self, self._shell, name=name, data=printed.data),
                failed=self.notice.show_problem,
            )

    def _void(self) -> None:
        if chosen := list(self.run_pane.table.selected_ids()):
            count = ngettext("{count} letter is cancelled.", "{count} letters are cancelled.", len(chosen))
            self._change(lambda: self._workspace.do(letters.void_letters, chosen), count)

    def _close(self) -> None:
        if run := self._run():
            text = _("{run} is closed.").format(run=run.title)
            self._change(lambda: self._workspace.do(letters.close_run, run.id), text)

    def _delete(self) -> None:
        if run := self._run():
            text = _("{run} is deleted.").format(run=run.title)
            self._change(lambda: self._workspace.do(letters.delete_run, run.id), text)

    def _change(self, work: Callable[[], object], said: str) -> None:
        self._tasks.start(
            lambda _: work(),
            done=lambda _: self._shell.toast(said, undo=True),
            failed=self.notice.show_problem,
        )
