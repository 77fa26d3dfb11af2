"""How dues look: a pill with the word an officer would use, and amounts in the window's language."""

from clubdesk.i18n import N_, _, window_texts
from clubdesk.services.dues import DueLine, what
from clubdesk.ui.common.columns import Status

STATES = {
    "overdue": Status("returned", N_("Overdue"), icon="alert-triangle"),
    "part": Status("silent", N_("Partly paid"), icon="hourglass-empty"),
    "open": Status("out", N_("Awaited"), icon="clock"),
    "paid": Status("verified", N_("Paid"), icon="circle-check"),
    "waived": Status("none", N_("Waived"), icon="minus"),
}


def state(line: DueLine, *, with_note: bool = True) -> Status:
    """Where a due stands, and in the note when its person was last reminded."""
    look = STATES[line.state]
    day = window_texts().short_date(line.reminded_on) if line.reminded_on and line.open and with_note else ""
    return Status(look.look, _(look.word), _("reminded {day}").format(day=day) if day else "", look.icon)


def money(amount: int, currency: str) -> str:
    return window_texts().money(amount, currency)


def sums(amounts: dict[str, int]) -> str:
    """Sums by currency: 1,240.00 € + $60.00; "" for none."""
    return " + ".join(money(amount, currency) for currency, amount in amounts.items())


def about(line: DueLine) -> str:
    """What is to be paid: Membership fee 2027."""
    return what(line, window_texts().language)
