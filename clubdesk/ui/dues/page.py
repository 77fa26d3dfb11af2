"""Dues: who owes what, the payments that come in, reminders and receipts."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from clubdesk.i18n import _, ngettext
from clubdesk.services import dues
from clubdesk.services.dues import DueCard, DueSearch, DuesLetters, DuesTotals, KindLine
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.chips import Chip, Choice
from clubdesk.ui.common.latest import Latest
from clubdesk.ui.common.page import Page
from clubdesk.ui.common.save_pdf import save_pdf
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.table_export import let_export
from clubdesk.ui.common.table_model import TableModel
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.wishes import ShowDues, ShowMember
from clubdesk.ui.dues import words
from clubdesk.ui.dues.charge_dialog import ChargeDialog
from clubdesk.ui.dues.due_pane import DuePane
from clubdesk.ui.dues.dues_source import source
from clubdesk.ui.dues.kinds_dialog import KindsDialog

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


class DuesPage(Page):
    watches = frozenset({"dues_kind", "due", "payment", "person", "membership"})

    def __init__(self, workspace: "Workspace", tasks: Tasks, shell: Shell) -> None:
        super().__init__(_("Dues"))
        self._workspace, self._tasks, self._shell = workspace, tasks, shell
        self._kinds: list[KindLine] = []
        self._totals = DuesTotals({}, {}, {}, {})
        self._card = Latest(tasks)
        self.model = TableModel(source(workspace), tasks, self)
        self.table = TableView("dues", self.model, shell.settings)
        self.body.addWidget(self.table)
        self.due_pane = DuePane(self._pay)
        self.set_pane(self.due_pane)
        self._add_actions()
        self._add_search()
        self._connect()

    def _add_actions(self) -> None:
        self.action(_("Ask for dues"), self.ask, key="Ctrl+N", drawing="plus", place="primary")
        self.action(_("Reminders…"), self.remind, drawing="mail", place="secondary")
        self._full = self.action(
            _("Chosen ones are paid"), self.pay_chosen, key="Ctrl+Return", drawing="check"
        )
        self.action(_("Kinds of dues…"), self.show_kinds, drawing="coins")

    def _add_search(self) -> None:
        field = self.head.set_search(_("Search name, number or kind"), self.table)
        field.searched.connect(lambda _words: self._find())
        assert self.head.chips is not None
        self.states = self.head.chips.add(Chip(_("All states"), self._state_choices))
        self.years = self.head.chips.add(Chip(_("All years"), self._year_choices))
        self.kinds = self.head.chips.add(Chip(_("All kinds"), self._kind_choices))
        self.head.chips.changed.connect(self._find)

    def _connect(self) -> None:
        self.model.found.connect(lambda _count: self._show_count())
        self.model.failed.connect(self.notice.show_problem)
        self.table.current_changed.connect(self._show_due)
        self.table.opened.connect(lambda _: self.show_pane())
        self.table.row_menu.connect(self._show_menu)
        let_export(self.table, self.model, shell=self._shell, name=_("Dues"))
        pane = self.due_pane
        pane.receipt_wanted.connect(self._save_receipt)
        pane.delete_payment_wanted.connect(self._take_back)
        pane.waive_wanted.connect(self._waive)
        pane.ask_again_wanted.connect(
            lambda: self._change(dues.ask_again, self._chosen(), said=_("Asked for again"))
        )
        pane.delete_wanted.connect(self._delete)
        pane.member_wanted.connect(lambda person: self._shell.go("members", ShowMember(person)))

    # What is shown

    @override
    def reload(self) -> None:
        self._tasks.start(
            lambda _: (self._workspace.read(dues.dues_kinds), self._workspace.read(dues.dues_totals)),
            done=lambda found: self._take(*found),
            failed=self.notice.show_problem,
        )
        self.model.reload()
        self._show_due(self.table.current_id())

    def _take(self, kinds: list[KindLine], totals: DuesTotals) -> None:
        self._kinds, self._totals = kinds, totals
        self._show_count()

    def _find(self) -> None:
        text = self.head.search.text().strip() if self.head.search else ""
        self.model.find(
            DueSearch(
                text,
                states=tuple(str(state) for state in self.states.chosen),
                kinds=tuple(int(str(kind)) for kind in self.kinds.chosen),
                years=tuple(int(str(year)) for year in self.years.chosen),
            )
        )

    def _state_choices(self) -> list[Choice]:
        return [
            Choice(state, _(words.STATES[state].word), count) for state, count in self._totals.states.items()
        ]

    def _year_choices(self) -> list[Choice]:
        return [Choice(year, str(year), count) for year, count in self._totals.years.items()]

    def _kind_choices(self) -> list[Choice]:
        return [Choice(kind.id, kind.name, kind.dues) for kind in self._kinds if kind.dues]

    def _show_count(self) -> None:
        everything = sum(self._totals.states.values())
        shown = len(self.model.ids)
        count = ngettext("{count} due", "{count} dues", shown)
        still = words.sums(self._totals.open)
        said = f"{count}, " + _("{amount} open").format(amount=still) if still else count
        self.head.set_count(said if everything else "")
        if self.isVisible():
            self._shell.say(said if everything else "")
        nothing = self.table.nothing
        if everything:
            nothing.say("search", _("No dues fit this search."), _("Show all"), self._show_all)
        elif self._kinds:
            nothing.say("coins", _("Nobody was asked for dues yet."), _("Ask for dues"), self.ask)
        else:
            sentence = _("No dues yet. Say what the club asks for: a membership fee, a magazine.")
            nothing.say("coins", sentence, _("Kinds of dues…"), self.show_kinds)

    def _show_all(self) -> None:
        if self.head.search is not None:
            self.head.search.clear()
        assert self.head.chips is not None
        self.head.chips.clear()

    def _show_due(self, due: int | None) -> None:
        if due is None:
            self.due_pane.show_card(None)
            return

        def card() -> DueCard | None:
            found = self._workspace.read(dues.due_lines, [due])
            return self._workspace.read(dues.due_card, due) if found else None

        self._card.ask(card, done=self.due_pane.show_card, failed=self.notice.show_problem)

    @override
    def open_with(self, wish: object) -> None:
        """ShowDues."""
        if isinstance(wish, ShowDues):
            self.states.choose(*(Choice(state, _(words.STATES[state].word)) for state in wish.states))

    # What is done

    def _chosen(self) -> list[int]:
        return list(self.table.selected_ids())

    def ask(self) -> None:
        """Ask for the dues of a period; without a kind of dues there is none to ask for yet."""
        kinds = [kind for kind in self._kinds if not kind.retired]
        if not kinds:
            self.show_kinds()
            return
        ChargeDialog(self, self._workspace, self._tasks, kinds=kinds, charged=self._charged).open()

    def _charged(self, count: int) -> None:
        said = ngettext("{count} person was asked", "{count} people were asked", count)
        self._shell.toast(said, undo=True)

    def show_kinds(self) -> None:
        KindsDialog(self, self._workspace, self._tasks).open()

    def _pay(self, due: int, values: dict[str, Any]) -> None:
        def done(paid: dues.Paid) -> None:
            self.due_pane.paid()
            words_ = _("{amount} paid, receipt {number}")
            amount = words.money(paid.amount, paid.currency)
            self._shell.toast(words_.format(amount=amount, number=paid.receipt), undo=True)

        self._tasks.start(
            lambda _: self._workspace.do(dues.pay, due, **values), done=done, failed=self.due_pane.refuse
        )

    def pay_chosen(self) -> None:
        """All that is open of the chosen dues came in: what an officer ticks off on a bank statement."""
        chosen = self._chosen()
        said = ngettext("{count} payment recorded", "{count} payments recorded", len(chosen))
        self._change(dues.pay_in_full, chosen, said=said)

    def remind(self) -> None:
        """Letters to all who are late, or to those chosen if several are."""
        chosen = self._chosen()

        def work() -> DuesLetters:
            late = DueSearch(states=("overdue",))
            ids = chosen if len(chosen) > 1 else list(self._workspace.read(dues.due_ids, late))
            return self._workspace.read(dues.print_reminders, ids)

        self._tasks.start(lambda _: work(), done=self._save_reminders, failed=self.notice.show_problem)

    def _save_reminders(self, found: DuesLetters) -> None:
        def saved() -> None:
            said = ngettext("{count} person reminded", "{count} people reminded", found.letters)
            self._change(dues.note_reminded, found.dues, said=said)

        if found.left_out:
            count = ngettext("{count} without an address", "{count} without an address", len(found.left_out))
            self.notice.say(count, ", ".join(one.name for one in found.left_out), look="warning")
        save_pdf(self, self._shell, name=_("Reminders"), data=found.printed.data, done=saved)

    def _save_receipt(self, payment: int) -> None:
        self._tasks.start(
            lambda _: self._workspace.read(dues.print_receipt, [payment]),
            done=lambda printed: save_pdf(self, self._shell, name=_("Receipt"), data=printed.data),
            failed=self.notice.show_problem,
        )

    def _take_back(self, payment: int) -> None:
        self._change(dues.delete_payment, payment, said=_("Payment taken back"))

    def _waive(self) -> None:
        chosen = self._chosen()
        reason = dialogs.ask_text(self, _("Waive dues"), _("Why are they waived?"))
        if reason:
            said = ngettext("{count} waived", "{count} waived", len(chosen))
            self._tasks.start(
                lambda _: self._workspace.do(dues.waive, chosen, reason=reason),
                done=lambda _: self._shell.toast(said, undo=True),
                failed=self.notice.show_problem,
            )

    def _delete(self) -> None:
        chosen = self._chosen()
        said = ngettext("{count} deleted", "{count} deleted", len(chosen))
        self._change(dues.delete_dues, chosen, said=said)

    def _change(self, work: Callable[..., object], about: int | Sequence[int], *, said: str) -> None:
        self._tasks.start(
            lambda _: self._workspace.do(work, about),
            done=lambda _: self._shell.toast(said, undo=True),
            failed=self.notice.show_problem,
        )

    def _show_menu(self, _due: int, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(self._full)
        menu.addActions(self.due_pane.menu.actions())
        menu.popup(at)
