"""The tab of invitations and answers: who is invited, what they said, which run group they drive in."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from clubdesk.i18n import _
from clubdesk.services.events import AnswerResult, EventCard, ParticipantRow, participants
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button, menu_button
from clubdesk.ui.common.chips import Chip
from clubdesk.ui.common.icons import set_icon
from clubdesk.ui.common.search_field import SearchField
from clubdesk.ui.common.table_export import let_export
from clubdesk.ui.common.table_model import TableModel
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.common.wishes import ShowEvent, ShowMember
from clubdesk.ui.events import answering
from clubdesk.ui.events.action_button import action_button
from clubdesk.ui.events.code_line import CodeLine
from clubdesk.ui.events.office import Office
from clubdesk.ui.events.participant_source import GROUP, ParticipantSearch, ParticipantSource


class ParticipantsTab(QWidget):
    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._card: EventCard | None = None
        self._source = ParticipantSource()
        source = self._source.source()
        self._group_column = [column.key for column in source.columns].index(GROUP)
        self.model = TableModel(source, office.tasks)
        self.table = TableView("participants", self.model, office.shell.settings)
        self.model.setParent(self.table)
        self.code = CodeLine(self._record_code)
        self.search = SearchField(_("Search name, vehicle, town"))
        self.search.lead_to(self.table)
        self.states = Chip(_("All answers"), self._source.choices)
        self.accept = self._action(_("Accepted"), "A", "circle-check", lambda: self._record("accepted"))
        self.decline = self._action(_("Declined"), "D", "x", lambda: self._record("declined"))
        self.groups = QMenu(_("Run group"), self)
        self._group_button = button(_("Run group"), lambda: None, drawing="users-group")
        self._group_button.setMenu(self.groups)
        self.columns = QMenu(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.GAP, 0, 0)
        column.setSpacing(sizes.GAP)
        line = QHBoxLayout()
        line.setSpacing(sizes.GRID)
        line.addWidget(self.search, 1)
        line.addWidget(self.states)
        line.addStretch()
        for part in (action_button(self.accept), action_button(self.decline), self._group_button):
            line.addWidget(part)
        line.addWidget(menu_button("adjustments-horizontal", _("Columns, copy, export"), self.columns))
        column.addWidget(self.code)
        column.addLayout(line)
        column.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.columns.aboutToShow.connect(lambda: self.table.fill_column_menu(self.columns))
        self.groups.aboutToShow.connect(lambda: self._fill_groups(self.groups))
        self.search.searched.connect(lambda _words: self._find())
        self.states.changed.connect(self._find)
        self.model.failed.connect(self._office.shell.show_problem)
        self.table.selection_changed.connect(self._selected)
        self.table.row_menu.connect(self._show_menu)
        self.table.opened.connect(lambda person: self._office.shell.go("members", ShowMember(person)))
        let_export(self.table, self.model, shell=self._office.shell, name=_("Participants"))
        self._selected(0)

    def _action(self, text: str, key: str, drawing: str, run: Callable[[], object]) -> QAction:
        """Its key works in the table only: elsewhere letters are typed."""
        made = QAction(text, self)
        set_icon(made, drawing)
        made.setShortcut(QKeySequence(key))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(lambda: run())
        self.table.addAction(made)
        return made

    # What is shown

    def show_card(self, card: EventCard) -> None:
        if self._card is None or card.line.id != self._card.line.id:
            self.code.reset()
            self.states.clear()
            self.search.clear()
        self._card = card
        self.table.setColumnHidden(self._group_column, not card.groups)
        self._group_button.setVisible(bool(card.groups))
        self.refresh()

    def refresh(self) -> None:
        if self._card is not None:
            event = self._card.line.id
            self._office.work(lambda club: (event, club.read(participants, event)), done=self._show)

    def _show(self, found: tuple[int, list[ParticipantRow]]) -> None:
        event, people = found
        if self._card is not None and event == self._card.line.id:
            self._source.hold(people)
            self._find()

    def _find(self) -> None:
        states = tuple(str(state) for state in self.states.chosen)
        self.model.find(ParticipantSearch(self.search.text().strip(), states))

    def say_nothing(self, sentence: str, action: str = "", run: Callable[[], object] | None = None) -> None:
        """What an empty table says: nobody is invited, or nobody is found."""
        self.table.nothing.say("mail", sentence, action, run)

    # What is done

    def _selected(self, count: int) -> None:
        for action in (self.accept, self.decline):
            action.setEnabled(count > 0)
        self._group_button.setEnabled(bool(self._accepted()))

    def _accepted(self) -> list[int]:
        return [p for p in self.table.selected_ids() if self._source.state_of(p) == "accepted"]

    def _record(self, answer: str) -> None:
        people = list(self.table.selected_ids())
        if self._card is not None and people:
            answering.record(self._office, self._card.line.id, people, answer=answer)

    def _record_code(self, typed: str, answer: str) -> None:
        answering.record_code(
            self._office, typed, answer=answer, done=self._recorded, failed=partial(self.code.refuse, typed)
        )

    def _recorded(self, result: AnswerResult) -> None:
        words, shell = answering.outcome([result]), self._office.shell
        if self._card is not None and result.event != self._card.line.id:
            words = _("The code was for another event. {outcome}").format(outcome=words)
            shell.toast(words, verb=_("Show"), run=partial(shell.go, "events", ShowEvent(result.event)))
            return
        self.table.go_to(result.person)
        shell.toast(words, undo=True)

    def _show_menu(self, person: int, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.accept, self.decline])
        if self._card is not None and self._card.groups:
            groups = menu.addMenu(_("Run group"))
            self._fill_groups(groups)
            groups.setEnabled(bool(self._accepted()))
        menu.addSeparator()
        menu.addAction(_("Show the member"), lambda: self._office.shell.go("members", ShowMember(person)))
        menu.popup(at)

    def _fill_groups(self, menu: QMenu) -> None:
        menu.clear()
        for group in self._card.groups if self._card else ():
            words = f"{group.name.replace('&', '&&')}\t{group.drivers}"
            menu.addAction(words, partial(self._put, group.name))
        menu.addSeparator()
        menu.addAction(_("No run group"), lambda: self._put(""))

    def _put(self, group: str) -> None:
        if self._card is not None:
            answering.put_into_group(self._office, self._card.line.id, self._accepted(), group=group)
