"""What the club asks for: kinds of dues with their amount and period."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.model.dues import Due, DuesKind
from clubdesk.model.money import parse_money
from clubdesk.services.cell_text import clean
from clubdesk.services.clubs import the_club
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import describe

#: How long a period is, in months; 0 is asked for once.
PERIODS = {12: N_("A year"), 6: N_("Half a year"), 3: N_("A quarter"), 1: N_("A month"), 0: N_("Once")}


@dataclass(frozen=True, slots=True, kw_only=True)
class KindLine:
    """A kind of dues; `dues` is how often it was charged, `membership` whom it is for, "" for all."""

    id: int
    name: str
    amount: int
    currency: str
    months: int
    membership: str
    retired: bool
    dues: int


def dues_kinds(session: Session) -> list[KindLine]:
    """All kinds by name, those no longer asked for last."""
    counts = dict(session.execute(select(Due.kind_id, func.count()).group_by(Due.kind_id)).all())
    kinds = session.scalars(select(DuesKind)).all()
    return [
        KindLine(
            id=kind.id,
            name=kind.name,
            amount=kind.amount,
            currency=kind.currency,
            months=kind.months,
            membership=kind.membership,
            retired=kind.retired,
            dues=counts.get(kind.id, 0),
        )
        for kind in sorted(kinds, key=lambda kind: (kind.retired, kind.name.casefold(), kind.id))
    ]


def get_kind(session: Session, kind_id: int) -> DuesKind:
    """The kind of that id; Problem when it is gone."""
    kind = session.get(DuesKind, kind_id)
    if kind is None:
        raise Problem(_("There is no such kind of dues."), _("Look at the kinds of dues."))
    return kind


def usual_currency(session: Session) -> str:
    """What is paid with in the club's country."""
    from babel.numbers import get_territory_currencies

    found = get_territory_currencies(the_club(session).country or "")
    return str(found[-1]) if found else "EUR"


@change(N_("Dues: {name}"))
def save_kind(
    session: Session,
    kind_id: int | None,
    *,
    name: str,
    amount: str,
    currency: str = "",
    months: int = 12,
    membership: str = "",
    retired: bool = False,
) -> int:
    """Make a kind, or change one; dues that were charged keep their amount. The kind's id."""
    name, currency = clean(name), (currency or usual_currency(session)).strip().upper()
    if not name:
        raise Problem(_("Dues need a name."), _("Give the name that stands on receipts."))
    if months not in PERIODS:
        raise Problem(_("There is no period of {count} months.").format(count=months))
    kind = DuesKind() if kind_id is None else get_kind(session, kind_id)
    if kind_id is not None and currency != kind.currency and _is_charged(session, kind_id):
        raise Problem(
            _("The currency of dues that were charged can't change."), _("Make a new kind of dues.")
        )
    kind.name, kind.amount, kind.currency = name, amount_of(amount, currency), currency
    kind.months, kind.membership, kind.retired = months, membership, retired
    session.add(kind)
    describe(session, name=name)
    return kind.id


@change(N_("Dues deleted: {name}"))
def delete_kind(session: Session, kind_id: int) -> None:
    """Take out a kind that was never charged; Problem for one that was."""
    kind = get_kind(session, kind_id)
    if _is_charged(session, kind_id):
        raise Problem(
            _("{name} was charged already.").format(name=kind.name), _("Mark it as no longer asked for.")
        )
    describe(session, name=kind.name)
    session.delete(kind)


def amount_of(text: str, currency: str) -> int:
    """An amount as somebody typed it; Problem when it is none, or nothing."""
    from babel.numbers import is_currency

    if not is_currency(currency):
        raise Problem(_("“{text}” is no currency.").format(text=currency), _("Write it like EUR or USD."))
    try:
        amount = parse_money(text, currency)
    except ValueError:
        raise Problem(_("“{text}” is no amount.").format(text=text), _("Write it like 60.00.")) from None
    if not amount:
        raise Problem(_("The amount must be above zero."))
    return amount


def _is_charged(session: Session, kind_id: int) -> bool:
    return session.scalars(select(Due.id).where(Due.kind_id == kind_id)).first() is not None
