"""History: every step that anybody did in this club, and what it changed."""

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from clubdesk.i18n import _, ngettext, window_texts
from clubdesk.services import history
from clubdesk.ui.common.columns import Column, Kind, Row, Source, Status
from clubdesk.ui.common.page import Page
from clubdesk.ui.common.pane import Pane
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.table_export import let_export
from clubdesk.ui.common.table_model import TableModel
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.history.changed import ChangedValues

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


class HistoryPage(Page):
    watches_all = True

    def __init__(self, workspace: "Workspace", tasks: Tasks, shell: Shell) -> None:
        super().__init__(_("History"))
        self._workspace, self._tasks, self._shell = workspace, tasks, shell
        self._model = TableModel(source(workspace), tasks, self)
        self._table = TableView("history", self._model, shell.settings)
        self._table.nothing.say("history", _("Nothing has been done in this club yet."))
        self._values = ChangedValues()
        self._pane = self.set_pane(Pane())
        self._pane.add_tab(_("What it changed"), self._values)
        self._pane.nothing.say("history", _("Choose a step to see what it changed."))
        self.body.addWidget(self._table)
        self._model.found.connect(self._show_count)
        self._model.failed.connect(self.notice.show_problem)
        self._table.current_changed.connect(self._show_step)
        self._table.opened.connect(lambda _: self.show_pane())
        let_export(self._table, self._model, shell=shell, name=_("History"))

    @override
    def reload(self) -> None:
        self._model.reload()

    def _show_count(self, count: int) -> None:
        words = ngettext("{count} step", "{count} steps", count)
        self.head.set_count(words)
        self._shell.say(words)

    def _show_step(self, step: int | None) -> None:
        line = self._model.row(self._model.place_of(step)) if step is not None else None
        if step is None or line is None:
            self._pane.show_nothing()
            return
        when, officer, what, _state = line.cells
        self._pane.show_head(what, f"{officer} · {when}")
        self._tasks.start(
            lambda _: self._workspace.read(history.changed_values, step),
            done=lambda values: (
                self._values.show_values(values) if self._table.current_id() == step else None
            ),
            failed=self.notice.show_problem,
        )


def source(workspace: "Workspace") -> Source:
    columns = (
        Column("at", _("When"), 150, Kind.MUTED, sortable=False),
        Column("officer", _("Who"), 130, sortable=False),
        Column("what", _("What"), 320, sortable=False),
        Column("state", _("Undo"), 140, Kind.STATUS, sortable=False),
    )

    def ids(_search: Any, _sort: str, _descending: bool) -> "array[int]":
        return array("q", workspace.read(history.history_ids))

    def rows(wanted: Sequence[int]) -> list[Row]:
        return [row(line) for line in workspace.read(history.history_lines, wanted)]

    return Source(columns, ids, rows)


def row(line: history.HistoryLine) -> Row:
    at = line.at.astimezone()
    when = f"{window_texts().short_date(at.date())}, {at:%H:%M}"
    return Row(line.change, (when, line.officer, line.label, state(line.kind)))


def state(kind: str) -> Status | None:
    """Whether a step took another one back, or brought it again."""
    if kind == "undo":
        return Status("silent", _("Undone"), icon="arrow-back-up")
    return Status("out", _("Done again"), icon="arrow-forward-up") if kind == "redo" else None
