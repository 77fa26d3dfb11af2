"""The state of a person follows from letters, replies and verifications, and changes with the day."""

import datetime as dt

import pytest

from clubdesk.model.periods import months_later
from clubdesk.model.verification import STATES, Facts, LetterFacts, state_on

TODAY = dt.date(2026, 11, 22)


def days(count: int) -> dt.date:
    return TODAY + dt.timedelta(days=count)


def state(**facts: object) -> str:
    return state_on(Facts(**facts), TODAY, silent_days=30).name  # type: ignore[arg-type]


OUT = LetterFacts(posted_on=days(-3))
OLD = LetterFacts(posted_on=days(-30))


@pytest.mark.parametrize(
    ("expected", "facts"),
    [
        ("unverified", {}),
        ("queued", {"letter": LetterFacts()}),
        ("posted", {"letter": OUT}),
        ("silent", {"letter": OLD}),
        ("returned", {"letter": LetterFacts(posted_on=days(-9), returned_on=days(-2))}),
        ("verified", {"verified_until": TODAY}),
        ("verified", {"verified_until": days(20), "letter": OUT}),
        ("lapsed", {"verified_until": days(-1)}),
        ("posted", {"verified_until": days(-1), "letter": OUT}),
        ("refused", {"letter": OUT, "answer": "refused", "letter_answered": True}),
        ("not-owner", {"letter": OUT, "answer": "not-owner", "letter_answered": True}),
        ("posted", {"letter": OUT, "answer": "refused", "letter_answered": False}),
    ],
)
def test_states(expected: str, facts: dict[str, object]) -> None:
    assert state(**facts) == expected
    assert expected in STATES


def test_each_state_tells_when_time_alone_changes_it() -> None:
    verified = state_on(Facts(verified_until=days(5)), TODAY, silent_days=30)
    assert verified.changes_on == days(6)
    assert state_on(Facts(verified_until=days(5)), days(6), silent_days=30).name == "lapsed"
    out = state_on(Facts(letter=OUT), TODAY, silent_days=30)
    assert out.changes_on == days(27)
    assert state_on(Facts(letter=OUT), days(26), silent_days=30).name == "posted"
    assert state_on(Facts(letter=OUT), days(27), silent_days=30).name == "silent"


def test_months_end_with_the_month() -> None:
    assert months_later(dt.date(2027, 1, 31), 1) == dt.date(2027, 2, 28)
    assert months_later(dt.date(2026, 11, 22), 12) == dt.date(2027, 11, 22)
    assert months_later(dt.date(2026, 12, 1), 1) == dt.date(2027, 1, 1)
