"""The bin: who was deleted, how long they can still be brought back, and erased before that time."""

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from clubdesk.i18n import _, ngettext
from clubdesk.services.members.bin import BinLine, bin_lines, restore_people
from clubdesk.services.members.erasing import erase_people
from clubdesk.ui.common import dialogs, sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.columns import Column, Kind, Row, Source
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.notice import Notice
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.table_model import TableModel
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.common.tasks import Tasks

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

WIDTH, HEIGHT = 680, 420


class BinDialog(QDialog):
    def __init__(self, parent: QWidget, workspace: "Workspace", tasks: Tasks, shell: Shell) -> None:
        super().__init__(parent)
        self._workspace, self._tasks, self._shell = workspace, tasks, shell
        self._lines: dict[int, BinLine] = {}
        self.setWindowTitle(_("Bin"))
        self.resize(WIDTH, HEIGHT)
        self.model = TableModel(self._source(), tasks, self)
        self.table = TableView("members.bin", self.model, shell.settings)
        self.table.nothing.say("trash", _("The bin is empty."))
        self.notice = Notice()
        self.restore = button(_("Bring back"), self._restore, drawing="arrow-back-up", kind="primary")
        self.erase = button(_("Erase for good…"), self._erase, drawing="trash")
        self._lay_out()
        self.table.selection_changed.connect(lambda count: self._let(count))
        self.table.opened.connect(lambda _: self._restore())
        self.model.failed.connect(self.notice.show_problem)
        self._let(0)
        self.model.reload()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(sizes.GRID)
        foot.addWidget(self.restore)
        foot.addWidget(self.erase)
        foot.addStretch()
        foot.addWidget(button(_("Close"), self.accept))
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.EDGE)
        column.setSpacing(sizes.GAP)
        column.addWidget(label(_("Bin"), "heading"))
        told = _("Who was deleted stays here for 90 days, with all that is theirs, and is erased then.")
        column.addWidget(label(told, "muted", wrap=True))
        column.addWidget(self.notice)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def _source(self) -> Source:
        columns = (
            Column("name", _("Name"), 200, sortable=False),
            Column("number", _("Member number"), 110, Kind.MUTED, sortable=False),
            Column("deleted", _("Deleted on"), 116, Kind.DATE, sortable=False),
            Column("officer", _("By"), 100, Kind.MUTED, sortable=False),
            Column("left", _("Days left"), 90, Kind.NUMBER, sortable=False),
        )

        def ids(_search: Any, _sort: str, _descending: bool) -> "array[int]":
            self._lines = {line.person: line for line in self._workspace.read(bin_lines)}
            return array("q", self._lines)

        return Source(columns, ids, self._rows, sort="name")

    def _rows(self, wanted: Sequence[int]) -> list[Row]:
        lines = [self._lines[person] for person in wanted if person in self._lines]
        return [
            Row(line.person, (line.name, line.number, line.deleted_at.date(), line.officer, line.days_left))
            for line in lines
        ]

    def _let(self, count: int) -> None:
        self.restore.setEnabled(count > 0)
        self.erase.setEnabled(count > 0)

    def _restore(self) -> None:
        chosen = list(self.table.selected_ids())
        said = ngettext("{count} person is back", "{count} people are back", len(chosen))
        self._tasks.start(
            lambda _: self._workspace.do(restore_people, chosen),
            done=lambda _: self._done(said, undo=True),
            failed=self.notice.show_problem,
        )

    def _erase(self) -> None:
        erase_for_good(
            self, self._workspace, self._shell, people=list(self.table.selected_ids()), done=self.model.reload
        )

    def _done(self, said: str, *, undo: bool) -> None:
        self._shell.toast(said, undo=undo)
        self.model.reload()


def erase_for_good(
    parent: QWidget, workspace: "Workspace", shell: Shell, *, people: list[int], done: Any = lambda: None
) -> None:
    """Ask, for it can't be undone, and erase."""
    question = ngettext("Erase {count} person for good?", "Erase {count} people for good?", len(people))
    told = _(
        "Their data, letters, scans and dues go, from the history too. It can't be undone; backups that were "
        "made before still hold them. Letter runs keep their counts."
    )
    verb = _("Erase for good")
    if not people or dialogs.ask(parent, question, told, [verb]) != verb:
        return

    def finish(_nothing: None) -> None:
        shell.toast(ngettext("{count} person erased", "{count} people erased", len(people)))
        done()

    shell.run(
        _("Erasing"),
        lambda progress: workspace.do(erase_people, people, progress=progress),
        done=finish,
    )
