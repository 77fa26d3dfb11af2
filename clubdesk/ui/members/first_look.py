"""The beginning of the list of members while their club is still being opened."""

from array import array
from collections.abc import Sequence
from pathlib import Path

from typing_extensions import override

from clubdesk.i18n import _, number
from clubdesk.services.first_look import FirstLook, first_look
from clubdesk.services.today import today
from clubdesk.settings import Settings
from clubdesk.ui.common import first_look as common
from clubdesk.ui.common.chips import Chip
from clubdesk.ui.common.columns import Row, Source
from clubdesk.ui.common.pane import Pane
from clubdesk.ui.common.table_memory import Sorting, sorting_in
from clubdesk.ui.common.table_model import TableModel
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.wishes import ListAlready
from clubdesk.ui.members.head import CHIPS, NOBODY, SEARCH, add_buttons
from clubdesk.ui.members.lines import SORT, columns, line

TABLE, PAGE = "table.members", "page.members"


def first_members(address: str, tasks: Tasks, settings: Settings) -> "FirstMembers | None":
    """The first members in the order of the last list; None when the file can't tell at once."""
    order = sorting_in(settings.window.get(TABLE, "")) or Sorting(SORT, descending=False)
    seen = first_look(Path(address), sort=order.key, descending=order.descending)
    return FirstMembers(seen, order, tasks, settings) if seen and seen.rows else None


class FirstMembers(common.FirstPage):
    def __init__(self, seen: FirstLook, order: Sorting, tasks: Tasks, settings: Settings) -> None:
        super().__init__(_("Members"))
        self.club, self.count = seen.club, seen.total
        self._rows = {row.id: line(row, today()) for row in seen.rows}
        source = Source(columns(), self._ids, self._lines, order.key, order.descending)
        self._model = TableModel(source, tasks)
        self.table = TableView("members", self._model, settings)
        self._model.list_already(array("q", self._rows))
        self.head.set_count(number(seen.total))
        self.body.addWidget(self.table)
        self._furnish()
        self.restore(settings.window.get(PAGE, ""))

    def _furnish(self) -> None:
        """All that the real page has, not to be used yet."""
        search = self.head.set_search(_(SEARCH), self.table)
        search.setEnabled(False)
        assert self.head.chips is not None
        for name in CHIPS.values():
            self.head.chips.add(Chip(_(name), tuple)).setEnabled(False)
        nothing = self.table.setFocus
        for action in add_buttons(self, bring_list=nothing, print_letters=nothing, begin_new=nothing):
            action.setEnabled(False)
        self.action(_("Copy"), self.table.copy, drawing="copy")
        self.set_pane(Pane()).nothing.say("user", _(NOBODY))

    def _ids(self, *_order: object) -> "array[int]":
        return array("q", self._rows)

    def _lines(self, wanted: Sequence[int]) -> list[Row]:
        return [self._rows[person] for person in wanted]

    @override
    def wish(self) -> ListAlready:
        return ListAlready(tuple(self._rows), self.count, self.table.current_id())
