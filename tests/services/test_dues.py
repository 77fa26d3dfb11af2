"""From the fee of a year to the receipt: charged once, paid in parts, reminded, waived, undone."""

import datetime as dt

import pytest

from clubdesk.errors import Problem
from clubdesk.services import dues
from clubdesk.services.clubs import set_club
from clubdesk.services.dues import DueSearch
from clubdesk.services.members import delete_people, set_membership
from clubdesk.services.workspace import Workspace
from tests.documents.reading import Paper
from tests.factories import person

YEAR = dt.date(2026, 1, 1)
LATE, SOON = dt.date(2026, 2, 1), dt.date(2099, 1, 1)


@pytest.fixture
def kind(club: Workspace) -> int:
    club.do(set_club, country="DE", language="en")
    return club.do(dues.save_kind, None, name="Membership fee", amount="60,00")


@pytest.fixture
def people(club: Workspace) -> list[int]:
    return [person(club, given, "Ek", number=f"M-{n}") for n, given in enumerate(("Anna", "Bo", "Cleo"), 1)]


def lines(club: Workspace, **search: object) -> list[dues.DueLine]:
    return club.read(dues.due_lines, club.read(dues.due_ids, DueSearch(**search)))  # type: ignore[arg-type]


def states(club: Workspace) -> dict[str, str]:
    return {line.name: line.state for line in lines(club)}


def test_members_are_charged_once_for_a_period(club: Workspace, kind: int, people: list[int]) -> None:
    done = club.do(dues.charge, kind, start=YEAR, due_on=SOON)
    assert (done.dues, done.left_out) == (3, ())
    assert {(line.amount, line.currency, line.end) for line in lines(club)} == {
        (6000, "EUR", dt.date(2026, 12, 31))
    }
    dora = person(club, "Dora", "Ek")
    found = club.read(dues.prospect, kind, start=YEAR)
    assert found.people == (dora,)
    assert {out.reason for out in found.left_out} == {"was charged for this period already"}
    club.do(dues.charge, kind, start=YEAR, due_on=SOON)
    with pytest.raises(Problem, match="nobody to charge"):
        club.do(dues.charge, kind, start=YEAR, due_on=SOON)
    club.undo()
    assert len(lines(club)) == 3


def test_who_left_before_owes_nothing(club: Workspace, kind: int, people: list[int]) -> None:
    club.do(set_membership, people[0], chapter="München", end=dt.date(2025, 12, 31))
    found = club.read(dues.prospect, kind, start=YEAR)
    assert set(found.people) == set(people[1:])
    assert [out.reason for out in found.left_out] == ["is no member in this period"]


def test_paid_in_parts_with_receipts_and_never_too_much(
    club: Workspace, kind: int, people: list[int]
) -> None:
    club.do(dues.charge, kind, start=YEAR, due_on=SOON)
    due = lines(club)[0].id
    first = club.do(dues.pay, due, amount="20", on=LATE, way="cash")
    assert (first.amount, first.open, first.receipt) == (2000, 4000, "R-26-0001-" + first.receipt[-1])
    assert states(club)["Anna Ek"] == "part"
    with pytest.raises(Problem, match="40"):
        club.do(dues.pay, due, amount="40.01")
    second = club.do(dues.pay, due, on=LATE)
    assert second.receipt.startswith("R-26-0002-") and states(club)["Anna Ek"] == "paid"
    with pytest.raises(Problem):
        club.do(dues.pay, due)
    card = club.read(dues.due_card, due)
    assert [(paid.amount, paid.way) for paid in card.payments] == [(2000, "cash"), (4000, "transfer")]
    club.do(dues.delete_payment, second.payment)
    assert states(club)["Anna Ek"] == "part"
    club.undo()
    assert states(club)["Anna Ek"] == "paid"


def test_a_sum_is_spread_over_the_oldest_first(club: Workspace, kind: int, people: list[int]) -> None:
    for year in (2025, 2026):
        club.do(dues.charge, kind, start=dt.date(year, 1, 1), due_on=dt.date(year, 2, 1))
    paid = club.do(dues.pay_all, people[0], amount="80")
    assert [part.amount for part in paid] == [6000, 2000]
    assert {line.start.year: line.state for line in lines(club, person=people[0])} == {
        2025: "paid",
        2026: "overdue",
    }
    with pytest.raises(Problem, match="more than is open"):
        club.do(dues.pay_all, people[0], amount="100")
    club.do(dues.pay_all, people[0])
    with pytest.raises(Problem, match="Nothing is open"):
        club.do(dues.pay_all, people[0])


