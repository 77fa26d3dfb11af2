"""Members: find people, look at them, change them, write to them."""

from array import array
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from clubdesk.i18n import _, ngettext, number
from clubdesk.services import members
from clubdesk.services.addressees import addressees
from clubdesk.services.letters import EVIDENCE, end_verification, verify_person
from clubdesk.services.members import Search
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.address_papers import AddressPapers
from clubdesk.ui.common.latest import Latest
from clubdesk.ui.common.page import Page
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.table_export import let_export
from clubdesk.ui.common.table_model import TableModel
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.wishes import FindMembers, ListAlready, PrintLetters, ShowEvent, ShowMember, ShowRun
from clubdesk.ui.members.actions import Actions
from clubdesk.ui.members.dropping import Way, ways_out
from clubdesk.ui.members.filters import Counts, Filters, read_counts
from clubdesk.ui.members.lists import ListActions
from clubdesk.ui.members.pane import MemberPane
from clubdesk.ui.members.plain_letter import PlainLetter
from clubdesk.ui.members.roster import Roster

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


class MembersPage(Page):
    watches = frozenset(
        {
            "person", "address", "contact", "tag", "person_tag", "photo", "custom_field", "custom_value",
            "office", "membership", "chapter", "household", "vehicle", "ownership", "letter", "letter_run",
            "saved_list", "list_person", "reply", "edit_proposal", "verification", "event", "invitation",
            "registration",
        }
    )  # fmt: skip

    def __init__(self, workspace: "Workspace", tasks: Tasks, shell: Shell) -> None:
        super().__init__(_("Members"))
        self.workspace, self._tasks, self._shell = workspace, tasks, shell
        self._counting, self._way_out = Latest(tasks), Latest(tasks)
        self._wanted: int | None = None  # who is to be selected once they are listed
        self._roster = Roster(workspace)
        self.model = TableModel(self._roster.source(), tasks, self)
        self.table = TableView("members", self.model, shell.settings)
        self.member_pane = MemberPane(workspace, tasks, self._choose_photo)
        self.set_pane(self.member_pane)
        self.filters = Filters(self.head, self.table)
        self.commands = Actions(self)
        self.lists = ListActions(self)
        self.body.addWidget(self.table)
        self._connect()
        let_export(self.table, self.model, shell=shell, name=_("Members"))

    def _connect(self) -> None:
        self.filters.changed.connect(lambda: self.model.find(self.filters.search()))
        self.model.found.connect(self._show_found)
        self.model.failed.connect(self.notice.show_problem)
        self.table.current_changed.connect(lambda _: self._look())
        self.table.selection_changed.connect(lambda _: self._look())
        self.table.opened.connect(lambda _: self.edit())
        self.table.row_menu.connect(self._show_row_menu)
        self.member_pane.furnished.connect(self._connect_pane)
        self.member_pane.failed.connect(self.notice.show_problem)
        self.member_pane.left.connect(self._back_to_table)

    def _connect_pane(self) -> None:
        pane = self.member_pane
        pane.form.created.connect(self._welcome)
        pane.form.doubtful.connect(lambda text: self.notice.say(text, look="warning"))
        pane.form.stale.connect(lambda text: self.notice.say(text, look="warning"))
        pane.household.person_wanted.connect(lambda person: self.open_with(ShowMember(person)))
        pane.household.done.connect(lambda said: self._shell.toast(said, undo=True))
        pane.corrections.settled.connect(lambda said: self._shell.toast(said, undo=True))
        pane.vehicles.sold.connect(
            lambda name: self._shell.toast(_("{vehicle} is sold.").format(vehicle=name), undo=True)
        )
        pane.letters.run_wanted.connect(lambda run: self._shell.go("letters", ShowRun(run)))
        pane.events.event_wanted.connect(lambda event: self._shell.go("events", ShowEvent(event)))

    # What is shown

    @override
    def reload(self) -> None:
        if self._roster.has_changed():
            self.table.show_columns(self._roster.source())
        self.model.find(self.filters.search())
        self._counting.ask(
            lambda: read_counts(self.workspace), done=self._show_counts, failed=self.notice.show_problem
        )
        self.member_pane.refresh()

    def _show_counts(self, counts: Counts) -> None:
        self.filters.counts = counts

    def _show_found(self, count: int) -> None:
        total = self._roster.total
        if count == total:
            self.head.set_count(number(total))
        else:
            self.head.set_count(_("{count} of {total}").format(count=number(count), total=number(total)))
        self._say_nothing(count)
        self._go_to_wanted()
        self._look()

    def _say_nothing(self, count: int) -> None:
        """Why the table is empty, and the one thing to do about it."""
        if not self._roster.total:
            self.table.nothing.say(
                "users",
                _("Nobody is in the roster yet. Import a list, or add the first member with Ctrl+N."),
                _("Import a list"),
                lambda: self._shell.go("importing"),
            )
        elif not count:
            self.table.nothing.say(
                "search", _("Nobody is found."), _("Clear all filters"), self.filters.clear
            )
            search = self.filters.search()
            self._way_out.ask(
                lambda: ways_out(self.workspace, search),
                done=self._offer_way_out,
                failed=self.notice.show_problem,
            )

    def _offer_way_out(self, way: Way | None) -> None:
        if way is not None and not len(self.model.ids):
            self.table.nothing.say(
                "search", _("Nobody is found."), way.verb, lambda: self.filters.show(way.search)
            )

    def _go_to_wanted(self) -> None:
        """Select who was asked for; a filter that hides them gives way."""
        if self._wanted is None:
            return
        if self.table.go_to(self._wanted):
            self._wanted = None
        elif self.filters.search() != Search():
            self.filters.clear()
        else:
            self._wanted = None

    def _look(self) -> None:
        """Let pane, status line and actions follow the selection."""
        count = self.table.selected_count()
        self._shell.say(self._status(count))
        self.commands.show_selected(count)
        pane = self.member_pane
        if count == 1:
            pane.show_person(self.table.selected_ids()[0])
        elif count > 1:
            pane.show_several(count)
        elif not pane.is_new and self._wanted is None:
            pane.show_nobody()

    def _status(self, selected: int) -> str:
        total, shown = self._roster.total, len(self.model.ids)
        words = ngettext("{count} member", "{count} members", total)
        if shown != total:
            words = _("{shown} of {members}").format(shown=number(shown), members=words)
        if selected:
            chosen = ngettext("one selected", "{count} selected", selected)
            words = f"{words}, {chosen}"
        return words

    # What is asked for

    @override
    def open_with(self, wish: object) -> None:
        """Takes ShowMember, FindMembers and ListAlready."""
        if isinstance(wish, ShowMember):
            self.show_pane()
            self._want(wish.person)
        elif isinstance(wish, FindMembers):
            self.filters.show(wish.search)
        elif isinstance(wish, ListAlready):
            self.model.list_already(array("q", wish.people))
            self._roster.total = wish.total
            self.head.set_count(number(wish.total))
            if wish.current is not None:
                self.table.go_to(wish.current)

    def _want(self, person: int) -> None:
        """Select somebody, who may be so new that the list doesn't show them yet."""
        if not self.table.go_to(person):
            self._wanted = person
            self.model.reload()

    def begin_new(self) -> None:
        self.show_pane()
        self.table.clearSelection()
        self.member_pane.begin_new()

    def _welcome(self, person: int) -> None:
        self._want(person)
        self._shell.toast(_("The new member is in the roster."), undo=True)

    def edit(self) -> None:
        """Go on in the form of who is selected."""
        if self.table.selected_count() == 1:
            self.show_pane()
            self.member_pane.edit()

    def _back_to_table(self) -> None:
        self.table.setFocus()
        self._look()

    def print_letters(self) -> None:
        """For those selected, else for all that are found; the letters page says who needs one."""
        people = self.table.selected_ids()
        if not people and self.filters.search() != Search():
            people = self.model.ids
        self._shell.go("letters", PrintLetters(tuple(people)))

    def print_labels(self) -> None:
        """For those selected, else for all that are found."""
        people = list(self.table.selected_ids() or self.model.ids)
        AddressPapers(
            self,
            self.workspace,
            self._tasks,
            self._shell,
            name=_("Labels"),
            find=lambda: self.workspace.read(addressees, people),
        ).open()

    def write_letter(self) -> None:
        """A letter without an answer to those selected, else to all that are found."""
        people = list(self.table.selected_ids() or self.model.ids)
        PlainLetter(self, self.workspace, self._tasks, self._shell, find=lambda: people).open()

    def show_bin(self) -> None:
        """Who was deleted, to bring them back."""
        from clubdesk.ui.members.bin_dialog import BinDialog

        BinDialog(self, self.workspace, self._tasks, self._shell).open()

    def erase(self) -> None:
        """Erase the people chosen for good, not into the bin."""
        from clubdesk.ui.members.bin_dialog import erase_for_good

        erase_for_good(self, self.workspace, self._shell, people=list(self.table.selected_ids()))

    def save_report(self) -> None:
        """Everything that is held about the chosen person."""
        person = self.table.current_id()
        if person is not None:
            from clubdesk.ui.members.report import save_report

            save_report(self, self.workspace, self._shell, person=person)

    def verify(self) -> None:
        """The chosen person is verified by what an officer saw or knows."""
        person = self.table.current_id()
        if person is None:
            return
        kinds = {_(word): key for key, word in EVIDENCE.items()}
        said = dialogs.ask_choice(
            self, _("Verify by something else"), _("What proves that they are a member?"), list(kinds)
        )
        if said is not None:
            evidence = kinds.get(said, said)
            self.change(lambda: self.workspace.do(verify_person, person, evidence=evidence), _("Verified."))

    def end_verification(self) -> None:
        person = self.table.current_id()
        if person is None:
            return
        reason = dialogs.ask_text(self, _("End the verification"), _("Why does it end?"))
        if reason is not None:
            self.change(
                lambda: self.workspace.do(end_verification, person, reason=reason),
                _("The verification is ended."),
            )

    def change(self, work: Callable[[], object], said: str) -> None:
        self._tasks.start(
            lambda _: work(),
            done=lambda _: self._shell.toast(said, undo=True),
            failed=self.notice.show_problem,
        )

    def show_duplicates(self) -> None:
        self._shell.go("duplicates")

    def _choose_photo(self) -> Path | None:
        kinds, title = _("Pictures (*.png *.jpg *.jpeg)"), _("Choose a photo")
        return dialogs.choose_file(self, self._shell.settings, title=title, kinds=kinds, purpose="photo")

    def make_household(self) -> None:
        """Those selected live together from now on."""
        people = list(self.table.selected_ids())
        self.change(
            lambda: self.workspace.do(members.make_household, people), _("They are one household now.")
        )

    def tag(self) -> None:
        """Those selected get a tag."""
        people, known = list(self.table.selected_ids()), list(self.workspace.read(members.tag_counts))
        said = dialogs.ask_choice(self, _("Add a tag"), _("Which tag do they get?"), known)
        if said is not None:
            self.change(
                lambda: self.workspace.do(members.add_tag, people, tag=said),
                _("They have the tag {tag}.").format(tag=said),
            )

    def bring_list(self) -> None:
        self._shell.go("importing")

    def delete(self) -> None:
        """Those selected go out of the roster; the toast brings them back."""
        people = list(self.table.selected_ids())
        if not people:
            return
        words = ngettext("One member is deleted.", "{count} members are deleted.", len(people))
        self._shell.run(
            _("Deleting members"),
            lambda progress: self.workspace.do(members.delete_people, people, progress=progress),
            done=lambda _: self._shell.toast(words, undo=True),
        )

    def _show_row_menu(self, _row: int, at: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addActions(self.commands.for_rows())
        menu.popup(at)
