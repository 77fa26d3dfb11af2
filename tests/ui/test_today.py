"""Today shows a card for each piece of work, and its button leads to the page with the action ready."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from clubdesk.services.clubs import set_club
from clubdesk.services.letters import mark_posted, mark_printed, prepare_run
from clubdesk.services.members import Search
from clubdesk.services.workspace import Workspace
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.wishes import FindMembers, PrintLetters, ShowRun
from clubdesk.ui.today.page import TodayPage, count_jobs
from clubdesk.ui.today.pill_button import PillButton
from tests.factories import person
from tests.ui.shells import FakeShell


@pytest.fixture
def shell() -> FakeShell:
    return FakeShell()


@pytest.fixture
def page(qtbot: QtBot, club: Workspace, tasks: Tasks, shell: FakeShell) -> Iterator[TodayPage]:
    made = TodayPage(club, tasks, shell)
    qtbot.addWidget(made)
    made.resize(900, 600)
    deaf = club.news.subscribe(lambda tables: tasks.later(lambda: made.changed(tables)))
    yield made
    deaf()


def finish_settings(club: Workspace) -> None:
    club.do(set_club, street="Marienplatz 1", city="München", contact_name="Lukas Wagner")


def texts(page: TodayPage) -> list[str]:
    return [card.job.text for card in page.cards]


def test_an_empty_club_is_led_to_its_list(qtbot: QtBot, page: TodayPage, shell: FakeShell) -> None:
    page.show()
    qtbot.waitUntil(lambda: len(page.cards) == 2)
    page.cards[0].begin.click()
    page.cards[1].begin.click()
    assert shell.gone == [("importing", None), ("club", None)]
    assert not page.figures.isVisible()


def test_cards_follow_the_work_until_nothing_is_left(
    qtbot: QtBot, page: TodayPage, club: Workspace, shell: FakeShell
) -> None:
    finish_settings(club)
    anna = person(club)
    page.show()
    qtbot.waitUntil(lambda: texts(page) == ["1 person needs a verification letter."])
    page.cards[0].begin.click()
    assert shell.gone == [("letters", PrintLetters())]
    run = club.do(prepare_run, [anna]).run
    assert run is not None
    qtbot.waitUntil(lambda: texts(page) == ["1 letter is prepared but not printed."])
    club.do(mark_printed, run)
    qtbot.waitUntil(lambda: texts(page) == ["1 letter is printed but not posted."])
    page.cards[0].begin.click()
    assert shell.gone[-1] == ("letters", ShowRun(run))
    assert count_jobs(club) == 1
    club.do(mark_posted, run)
    qtbot.waitUntil(page.nothing.isVisible)
    assert (page.cards, count_jobs(club)) == ([], 0)


def test_a_pill_leads_to_the_people_in_that_state(
    qtbot: QtBot, page: TodayPage, club: Workspace, shell: FakeShell
) -> None:
    person(club)
    page.show()
    qtbot.waitUntil(lambda: len(page.findChildren(PillButton)) == 1)
    [pill] = page.findChildren(PillButton)
    assert pill.accessibleName() == "Unverified, 1"
    pill.click()
    assert shell.gone == [("members", FindMembers(Search(statuses=("unverified",))))]


def test_a_sample_says_so_and_offers_the_way_out(
    qtbot: QtBot, page: TodayPage, club: Workspace, shell: FakeShell
) -> None:
    club.do(set_club, sample=True)
    page.show()
    qtbot.waitUntil(page.sample.isVisible)
    page.sample._button.click()
    assert shell.left
    club.do(set_club, sample=False)
    qtbot.waitUntil(lambda: not page.sample.isVisible())


def test_the_key_of_the_print_flow_works_here_too(page: TodayPage, shell: FakeShell) -> None:
    (letters,) = page.actions()
    assert letters.shortcut().toString() == "Ctrl+P"
    letters.trigger()
    assert shell.gone == [("letters", PrintLetters())]
