"""What the club keeps of a person: addresses, contacts, tags, photo, household, offices, periods."""

import datetime as dt
from io import BytesIO

import pytest
from PIL import Image

from clubdesk.errors import Problem
from clubdesk.services.history import history_of
from clubdesk.services.letters.recipients import current_addresses, recipients
from clubdesk.services.members import (
    Search,
    add_address,
    add_contact,
    add_member,
    add_membership,
    add_office,
    add_tag,
    delete_people,
    find_members,
    leave_household,
    make_household,
    member_card,
    member_rows,
    remove_address,
    set_address,
    set_contact,
    set_membership,
    set_office,
    set_period,
    set_photo,
    set_tags,
    share_address,
    tag_counts,
    take_tag,
)
from clubdesk.services.today import today
from clubdesk.services.workspace import Workspace
from tests.factories import person

DAY = dt.timedelta(days=1)


def town(club: Workspace, person_id: int) -> str:
    return club.read(current_addresses, [person_id])[person_id].city


def test_letters_go_to_a_valid_postal_address_before_the_home(club: Workspace) -> None:
    anna = person(club)
    club.do(add_address, anna, kind="work", city="Dachau", postcode="85221", street="Werk 1")
    assert town(club, anna) == "München"
    box = club.do(add_address, anna, kind="postal", city="Freising", postcode="85354", street="Postfach 1")
    assert town(club, anna) == "Freising"
    assert club.read(member_rows, [anna])[0].town == "Freising"
    club.do(set_address, anna, address=box, end=today() - DAY)
    assert town(club, anna) == "München"
    assert [line.is_past for line in club.read(member_card, anna).addresses] == [False, False, True]
    club.undo()
    club.do(set_address, anna, address=box, start=today() + DAY)
    assert town(club, anna) == "München"
    assert list(club.read(find_members, Search("freising"))) == [anna]


def test_a_returned_address_gives_way_to_another_and_is_good_again_when_edited(club: Workspace) -> None:
    anna = person(club)
    home = club.read(member_card, anna).addresses[0].id
    club.do(set_address, anna, address=home, status="returned", status_reason="moved")
    assert not club.read(recipients, [anna]).people
    club.do(add_address, anna, kind="work", city="Dachau", postcode="85221", street="Werk 1")
    assert club.read(recipients, [anna]).people == (anna,)
    assert town(club, anna) == "Dachau"
    club.do(set_address, anna, address=home, street="Türkenstraße 3")
    assert town(club, anna) == "München"


def test_addresses_that_can_t_be_are_refused(club: Workspace) -> None:
    anna, bo = person(club), person(club, "Bo", "Berg")
    with pytest.raises(Problem, match="needs a street"):
        club.do(add_address, anna, kind="work")
    with pytest.raises(Problem, match="end before"):
        club.do(add_address, anna, city="Oslo", start=today(), end=today() - DAY)
    with pytest.raises(Problem, match="isn't known"):
        club.do(add_address, anna, city="Oslo", kind="castle")
    with pytest.raises(Problem, match="gone"):
        club.do(remove_address, bo, address=club.read(member_card, anna).addresses[0].id)


@pytest.mark.parametrize("typed", ["089 / 123 45 67", "+49 89 1234567", "0049 89 1234567"])
@pytest.mark.parametrize("words", ["0891234567", "+49891234567", "+49 (89) 12345", "089 123"])
def test_a_phone_is_found_however_it_is_typed(club: Workspace, typed: str, words: str) -> None:
    anna, bo = person(club, phone=typed), person(club, "Bo", "Berg")
    assert list(club.read(find_members, Search(words))) == [anna]
    club.do(add_contact, bo, value=typed, kind="work")
    assert set(club.read(find_members, Search(words))) == {anna, bo}


def test_further_contacts_are_phones_or_e_mails(club: Workspace) -> None:
    anna = person(club)
    contact = club.do(add_contact, anna, value="anna@work.example", kind="work")
    assert [(c.way, c.kind) for c in club.read(member_card, anna).contacts] == [("email", "work")]
    assert list(club.read(find_members, Search("anna@work"))) == [anna]
    club.do(set_contact, anna, contact=contact, value="089 777")
    assert [(c.way, c.value) for c in club.read(member_card, anna).contacts] == [("phone", "089 777")]
    for wrong in ("nothing", "a@b"):
        with pytest.raises(Problem):
            club.do(add_contact, anna, value=wrong)


def test_tags_are_found_counted_and_gone_when_nobody_has_them(club: Workspace) -> None:
    anna, bo = person(club), person(club, "Bo", "Berg")
    club.do(set_tags, anna, tags=["Helper", "Stammtisch"])
    assert club.do(add_tag, [anna, bo], tag="helper") == 1
    assert club.read(tag_counts) == {"Helper": 2, "Stammtisch": 1}
    assert set(club.read(find_members, Search("helper"))) == {anna, bo}
    assert club.do(take_tag, [anna, bo], tag="HELPER") == 2
    assert club.read(tag_counts) == {"Stammtisch": 1}
    club.undo()
    assert club.read(member_card, bo).tags == ("Helper",)
    with pytest.raises(Problem):
        club.do(add_tag, [anna], tag="a, b")


