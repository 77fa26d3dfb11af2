"""Events: audience with reasons, invitations, places and the waiting list."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest

from clubdesk.errors import Problem
from clubdesk.i18n import use_language
from clubdesk.model.eligibility import Rule
from clubdesk.services import events, letters
from clubdesk.services.clubs import chapters, rename_chapter
from clubdesk.services.history import history
from clubdesk.services.members import delete_people, set_membership
from clubdesk.services.today import today
from clubdesk.services.workspace import Workspace
from tests.factories import owner, person
from tests.services.test_letters import posted

START = dt.date(2027, 5, 14)


def verified_owner(club: Workspace, given: str, **values: object) -> int:
    person_id = owner(club, given, "Berg", **values)  # type: ignore[arg-type]
    (code,) = posted(club, [person_id], on=dt.date(2026, 11, 2))
    club.do(letters.record_replies, [code], on=dt.date(2026, 11, 20))
    return person_id


def school(club: Workspace, *, capacity: int | None = 2) -> int:
    return club.do(
        events.create_event,
        kind="driving-school",
        title="Three days on the track",
        start=START,
        days=3,
        capacity=capacity,
        models=["Model 3 Performance"],
    )


def test_a_new_driving_school_has_days_programme_rules_and_groups(club: Workspace) -> None:
    card = club.read(events.event_card, school(club))
    assert [day.date for day in card.days] == [START + dt.timedelta(days=n) for n in range(3)]
    assert all(a.starts < b.starts for day in card.days for a, b in pairwise(day.sessions))
    assert card.rules == (Rule("verified"), Rule("model", "Model 3 Performance"))
    assert [group.name for group in card.groups] == ["Novice", "Intermediate", "Advanced"]
    assert card.answer_by == START - dt.timedelta(days=14)


@pytest.mark.parametrize("kind", ["pop-up-market", "executive-visit", "social"])
def test_every_kind_can_be_made(club: Workspace, kind: str) -> None:
    card = club.read(events.event_card, club.do(events.create_event, kind=kind, title="Evening", start=START))
    assert card.line.kind == kind and card.days[0].sessions and card.groups == ()


def test_everybody_left_out_has_a_reason(club: Workspace) -> None:
    invited = verified_owner(club, "Anna")
    other_car = verified_owner(club, "Bo", model="Model Y")
    unverified = owner(club, "Cy", "Berg")
    left = verified_owner(club, "Di")
    club.do(set_membership, left, chapter="München", start=dt.date(2020, 1, 1), end=dt.date(2025, 1, 1))
    found = club.read(events.audience, school(club))
    assert [guest.person for guest in found.invited] == [invited]
    reasons = {left_out.person: left_out.reason for left_out in found.left_out}
    assert reasons.keys() == {other_car, unverified, left}
    assert "Model Y" in reasons[other_car] and "never verified" in reasons[unverified]
    assert "not a member" in reasons[left]


def test_a_chapter_that_is_renamed_stays_the_audience(club: Workspace) -> None:
    anna = person(club)
    party = club.do(
        events.create_event, kind="social", title="Party", start=START, chapters=["münchen"], verified=False
    )
    (munich,) = club.read(chapters)
    club.do(rename_chapter, munich.id, name="Munich")
    assert [guest.person for guest in club.read(events.audience, party).invited] == [anna]


def test_places_waiting_list_and_promotion(club: Workspace) -> None:
    people = [verified_owner(club, f"P{n}") for n in range(4)]
    event = school(club, capacity=2)
    assert club.do(events.invite, event).new == 4
    states = [club.do(events.answer_invitation, event, p, answer="accepted").state for p in people]
    assert states == ["accepted", "accepted", "waiting", "waiting"]
    again = club.do(events.answer_invitation, event, people[0], answer="accepted")
    assert again.state == "accepted"
    left = club.do(events.answer_invitation, event, people[0], answer="declined")
    assert left.state == "cancelled" and [guest.person for guest in left.promoted] == [people[2]]
    back = club.do(events.answer_invitation, event, people[0], answer="accepted")
    assert back.state == "waiting"
    line = club.read(events.event_card, event).line
    assert (line.accepted, line.waiting, line.declined) == (2, 2, 0)


def test_the_history_says_answers_in_the_readers_language(club: Workspace) -> None:
    guest, event = verified_owner(club, "Anna"), school(club)
    club.do(events.invite, event)
    club.do(events.answer_invitation, event, guest, answer="declined")
    use_language("de")
    try:
        assert club.read(history)[0].label == "Antwort von Anna Berg: Abgesagt"
    finally:
        use_language("en")


def test_more_places_move_people_up_and_deleting_a_participant_too(club: Workspace) -> None:
    people = [verified_owner(club, f"P{n}") for n in range(4)]
    event = school(club, capacity=1)
    club.do(events.invite, event)
    for p in people:
        club.do(events.answer_invitation, event, p, answer="accepted")
    club.do(events.set_event, event, capacity=2)
    assert club.read(events.event_card, event).line.accepted == 2
    club.do(delete_people, [people[0]])
    line = club.read(events.event_card, event).line
    assert (line.accepted, line.waiting) == (2, 1)


def test_only_the_invited_can_answer(club: Workspace) -> None:
    stranger = person(club)
    event = school(club)
    with pytest.raises(Problem, match="isn't invited"):
        club.do(events.answer_invitation, event, stranger, answer="accepted")


def test_inviting_again_adds_only_who_is_new(club: Workspace) -> None:
    verified_owner(club, "Anna")
    event = school(club)
    assert club.do(events.invite, event).new == 1
    assert club.do(events.invite, event).new == 0
    verified_owner(club, "Bo")
    result = club.do(events.invite, event)
    assert (result.new, result.total) == (1, 2)


def test_who_has_no_address_is_left_out_of_the_invitations(club: Workspace) -> None:
    anna = verified_owner(club, "Anna")
    from clubdesk.services.members import set_address

    club.do(set_address, anna, status="blocked")
    result = club.do(events.invite, school(club))
    assert result.new == 0 and "blocked" in result.left_out[0].reason


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"days": 0}, "at least one day"),
        ({"title": "  "}, "title"),
        ({"kind": "party"}, "no kind"),
        ({"capacity": 0}, "capacity"),
    ],
)
def test_bad_events(club: Workspace, wrong: dict[str, object], words: str) -> None:
    values: dict[str, object] = {"kind": "social", "title": "Evening", "start": START, "days": 1, **wrong}
    with pytest.raises(Problem, match=words):
        club.do(events.create_event, **values)  # type: ignore[arg-type]
    assert club.read(events.events) == []


def test_an_event_keeps_its_last_day(club: Workspace) -> None:
    event = club.do(events.create_event, kind="social", title="Evening", start=START)
    with pytest.raises(Problem, match="at least one day"):
        club.do(events.remove_day, club.read(events.event_card, event).days[0].id)


def test_times_are_read_as_people_type_them(club: Workspace) -> None:
    event = club.do(events.create_event, kind="social", title="Evening", start=START)
    day = club.read(events.event_card, event).days[0].id
    club.do(events.set_programme, day, [("9.30", "", "Coffee", ""), ("1800", "19h", "Talk", "Hall")])
    sessions = club.read(events.event_card, event).days[0].sessions
    assert [(s.starts, s.ends) for s in sessions] == [("09:30", ""), ("18:00", "19:00")]
    with pytest.raises(Problem, match="25:00"):
        club.do(events.set_programme, day, [("25:00", "", "Late", "")])


def test_run_groups(club: Workspace) -> None:
    anna = verified_owner(club, "Anna")
    event = school(club)
    club.do(events.invite, event)
    with pytest.raises(Problem, match="accepted"):
        club.do(events.set_group, event, anna, group="Novice")
    club.do(events.answer_invitation, event, anna, answer="accepted")
    club.do(events.set_group, event, anna, group="novice")
    assert club.read(events.participants, event)[0].group == "Novice"
    with pytest.raises(Problem, match="There is no run group"):
        club.do(events.set_group, event, anna, group="Blue")


def test_the_next_event_comes_first_and_what_is_over_last(club: Workspace) -> None:
    for title, days in (("over", -20), ("long over", -200), ("in a year", 365), ("next", 5), ("today", 0)):
        start = today() + dt.timedelta(days=days)
        club.do(events.create_event, kind="social", title=title, start=start)
    lines = club.read(events.events)
    assert [line.title for line in lines] == ["today", "next", "in a year", "over", "long over"]
    unplanned = replace(lines[0], first_day=None, last_day=None, title="no days yet")
    ordered = sorted([*lines, unplanned], key=lambda line: events.nearness(line, today()))
    assert [line.title for line in ordered][2:4] == ["in a year", "no days yet"]
