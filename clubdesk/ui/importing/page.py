"""Bring a list in: choose it, see what will happen, let it happen, go on with the people it brought."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget
from typing_extensions import override

from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext
from clubdesk.services import clubs
from clubdesk.services.importing.apply import ImportCounts, import_people
from clubdesk.services.importing.rejected import save_rejected
from clubdesk.services.members import Search
from clubdesk.services.progress import Progress
from clubdesk.services.workspace import Workspace
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.page import Page
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.wishes import FindMembers, ImportList, PrintLetters
from clubdesk.ui.importing.counts import outcome_sentences
from clubdesk.ui.importing.drop_area import DropArea
from clubdesk.ui.importing.finished import Finished
from clubdesk.ui.importing.review import Review
from clubdesk.ui.importing.source import Choices, NoHeader, Outcome, Source, read_source, work_out


class ImportingPage(Page):
    watches = frozenset({"person", "address", "membership", "ownership", "vehicle", "chapter"})

    def __init__(self, workspace: Workspace, tasks: Tasks, shell: Shell) -> None:
        super().__init__(_("Import"))
        self._workspace, self._tasks, self._shell = workspace, tasks, shell
        self._asked: Choices | None = None
        self._source: Source | None = None
        self._outcome: Outcome | None = None
        self._counting = Progress()
        self._brought: ImportCounts | None = None
        self._importing = self._misses_names = False
        self.drop = DropArea(self.choose_file, self._read_headless, self.paste)
        self.drop.dropped.connect(self.read)
        self.review = Review()
        self.finished = Finished(
            print_letters=self._print_letters,
            show_people=self._show_people,
            save_rejected=self._save_rejected,
        )
        self.stack = QStackedWidget()
        for part in (self.drop, self.review, self.finished):
            self.stack.addWidget(part)
        self.body.addWidget(self.stack)
        self._another = self.action(
            _("Another list…"), self.choose_file, drawing="folder-open", place="secondary"
        )
        self.start = self.action(_("Import"), self.bring_in, drawing="table-import", place="primary")
        QShortcut(
            QKeySequence.StandardKey.Paste,
            self,
            self.paste,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )
        self._connect()
        self._show(self.drop)

    def _connect(self) -> None:
        self.review.source_line.changed.connect(self._read)
        self.review.source_line.rule_changed.connect(self._count)
        self.review.preview.chosen.connect(self._choose_field)
        self.review.chapter.changed.connect(self._count)
        self.review.save_wanted.connect(self._save_rejected)

    @override
    def open_with(self, wish: object) -> None:
        if isinstance(wish, ImportList):
            self.read(wish.file)

    @override
    def reload(self) -> None:
        """The roster changed: what importing would do may be something else now."""
        self._tasks.start(
            lambda _: self._workspace.read(clubs.chapters),
            done=lambda found: self.review.chapter.offer([chapter.name for chapter in found]),
        )
        if self._source is not None and not self._importing:
            self._count()

    # Read

    def choose_file(self) -> None:
        kinds = _("Lists of people (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.vcf);;All files (*)")
        title = _("Import a list")
        file = dialogs.choose_file(self, self._shell.settings, title=title, kinds=kinds, purpose="list")
        if file is not None:
            self.read(file)

    def read(self, file: Path) -> None:
        """Begin with a file."""
        if self._importing:
            return
        self._begin(Choices(file))

    def paste(self) -> None:
        """Begin with what was copied elsewhere: cells, text, or a file."""
        copied = QApplication.clipboard().mimeData()
        files = [url.toLocalFile() for url in copied.urls() if url.isLocalFile()]
        if files:
            self.read(Path(files[0]))
        elif self._importing:
            return
        elif copied.text().strip():
            self._begin(Choices(Path(_("Pasted list")), text=copied.text()))
        else:
            hint = _("Copy the cells of your list, then paste them here.")
            self.notice.show_problem(Problem(_("There is no text to paste."), hint))

    def _begin(self, choices: Choices) -> None:
        self._source = self._outcome = None
        self.drop.show_reading(choices.file)
        self._show(self.drop)
        self._read(choices)

    def _read_headless(self) -> None:
        if self._asked is not None:
            self._read(replace(self._asked, header_row=0))

    def _read(self, choices: Choices) -> None:
        self._asked = choices
        self._counting.cancel()
        self.notice.hide()
        self._shell.run(
            _("Reading {file}").format(file=choices.file.name),
            lambda progress: read_source(choices, progress),
            done=lambda source: self._show_source(source) if choices is self._asked else None,
            failed=lambda error: self._could_not_read(error) if choices is self._asked else None,
        )

    def _could_not_read(self, error: BaseException) -> None:
        """A list that was shown before stays, as it was read before."""
        if self._source is not None:
            self.notice.show_problem(error)
            self.review.source_line.show_source(self._source)
            self._count()
        elif isinstance(error, Problem):
            self.drop.show_problem(error, headless=isinstance(error, NoHeader))
            self._show(self.drop)
        else:
            self.drop.invite()

    def _show_source(self, source: Source) -> None:
        self._source = source
        rows = len(source.members.rows) + len(source.members.malformed)
        said = ngettext("{count} row", "{count} rows", rows)
        self.head.set_count(f"{source.members.file} · {said}")
        self.review.show_source(source)
        self._show(self.review)
        self._count()

    def _choose_field(self, at: int, field: str) -> None:
        assert self._source
        self._source = self._source.choose(at, field)
        self.review.show_meanings(self._source)
        self._count()

    # Count

    def _count(self) -> None:
        """Work out in the background what importing would do; only the newest question counts."""
        self._counting.cancel()
        source, chapter = self._source, self.review.chapter.chapter
        rule = self.review.source_line.rule
        if source is None:
            return
        self._outcome = None
        self._name_start()
        self.review.show_counting()
        counting = self._counting = self._tasks.start(
            lambda progress: work_out(self._workspace, source, chapter=chapter, rule=rule, progress=progress),
            done=lambda outcome: self._show_outcome(outcome) if counting is self._counting else None,
            failed=lambda error: self._could_not_count(error) if counting is self._counting else None,
        )

    def _show_outcome(self, outcome: Outcome) -> None:
        self._outcome = outcome
        if self._misses_names:
            self._misses_names = False
            self.notice.hide()
        self.review.show_outcome(outcome)
        self._name_start()
        if self.stack.currentWidget() is self.finished and _changes(outcome):
            self._show(self.review)  # the import was undone

    def _could_not_count(self, error: BaseException) -> None:
        if isinstance(error, Problem):
            self._misses_names = True
            self.notice.show_problem(error)
            self.review.show_outcome(None)

    def _name_start(self) -> None:
        count = _changes(self._outcome) if self._outcome else 0
        words = ngettext("Import {count} person", "Import {count} people", count)
        if self._outcome is not None and not count:
            words = _("Nothing to import")
        self.start.setText(words if self._outcome else _("Import"))
        self.start.setEnabled(count > 0 and not self._importing)

    # Bring in

    def bring_in(self) -> None:
        source, outcome = self._source, self._outcome
        if source is None or outcome is None or not _changes(outcome):
            return
        self._set_importing(now=True)
        self._shell.run(
            _("Importing {file}").format(file=source.members.file),
            lambda progress: self._workspace.do(
                import_people,
                outcome.people,
                file=source.members.file,
                chapter=outcome.chapter,
                rule=outcome.rule,
                progress=progress,
            ),
            done=lambda counts: self._show_finished(replace(outcome, counts=counts)),
            failed=self._could_not_import,
        )

    def _set_importing(self, *, now: bool) -> None:
        self._importing = now
        self.review.setEnabled(not now)
        self._another.setEnabled(not now)
        self._name_start()

    def _show_finished(self, outcome: Outcome) -> None:
        assert self._source
        self._outcome, self._brought = outcome, outcome.counts
        self._set_importing(now=False)
        self.finished.show_outcome(outcome, file=self._source.members.file)
        self._show(self.finished)
        self._shell.toast(" ".join(outcome_sentences(outcome)), undo=True)

    def _could_not_import(self, error: BaseException) -> None:
        self._set_importing(now=False)
        self.notice.show_problem(error)
        self._count()

    # Go on

    def _print_letters(self) -> None:
        if self._brought is not None:
            self._shell.go("letters", PrintLetters(self._brought.people))

    def _show_people(self) -> None:
        """New people are unverified; together with their chapters that is nearly who was imported."""
        chapters = self._outcome.chapters if self._outcome else ()
        statuses = ("unverified",) if self._brought and self._brought.added else ()
        self._shell.go("members", FindMembers(Search(chapters=chapters, statuses=statuses)))

    def _save_rejected(self) -> None:
        source, outcome = self._source, self._outcome
        if source is None or outcome is None:
            return
        name = _("{file} rejected.csv").format(file=Path(source.members.file).stem)
        title, settings = _("Save rejected rows"), self._shell.settings
        file = dialogs.save_file(
            self, settings, title=title, name=name, kinds=_("CSV (*.csv)"), purpose="list"
        )
        if file is not None:
            self._shell.run(
                _("Saving {file}").format(file=file.name),
                lambda _: save_rejected(file, source.members, outcome.rejected),
                done=lambda _none: self._shell.toast(_("Saved as {file}").format(file=file.name)),
            )

    def _show(self, part: DropArea | Review | Finished) -> None:
        self.stack.setCurrentWidget(part)
        self.start.setVisible(part is self.review)
        self._another.setVisible(part is not self.drop)
        if part is self.drop:
            self.head.set_count("")


def _changes(outcome: Outcome) -> int:
    """How many people the import would touch."""
    return outcome.counts.added + outcome.counts.updated
