"""Dues: what is asked for, who owes it, payments, reminders and receipts."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Literal

import typer

from clubdesk.cli.feature import feature
from clubdesk.cli.files import new_file
from clubdesk.cli.options import Club, Json, On, Out, Person, day, open_club
from clubdesk.cli.output import print_json, say, show_table
from clubdesk.cli.papers import show_left_out, tell_letters
from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext, window_texts
from clubdesk.services import dues
from clubdesk.services.dues import DueLine, DueSearch
from clubdesk.services.naming import find_person
from clubdesk.services.workspace import Workspace

app = feature("Dues: charge, list, payments, reminders, receipts.")

Kind = Annotated[str, typer.Argument(metavar="KIND", help="Its name, as `dues kinds` lists it.")]
State = Literal["overdue", "part", "open", "paid", "waived"]
Way = Literal["transfer", "cash", "card", "debit", "other"]
Months = Literal["12", "6", "3", "1", "0"]
Year = Annotated[int | None, typer.Option(metavar="YYYY", help="Of periods that begin in this year.")]


@app.command("kinds")
def list_kinds(club: Club, as_json: Json = False) -> None:
    """What the club asks for."""
    with open_club(club) as workspace:
        lines = workspace.read(dues.dues_kinds)
    if as_json:
        print_json(lines)
        return
    rows = [(k.name, _money(k.amount, k.currency), _(dues.PERIODS[k.months]), k.dues) for k in lines]
    show_table((_("Kind"), _("Amount"), _("Period"), _("Charged")), rows, right=(_("Amount"), _("Charged")))
    if not lines:
        say(_("No dues yet. Make a kind with: clubdesk dues kind NAME --amount 60"))


@app.command("kind")
def save_kind(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As it stands on receipts.")],
    club: Club,
    amount: Annotated[str, typer.Option(metavar="AMOUNT", help="Such as 60 or 60.50.")],
    currency: Annotated[str, typer.Option(metavar="ISO", help="Else that of the club's country.")] = "",
    months: Annotated[Months, typer.Option(help="How long a period is; 0 is asked for once.")] = "12",
    retired: Annotated[bool, typer.Option("--retired", help="No longer asked for.")] = False,
    as_json: Json = False,
) -> None:
    """Make a kind of dues, or change the one of that name."""
    with open_club(club) as workspace:
        known = {line.name.casefold(): line.id for line in workspace.read(dues.dues_kinds)}
        kind = workspace.do(
            dues.save_kind,
            known.get(name.strip().casefold()),
            name=name,
            amount=amount,
            currency=currency,
            months=int(months),
            retired=retired,
        )
    if as_json:
        print_json({"kind": kind})
    else:
        say(_("{name} is asked for.").format(name=name))


@app.command()
def charge(
    kind: Kind,
    club: Club,
    start: Annotated[
        dt.date | None,
        typer.Option("--from", parser=day, metavar="DATE", help="Of the period; else that of today."),
    ] = None,
    due: Annotated[
        dt.date | None, typer.Option(parser=day, metavar="DATE", help="To be paid by; else in 30 days.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show whom it would reach.")] = False,
    as_json: Json = False,
) -> None:
    """Ask all members for the dues of a period; who was asked already isn't again."""
    with open_club(club) as workspace:
        kind_id = _kind(workspace, kind)
        found = workspace.read(dues.prospect, kind_id, start=start, due_on=due)
        count = len(found.people)
        if not dry_run:
            count = workspace.do(dues.charge, kind_id, start=start, due_on=due).dues
    if as_json:
        print_json(
            {
                "dues": count,
                "start": found.start,
                "end": found.end,
                "due_on": found.due_on,
                "left_out": found.left_out,
                "dry_run": dry_run,
            }
        )
        return
    asked = ngettext("One person would be asked.", "{count} people would be asked.", count)
    say(asked if dry_run else ngettext("One person is asked.", "{count} people are asked.", count))
    show_left_out(found.left_out)


@app.command("list")
def list_dues(
    club: Club,
    query: Annotated[str, typer.Option(metavar="Q", help="Words of name, number or kind.")] = "",
    state: Annotated[State | None, typer.Option(help="Only those that stand like this.")] = None,
    year: Year = None,
    as_json: Json = False,
) -> None:
    """Who owes what, the oldest first."""
    search = DueSearch(query, states=(state,) if state else (), years=(year,) if year else ())
    with open_club(club) as workspace:
        lines = workspace.read(dues.due_lines, workspace.read(dues.due_ids, search))
        totals = workspace.read(dues.dues_totals, search)
    if as_json:
        sums = {"open": totals.open, "paid": totals.paid}
        print_json({"dues": lines, **{name: _sums(found) for name, found in sums.items()}})
        return
    headers = (_("Name"), _("For"), _("To be paid by"), _("Amount"), _("Outstanding"), _("State"))
    show_table(headers, [_row(line) for line in lines], right=headers[2:5])
    if totals.open:
        still = ", ".join(_money(amount, currency) for currency, amount in totals.open.items())
        say(_("Still to be paid: {amount}").format(amount=still))