def test_the_list_finds_by_state_year_kind_and_words(club: Workspace, kind: int, people: list[int]) -> None:
    other = club.do(dues.save_kind, None, name="Magazine", amount="5", months=0)
    club.do(dues.charge, kind, start=YEAR, due_on=LATE)
    club.do(dues.charge, other, start=dt.date(2027, 5, 5), due_on=SOON, people=people[:1])
    assert [line.name for line in lines(club, states=("open",))] == ["Anna Ek"]
    assert len(lines(club, states=("overdue",))) == 3
    assert len(lines(club, years=(2026,))) == 3 and len(lines(club, years=(2026, 2027))) == 4
    assert [line.kind for line in lines(club, kinds=(other,))] == ["Magazine"]
    assert [line.name for line in lines(club, text="m-2 fee")] == ["Bo Ek"]
    by_state = club.read(dues.due_ids, None, sort="state", descending=True)
    assert club.read(dues.due_lines, by_state)[0].state == "open"
    totals = club.read(dues.dues_totals)
    assert (totals.states, totals.open) == ({"overdue": 3, "open": 1}, {"EUR": 18500})
    assert club.read(dues.count_overdue) == 3


def test_reminders_speak_of_all_that_somebody_owes(club: Workspace, kind: int, people: list[int]) -> None:
    club.do(set_club, bank="DE02 1203 0000")
    for year in (2025, 2026):
        club.do(dues.charge, kind, start=dt.date(year, 1, 1), due_on=dt.date(year, 2, 1))
    lost = person(club, "Lost", "Ek", street="", postcode="", city="")
    club.do(dues.charge, kind, start=YEAR, due_on=LATE)
    found = club.read(dues.print_reminders, club.read(dues.due_ids))
    assert (found.letters, found.printed.pages, len(found.dues)) == (3, 3, 6)
    assert [out.person for out in found.left_out] == [lost]
    text = Paper(found.printed.data).text()
    assert "Membership fee 2025, Membership fee 2026" in text and "€120.00" in text
    assert "DE02 1203 0000" in text and "M-1" in text
    club.do(dues.note_reminded, found.dues)
    assert {line.reminders for line in lines(club, person=people[0])} == {1}
    club.do(dues.pay_all, people[0])
    with pytest.raises(Problem, match="Nothing is open"):
        club.read(dues.print_reminders, club.read(dues.due_ids, DueSearch(person=people[0])))


def test_a_receipt_says_what_was_paid_and_what_is_open(club: Workspace, kind: int, people: list[int]) -> None:
    club.do(dues.charge, kind, start=YEAR, due_on=SOON, people=people[:1])
    paid = club.do(dues.pay, lines(club)[0].id, amount="20", on=LATE, way="cash")
    text = Paper(club.read(dues.print_receipt, [paid.payment]).data).text()
    assert paid.receipt in text and "€20.00" in text and "cash" in text and "Still open: €40.00" in text


def test_waived_asked_for_again_deleted(club: Workspace, kind: int, people: list[int]) -> None:
    club.do(dues.charge, kind, start=YEAR, due_on=LATE)
    chosen = [line.id for line in lines(club)]
    with pytest.raises(Problem, match="why"):
        club.do(dues.waive, chosen, reason=" ")
    club.do(dues.waive, chosen[:2], reason="honorary member")
    assert sorted(states(club).values()) == ["overdue", "waived", "waived"]
    with pytest.raises(Problem, match="waived"):
        club.do(dues.pay, chosen[0])
    club.do(dues.ask_again, chosen[:2])
    club.do(dues.pay, chosen[0])
    with pytest.raises(Problem, match="paid for the dues"):
        club.do(dues.delete_dues, chosen)
    club.do(dues.delete_dues, chosen[1:])
    assert len(lines(club)) == 1


def test_kinds(club: Workspace, kind: int, people: list[int]) -> None:
    with pytest.raises(Problem, match="no amount"):
        club.do(dues.save_kind, None, name="Fee", amount="much")
    with pytest.raises(Problem, match="no currency"):
        club.do(dues.save_kind, None, name="Fee", amount="5", currency="XXQ")
    with pytest.raises(Problem, match="name"):
        club.do(dues.save_kind, None, name=" ", amount="5")
    club.do(dues.charge, kind, start=YEAR, due_on=SOON)
    club.do(dues.save_kind, kind, name="Fee", amount="70")
    assert {line.amount for line in lines(club)} == {6000}, "what was charged stays"
    with pytest.raises(Problem, match="charged already"):
        club.do(dues.delete_kind, kind)
    club.do(dues.save_kind, kind, name="Fee", amount="70", retired=True)
    with pytest.raises(Problem, match="no longer"):
        club.do(dues.charge, kind, start=dt.date(2028, 1, 1))
    new = club.do(dues.save_kind, None, name="Once", amount="5", months=0)
    club.do(dues.delete_kind, new)
    assert [line.name for line in club.read(dues.dues_kinds)] == ["Fee"]


def test_a_person_goes_with_their_dues_and_comes_back(club: Workspace, kind: int, people: list[int]) -> None:
    club.do(dues.charge, kind, start=YEAR, due_on=SOON)
    club.do(dues.pay, lines(club)[0].id)
    club.do(delete_people, people)
    assert lines(club) == []
    club.undo()
    assert states(club) == {"Anna Ek": "paid", "Bo Ek": "open", "Cleo Ek": "open"}
