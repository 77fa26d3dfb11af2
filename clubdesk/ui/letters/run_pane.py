"""One run: what to do with it next, how people answered, its letters, and how each looks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from clubdesk.documents.layouts import layout_named
from clubdesk.i18n import _, ngettext, number
from clubdesk.services import letters
from clubdesk.services.letters import RunCard, RunLine
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.flow import Flow
from clubdesk.ui.common.icons import set_icon
from clubdesk.ui.common.pane import Pane
from clubdesk.ui.common.pill import Pill
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.table_export import let_export
from clubdesk.ui.common.table_model import TableModel
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.letters import letter_table, words
from clubdesk.ui.letters.letter_preview import LetterPreview

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

PREVIEW = 1


class RunPane(Pane):
    save_wanted = Signal()
    accessible_wanted = Signal()
    password_wanted = Signal()
    print_wanted = Signal()
    posted = Signal()
    replies_wanted = Signal()
    singly_wanted = Signal()
    pages_wanted = Signal()  # some of them again, after a jam
    bundles_wanted = Signal()
    fit_wanted = Signal(str)  # the layout
    void_wanted = Signal()  # the letters chosen
    labels_wanted = Signal()
    control_wanted = Signal()
    close_wanted = Signal()
    delete_wanted = Signal()
    problem = Signal(object)

    def __init__(self, workspace: "Workspace", tasks: Tasks, shell: Shell) -> None:
        super().__init__()
        self._workspace, self._tasks, self._run, self._layout = workspace, tasks, 0, ""
        self.letters = TableModel(letter_table.source(workspace), tasks, self)
        self.table = TableView("letters.letters", self.letters, shell.settings)
        self.table.setAccessibleName(_("Letters of the run"))
        self.table.nothing.say("mail", _("This run has no letters."))
        self.preview = LetterPreview(self.table, self.letters, tasks)
        self.save, self.post, self.record = self._steps()
        self._pills = Flow(spacing=sizes.HALF)
        self.nothing.say("mail", _("Choose a run to see its letters."))
        self._fill_menu()
        self.add_tab(_("Answers"), self._body(), scrolls=False)
        self.add_tab(_("Preview"), self._paper(), scrolls=False)
        self.letters.found.connect(lambda _: self._choose_first())
        self.letters.failed.connect(self.problem)
        self.table.current_changed.connect(self._show_letter)
        self.table.opened.connect(lambda _: self.tabs.setCurrentIndex(PREVIEW))
        let_export(self.table, self.letters, shell=shell, name=_("Letters"))

    def _steps(self) -> tuple[QPushButton, QPushButton, QPushButton]:
        """In the order of the work; the next one is the primary button."""
        return (
            button(_("Save PDF…"), self.save_wanted.emit, drawing="download"),
            button(_("Mark as posted"), self.posted.emit, drawing="mail"),
            button(_("Record replies"), self.replies_wanted.emit, drawing="keyboard"),
        )

    def _fill_menu(self) -> None:
        self._on_paper = self.menu.addAction(_("Print…"), self.print_wanted.emit)
        self._again = self.menu.addAction(_("Save PDF again…"), self.save_wanted.emit)
        self._singly = self.menu.addAction(_("One PDF per letter…"), self.singly_wanted.emit)
        accessible = self.menu.addAction(
            _("Save for screen readers and archives…"), self.accessible_wanted.emit
        )
        locked = self.menu.addAction(_("Save with a password…"), self.password_wanted.emit)
        self._pages = self.menu.addAction(_("Print pages again…"), self.pages_wanted.emit)
        self._labels = self.menu.addAction(_("Labels and envelopes…"), self.labels_wanted.emit)
        self._control = self.menu.addAction(_("Control sheet…"), self.control_wanted.emit)
        self._bundles = self.menu.addAction(_("Bundle list…"), self.bundles_wanted.emit)
        self._fit = self.menu.addAction(_("Fit to the printer…"), lambda: self.fit_wanted.emit(self._layout))
        self._void = self.menu.addAction(_("Cancel the chosen letters"), self.void_wanted.emit)
        self._close = self.menu.addAction(_("Close run"), self.close_wanted.emit)
        self._delete = self.menu.addAction(_("Delete run"), self.delete_wanted.emit)
        set_icon(self._on_paper, "printer")
        set_icon(self._again, "download")
        set_icon(self._singly, "folder")
        set_icon(accessible, "microphone")
        set_icon(locked, "keyboard")
        set_icon(self._pages, "printer")
        set_icon(self._labels, "mail")
        set_icon(self._control, "list-details")
        set_icon(self._bundles, "list-details")
        set_icon(self._fit, "adjustments-horizontal")
        set_icon(self._void, "x")
        set_icon(self._close, "check")
        set_icon(self._delete, "trash")

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, sizes.GAP, 0, 0)
        column.setSpacing(sizes.GAP)
        steps = QHBoxLayout()
        steps.setSpacing(sizes.GRID)
        for step in (self.save, self.post, self.record):
            steps.addWidget(step)
        steps.addStretch()
        column.addLayout(steps)
        column.addLayout(self._pills)
        column.addWidget(self.table, 1)
        return body

    def _paper(self) -> QWidget:
        paper = QWidget()
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, sizes.GAP, 0, 0)
        column.addWidget(self.preview)
        return paper

    # What is shown

    def show_run(self, run: RunLine | None) -> None:
        """Show a run, or that none is chosen."""
        if run is None:
            self._run = 0
            self.show_nothing()
            return
        self._run = run.id
        self.letters.find(run.id)
        self._tasks.start(
            lambda _: self._workspace.read(letters.run_card, run.id),
            done=lambda card: self._show_card(card) if card.line.id == self._run else None,
            failed=self.problem.emit,
        )

    def _show_card(self, card: RunCard) -> None:
        run = card.line
        count = ngettext("{count} letter", "{count} letters", run.letters)
        self._show_steps(run)
        self._layout = card.layout
        if card.envelopes < run.letters:
            envelopes = ngettext("{count} envelope", "{count} envelopes", card.envelopes)
            count = _("{letters} in {envelopes}").format(letters=count, envelopes=envelopes)
        line = f"{count} · {_(layout_named(card.layout).title)} · {words.day(run.dated)}"
        if run.posted_on:
            line += " · " + _("posted {day}").format(day=words.day(run.posted_on))
        if card.spoiled:
            sheets = ngettext("{count} sheet printed", "{count} sheets printed", card.sheets)
            line += " · " + _("{sheets}, {count} spoiled").format(sheets=sheets, count=number(card.spoiled))
        self.show_head(run.title, line, _next(run))
        self._show_answers(card)

    def _show_steps(self, run: RunLine) -> None:
        is_out = run.posted_on is not None
        nexts = {"draft": self.save, "printed": self.post}.get(run.state, self.record)
        for step in (self.save, self.post, self.record):
            step.setVisible(step is nexts or not (is_out or step is self.record))
            drawing = str(step.property("drawing")).split()[0]
            step.setProperty("kind", "primary" if step is nexts else "normal")
            set_icon(step, drawing, "on_accent" if step is nexts else "muted")
            step.style().unpolish(step)
            step.style().polish(step)
        self.save.setText(_("Save PDF…") if run.state == "draft" else _("Save PDF again…"))
        for again in (self._again, self._singly, self._pages):
            again.setVisible(run.state != "draft")
        self._close.setVisible(run.state == "posted")
        self._delete.setVisible(not is_out)

    def _show_answers(self, card: RunCard) -> None:
        while (item := self._pills.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        open_ones = card.line.letters - card.line.replies - card.returned
        counts = {**card.answers, words.RETURNED: card.returned, "": max(open_ones, 0)}
        for key, look in words.OUTCOMES.items():
            if counts.get(key) and (card.line.posted_on or key):
                word = f"{number(counts[key])} {_(look.word)}"
                self._pills.addWidget(Pill(type(look)(look.look, word, icon=look.icon)))

    def _choose_first(self) -> None:
        if self.letters.ids and self.table.current_id() is None:
            self.table.go_to(self.letters.ids[0])

    def _show_letter(self, letter: int | None) -> None:
        self.preview.show_letter(letter, lambda wanted: self._workspace.read(letters.letter_page, wanted))


def _next(run: RunLine) -> str:
    """What to do with this run now."""
    if run.state == "draft":
        return _("Next: save the PDF and print it.")
    if run.state == "printed":
        return _("Next: take the letters to the post, then mark the run as posted.")
    if run.state == "closed":
        return _("This run is closed; nobody waits for its replies.")
    open_ones = run.letters - run.replies
    if not open_ones:
        return _("Everybody has answered.")
    missing = ngettext("{count} letter has no answer yet.", "{count} letters have no answer yet.", open_ones)
    until = _("Codes are taken until {day}.").format(day=words.day(run.answer_by))
    return f"{missing} {until}"
