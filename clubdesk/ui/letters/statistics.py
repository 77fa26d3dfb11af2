"""How letters were answered, chapter by chapter, with a bar for the share; or as a sheet for the meeting."""

import datetime as dt
from array import array
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clubdesk.documents.content import Printed
from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext
from clubdesk.services import letters
from clubdesk.services.letters import ChapterLetters, LetterStatistics
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.columns import Column, Kind, Row, Share, Source
from clubdesk.ui.common.fields import DateField
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.print_dialog import print_paper
from clubdesk.ui.common.save_pdf import save_pdf
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.table_export import let_export
from clubdesk.ui.common.table_model import TableModel
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.common.tasks import Tasks

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

ORDERS: dict[str, Callable[[ChapterLetters], Any]] = {
    "chapter": lambda line: line.chapter.casefold(),
    "answered": lambda line: line.rate,
    "sent": lambda line: line.sent,
    "verified": lambda line: line.verified,
    "declined": lambda line: line.refused + line.not_owner,
    "returned": lambda line: line.returned,
    "open": lambda line: line.open,
    "days": lambda line: -1 if line.days is None else line.days,
}


class Statistics(QWidget):
    problem = Signal(object)

    def __init__(self, workspace: "Workspace", tasks: Tasks, shell: Shell) -> None:
        super().__init__()
        self._workspace, self._tasks, self._shell = workspace, tasks, shell
        self._found: LetterStatistics | None = None
        self.since = DateField(_("Posted from"), lambda _: self.reload())
        self.until = DateField(_("up to"), lambda _: self.reload())
        self.model = TableModel(Source(_columns(), self._ids, self._rows, sort="chapter"), tasks, self)
        self.table = TableView("letters.statistics", self.model, shell.settings)
        self.table.setAccessibleName(_("Letters by chapter"))
        self.table.nothing.say("mail", _("No letter was posted in this time."))
        self._total, self._detail = label("", "strong"), label("", "muted", wrap=True)
        self._lay_out()
        self.model.found.connect(lambda _: self._say())
        self.model.failed.connect(self.problem)
        let_export(self.table, self.model, shell=shell, name=_("Answers to letters"))

    def _lay_out(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(sizes.HALF)
        said.addWidget(self._total)
        said.addWidget(self._detail)
        said.addStretch()
        top = QHBoxLayout()
        top.setSpacing(sizes.GAP)
        top.addLayout(said, 1)
        for field in (self.since, self.until):
            top.addWidget(field)
        foot = QHBoxLayout()
        foot.setSpacing(sizes.GRID)
        foot.addWidget(button(_("Save PDF…"), self._save, drawing="download"))
        foot.addWidget(button(_("Print…"), self._print, drawing="printer"))
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.GAP)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def reload(self) -> None:
        """Count again; a date that is none is told by its field."""
        try:
            self.model.find((self.since.value(), self.until.value()))
        except Problem:
            return

    def _period(self) -> tuple[dt.date | None, dt.date | None]:
        return self.since.value(), self.until.value()

    def _ids(self, search: Any, sort: str, descending: bool) -> "array[int]":
        since, until = search or (None, None)
        found = self._workspace.read(letters.letter_statistics, since=since, until=until)
        self._found = found
        places = range(len(found.chapters))
        order = ORDERS[sort]
        return array("q", sorted(places, key=lambda at: order(found.chapters[at]), reverse=descending))

    def _rows(self, wanted: Sequence[int]) -> list[Row]:
        chapters = self._found.chapters if self._found else ()
        return [_row(place, chapters[place]) for place in wanted if place < len(chapters)]

    def _say(self) -> None:
        if self._found is None:
            return
        total = self._found.total
        posted = ngettext("{count} letter posted", "{count} letters posted", total.sent)
        self._total.setText(_("{posted}, {rate} answered").format(posted=posted, rate=f"{total.rate:.0%}"))
        days = total.days
        half = ngettext(
            "Half of the answers came within {count} day.",
            "Half of the answers came within {count} days.",
            days or 0,
        )
        self._detail.setText(half if days is not None else _("Nobody has answered yet."))

    def _print_with(self, use: Callable[[Printed], object]) -> None:
        since, until = self._period()
        self._tasks.start(
            lambda _: self._workspace.read(letters.print_statistics, since=since, until=until),
            done=use,
            failed=self.problem.emit,
        )

    def _save(self) -> None:
        name = _("Answers to letters")
        self._print_with(lambda printed: save_pdf(self, self._shell, name=name, data=printed.data))

    def _print(self) -> None:
        self._print_with(
            lambda printed: print_paper(
                self,
                self._shell,
                self._tasks,
                title=_("Answers to letters"),
                pages=printed.pages,
                data=printed.data,
            )
        )


def _columns() -> tuple[Column, ...]:
    return (
        Column("chapter", _("Chapter"), 200),
        Column("answered", _("Answered"), 170, Kind.SHARE),
        Column("sent", _("Posted"), 84, Kind.NUMBER),
        Column("verified", _("Verified"), 84, Kind.NUMBER),
        Column("declined", _("Declined"), 84, Kind.NUMBER),
        Column("returned", _("Came back"), 96, Kind.NUMBER),
        Column("open", _("Open"), 72, Kind.NUMBER),
        Column("days", _("Days"), 72, Kind.NUMBER),
    )


def _row(place: int, line: ChapterLetters) -> Row:
    cells = (
        line.chapter or _("In no chapter"),
        Share(line.answered, line.sent),
        line.sent,
        line.verified,
        line.refused + line.not_owner,
        line.returned,
        line.open,
        line.days,
    )
    return Row(place, cells)
