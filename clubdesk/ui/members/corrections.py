"""What a person wants corrected, above their form: the slip as it came, and two buttons to settle it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from clubdesk.i18n import _, window_texts
from clubdesk.services import letters
from clubdesk.services.letters import Proposal
from clubdesk.services.members import MemberCard
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.latest import Latest
from clubdesk.ui.common.scan_view import ScanView
from clubdesk.ui.common.tasks import Tasks

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

HEIGHT = 156  # of the slip


class Corrections(QFrame):
    failed = Signal(object)
    settled = Signal(str)  # what was done

    def __init__(self, workspace: "Workspace", tasks: Tasks) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._workspace, self._tasks = workspace, tasks
        self._asking, self._drawing = Latest(tasks), Latest(tasks)
        self._shown: Proposal | None = None
        self.title, self.view = label("", "strong", wrap=True), ScanView(_("The slip with the corrections"))
        self.view.setFixedHeight(HEIGHT)
        self.done = button(_("It is corrected"), self._finish, drawing="check", kind="primary")
        self.refuse = button(_("Nothing to correct"), self._refuse)
        buttons = QHBoxLayout()
        buttons.setSpacing(sizes.GRID)
        buttons.addWidget(self.done)
        buttons.addWidget(self.refuse)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.GAP, sizes.GAP, sizes.GAP, sizes.GAP)
        column.setSpacing(sizes.GRID)
        column.addWidget(self.title)
        column.addWidget(self.view)
        column.addLayout(buttons)
        self.hide()

    def show_card(self, card: MemberCard) -> None:
        """Show what waits for this person; nothing is shown when nothing does."""
        if self._shown is not None and self._shown.person != card.id:
            self._show([])
        self._asking.ask(
            lambda: self._workspace.read(letters.open_proposals, person=card.id),
            done=self._show,
            failed=self.failed.emit,
        )

    def _show(self, waiting: list[Proposal]) -> None:
        proposal = waiting[0] if waiting else None
        self.setVisible(proposal is not None)
        if proposal == self._shown:
            return
        self._shown = proposal
        if proposal is None:
            return
        day = window_texts().short_date(proposal.made_on)
        self.title.setText(_("Details have changed, says the reply of {day}.").format(day=day))
        self.view.setVisible(proposal.has_image or bool(proposal.text))
        if proposal.has_image and proposal.slip is not None:
            self.view.clear()
            picture = partial(self._workspace.read, letters.slip_picture, proposal.slip)
            self._drawing.ask(picture, done=self.view.show_picture, failed=self.failed.emit)
        else:
            self.view.show_words(proposal.text)

    def _finish(self) -> None:
        if self._shown is not None:
            work = partial(self._workspace.do, letters.finish_proposal, self._shown.id)
            self._settle(work, _("Corrected."))

    def _refuse(self) -> None:
        if self._shown is not None:
            work = partial(self._workspace.do, letters.refuse_proposal, self._shown.id)
            self._settle(work, _("Nothing was corrected."))

    def _settle(self, work: "partial[None]", said: str) -> None:
        self._tasks.start(lambda _: work(), done=lambda _: self.settled.emit(said), failed=self.failed.emit)
