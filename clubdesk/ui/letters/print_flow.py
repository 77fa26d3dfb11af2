"""New letters: who gets one, how they are written, what is wrong, and how they will look."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from clubdesk.documents.content import Printed
from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.services import letters
from clubdesk.services.clubs import ClubSettings, club_settings
from clubdesk.services.letters import FIRST, Recipients, RunLine
from clubdesk.services.progress import Progress
from clubdesk.services.today import today
from clubdesk.ui.common import sizes
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.table_model import TableModel
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.theme import theme
from clubdesk.ui.common.wishes import ShowMember
from clubdesk.ui.letters.checking import Checking, Found
from clubdesk.ui.letters.letter_preview import LetterPreview
from clubdesk.ui.letters.letter_settings import LetterSettings, Writing
from clubdesk.ui.letters.people import Offer, find_people, offer
from clubdesk.ui.letters.people_choice import PeopleChoice
from clubdesk.ui.letters.recipient_lists import noted_source, recipients_source
from clubdesk.ui.letters.recipient_tabs import RecipientTabs

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


class PrintFlow(QWidget):
    changed = Signal()  # how many letters there will be
    problem = Signal(object)

    def __init__(self, workspace: "Workspace", tasks: Tasks, shell: Shell) -> None:
        super().__init__()
        self._workspace, self._tasks = workspace, tasks
        self._found, self._asked, self._begun = Recipients((), ()), 0, False
        self._kind = FIRST
        self._writing = Writing(FIRST, "", "", today())
        self._left_out: Found = {}
        self._odd: Found = {}
        self.people, self.writing = PeopleChoice(), LetterSettings()
        self.models = (
            TableModel(recipients_source(workspace), tasks, self),
            TableModel(noted_source(self._left_out), tasks, self),
            TableModel(noted_source(self._odd), tasks, self),
        )
        names = ("letters.recipients", "letters.left-out", "letters.odd")
        self.tabs = RecipientTabs(
            *(TableView(name, model, shell.settings) for name, model in zip(names, self.models, strict=True))
        )
        self.preview = LetterPreview(self.tabs.people, self.models[0], tasks)
        self._checking = Checking(workspace, tasks, self._note)
        self._lay_out()
        self.people.touched.connect(self._forget)
        self.people.changed.connect(self.reload)
        self.writing.changed.connect(self.reload)
        self.models[0].found.connect(lambda _: self._choose_first())
        self.tabs.current_changed.connect(self._show_letter)
        self.tabs.opened.connect(lambda person: shell.go("members", ShowMember(person)))

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.GAP)
        column.addLayout(self._choices())
        column.addWidget(self.tabs, 1)
        self._paper = QFrame()
        self._paper.setProperty("part", "card")
        self._paper.setMinimumWidth(sizes.PANE_SMALLEST)
        beside = QVBoxLayout(self._paper)
        beside.setContentsMargins(sizes.EDGE, sizes.GAP, sizes.EDGE, sizes.GRID)
        beside.addWidget(self.preview)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(sizes.EDGE)
        line.addWidget(left, 5)
        line.addWidget(self._paper, 3)

    def _choices(self) -> QHBoxLayout:
        who = QVBoxLayout()
        who.setSpacing(sizes.GRID)
        who.addWidget(label(_("Who gets a letter"), "strong"))
        who.addWidget(self.people)
        who.addStretch()
        line = QHBoxLayout()
        line.setSpacing(sizes.MARGIN)
        line.addLayout(who, 1)
        line.addWidget(self.writing)
        return line

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._paper.setVisible(self.width() >= theme().px(sizes.PANE_SMALLEST + sizes.FORM_TWO_COLUMNS))

    # Who

    @property
    def count(self) -> int:
        """How many letters there will be; 0 until that is known."""
        return len(self._found.people)

    def begin(self, people: tuple[int, ...], *, kind: str = FIRST) -> None:
        """Start over, for these people or for all who need a letter."""
        self._forget()
        self._kind = kind
        self.people.begin(people)
        self._tasks.start(
            lambda _: (offer(self._workspace), self._workspace.read(club_settings)),
            done=lambda found: self._show_start(*found),
            failed=self.problem.emit,
        )

    def _show_start(self, offered: Offer, club: ClubSettings) -> None:
        self._begun = True
        self.people.show_offer(offered)
        self.writing.begin(club.letter_layout, self._kind)
        self.reload()

    def _forget(self) -> None:
        """Nobody can be written to until it is known who is meant now."""
        self._found = Recipients((), ())
        self._checking.stop()
        self.changed.emit()

    def end(self) -> None:
        """The officer left: nothing is worked on any more."""
        self._begun = False
        self._asked += 1
        self._checking.stop()

    def reload(self) -> None:
        """Ask who gets a letter now."""
        if not self._begun:
            return
        try:
            self._writing = self.writing.chosen()
        except Problem:
            return  # the field says so itself
        wanted, day = self.people.chosen(), self._writing.on
        self._asked += 1
        asked = self._asked
        self._tasks.start(
            lambda _: self._workspace.read(letters.recipients, find_people(self._workspace, wanted), on=day),
            done=lambda found: self._show(found) if asked == self._asked else None,
            failed=self.problem.emit,
        )

    def _show(self, found: Recipients) -> None:
        self._found = found
        self._left_out.clear()
        self._left_out.update({one.person: (one.name, one.reason) for one in found.left_out})
        self._odd.clear()
        for model, ids in zip(self.models, (found.people, tuple(self._left_out), ()), strict=True):
            model.find(ids)
        self.tabs.show_counts(found, self._odd)
        self._checking.start(found.people, self._writing)
        self.changed.emit()

    def _note(self, found: Found) -> None:
        self._odd.update(found)
        self.models[2].find(tuple(self._odd))
        self.tabs.show_counts(self._found, self._odd)

    # How they look

    def _choose_first(self) -> None:
        people, model = self.tabs.people, self.models[0]
        if model.ids and people.current_id() is None:
            people.go_to(model.ids[0])
        else:
            self._show_letter(people.current_id())

    def _show_letter(self, person: int | None) -> None:
        self.preview.show_letter(person, self._sample)

    def _sample(self, person: int) -> Printed:
        among = self._found.people if self._writing.per_household else ()
        return self._workspace.read(letters.preview_letter, person, among=among, **self._writing.asked())

    # What is done

    def prepare(self) -> Callable[[Progress], RunLine | None]:
        """The work that makes the run; it gives the run, or None when nobody was left to write to.

        Problem when the date is none.
        """
        people, writing = self._found.people, self.writing.chosen()

        def work(progress: Progress) -> RunLine | None:
            made = self._workspace.do(
                letters.prepare_run,
                people,
                **writing.asked(),
                per_household=writing.per_household,
                progress=progress,
            )
            return None if made.run is None else self._workspace.read(letters.run_card, made.run).line

        return work
