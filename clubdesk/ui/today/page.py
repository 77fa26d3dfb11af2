"""The first page of an open club: what waits to be done, and nothing else."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from clubdesk.i18n import _, window_texts
from clubdesk.services.members import Search
from clubdesk.services.today import today
from clubdesk.services.today_work import TodayWork, today_work
from clubdesk.services.workspace import Workspace
from clubdesk.ui.common import sizes
from clubdesk.ui.common.empty import Empty
from clubdesk.ui.common.notice import Notice
from clubdesk.ui.common.page import Page
from clubdesk.ui.common.pane import scrolling
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.wishes import FindMembers, PrintLetters
from clubdesk.ui.today.figures import Figures
from clubdesk.ui.today.job_card import JobCard
from clubdesk.ui.today.jobs import Job, jobs

WIDEST = 1080


class TodayPage(Page):
    watches = frozenset({
        "person", "address", "letter", "letter_run", "reply", "verification", "club",
        "scan", "scanned_slip", "edit_proposal", "event", "event_day", "invitation", "registration",
        "due", "payment",
    })  # fmt: skip

    def __init__(self, workspace: Workspace, tasks: Tasks, shell: Shell) -> None:
        super().__init__(_("Today"))
        self._workspace, self._tasks, self._shell = workspace, tasks, shell
        self.sample = Notice()
        self.figures = Figures(self._show_people)
        self.nothing = Empty()
        self.nothing.say("circle-check", _("Nothing waits for you today."))
        self.nothing.hide()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(sizes.GRID)
        self.body.addWidget(scrolling(self._content()))
        self._add_key()

    def _add_key(self) -> None:
        """The key of the print flow works here too; its button stands on the card."""
        letters = QAction(_("Print letters"), self)
        letters.setShortcut(QKeySequence("Ctrl+P"))
        letters.triggered.connect(lambda: self._shell.go("letters", PrintLetters()))
        self.addAction(letters)

    def _content(self) -> QWidget:
        content = QWidget()
        content.setMaximumWidth(WIDEST)
        content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, sizes.GRID, sizes.EDGE)
        column.setSpacing(sizes.EDGE)
        for part in (self.sample, self.figures):
            column.addWidget(part)
        column.addLayout(self._cards)
        column.addWidget(self.nothing)
        column.addStretch(1)
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(content, 1)
        line.addStretch()
        return whole

    @override
    def reload(self) -> None:
        self.head.set_count(window_texts().weekday(today()))
        self._tasks.start(
            lambda _: self._workspace.read(today_work), done=self._show, failed=self._shell.show_problem
        )

    @property
    def cards(self) -> list[JobCard]:
        parts = [self._cards.itemAt(place) for place in range(self._cards.count())]
        return [card for part in parts if part and isinstance(card := part.widget(), JobCard)]

    def _show(self, work: TodayWork) -> None:
        waiting = jobs(work)
        self._show_sample(work)
        self.figures.setVisible(work.people > 0)
        self.figures.show_work(work)
        self.nothing.setVisible(not waiting)
        if waiting != [card.job for card in self.cards]:
            self._lay_cards(waiting)

    def _lay_cards(self, waiting: list[Job]) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for place, job in enumerate(waiting):
            self._cards.addWidget(JobCard(job, self._begin, first=place == 0), 0, Qt.AlignmentFlag.AlignTop)

    def _show_sample(self, work: TodayWork) -> None:
        if not work.sample:
            self.sample.hide()
            return
        self.sample.say(
            _("Sample: nothing here is real."),
            _("Try everything; whatever you break can be undone."),
            action=_("Start your own club"),
            run=self._shell.leave_club,
        )

    def _begin(self, job: Job) -> None:
        self._shell.go(job.page, job.wish)

    def _show_people(self, state: str) -> None:
        self._shell.go("members", FindMembers(Search(statuses=(state,))))


def count_jobs(workspace: Workspace) -> int:
    """How many cards there are, for the sidebar."""
    return len(jobs(workspace.read(today_work)))
