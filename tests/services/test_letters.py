"""The loop: letter -> reply -> verified."""

import datetime as dt

import pytest
from sqlalchemy import select

from clubdesk.errors import Problem
from clubdesk.model.codes import derive_code
from clubdesk.model.letters import Letter
from clubdesk.services import letters
from clubdesk.services.clubs import club_key, set_club
from clubdesk.services.members import (
    Search,
    add_member,
    find_members,
    member_card,
    set_address,
    set_membership,
    set_person,
)
from clubdesk.services.workspace import Workspace
from tests.factories import owner, person

DAY = dt.date(2026, 11, 2)


def codes_of(club: Workspace, run: int | None) -> list[str]:
    """The codes as their readers see them on paper."""
    found = select(Letter).where(Letter.run_id == run).order_by(Letter.position)
    return club.read(lambda s: [derive_code(club_key(s), x.id, turn=x.code_turn) for x in s.scalars(found)])


def posted(club: Workspace, people: list[int], *, on: dt.date = DAY) -> list[str]:
    run = club.do(letters.prepare_run, people, on=on).run
    assert run
    club.do(letters.mark_posted, run, on=on)
    return codes_of(club, run)


def status(club: Workspace, person_id: int) -> str:
    return club.read(member_card, person_id).status


def test_who_answers_is_verified_for_a_year(club: Workspace) -> None:
    anna = owner(club, "Anna", "Großmüller")
    (code,) = posted(club, [anna])
    (result,) = club.do(letters.record_replies, [code.lower().replace("-", " ")], on=dt.date(2026, 11, 9))
    assert (result.result, result.person, result.name, result.code) == (
        "verified",
        anna,
        "Anna Großmüller",
        code,
    )
    card = club.read(member_card, anna)
    assert (card.status, card.status_day) == ("verified", dt.date(2027, 11, 9))
    assert "May be invited" in card.explanation


def test_every_kind_of_result(club: Workspace) -> None:
    people = [person(club, f"Anna {n}") for n in range(4)]
    codes = posted(club, people)
    day = dt.date(2026, 12, 1)
    assert club.do(letters.record_replies, [codes[0]], answer="refused", on=day)[0].result == "refused"
    assert club.do(letters.record_replies, [codes[1]], answer="not-owner", on=day)[0].result == "not-owner"
    twice = club.do(letters.record_replies, [codes[2], codes[2]], on=day)
    assert [r.result for r in twice] == ["verified", "already-recorded"]
    assert "1 Dec 2026" in twice[1].message
    wrong = codes[3][:-1] + ("0" if codes[3][-1] != "0" else "2")
    others = club.do(letters.record_replies, [wrong, "K3M", "", derive_code(b"x", 1)], on=day)
    assert [r.result for r in others] == ["mistyped", "mistyped", "mistyped", "unknown-code"]
    late = club.do(letters.record_replies, [codes[3]], on=DAY + dt.timedelta(days=91))
    assert [r.result for r in late] == ["expired"]
    assert [status(club, p) for p in people[:3]] == ["refused", "not-owner", "verified"]


def test_the_last_day_of_a_code_counts(club: Workspace) -> None:
    (code,) = posted(club, [person(club)])
    assert club.do(letters.record_replies, [code], on=DAY + dt.timedelta(days=90))[0].result == "verified"


def test_a_reply_recorded_long_ago_still_says_so(club: Workspace) -> None:
    (code,) = posted(club, [person(club)])
    club.do(letters.record_replies, [code], on=DAY)
    (again,) = club.do(letters.record_replies, [code], on=DAY + dt.timedelta(days=91))
    assert again.result == "already-recorded" and "Already recorded on" in again.message


def test_failed_codes_leave_no_step_to_undo(club: Workspace) -> None:
    person(club)
    before = club.next_undo()
    club.do(letters.record_replies, ["K3M-9QX-2RTF"])
    assert club.next_undo() == before


def test_a_code_of_another_club_is_unknown(club: Workspace) -> None:
    (code,) = posted(club, [person(club)])
    key = club.read(club_key)
    assert derive_code(key, 1) != code
    assert club.read(letters.look_up_code, code, on=DAY).result == "open"
    assert club.read(letters.look_up_code, derive_code(key, 1)).result == "unknown-code"


def test_several_open_codes_and_any_of_them_verifies(club: Workspace) -> None:
    anna = person(club)
    (first,) = posted(club, [anna])
    (second,) = posted(club, [anna], on=DAY + dt.timedelta(days=10))
    assert first != second
    assert club.do(letters.record_replies, [first], on=DAY + dt.timedelta(days=12))[0].result == "verified"
    assert status(club, anna) == "verified"


def test_who_gets_no_letter_is_named_with_the_reason(club: Workspace) -> None:
    anna = person(club)
    without = club.do(add_member, given="Lena")
    moved = person(club, "Bo")
    club.do(set_address, moved, status="returned", status_reason="moved")
    verified = person(club, "Cy")
    (code,) = posted(club, [verified])
    club.do(letters.record_replies, [code], on=DAY)
    chosen = club.read(letters.recipients, [anna, without, moved, verified], on=DAY)
    assert chosen.people == (anna,)
    reasons = {left.person: left.reason for left in chosen.left_out}
    assert reasons[without] == "no address"
    assert "came back (moved)" in reasons[moved]
    assert "verified until" in reasons[verified]


