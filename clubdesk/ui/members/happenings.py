"""The tabs Events and History: what a person was invited to, and what was done with them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clubdesk.i18n import _, window_texts
from clubdesk.services.events import STATES
from clubdesk.services.history import HistoryLine, history_of
from clubdesk.services.members import MemberCard
from clubdesk.ui.common import sizes
from clubdesk.ui.common.columns import Status
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.latest import Latest
from clubdesk.ui.common.lines import Entry, Lines
from clubdesk.ui.common.tasks import Tasks

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

MOST = 60  # steps; older ones stand in the History page
LOOKS = {
    "open": ("none", "dots"),
    "accepted": ("verified", "circle-check"),
    "waiting": ("silent", "clock"),
    "declined": ("returned", "x"),
    "cancelled": ("lapsed", "x"),
}


class Events(QWidget):
    event_wanted = Signal(object)  # id of an event

    def __init__(self) -> None:
        super().__init__()
        self._none = label(_("Not invited to any event yet."), "muted", wrap=True)
        self.lines = Lines(leads=True)
        self.lines.chosen.connect(self.event_wanted)
        _stack(self, self._none, self.lines)

    def show_card(self, card: MemberCard) -> None:
        self._none.setVisible(not card.events)
        self.lines.show_entries(
            [Entry(line.event, line.title, "", answer(line.state)) for line in card.events]
        )


class History(QWidget):
    failed = Signal(object)

    def __init__(self, workspace: "Workspace", tasks: Tasks) -> None:
        super().__init__()
        self._workspace, self._latest = workspace, Latest(tasks)
        self.lines = Lines()
        _stack(self, self.lines)

    def show_card(self, card: MemberCard) -> None:
        self._latest.ask(
            lambda: self._workspace.read(history_of, card.id)[:MOST],
            done=lambda steps: self.lines.show_entries([_step(step) for step in steps]),
            failed=self.failed.emit,
        )


def _stack(tab: QWidget, *parts: QWidget) -> None:
    column = QVBoxLayout(tab)
    column.setContentsMargins(0, sizes.GAP, sizes.GRID, sizes.GAP)
    for part in parts:
        column.addWidget(part)
    column.addStretch()


def answer(state: str) -> Status:
    look, drawing = LOOKS[state]
    return Status(look, _(STATES[state]), icon=drawing)


def _step(line: HistoryLine) -> Entry:
    at = line.at.astimezone()
    detail = f"{line.officer} · {window_texts().short_date(at.date())}, {at:%H:%M}"
    words = {"undo": _("Undone: {what}"), "redo": _("Done again: {what}")}
    undone = Status("silent", _("Undone"), icon="arrow-back-up") if line.undone else None
    return Entry(line.change, words.get(line.kind, "{what}").format(what=line.label), detail, undone)
