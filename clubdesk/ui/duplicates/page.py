"""Possible duplicates: pairs of entries that may be one person, looked at side by side and made one."""

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from clubdesk.i18n import _, ngettext, number
from clubdesk.services.members import MemberCard, member_card
from clubdesk.services.members.duplicates import SHARED, Duplicate, find_duplicates
from clubdesk.services.members.merging import merge_people
from clubdesk.services.word_search import has_words
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.columns import Column, Kind, Row, Source
from clubdesk.ui.common.latest import Latest
from clubdesk.ui.common.page import Page
from clubdesk.ui.common.pane import Pane
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.table_export import let_export
from clubdesk.ui.common.table_model import TableModel
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.wishes import ShowMember
from clubdesk.ui.duplicates.both import Both

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


class DuplicatesPage(Page):
    watches = frozenset({"person", "address", "ownership", "vehicle", "household"})

    def __init__(self, workspace: "Workspace", tasks: Tasks, shell: Shell) -> None:
        super().__init__(_("Possible duplicates"))
        self._workspace, self._tasks, self._shell = workspace, tasks, shell
        self._reading = Latest(tasks)
        self._pairs: dict[int, Duplicate] = {}  # by the place at which they were found
        self._cards: tuple[MemberCard, MemberCard] | None = None
        self.model = TableModel(Source(_columns(), self._ids, self._rows), tasks, self)
        self.table = TableView("duplicates", self.model, shell.settings)
        self.both = Both()
        self.pair_pane = self.set_pane(Pane())
        self.pair_pane.nothing.say("users", _("Choose a pair to compare the two entries."))
        self.pair_pane.add_tab(_("Compare"), self._content())
        search = self.head.set_search(_("Search the names…"), self.table)
        search.searched.connect(self.model.find)
        self._add_actions()
        self.body.addWidget(self.table)
        self.model.found.connect(self._show_found)
        self.model.failed.connect(self.notice.show_problem)
        self.table.current_changed.connect(lambda _: self._look())
        self.table.opened.connect(lambda _: self.show_pane())
        let_export(self.table, self.model, shell=shell, name=_("Possible duplicates"))

    def _add_actions(self) -> None:
        self.back = self.action(
            _("Members"), lambda: self._shell.go("members"), drawing="arrow-left", place="secondary"
        )
        self.merge_action = self.action(
            _("Make one person"), self.merge, key="Ctrl+Return", drawing="check", place="primary"
        )
        self.merge_action.setEnabled(False)
        self.action(_("Export what is shown…"), self.table.export_wanted.emit, drawing="download")

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, sizes.GAP)
        column.addWidget(self.both)
        self.swap = button(_("Keep the other one"), self._swap, kind="link")
        self.show_left = button(_("Show the kept one"), lambda: self._show_member(0), kind="link")
        self.show_right = button(_("Show the other"), lambda: self._show_member(1), kind="link")
        foot = QHBoxLayout()
        foot.addWidget(self.swap)
        foot.addStretch()
        column.addLayout(foot)
        for made in (self.show_left, self.show_right):
            column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        return content

    # What is shown

    def _ids(self, words: str | None, _sort: str, _descending: bool) -> "array[int]":
        names = {place: f"{pair.first_name} {pair.second_name}" for place, pair in self._pairs.items()}
        return array("q", [place for place, name in names.items() if has_words(name, words or "")])

    def _rows(self, places: Sequence[int]) -> list[Row]:
        return [_line(place, self._pairs[place]) for place in places if place in self._pairs]

    @override
    def reload(self) -> None:
        self._shell.run(
            _("Looking for duplicates"),
            lambda progress: self._workspace.read(find_duplicates, progress=progress),
            done=self._take,
        )

    def _take(self, pairs: Sequence[Duplicate]) -> None:
        self._pairs = dict(enumerate(pairs, start=1))
        self.model.reload()

    def _show_found(self, count: int) -> None:
        self.head.set_count(number(count))
        self._shell.say(ngettext("{count} pair", "{count} pairs", count))
        if not count:
            self.table.nothing.say("circle-check", _("Nobody seems to be in the roster twice."))
        elif self.table.current_id() is None:
            self.table.selectRow(0)
        self._look()

    def _look(self) -> None:
        pair = self._pairs.get(self.table.current_id() or 0)
        if pair is None:
            self._forget()
            return
        self._reading.ask(
            lambda: (
                self._workspace.read(member_card, pair.first),
                self._workspace.read(member_card, pair.second),
            ),
            done=self._show_pair,
            failed=lambda _: self._forget(),
        )

    def _forget(self) -> None:
        self._cards = None
        self._reading.forget()
        self.merge_action.setEnabled(False)
        self.pair_pane.show_nothing()

    def _show_pair(self, cards: tuple[MemberCard, MemberCard]) -> None:
        self._cards = cards
        self.merge_action.setEnabled(True)
        left, right = cards
        self.pair_pane.show_head(left.name, _("and {name}").format(name=right.name))
        self.both.show_pair(left, right)

    # What is done

    def _swap(self) -> None:
        if self._cards is not None:
            self._show_pair(self._cards[::-1])

    def _show_member(self, place: int) -> None:
        if self._cards is not None:
            self._shell.go("members", ShowMember(self._cards[place].id))

    def merge(self) -> None:
        """The two entries become one, as chosen; the toast parts them again."""
        if self._cards is None:
            return
        keep, other = self._cards
        take = self.both.taken()
        self.merge_action.setEnabled(False)
        self._tasks.start(
            lambda _: self._workspace.do(merge_people, keep.id, other.id, take=take),
            done=lambda _: self._tell(keep.name),
            failed=self.notice.show_problem,
        )

    def _tell(self, name: str) -> None:
        self._shell.toast(_("{name} is one person now.").format(name=name), undo=True)


def _columns() -> tuple[Column, ...]:
    return (
        Column("first", _("Person"), 180, sortable=False),
        Column("second", _("Perhaps the same"), 180, sortable=False),
        Column("shared", _("Both have"), 200, Kind.MUTED, sortable=False),
    )


def _line(place: int, pair: Duplicate) -> Row:
    shared = ", ".join(_(SHARED[key]) for key in pair.shared)
    return Row(place, (pair.first_name, pair.second_name, shared))
