import datetime as dt
import re

import pytest
from babel.numbers import format_currency
from hypothesis import given
from hypothesis import strategies as st

from clubdesk.i18n import LANGUAGES, texts
from clubdesk.model.dues import due_state, period_end
from clubdesk.model.money import LARGEST, parse_money


@pytest.mark.parametrize(
    ("text", "currency", "cents"),
    [
        ("60", "EUR", 6000),
        ("60,-", "EUR", 6000),
        ("€60.00", "EUR", 6000),
        ("60 EUR", "EUR", 6000),
        ("1.234,50 €", "EUR", 123450),
        ("1,234.5", "USD", 123450),
        ("1.234", "EUR", 123400),
        ("1'200.00", "CHF", 120000),
        ("1\u00a0200,50 kr", "NOK", 120050),
        ("0,5", "EUR", 50),
        ("500", "JPY", 500),
        ("1.234.567", "EUR", 123456700),
    ],
)
def test_amounts_as_people_type_them(text: str, currency: str, cents: int) -> None:
    assert parse_money(text, currency) == cents


@pytest.mark.parametrize(
    "text", ["", "sixty", "-5", "1,2,3", "1.5.5", "12,345,6", "60.123456", "1e9", "9" * 20]
)
def test_what_is_no_amount(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        parse_money(text, "EUR")


@given(st.integers(0, LARGEST // 100), st.sampled_from(["EUR", "USD", "NOK", "CHF", "JPY", "CNY"]))
def test_what_a_language_writes_is_read_back(amount: int, currency: str) -> None:
    for language in LANGUAGES:
        assert parse_money(texts(language).money(amount, currency), currency) == amount


def test_money_is_written_as_the_language_does() -> None:
    assert texts("en").money(123450, "EUR") == "€1,234.50"
    assert texts("de").money(123450, "EUR") == format_currency(1234.5, "EUR", locale="de")
    assert texts("zh").money(500, "JPY") == "JP¥500"


DAY = dt.date(2027, 3, 1)


@pytest.mark.parametrize(
    ("paid", "due_on", "waived", "state"),
    [
        (0, DAY, False, "open"),
        (10, DAY, False, "part"),
        (60, DAY, False, "paid"),
        (0, DAY - dt.timedelta(days=1), False, "overdue"),
        (10, DAY - dt.timedelta(days=1), False, "overdue"),
        (60, DAY - dt.timedelta(days=1), False, "paid"),
        (0, DAY, True, "waived"),
    ],
)
def test_where_dues_stand(paid: int, due_on: dt.date, waived: bool, state: str) -> None:
    assert due_state(amount=60, paid=paid, due_on=due_on, waived=waived, today=DAY) == state


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2027-01-01", 12, "2027-12-31"),
        ("2027-10-01", 3, "2027-12-31"),
        ("2027-12-01", 1, "2027-12-31"),
        ("2027-01-31", 1, "2027-02-27"),
        ("2027-07-15", 12, "2028-07-14"),
        ("2027-08-31", 6, "2028-02-28"),
    ],
)
def test_when_a_period_ends(start: str, months: int, end: str) -> None:
    assert period_end(dt.date.fromisoformat(start), months) == dt.date.fromisoformat(end)
    assert period_end(dt.date.fromisoformat(start), 0) is None
