"""Scans and mail: a stack is read at once; what wasn't plain is looked at, one after the other, by key."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clubdesk.errors import Problem
from clubdesk.i18n import _, window_texts
from clubdesk.services import letters
from clubdesk.services.letters import SAID, OpenPage, OpenSlip, ReplyResult, Stack, StackResult
from clubdesk.services.progress import Progress
from clubdesk.ui.common import dialogs, sizes
from clubdesk.ui.common.buttons import icon_button
from clubdesk.ui.common.empty import Empty
from clubdesk.ui.common.labels import ShortLabel, label
from clubdesk.ui.common.latest import Latest
from clubdesk.ui.common.scan_view import ScanView
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.letters import stack_words
from clubdesk.ui.letters.answer_bar import AnswerBar
from clubdesk.ui.letters.code_field import CodeField
from clubdesk.ui.letters.scan_drop import ScanDrop

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

SIDE = 264  # width of what stands beside the picture
Waiting = OpenSlip | OpenPage


class ScanDesk(QWidget):
    problem = Signal(object)
    waiting = Signal(int)  # how many slips and pages there are to look at

    def __init__(self, workspace: "Workspace", tasks: Tasks, shell: Shell) -> None:
        super().__init__()
        self._workspace, self._tasks, self._shell = workspace, tasks, shell
        self._items: list[Waiting] = []
        self._at, self._shown = 0, 0
        self._asking, self._drawing = Latest(tasks), Latest(tasks)
        self.drop = ScanDrop(self.choose)
        self.view, self.answers = ScanView(_("The scanned slip")), AnswerBar()
        self.place, self.name = label("", "caption"), ShortLabel("heading")
        self.source, self.detail = ShortLabel("muted"), label("", "muted", wrap=True)
        self.code, self.hint = CodeField(), label("", "error", wrap=True)
        self.code.setProperty("kind", "")  # there is less room than in the tray
        self.aside = icon_button("folder", _("Set aside (F8)"), self.set_aside, kind="plain")
        self.nothing = Empty()
        self.nothing.say("inbox", _("Nothing waits: what could be read for certain is recorded at once."))
        self._lay_out()
        self._connect()
        self._show()

    @property
    def keys(self) -> list[QAction]:
        return [*self.answers.keys, self._aside_key]

    def _lay_out(self) -> None:
        self._look = QWidget()
        beside = QHBoxLayout(self._look)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(sizes.EDGE)
        beside.addWidget(self.view, 1)
        beside.addWidget(self._side())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.GAP, 0, 0)
        column.setSpacing(sizes.GAP)
        column.addWidget(self.drop)
        column.addWidget(self._look, 1)
        column.addWidget(self.nothing, 1)

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(SIDE)
        steps = QHBoxLayout()
        steps.setSpacing(sizes.HALF)
        steps.addWidget(self.place, 1)
        steps.addWidget(self.aside)
        steps.addWidget(
            icon_button("chevron-left", _("The one before"), partial(self.step, -1), kind="plain")
        )
        steps.addWidget(icon_button("chevron-right", _("The next one"), partial(self.step, 1), kind="plain"))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.HALF)
        column.addLayout(steps)
        for part in (self.name, self.source, self.detail, self.code, self.hint):
            column.addWidget(part)
        column.addSpacing(sizes.HALF)
        column.addWidget(self.answers)
        column.addStretch(1)
        return side

    def _connect(self) -> None:
        self.drop.dropped.connect(self.read)
        self.drop.pasted.connect(self._read_mail)
        self.answers.answered.connect(self._answer)
        self.code.typed.connect(lambda _count: self.hint.hide())
        self.code.entered.connect(self._look_up)
        self._aside_key = QAction(_("Set the slip aside"), self)
        self._aside_key.setShortcut(QKeySequence("F8"))
        self._aside_key.triggered.connect(self.aside.click)

    # A stack comes in

    def choose(self) -> None:
        if files := dialogs.choose_scans(self, self._shell.settings):
            self.read(files)

    def read(self, files: Sequence[Path]) -> None:
        """Read these files and record what is plain; Cancel keeps what was read until then."""

        def work(progress: Progress) -> StackResult:
            return self._record(letters.read_stack(self._workspace, files, progress=progress))

        self._shell.run(_("Reading what came back"), work, done=self._say, failed=self.problem.emit)

    def _read_mail(self, text: str) -> None:
        def work(_progress: Progress) -> StackResult:
            return self._record(letters.read_text(self._workspace, text, name=_("Pasted mail")))

        self._tasks.start(work, done=self._say, failed=self.problem.emit)

    def _record(self, stack: Stack) -> StackResult:
        return self._workspace.do(letters.record_stack, stack)

    def _say(self, found: StackResult) -> None:
        self.drop.say(stack_words.told(found))
        if found.recorded:
            self._shell.toast(stack_words.recorded(found), undo=True)

    # What waits

    def reload(self) -> None:
        def read() -> list[Waiting]:
            ask = self._workspace.read
            return [*ask(letters.open_slips), *ask(letters.open_pages)]

        self._asking.ask(read, done=self._found, failed=self.problem.emit)

    def _found(self, items: list[Waiting]) -> None:
        ids = [item.id for item in items]
        self._at = ids.index(self._shown) if self._shown in ids else min(self._at, max(0, len(items) - 1))
        self._items = items
        self.waiting.emit(len(items))
        self._show()

    def step(self, by: int) -> None:
        """Look at the next one, or at the one before."""
        if self._items:
            self._at = (self._at + by) % len(self._items)
            self._show()

    def current(self) -> Waiting | None:
        return self._items[self._at] if self._items else None

    def _show(self) -> None:
        item = self.current()
        self._look.setVisible(item is not None)
        self.nothing.setVisible(item is None)
        if item is None or item.id == self._shown:
            self._shown = item.id if item else 0
            self._place()
            return
        self._shown = item.id
        self._place()
        self.hint.hide()
        self.code.setText("")
        self.code.setVisible(isinstance(item, OpenPage))
        self.name.say(item.name if isinstance(item, OpenSlip) else _("Not recognised"))
        self.source.say(_source(item))
        self.detail.setText(_question(item))
        if item.has_image:
            self._draw(item)
        else:
            self.view.show_words(item.text)
        if isinstance(item, OpenPage) and self.isVisible():
            self.code.take_focus()

    def _place(self) -> None:
        words = _("{place} of {count} to look at")
        self.place.setText(words.format(place=self._at + 1, count=len(self._items)))

    def _draw(self, item: Waiting) -> None:
        self.view.clear()
        ask = self._workspace.read
        if isinstance(item, OpenSlip):
            picture = partial(ask, letters.slip_picture, item.id)
        else:
            picture = partial(ask, letters.page_picture, item.id)
        self._drawing.ask(picture, done=self.view.show_picture, failed=self.problem.emit)

    # What is decided

    def _answer(self, answer: str) -> None:
        item = self.current()
        if item is None:
            return
        if isinstance(item, OpenSlip):
            work = partial(self._workspace.do, letters.answer_slip, item.id, answer=answer)
        elif self.code.text().strip():
            code = self.code.text()
            work = partial(self._workspace.do, letters.answer_page, item.id, code=code, answer=answer)
        else:
            self._complain(_("Type the code that stands on the slip first."))
            return
        self._tasks.start(lambda _: work(), done=self._answered, failed=self._refused)

    def _answered(self, found: ReplyResult) -> None:
        if not found.recorded:
            self._complain(" · ".join(filter(None, (found.name, found.message))))
            return
        self._shell.toast(f"{found.name}: {found.message}", undo=True)

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, Problem):
            self.reload()
        self.problem.emit(error)

    def _complain(self, text: str) -> None:
        self.hint.setText(text)
        self.hint.show()
        self.code.take_focus()

    def _look_up(self, text: str) -> None:
        """Enter after a code says whose it is; the answer is a key of its own."""
        self.code.setText(text)
        look = partial(self._workspace.read, letters.look_up_code, text)
        self._tasks.start(lambda _: look(), done=self._show_whose, failed=self.problem.emit)

    def _show_whose(self, found: ReplyResult) -> None:
        if found.result == "open":
            self.name.say(found.name)
        else:
            self._complain(" · ".join(filter(None, (found.name, found.message))))

    def set_aside(self) -> None:
        """There is nothing to record here; it stays as evidence."""
        item = self.current()
        if item is None:
            return
        aside = self._slip_aside if isinstance(item, OpenSlip) else self._page_aside
        self._tasks.start(
            lambda _: aside(item.id),
            done=lambda _done: self._shell.toast(_("Set aside."), undo=True),
            failed=self.problem.emit,
        )

    def _slip_aside(self, slip: int) -> None:
        self._workspace.do(letters.set_slip_aside, slip)

    def _page_aside(self, page: int) -> None:
        self._workspace.do(letters.set_page_aside, page)


def _source(item: Waiting) -> str:
    """scan.pdf, page 4 · 27 Nov 2026"""
    words = _("{file}, page {page}") if item.page else "{file}"
    day = window_texts().short_date(item.received_on)
    return f"{words.format(file=item.file, page=item.page)} · {day}"


def _question(item: Waiting) -> str:
    if isinstance(item, OpenPage):
        return _("Type the code, then press the answer.")
    if item.proposed:
        return _("It seems to say: {answer}").format(answer=_(SAID[item.proposed]))
    return _("Which box was ticked?") if item.has_image else _("What does the mail say?")
