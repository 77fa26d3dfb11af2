"""The Letters tab: what was written to a person, and below it the letter as it looks on paper."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _, window_texts
from clubdesk.services import letters
from clubdesk.services.members import MemberCard
from clubdesk.services.members.card import LetterLine
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.columns import Status
from clubdesk.ui.common.empty import Empty
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.lines import Entry, Lines
from clubdesk.ui.common.pdf_preview import PdfPreview
from clubdesk.ui.common.scan_view import ScanView
from clubdesk.ui.common.tasks import Tasks

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

REST = 120  # ms on one person before the letter is drawn
MOST = 4  # letters that are listed; more stand in the Letters page
RUN_STATES = {
    "draft": ("none", N_("Not printed yet"), "file-plus"),
    "printed": ("out", N_("Printed"), "printer"),
    "posted": ("out", N_("Letter out"), "mail"),
    "closed": ("none", N_("No answer"), "dots"),
}
ANSWERS = {
    "verified": ("verified", N_("Verified"), "circle-check"),
    "refused": ("none", N_("Refused"), "x"),
    "not-owner": ("none", N_("No longer owner"), "minus"),
}


class Letters(QWidget):
    run_wanted = Signal(object)  # id of a letter run
    failed = Signal(object)

    def __init__(self, workspace: "Workspace", tasks: Tasks) -> None:
        super().__init__()
        self._workspace, self._tasks = workspace, tasks
        self._card: MemberCard | None = None
        self._chosen: int | None = None  # id of a letter
        self._asked = 0
        self.lines = Lines(leads=True, marks=True)
        self.lines.chosen.connect(self._choose)
        self._caption = label("", "caption", wrap=True)
        self._run = button(_("Show its run"), self._show_run, kind="link")
        self._slip = button(_("Show the reply"), self._show_slip, kind="link")
        self.preview, self._no_letter = PdfPreview(tasks), Empty()
        self.reply = ScanView(_("The reply as it came"))
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._draw)
        self._lay_out()

    def _lay_out(self) -> None:
        about = QHBoxLayout()
        about.setSpacing(sizes.GAP)
        about.addWidget(self._caption, 1)
        about.addWidget(self._slip)
        about.addWidget(self._run)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.preview)
        self._stack.addWidget(self._no_letter)
        self._stack.addWidget(self.reply)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.GRID, 0, 0)
        column.setSpacing(sizes.HALF)
        column.addWidget(self.lines)
        column.addLayout(about)
        column.addWidget(self._stack, 1)

    def show_card(self, card: MemberCard) -> None:
        """Show the newest letter, or how one would look; a letter looked at stays."""
        ids = [line.id for line in card.letters]
        same = self._card is not None and self._card.id == card.id
        self._card = card
        self.lines.show_entries([_entry(line) for line in card.letters[:MOST]])
        if not (same and self._chosen in ids):
            self._chosen = ids[0] if ids else None
        if not same:
            self.preview.clear()
        self.lines.mark(self._chosen)
        self._show_caption()
        self._rest.start()

    def _show_caption(self) -> None:
        self._run.setVisible(self._chosen is not None)
        line = self._line()
        self._slip.setVisible(line is not None and bool(line.slip or line.mail))
        self._caption.setText(
            _("The reply code is hidden.")
            if self._chosen is not None
            else _("This is how a letter would look. None was written yet.")
        )

    def _choose(self, letter: object) -> None:
        self._chosen = letter if isinstance(letter, int) else None
        self._show_caption()
        self._draw()

    def _line(self) -> LetterLine | None:
        lines = self._card.letters if self._card else ()
        return next((line for line in lines if line.id == self._chosen), None)

    def _show_run(self) -> None:
        if line := self._line():
            self.run_wanted.emit(line.run)

    def _show_slip(self) -> None:
        """The scanned slip or the mail that answered this letter, in the place of the letter."""
        line = self._line()
        if line is None:
            return
        self._asked += 1
        asked, slip = self._asked, line.slip
        if slip is None:
            self.reply.show_words(line.mail)
            self._stack.setCurrentWidget(self.reply)
            return
        self._tasks.draw(
            lambda _: self._workspace.read(letters.slip_picture, slip),
            done=lambda picture: self._show_reply(picture) if asked == self._asked else None,
            failed=self.failed.emit,
        )

    def _show_reply(self, picture: bytes) -> None:
        self.reply.show_picture(picture)
        self._stack.setCurrentWidget(self.reply)

    def _draw(self) -> None:
        if self._card is None or not self.isVisible():
            return
        self._asked += 1
        asked, letter = self._asked, self._chosen
        work = (
            partial(self._workspace.read, letters.letter_page, letter)
            if letter is not None
            else partial(self._workspace.read, letters.preview_letter, self._card.id)
        )
        self._tasks.draw(
            lambda _: work().data,
            done=lambda pdf: self._show(pdf) if asked == self._asked else None,
            failed=lambda error: self._refuse(error) if asked == self._asked else None,
        )

    def _show(self, pdf: bytes) -> None:
        self._stack.setCurrentWidget(self.preview)
        self.preview.show_pdf(pdf)

    def _refuse(self, error: BaseException) -> None:
        if isinstance(error, Problem):
            self._caption.setText("")
            self._no_letter.say("mail-x", f"{error.message} {error.hint}".strip())
            self._stack.setCurrentWidget(self._no_letter)


def _entry(line: LetterLine) -> Entry:
    short = window_texts().short_date
    if line.posted_on is not None:
        detail = _("Posted on {day}").format(day=short(line.posted_on))
    else:
        detail = _("Written on {day}").format(day=short(line.dated))
    return Entry(line.id, line.number, detail, _state(line))


def _state(line: LetterLine) -> Status:
    look, word, drawing = ANSWERS.get(line.answer) or RUN_STATES[line.run_state]
    day = window_texts().short_date(line.answered_on) if line.answered_on else ""
    return Status(look, _(word), day, drawing)
