"""The reply tray: a pile of reply slips becomes verifications, some twenty a minute by keyboard alone.

Envelopes that came back unopened lie in the same tray; they are known by the number in their window.
"""

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext
from clubdesk.services import letters
from clubdesk.services.letters import CODE_LENGTH, REASONS, ReplyResult
from clubdesk.services.today import today
from clubdesk.ui.common import sizes
from clubdesk.ui.common.columns import Status
from clubdesk.ui.common.fields import ChoiceField, DateField
from clubdesk.ui.common.labels import ShortLabel, label
from clubdesk.ui.common.pill import Pill
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.table_model import TableModel
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.letters import words
from clubdesk.ui.letters.answer_choice import CHOICES, AnswerChoice
from clubdesk.ui.letters.code_field import CodeField
from clubdesk.ui.letters.reply_list import Found, ReplyList
from clubdesk.ui.letters.suggested import Suggested

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

WIDEST = 960
LOOKED_AT = 50  # how many of the last replies are asked whether they were undone


class ReplyTray(QWidget):
    problem = Signal(object)

    def __init__(self, workspace: "Workspace", tasks: Tasks, shell: Shell) -> None:
        super().__init__()
        self._workspace, self._tasks, self._begun = workspace, tasks, False
        self.replies = ReplyList()
        self.code, self.answer = CodeField(), AnswerChoice()
        self.date = DateField(_("Date of the replies"), lambda _: self._show_hint())
        reasons = [(reason, _(word)) for reason, word in REASONS.items()]
        self.reason = ChoiceField(_("What the envelope says"), lambda _: self._show_hint(), reasons)
        self.reason.set_value("moved")
        self.reason.hide()
        self.pill, self.hint, self.suggested = Pill(), ShortLabel(), Suggested()
        self._count = label("", "muted")
        self.model = TableModel(self.replies.source(), tasks, self)
        self.table = TableView("letters.replies", self.model, shell.settings)
        self.table.setAccessibleName(_("Recorded just now"))
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what a scanner types must reach the code
        self.table.nothing.say("inbox", _("What you record appears here, the last one on top."))
        self._lay_out()
        self._connect()

    @property
    def keys(self) -> list[QAction]:
        """The answers and the suggestions by key."""
        return [*self.answer.actions_, *self.suggested.keys]

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(sizes.EDGE)
        column.addWidget(self._desk())
        heading = QHBoxLayout()
        heading.addWidget(label(_("Recorded just now"), "strong"))
        heading.addStretch()
        heading.addWidget(self._count)
        column.addLayout(heading)
        column.addWidget(self.table, 1)
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(WIDEST)
        column.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, sizes.GAP, 0, 0)
        line.addStretch(1)
        line.addWidget(middle, 100)
        line.addStretch(1)

    def _desk(self) -> QFrame:
        desk = QFrame()
        desk.setProperty("part", "card")
        column = QVBoxLayout(desk)
        column.setContentsMargins(sizes.MARGIN, sizes.EDGE, sizes.MARGIN, sizes.EDGE)
        column.setSpacing(sizes.GAP)
        said = QVBoxLayout()
        said.setSpacing(sizes.HALF)
        said.addWidget(label(_("What the replies say"), "caption"))
        said.addWidget(self.answer)
        top = QHBoxLayout()
        top.setSpacing(sizes.MARGIN)
        top.addLayout(said, 1)
        top.addWidget(self.reason, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.date, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self.code)
        below = QHBoxLayout()
        below.setSpacing(sizes.GRID)
        below.addWidget(self.pill)
        below.addWidget(self.hint, 1)
        below.addWidget(self.suggested, 1)
        column.addLayout(below)
        return desk

    def _connect(self) -> None:
        self.code.entered.connect(self._record)
        self.code.typed.connect(self._look_up)
        self.suggested.taken.connect(self._take)
        self.answer.changed.connect(self._answer_changed)
        self.date.line.returnPressed.connect(self.code.take_focus)

    def begin(self) -> None:
        """The tray was opened."""
        self._begun = True
        self.date.set_value(today())
        self.code.setText("")
        self._show_hint()
        self.reload()
        self.code.take_focus()

    def drop_code(self) -> bool:
        """Forget a code that was begun; False when there is none."""
        begun = bool(self.code.text())
        self.code.setText("")
        return begun

    # While a code is typed

    @property
    def _takes_numbers(self) -> bool:
        """Whether envelopes are recorded, by their letter numbers."""
        return self.answer.chosen() == words.RETURNED

    def _answer_changed(self) -> None:
        self.reason.setVisible(self._takes_numbers)
        self.code.take(numbers=self._takes_numbers)
        self._show_hint()

    def _look_up(self, count: int) -> None:
        text = self.code.text()
        self._show_suggested([])
        if not self.code.is_whole():
            self._show_hint(count)
            return
        self._tasks.start(
            lambda _: self._find(text, numbers=self._takes_numbers),
            done=lambda found: self._show_found(found) if self.code.text() == text else None,
            failed=self.problem.emit,
        )

    def _find(self, text: str, *, numbers: bool) -> Found:
        if numbers:
            return self._workspace.read(letters.look_up_letter, text)
        return self._workspace.read(letters.look_up_code, text, on=self._day())

    def _show_found(self, found: Found) -> None:
        if found.result == "mistyped" and not self._takes_numbers:
            self._suggest()
        if found.result != "open":
            self._tell(words.result(found), " · ".join(filter(None, (found.name, found.message))))
            return
        answer = REASONS[str(self.reason.value())] if self._takes_numbers else CHOICES[self.answer.chosen()]
        text = _("{name}: press Enter to record “{answer}”.").format(name=found.name, answer=_(answer))
        self._tell(Status("out", _("Found"), icon="user"), text)

    def _suggest(self) -> None:
        """Offer the codes that are one slip of the finger away."""
        text, day = self.code.text(), self._day()
        self._tasks.start(
            lambda _: self._workspace.read(letters.suggest_codes, text, on=day),
            done=lambda found: self._show_suggested(found) if self.code.text() == text else None,
            failed=self.problem.emit,
        )

    def _show_suggested(self, found: list[ReplyResult]) -> None:
        """In the place of the words why the code is wrong, where there is nothing to offer."""
        self.suggested.show_found(found)
        self.hint.setVisible(not found)

    def _take(self, code: str) -> None:
        """The officer knows now which code was meant; Enter records it."""
        self.code.setText(code)
        self.code.take_focus()

    def _show_hint(self, count: int = 0) -> None:
        if self.code.is_whole():
            self._look_up(CODE_LENGTH)
            return
        text = _("Scan or type the code of the reply slip, then press Enter.")
        if self._takes_numbers:
            text = _("Scan or type the number in the window of the envelope, then press Enter.")
        elif count:
            text = _("{count} of {whole} letters and digits").format(count=count, whole=CODE_LENGTH)
        self._tell(None, text)

    def _tell(self, look: Status | None, text: str) -> None:
        self.pill.setVisible(look is not None)
        if look is not None:
            self.pill.show_status(look)
        self.hint.say(text)

    def _day(self) -> dt.date | None:
        """The date of the replies; None when what stands there is none."""
        try:
            return self.date.value() or today()
        except Problem:
            return None

    # Recording

    def _record(self, text: str) -> None:
        answer = self.answer.chosen()
        day = self._day()
        if day is None:  # the date field says why
            self.code.give_back(text)
            self.date.setFocus()
            return
        reason = str(self.reason.value())

        def work(_progress: object) -> Found:
            if answer == words.RETURNED:
                return self._workspace.do(letters.record_returned, [text], reason=reason, on=day)[0]
            return self._workspace.do(letters.record_replies, [text], answer=answer, on=day)[0]

        self._tasks.start(
            work,
            done=lambda found: self._recorded(text, found),
            failed=lambda error: self._not_recorded(text, error),
        )

    def _recorded(self, text: str, found: Found) -> None:
        self.replies.add(found)
        self.model.reload()
        if not found.recorded and found.result not in ("already-recorded", "already-returned"):
            self.code.give_back(text)
        self._tell(words.result(found), " · ".join(filter(None, (found.name, found.message))))

    def _not_recorded(self, text: str, error: BaseException) -> None:
        self.code.give_back(text)
        self.problem.emit(error)

    # What is shown

    def reload(self) -> None:
        """Count today's replies, and look which of the last ones were undone or done again."""
        if not self._begun:
            return
        asked = self.replies.recorded(LOOKED_AT)

        def look(_progress: object) -> tuple[int, dict[int, bool]]:
            undone = {
                place: self._find(found.code, numbers=found.result == words.RETURNED).result == "open"
                for place, found in asked
            }
            return self._workspace.read(letters.replies_recorded_on, today()), undone

        self._tasks.start(look, done=lambda found: self._show(*found), failed=self.problem.emit)

    def _show(self, count: int, undone: dict[int, bool]) -> None:
        for place, is_undone in undone.items():
            self.replies.mark(place, undone=is_undone)
        self._count.setText(ngettext("{count} recorded today", "{count} recorded today", count))
        self.model.reload()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and digits that nobody took come from a scanner: they belong into the code."""
        if event.text().isalnum() and not self.code.hasFocus():
            self.code.take_focus()
            self.code.insert(event.text())
        else:
            super().keyPressEvent(event)
