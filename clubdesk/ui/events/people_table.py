"""Two lists of an audience as tables: who may be invited, and who is left out with the reason."""

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

from clubdesk.i18n import _
from clubdesk.services.events import Prospects
from clubdesk.services.members import MemberRow, member_rows
from clubdesk.services.word_search import has_words
from clubdesk.ui.common.columns import Column, Kind, Row, Source, Status
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.table_model import TableModel
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.wishes import ShowMember

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

EMPTY = Prospects((), (), (), ())


class People:
    """What the audience tab found last; both tables are cut from it."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self.found = EMPTY

    def guests(self) -> Source:
        columns = (
            Column("name", _("Name"), 180, sortable=False),
            Column("vehicle", _("Vehicle"), 150, Kind.MUTED, sortable=False),
            Column("state", _("Invitation"), 120, Kind.STATUS, sortable=False),
        )
        return Source(columns, self._guest_ids, self._guest_rows)

    def left_out(self) -> Source:
        columns = (
            Column("name", _("Name"), 180, sortable=False),
            Column("reason", _("Why not"), 320, Kind.MUTED, sortable=False),
        )
        return Source(columns, self._left_out_ids, self._left_out_rows)

    def _guest_ids(self, words: str | None, _sort: str, _descending: bool) -> "array[int]":
        guests = (*self.found.new, *self.found.already)
        return array("q", [guest.person for guest in guests if has_words(guest.name, words or "")])

    def _guest_rows(self, ids: Sequence[int]) -> list[Row]:
        already = {guest.person for guest in self.found.already}
        people = self._workspace.read(member_rows, ids)
        return [_guest_row(person, is_invited=person.id in already) for person in people]

    def _left_out_ids(self, words: str | None, _sort: str, _descending: bool) -> "array[int]":
        people = (*self.found.without_address, *self.found.left_out)
        return array("q", [p.person for p in people if has_words(f"{p.name} {p.reason}", words or "")])

    def _left_out_rows(self, ids: Sequence[int]) -> list[Row]:
        wanted = set(ids)
        people = (*self.found.without_address, *self.found.left_out)
        return [Row(p.person, (p.name, p.reason)) for p in people if p.person in wanted]


def _guest_row(person: MemberRow, *, is_invited: bool) -> Row:
    invited = Status("out", _("Invited"), icon="mail") if is_invited else None
    return Row(person.id, (person.name, person.vehicle, invited))


def people_table(name: str, source: Source, *, tasks: Tasks, shell: Shell) -> tuple[TableModel, TableView]:
    """A table of people; opening a row shows the member."""
    model = TableModel(source, tasks)
    table = TableView(name, model, shell.settings)
    model.setParent(table)
    model.failed.connect(shell.show_problem)
    table.opened.connect(lambda person: shell.go("members", ShowMember(person)))
    return model, table
