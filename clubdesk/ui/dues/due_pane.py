"""One due: what it is, what was paid for it, and the payment that comes in now."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clubdesk.errors import Problem
from clubdesk.i18n import _, window_texts
from clubdesk.services.dues import WAY_NAMES, DueCard, DueLine, PaymentLine
from clubdesk.services.today import today
from clubdesk.ui.common import sizes
from clubdesk.ui.common.beside import beside
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.fields import ChoiceField, DateField, TextField
from clubdesk.ui.common.icons import set_icon
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.lines import Entry, Lines
from clubdesk.ui.common.pane import Pane
from clubdesk.ui.dues import words

Pay = Callable[[int, dict[str, Any]], object]


class DuePane(Pane):
    receipt_wanted = Signal(object)  # the id of a payment
    delete_payment_wanted = Signal(object)
    waive_wanted = Signal()
    ask_again_wanted = Signal()
    delete_wanted = Signal()
    member_wanted = Signal(object)  # the id of a person

    def __init__(self, pay: Pay) -> None:
        super().__init__()
        self._pay_for = pay
        self._card: DueCard | None = None
        self.nothing.say("coins", _("Choose dues to see what was paid."))
        self._sums = Lines()
        self._paid_title = label(_("Payments"), "strong")
        self.payments = Lines(leads=True)
        self.payments.chosen.connect(self.receipt_wanted)
        self.form = self._make_form()
        self._fill_menu()
        self.add_tab(_("Dues"), self._body())
        self.tabs.tabBar().hide()

    def _make_form(self) -> QWidget:
        self.amount = TextField(_("Amount"), _wait)
        self.day = DateField(_("Paid on"), _wait)
        ways = [(key, _(word)) for key, word in WAY_NAMES.items()]
        self.way = ChoiceField(_("How"), _wait, ways)
        self.note = TextField(_("Note"), _wait)
        self.pay = button(_("Record payment"), self._record, drawing="coins", kind="primary")
        self.amount.line.returnPressed.connect(self._record)
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.GAP)
        column.addWidget(label(_("A payment came in"), "strong"))
        column.addWidget(beside((self.amount, 1), (self.day, 1)))
        column.addWidget(beside((self.way, 1), (self.note, 1)))
        column.addWidget(self.pay)
        return form

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, sizes.GAP, sizes.GRID, sizes.GAP)
        column.setSpacing(sizes.GAP)
        column.addWidget(self._sums)
        column.addWidget(self.form)
        column.addWidget(self._paid_title)
        column.addWidget(self.payments)
        column.addStretch()
        return body

    def _fill_menu(self) -> None:
        self._receipt = self.menu.addAction(_("Receipt of the last payment…"), self._last_receipt)
        self._take_back = self.menu.addAction(_("Take the last payment back"), self._last_back)
        self._waive = self.menu.addAction(_("Waive…"), self.waive_wanted.emit)
        self._again = self.menu.addAction(_("Ask for it again"), self.ask_again_wanted.emit)
        self._delete = self.menu.addAction(_("Delete"), self.delete_wanted.emit)
        self._member = self.menu.addAction(_("Show the member"), self._show_member)
        for action, drawing in (
            (self._receipt, "receipt"),
            (self._take_back, "arrow-back-up"),
            (self._waive, "minus"),
            (self._again, "clock"),
            (self._delete, "trash"),
            (self._member, "user"),
        ):
            set_icon(action, drawing)

    # What is shown

    def show_card(self, card: DueCard | None) -> None:
        """Show a due, or that none is chosen."""
        is_other = card is None or self._card is None or card.line.id != self._card.line.id
        self._card = card
        if card is None:
            self.show_nothing()
            return
        line = card.line
        note = _("Waived: {reason}").format(reason=card.waived_reason) if card.waived_reason else ""
        self.show_head(line.name, words.about(line), note)
        self._sums.show_entries([_where_it_stands(line)])
        self.payments.show_entries([_entry(payment, line.currency) for payment in reversed(card.payments)])
        self._paid_title.setVisible(bool(card.payments))
        self.form.setVisible(bool(line.open))
        self._let(card)
        if is_other or not line.open:
            self._begin(card)

    def _let(self, card: DueCard) -> None:
        """Offer what can be done with it now."""
        self._receipt.setVisible(bool(card.payments))
        self._take_back.setVisible(bool(card.payments))
        self._waive.setVisible(bool(card.line.open))
        self._again.setVisible(card.line.state == "waived")
        self._delete.setVisible(not card.payments)

    def _begin(self, card: DueCard) -> None:
        """The form of the next payment: all that is open, today."""
        open_ = words.money(card.line.open, card.line.currency) if card.line.open else ""
        for field, value in ((self.amount, open_), (self.day, today()), (self.note, "")):
            field.begin_with(value)
        self.way.begin_with(self.way.value() or "transfer")

    # What is done

    def _record(self) -> None:
        if self._card is None:
            return
        try:
            day: dt.date = self.day.value() or today()
        except Problem as problem:
            self.day.show_problem(problem)
            return
        values = {"amount": self.amount.value(), "on": day, "way": self.way.value()}
        self._pay_for(self._card.line.id, {**values, "note": self.note.value()})

    def refuse(self, error: BaseException) -> None:
        """Say at the amount why the payment wasn't kept."""
        if isinstance(error, Problem):
            self.amount.show_problem(error)

    def paid(self) -> None:
        """The payment is kept: the form begins anew."""
        self._card = None

    def _last_receipt(self) -> None:
        if self._card and self._card.payments:
            self.receipt_wanted.emit(self._card.payments[-1].id)

    def _last_back(self) -> None:
        if self._card and self._card.payments:
            self.delete_payment_wanted.emit(self._card.payments[-1].id)

    def _show_member(self) -> None:
        if self._card:
            self.member_wanted.emit(self._card.line.person)


def _where_it_stands(line: DueLine) -> Entry:
    amount, still = words.money(line.amount, line.currency), words.money(line.open, line.currency)
    is_part = line.paid and line.open
    title = _("{open} of {amount} open").format(open=still, amount=amount) if is_part else amount
    due = _("To be paid by {day}").format(day=window_texts().short_date(line.due_on))
    return Entry(line.id, title, due, words.state(line))


def _entry(payment: PaymentLine, currency: str) -> Entry:
    day = window_texts().short_date(payment.paid_on)
    detail = " · ".join(filter(None, (_(WAY_NAMES[payment.way]), payment.receipt, payment.note)))
    return Entry(payment.id, f"{words.money(payment.amount, currency)}, {day}", detail)


def _wait(_value: object) -> None:
    """Nothing is kept before the whole payment is."""
