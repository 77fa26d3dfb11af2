"""The page of possible duplicates: compare two entries, choose field by field, make one of them."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from clubdesk.services.members import add_vehicle, count_people, member_card
from clubdesk.services.workspace import Workspace
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.wishes import ShowMember
from clubdesk.ui.duplicates.page import DuplicatesPage
from tests.factories import person
from tests.ui.shells import FakeShell


@pytest.fixture
def twice(club: Workspace) -> tuple[int, int]:
    kept = person(club, email="old@example.org", phone="089 1")
    other = person(club, "Anna", "Grossmueller", email="new@example.org")
    club.do(add_vehicle, other, model="Corolla")
    person(club, "Bo", "Berg")
    return kept, other


@pytest.fixture
def page(qtbot: QtBot, club: Workspace, tasks: Tasks, twice: tuple[int, int]) -> Iterator[DuplicatesPage]:
    page = DuplicatesPage(club, tasks, FakeShell(tasks))
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    qtbot.waitUntil(lambda: "email" in page.both.choices)
    assert len(page.model.ids) == 1, twice
    yield page
    page.close()


def shell(page: DuplicatesPage) -> FakeShell:
    assert isinstance(page._shell, FakeShell)
    return page._shell


def test_only_what_differs_is_asked(page: DuplicatesPage) -> None:
    assert page.both.choices.keys() == {"surname", "email"}
    assert page.both.taken() == ()


def test_field_by_field_into_one_and_back(
    qtbot: QtBot, page: DuplicatesPage, club: Workspace, twice: tuple[int, int]
) -> None:
    page.both.choices["email"][1].click()
    page.merge_action.trigger()
    qtbot.waitUntil(lambda: bool(shell(page).toasts))
    card = club.read(member_card, twice[0])
    assert (card.values["email"], card.values["phone"], len(card.vehicles)) == ("new@example.org", "089 1", 1)
    page.reload()
    qtbot.waitUntil(lambda: len(page.model.ids) == 0)
    qtbot.waitUntil(lambda: not page.merge_action.isEnabled())
    club.undo()
    assert club.read(count_people) == 3


def test_the_other_one_can_be_kept(
    qtbot: QtBot, page: DuplicatesPage, club: Workspace, twice: tuple[int, int]
) -> None:
    page.swap.click()
    page.show_left.click()
    assert shell(page).gone == [("members", ShowMember(twice[1]))]
    page.merge_action.trigger()
    qtbot.waitUntil(lambda: bool(shell(page).toasts))
    assert club.read(member_card, twice[1]).values["surname"] == "Grossmueller"
