"""What waits today appears when there is work and vanishes when it is done."""

import datetime as dt

from clubdesk.services import dues
from clubdesk.services.clubs import set_club
from clubdesk.services.events import answer_invitation, create_event, invite, set_rules
from clubdesk.services.letters import mark_posted, mark_printed, prepare_run
from clubdesk.services.today import today
from clubdesk.services.today_work import TodayWork, open_answers, today_work
from clubdesk.services.workspace import Workspace
from tests.factories import person

LONG_AGO = today() - dt.timedelta(days=45)


def work(club: Workspace) -> TodayWork:
    return club.read(today_work)


def test_an_empty_club_only_misses_its_settings(club: Workspace) -> None:
    found = work(club)
    assert (found.people, found.need_letter, found.missing) == (0, 0, ("address", "contact"))
    club.do(set_club, street="Marienplatz 1", city="München", contact_name="Lukas Wagner")
    assert work(club).missing == ()


def test_people_without_an_address_are_counted_apart(club: Workspace) -> None:
    person(club)
    person(club, "Bo", "Lund", street="", postcode="", city="")
    found = work(club)
    assert (found.need_letter, found.without_address) == (1, 1)
    assert found.statuses == {"unverified": 2}


def test_a_run_waits_for_printing_then_for_the_post_then_for_nothing(club: Workspace) -> None:
    run = club.do(prepare_run, [person(club)]).run
    assert run is not None
    assert [(w.id, w.letters) for w in work(club).to_print] == [(run, 1)]
    club.do(mark_printed, run)
    assert ([w.id for w in work(club).to_post], work(club).to_print) == ([run], ())
    club.do(mark_posted, run)
    assert (work(club).to_print, work(club).to_post, work(club).need_letter) == ((), (), 0)


def test_silent_people_are_named_for_their_second_letter(club: Workspace) -> None:
    silent = person(club)
    run = club.do(prepare_run, [silent], on=LONG_AGO).run
    assert run is not None
    club.do(mark_posted, run, on=LONG_AGO)
    assert work(club).silent == (silent,)
    club.do(set_club, silent_days=60)
    assert work(club).silent == ()


def test_events_wait_for_invitations_and_answers(club: Workspace) -> None:
    guest = person(club)
    start = today() + dt.timedelta(days=40)
    event = club.do(create_event, kind="social", title="Summer evening", start=start)
    assert [line.invited for line in work(club).events] == [0]
    _invite_everybody(club, event)
    [line] = work(club).events
    assert open_answers(line) == 1
    club.do(answer_invitation, event, guest, answer="accepted")
    assert work(club).events == ()


def test_past_events_are_no_work(club: Workspace) -> None:
    club.do(create_event, kind="social", title="Last year", start=LONG_AGO)
    assert work(club).events == ()


def _invite_everybody(club: Workspace, event: int) -> None:
    club.do(set_rules, event, [])
    club.do(invite, event)


def test_what_should_have_been_paid(club: Workspace) -> None:
    person(club)
    kind = club.do(dues.save_kind, None, name="Fee", amount="60", currency="EUR")
    club.do(dues.charge, kind, start=dt.date(2020, 1, 1), due_on=dt.date(2020, 2, 1))
    assert club.read(today_work).overdue == 1
    club.do(dues.pay_in_full, list(club.read(dues.due_ids)))
    assert club.read(today_work).overdue == 0