def _sums(sums: dict[str, int]) -> list[dict[str, object]]:
    return [{"currency": currency, "amount": amount} for currency, amount in sums.items()]


def _row(line: DueLine) -> tuple[object, ...]:
    what = dues.what(line, window_texts().language)
    amount, still = (_money(value, line.currency) for value in (line.amount, line.open))
    return line.name, what, line.due_on, amount, still, line.state


@app.command()
def pay(
    person: Person,
    club: Club,
    amount: Annotated[str, typer.Option(metavar="AMOUNT", help="Else all that is open.")] = "",
    way: Annotated[Way, typer.Option(help="How it was paid.")] = "transfer",
    on: On = None,
    note: Annotated[str, typer.Option(metavar="TEXT", help="To remember.")] = "",
    as_json: Json = False,
) -> None:
    """Record what somebody paid; their oldest dues are paid first."""
    with open_club(club) as workspace:
        paid = workspace.do(
            dues.pay_all, workspace.read(find_person, person), amount=amount, way=way, on=on, note=note
        )
    if as_json:
        print_json(paid)
        return
    for part in paid:
        say(f"{part.receipt}: {_money(part.amount, part.currency)}")


@app.command()
def remind(
    club: Club,
    out: Out,
    query: Annotated[str, typer.Option(metavar="Q", help="Words of name, number or kind.")] = "",
    year: Year = None,
    as_json: Json = False,
) -> None:
    """Print reminders of what is overdue, a letter to each person, and note that they were reminded."""
    search = DueSearch(query, states=("overdue",), years=(year,) if year else ())
    with open_club(club) as workspace, new_file(out) as file:
        found = workspace.read(dues.print_reminders, workspace.read(dues.due_ids, search))
        file.write(found.printed.data)
        workspace.do(dues.note_reminded, found.dues)
    tell_letters(found, out, as_json=as_json)


@app.command()
def receipt(person: Person, club: Club, out: Out, year: Year = None, as_json: Json = False) -> None:
    """Print the receipts of what somebody paid."""
    with open_club(club) as workspace, new_file(out) as file:
        wanted = DueSearch(person=workspace.read(find_person, person), years=(year,) if year else ())
        cards = [workspace.read(dues.due_card, due) for due in workspace.read(dues.due_ids, wanted)]
        payments = [payment.id for card in cards for payment in card.payments]
        if not payments:
            raise Problem(_("Nothing was paid yet."), _("Record a payment with: clubdesk dues pay"))
        printed = workspace.read(dues.print_receipt, payments)
        file.write(printed.data)
    _report(out, len(payments), as_json=as_json)


@app.command()
def waive(
    person: Person,
    club: Club,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why; it stands in the history.")],
    year: Year = None,
    as_json: Json = False,
) -> None:
    """Ask somebody no longer for what is open."""
    states = ("overdue", "part", "open")
    with open_club(club) as workspace:
        who = workspace.read(find_person, person)
        search = DueSearch(person=who, states=states, years=(year,) if year else ())
        chosen = list(workspace.read(dues.due_ids, search))
        if not chosen:
            raise Problem(_("Nothing is open here."), _("Look at the dues of this person."))
        workspace.do(dues.waive, chosen, reason=reason)
    if as_json:
        print_json({"dues": len(chosen)})
    else:
        say(ngettext("One is waived.", "{count} are waived.", len(chosen)))


def _report(out: Path, count: int, *, as_json: bool) -> None:
    if as_json:
        print_json({"receipts": count})
    else:
        say(ngettext("One receipt:", "{count} receipts:", count) + f" {out}")


def _kind(workspace: Workspace, name: str) -> int:
    lines = workspace.read(dues.dues_kinds)
    found = [line.id for line in lines if line.name.casefold() == name.strip().casefold()]
    if not found:
        raise Problem(
            _("There is no kind of dues “{name}”.").format(name=name), ", ".join(line.name for line in lines)
        )
    return found[0]


def _money(amount: int, currency: str) -> str:
    return window_texts().money(amount, currency)
