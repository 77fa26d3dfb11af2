"""Whether a person is verified, and the explanation of it."""

import datetime as dt
from dataclasses import dataclass

from clubdesk.i18n import N_

#: Every state a person can have, in the order in which lists sort them, with the words of its pill.
STATES = {
    "verified": N_("Verified"),
    "posted": N_("Letter out"),
    "queued": N_("Letter printed"),
    "silent": N_("Silent"),
    "returned": N_("Returned"),
    "lapsed": N_("Lapsed"),
    "refused": N_("Refused"),
    "not-owner": N_("No longer owner"),
    "unverified": N_("Unverified"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFacts:
    """The newest letter to a person that was not voided."""

    posted_on: dt.date | None = None
    returned_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that decides on a person's verification."""

    verified_until: dt.date | None = None  # of the verification that holds longest
    letter: LetterFacts | None = None  # newest letter
    answer: str = ""  # newest reply: verified | refused | not-owner
    answered_on: dt.date | None = None
    letter_answered: bool = False  # the newest letter has its reply


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A person's state on a day. `day` is shown beside it; on `changes_on` time alone changes it."""

    name: str
    day: dt.date | None = None
    changes_on: dt.date | None = None


def state_on(facts: Facts, today: dt.date, *, silent_days: int) -> State:
    """The state of a person on `today`.

    A verification that holds wins; then a letter under way; then what the last answer said.
    """
    until = facts.verified_until
    if until and until >= today:
        return State(name="verified", day=until, changes_on=until + dt.timedelta(days=1))
    letter = facts.letter
    if letter and not facts.letter_answered:
        return _letter_state(letter, today, silent_days)
    if facts.answer in ("refused", "not-owner"):
        return State(name=facts.answer, day=facts.answered_on)
    if until:
        return State(name="lapsed", day=until)
    return State(name="unverified")


def _letter_state(letter: LetterFacts, today: dt.date, silent_days: int) -> State:
    if letter.returned_on:
        return State(name="returned", day=letter.returned_on)
    if letter.posted_on is None:
        return State(name="queued")
    silent_from = letter.posted_on + dt.timedelta(days=silent_days)
    if today >= silent_from:
        return State(name="silent", day=letter.posted_on)
    return State(name="posted", day=letter.posted_on, changes_on=silent_from)
