"""Replies by phone: find the person, say who spoke with them, press the key of the answer."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from clubdesk.i18n import _
from clubdesk.services import letters, members
from clubdesk.services.letters import ReplyResult
from clubdesk.services.members import MemberRow, Search
from clubdesk.ui.common import sizes
from clubdesk.ui.common.columns import Status
from clubdesk.ui.common.fields import TextField
from clubdesk.ui.common.labels import ShortLabel, label
from clubdesk.ui.common.latest import Latest
from clubdesk.ui.common.lines import Entry, Lines
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.states import STATES
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.letters.answer_bar import AnswerBar

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

WIDEST = 760
MOST = 6  # people who are offered
PAUSE = 60  # ms without a key before a search starts


@dataclass(frozen=True)
class _Chosen:
    person: int
    name: str


class PhoneDesk(QWidget):
    problem = Signal(object)

    def __init__(self, workspace: "Workspace", tasks: Tasks, shell: Shell) -> None:
        super().__init__()
        self._workspace, self._tasks, self._shell = workspace, tasks, shell
        self._searching = Latest(tasks)
        self._chosen: _Chosen | None = None
        self._people: list[MemberRow] = []
        hint = _("Name, town, number, phone …")
        self.search = TextField(_("Who answers"), lambda _: None, hint=hint)
        self.asked_by = TextField(_("Who spoke with them"), lambda _: None)
        self.people, self.answers = Lines(leads=True, marks=True), AnswerBar()
        self.who = ShortLabel("heading")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._find)
        self._lay_out()
        self.search.line.textChanged.connect(lambda _: self._pause.start())
        self.search.line.returnPressed.connect(self._choose_first)
        self.people.chosen.connect(self._choose)
        self.answers.answered.connect(self._record)

    @property
    def keys(self) -> list[QAction]:
        return self.answers.keys

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(sizes.GRID)
        left.addWidget(self.search)
        left.addWidget(self.people)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(sizes.GRID)
        right.addWidget(self.who)
        right.addWidget(self.asked_by)
        right.addWidget(label(_("What they say"), "caption"))
        right.addWidget(self.answers)
        right.addStretch(1)
        card = QFrame()
        card.setProperty("part", "card")
        card.setMaximumWidth(WIDEST)
        line = QHBoxLayout(card)
        line.setContentsMargins(sizes.MARGIN, sizes.EDGE, sizes.MARGIN, sizes.EDGE)
        line.setSpacing(sizes.MARGIN)
        line.addLayout(left, 1)
        line.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.GAP, 0, 0)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)

    def begin(self) -> None:
        """The tray was opened."""
        self.search.begin_with("")
        self.asked_by.set_value(self._workspace.officer)
        self._show_chosen(None)

    def take_focus(self) -> None:
        self.search.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.line.selectAll()

    def _find(self) -> None:
        text = self.search.line.text().strip()

        def read() -> list[MemberRow]:
            if not text:
                return []
            found = self._workspace.read(members.find_members, Search(text))
            return list(self._workspace.read(members.member_rows, found[:MOST]))

        self._searching.ask(read, done=self._found, failed=self.problem.emit)

    def _found(self, people: list[MemberRow]) -> None:
        self._people = people
        self.people.show_entries([_entry(row) for row in people])
        offered = [_choice(row) for row in people]
        self._show_chosen(self._chosen if self._chosen in offered else None)
        if len(people) == 1:
            self._show_chosen(offered[0])

    def _choose_first(self) -> None:
        if self._people:
            self._show_chosen(_choice(self._people[0]))

    def _choose(self, person: object) -> None:
        self._show_chosen(next((_choice(row) for row in self._people if row.id == person), None))

    def _show_chosen(self, chosen: _Chosen | None) -> None:
        self._chosen = chosen
        self.people.mark(chosen.person if chosen else None)
        self.who.say(chosen.name if chosen else _("Choose who answers"))
        self.answers.allow(allowed=chosen is not None)

    def _record(self, answer: str) -> None:
        if self._chosen is None:
            return
        person, asked_by = self._chosen.person, self.asked_by.line.text()
        self._tasks.start(
            lambda _: self._workspace.do(letters.record_by_phone, person, answer=answer, asked_by=asked_by),
            done=self._recorded,
            failed=self.problem.emit,
        )

    def _recorded(self, found: ReplyResult) -> None:
        self._shell.toast(f"{found.name}: {found.message}", undo=True)
        self.search.begin_with("")
        self._show_chosen(None)
        self.take_focus()


def _choice(row: MemberRow) -> _Chosen:
    return _Chosen(row.id, row.name)


def _entry(row: MemberRow) -> Entry:
    state = STATES[row.status]
    detail = " · ".join(part for part in (row.number, row.town, row.vehicle) if part)
    return Entry(row.id, row.name, detail, Status(state.look, _(state.word), "", state.drawing))
