from pathlib import Path

import pytest

from tests.cli.conftest import Run, names
from tests.documents.reading import Paper

LATE = ("--from", "2024-01-01", "--due", "2024-02-01")


@pytest.fixture
def charged(run: Run, sample: Path) -> Path:
    run("dues", "kind", "Fee", "--amount", "60,50", club=sample)
    run("dues", "charge", "fee", *LATE, club=sample)
    return sample


def test_from_the_kind_to_the_receipt(run: Run, charged: Path, tmp_path: Path) -> None:
    kinds = run("dues", "kinds", "--json", club=charged).json
    assert (kinds[0]["name"], kinds[0]["amount"], kinds[0]["currency"]) == ("Fee", 6050, "EUR")
    listed = run("dues", "list", "--query", "Julia Auer", "--json", club=charged).json
    assert [(due["state"], due["amount"]) for due in listed["dues"]] == [("overdue", 6050), ("overdue", 6000)]
    assert run("dues", "pay", "Julia Auer", "--amount", 20, "--json", club=charged).json[0]["open"] == 4050
    pdf = tmp_path / "receipt.pdf"
    assert run("dues", "receipt", "Julia Auer", "--out", pdf, "--json", club=charged).json["receipts"] == 1
    text = Paper(pdf.read_bytes()).text()
    assert "20,00" in text and "40,50" in text
    assert "€40.50" in run("dues", "list", "--query", "Julia Auer", club=charged).out


def test_nobody_is_charged_twice(run: Run, charged: Path) -> None:
    again = run("dues", "charge", "Fee", *LATE, "--dry-run", "--json", club=charged).json
    assert (again["dues"], again["dry_run"]) == (0, True)
    assert "Anna Aigner" in names(again["left_out"])
    assert "nobody to charge" in run("dues", "charge", "Fee", *LATE, club=charged).err


def test_reminders_go_to_who_is_late(run: Run, charged: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "reminders.pdf"
    run("dues", "waive", "Anna Aigner", "--reason", "honorary", club=charged)
    said = run("dues", "remind", "--query", "Aigner", "--out", pdf, "--json", club=charged).json
    assert said["letters"] == Paper(pdf.read_bytes()).pages == 1
    due = run("dues", "list", "--query", "Florian Aigner", "--json", club=charged).json["dues"][0]
    assert due["reminders"] == 1


@pytest.mark.parametrize(
    "words",
    [
        ("kind", "Fee", "--amount", "much"),
        ("charge", "None"),
        ("pay", "Nemo"),
        ("pay", "Anna Aigner", "--amount", "1000"),
        ("waive", "Anna Aigner", "--reason", " "),
    ],
)
def test_what_cannot_be_is_said(run: Run, charged: Path, words: tuple[str, ...]) -> None:
    said = run("dues", *words, club=charged)
    assert (said.code, said.out) == (1, "") and said.err
