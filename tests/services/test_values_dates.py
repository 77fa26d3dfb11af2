"""Dates in any common order, language and calendar."""

import datetime as dt

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from clubdesk.services.importing.dates import Partial, date_order, parse_date

DAYS = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026年3月2日", (2026, 3, 2)),
        ("2026년 3월 2일", (2026, 3, 2)),
        ("令和5年4月1日", (2023, 4, 1)),
        ("38353", (2005, 1, 1)),
        ("20200131", (2020, 1, 31)),
        ("31.12.99", (1999, 12, 31)),
        ("2004-01-05T00:00:00Z", (2004, 1, 5)),
        ("1.5.2019 00:00", (2019, 5, 1)),
        ("March 2nd, 1970", (1970, 3, 2)),
        ("5 stycznia 1980", (1980, 1, 5)),
    ],
)
def test_dates_as_lists_write_them(text: str, day: tuple[int, int, int]) -> None:
    assert parse_date(text) == dt.date(*day)


@pytest.mark.parametrize(
    "text", ["12.13.2020", "31.02.2020", "abc", "99", "1985.5", "12 Main St", "1.2.3.4", "²"]
)
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@given(DAYS)
def test_every_order_of_numbers(day: dt.date) -> None:
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day:%d.%m.%Y}") == day
    assert parse_date(f"{day:%m/%d/%Y}", "mdy") == day
    assert parse_date(f"{day:%Y%m%d}") == day


@settings(deadline=None)
@given(DAYS, st.sampled_from(["en", "de", "nb", "fr", "zh", "ja", "pl", "es", "it", "nl", "sv", "da"]))
def test_dates_in_words(day: dt.date, language: str) -> None:
    assert parse_date(format_date(day, "long", locale=language)) == day


@given(st.text(max_size=20))
def test_no_text_breaks_it(text: str) -> None:
    assert isinstance(parse_date(text), dt.date | Partial | None)


def test_the_order_of_a_column() -> None:
    assert date_order(["04/05/2020", "13/05/2020"]) == "dmy"
    assert date_order(["04/05/2020", "05/13/2020"]) == "mdy"
    assert date_order(["04/05/2020", "2020-01-01", ""]) == ""
    assert date_order(["12.13.2020", "01.02.2020"]) == "dmy"
