"""Verified by something else than a reply, and no longer."""

import datetime as dt

import pytest

from clubdesk.errors import Problem
from clubdesk.services.letters import end_verification, verify_person
from clubdesk.services.members import member_card
from clubdesk.services.workspace import Workspace
from tests.factories import person
from tests.services.test_letters import status


def test_an_officer_says_what_proves_it(club: Workspace) -> None:
    anna = person(club)
    day = dt.date.today()  # noqa: DTZ011
    until = club.do(verify_person, anna, evidence="card")
    assert (until.year, until.month) == (day.year + 1, day.month)
    card = club.read(member_card, anna)
    assert card.status == "verified"
    assert card.explanation.endswith("by: Membership card seen.")
    club.do(verify_person, anna, evidence=" Met  at the track ")
    with pytest.raises(Problem, match="proves"):
        club.do(verify_person, anna, evidence=" ")
    club.undo()
    club.undo()
    assert status(club, anna) == "unverified"


def test_a_verification_ends_early_with_a_reason(club: Workspace) -> None:
    anna = person(club)
    with pytest.raises(Problem, match="not verified"):
        club.do(end_verification, anna, reason="left")
    club.do(verify_person, anna, evidence="known")
    with pytest.raises(Problem, match="why"):
        club.do(end_verification, anna, reason="")
    club.do(end_verification, anna, reason="sold the car")
    assert status(club, anna) != "verified"
    club.undo()
    assert status(club, anna) == "verified"