def picture(size: tuple[int, int] = (1200, 900), kind: str = "PNG") -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "red").save(out, kind)
    return out.getvalue()


def test_a_photo_is_kept_scaled_and_undone(club: Workspace) -> None:
    anna = person(club)
    club.do(set_photo, anna, picture=picture())
    kept = club.read(member_card, anna).photo
    assert kept
    assert Image.open(BytesIO(kept)).size == (480, 360)
    club.do(set_photo, anna, picture=None)
    club.undo()
    assert club.read(member_card, anna).photo == kept


@pytest.mark.parametrize("data", [b"", b"<svg/>", picture((5001, 5000)), picture()[:60], picture(kind="GIF")])
def test_hostile_pictures_are_refused(club: Workspace, data: bytes) -> None:
    anna = person(club)
    with pytest.raises(Problem):
        club.do(set_photo, anna, picture=data)
    assert club.read(member_card, anna).photo is None


def test_a_household_is_made_shared_and_ends_with_its_last_person(club: Workspace) -> None:
    anna, bo = person(club), person(club, "Bo", "Berg", city="Oslo", street="Gate 1")
    with pytest.raises(Problem, match="two people"):
        club.do(make_household, [anna, anna])
    club.do(make_household, [anna, bo])
    card = club.read(member_card, anna)
    assert card.household == "Großmüller"
    assert [(other.name, other.same_address) for other in card.household_members] == [("Bo Berg", False)]
    assert club.do(share_address, anna) == 1
    assert town(club, bo) == "München"
    assert club.read(member_card, anna).household_members[0].same_address
    club.do(leave_household, bo)
    assert club.read(member_card, anna).household_members == ()
    club.do(leave_household, anna)
    assert club.read(member_card, anna).household == ""
    club.undo()
    assert club.read(member_card, anna).household == "Großmüller"


def test_offices_have_a_time(club: Workspace) -> None:
    anna = person(club)
    office = club.do(add_office, anna, role="Treasurer", chapter="München", start=dt.date(2024, 1, 1))
    club.do(set_office, anna, office=office, end=dt.date(2025, 1, 1))
    [line] = club.read(member_card, anna).offices
    assert (line.role, line.chapter, line.is_over) == ("Treasurer", "München", True)
    with pytest.raises(Problem, match="end before"):
        club.do(set_office, anna, office=office, start=dt.date(2026, 1, 1))
    with pytest.raises(Problem, match="needs a name"):
        club.do(add_office, anna, role=" ")


def test_periods_of_one_chapter_don_t_overlap(club: Workspace) -> None:
    anna = person(club)
    club.do(set_membership, anna, chapter="München", start=dt.date(2020, 1, 1), end=dt.date(2022, 1, 1))
    club.do(add_membership, anna, chapter="München", start=dt.date(2024, 1, 1))
    with pytest.raises(Problem, match="overlap"):
        club.do(add_membership, anna, chapter="München", start=dt.date(2021, 1, 1), end=dt.date(2021, 6, 1))
    first, second = club.read(member_card, anna).memberships
    with pytest.raises(Problem, match="overlap"):
        club.do(set_period, anna, period=first.id, chapter="München", kind="member", start=None, end=today())
    club.do(add_membership, anna, chapter="Oslo", start=dt.date(2024, 1, 1))
    assert second.is_over is False
    assert len(club.read(find_members, Search())) == 1


def test_a_supporter_is_in_the_roster_but_gets_no_verification_letter(club: Workspace) -> None:
    fan = club.do(
        add_member, given="Fan", surname="Berg", street="A 1", city="Oslo", postcode="1", kind="fan"
    )
    assert club.read(member_card, fan).memberships[0].kind == "fan"
    left_out = club.read(recipients, [fan]).left_out
    assert [person.reason for person in left_out] == ["not a member now"]


def test_deleting_takes_all_along_and_undo_brings_it_back(club: Workspace) -> None:
    anna, bo = person(club), person(club, "Bo", "Berg")
    club.do(make_household, [anna, bo])
    club.do(set_tags, anna, tags=["Helper"])
    club.do(add_contact, anna, value="089 1234567")
    club.do(set_photo, anna, picture=picture())
    club.do(add_office, anna, role="Treasurer")
    before = club.read(member_card, anna)
    club.do(delete_people, [anna, bo])
    club.undo()
    assert club.read(member_card, anna) == before
    assert "Photo of Anna Großmüller" in [step.label for step in club.read(history_of, anna)]