def test_editing_an_address_lets_write_to_it_again(club: Workspace) -> None:
    moved = person(club)
    club.do(set_address, moved, status="returned", status_reason="moved")
    club.do(set_address, moved, street="Neue Straße 1")
    assert club.read(letters.recipients, [moved]).people == (moved,)


def test_at_most_four_letters_in_thirty_days(club: Workspace) -> None:
    anna = person(club)
    for n in range(4):
        assert club.do(letters.prepare_run, [anna], on=DAY + dt.timedelta(days=n)).letters == 1
    fifth = club.do(letters.prepare_run, [anna], on=DAY + dt.timedelta(days=5))
    assert (fifth.run, fifth.letters) == (None, 0)
    assert "4 letters" in fifth.left_out[0].reason
    assert club.do(letters.prepare_run, [anna], on=DAY + dt.timedelta(days=40)).letters == 1


def test_letters_come_in_the_order_of_the_post(club: Workspace) -> None:
    club.do(set_club, country="DE")
    far = person(club, "Øystein", country="NO", postcode="0650", city="Oslo")
    south = person(club, "Anna", postcode="80802")
    north = person(club, "Bo", postcode="20095", city="Hamburg")
    assert club.read(letters.recipients, [far, south, north]).people == (north, south, far)


def test_printing_again_gives_the_same_bytes_whatever_changed_since(club: Workspace) -> None:
    anna = owner(club, "Anna", "Großmüller")
    run = club.do(letters.prepare_run, [anna], on=DAY).run
    assert run
    first = club.read(letters.print_run, run)
    club.do(set_person, anna, surname="Berg")
    club.do(set_address, anna, city="Oslo")
    assert club.read(letters.print_run, run).data == first.data


def lines(club: Workspace, run: int) -> list[letters.LetterRow]:
    return club.read(letters.letter_lines, club.read(letters.letter_ids, run))


def test_numbers_count_on_through_the_year(club: Workspace) -> None:
    people = [person(club, f"Anna {n}") for n in range(3)]
    runs = [club.do(letters.prepare_run, people, on=DAY).run for _ in range(2)]
    numbers = [row.number[:9] for run in runs if run for row in lines(club, run)]
    assert numbers == [f"L-26-000{n}" for n in range(1, 7)]
    january = club.do(letters.prepare_run, people[:1], on=dt.date(2027, 1, 5)).run
    assert january and lines(club, january)[0].number.startswith("L-27-0001-")


def test_no_list_and_no_card_shows_a_code(club: Workspace) -> None:
    anna = person(club)
    (code,) = posted(club, [anna])
    run = club.read(letters.runs)[0].id
    shown = [
        club.read(member_card, anna),
        lines(club, run),
        club.read(letters.run_card, run),
    ]
    assert code not in str(shown) and code.replace("-", "") not in str(shown)
    assert len(club.read(find_members, Search(code))) == 0


def test_a_run_that_somebody_answered_is_not_deleted(club: Workspace) -> None:
    anna = person(club)
    (code,) = posted(club, [anna])
    club.undo()  # the letters went to the post, but nobody noted it
    club.do(letters.record_replies, [code], on=DAY)
    with pytest.raises(Problem, match="its letters are out"):
        club.do(letters.delete_run, club.read(letters.runs)[0].id)
    assert status(club, anna) == "verified"


def test_states_of_a_run(club: Workspace) -> None:
    run = club.do(letters.prepare_run, [person(club)], on=DAY).run
    assert run and club.read(letters.runs)[0].state == "draft"
    club.do(letters.mark_printed, run, on=DAY)
    assert club.read(letters.runs)[0].state == "printed"
    club.do(letters.mark_posted, run, on=DAY)
    with pytest.raises(Problem, match="posted on"):
        club.do(letters.mark_posted, run)
    with pytest.raises(Problem, match="can't be deleted"):
        club.do(letters.delete_run, run)
    club.undo()
    club.do(letters.delete_run, run)
    assert club.read(letters.runs) == []


def test_a_reply_that_says_no_ends_a_verification(club: Workspace) -> None:
    anna = person(club)
    first, second = (posted(club, [anna])[0] for _ in range(2))
    club.do(letters.record_replies, [first], on=DAY)
    club.do(letters.record_replies, [second], answer="not-owner", on=DAY)
    assert status(club, anna) == "not-owner"


def test_an_answer_nobody_knows(club: Workspace) -> None:
    with pytest.raises(Problem, match="no answer"):
        club.do(letters.record_replies, ["K3M-9QX-2RTF"], answer="maybe")


def test_a_town_alone_is_no_address(club: Workspace) -> None:
    lena = club.do(add_member, given="Lena", city="Berlin")
    chosen = club.read(letters.recipients, [lena])
    assert [left.reason for left in chosen.left_out] == ["the address is incomplete"]


def test_who_left_the_club_gets_no_letter(club: Workspace) -> None:
    anna, bo = person(club), person(club, "Bo")
    club.do(
        set_membership, anna, chapter="München", start=dt.date(2020, 1, 1), end=DAY - dt.timedelta(days=1)
    )
    club.do(set_membership, bo, chapter="München", start=dt.date(2020, 1, 1), end=DAY)
    chosen = club.read(letters.recipients, [anna, bo], on=DAY)
    assert chosen.people == (bo,)
    assert [left.reason for left in chosen.left_out] == ["not a member now"]
