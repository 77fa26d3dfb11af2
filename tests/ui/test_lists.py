"""Saved lists in the window: conditions, past days, the sidebar."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from clubdesk.services import lists
from clubdesk.services.conditions import FIELDS
from clubdesk.services.members import Search, find_members
from clubdesk.services.workspace import Workspace
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.desk import Desk
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.features import FEATURES
from clubdesk.ui.members.conditions_dialog import ConditionsDialog
from clubdesk.ui.members.page import MembersPage
from tests.factories import owner
from tests.ui.shells import FakeShell


@pytest.fixture
def people(club: Workspace) -> Workspace:
    owner(club, "Anna", "Großmüller", joined=dt.date(2019, 5, 1))
    owner(club, "Øystein", "Sørensen", model="Model Y", city="Oslo", country="NO", chapter="Oslo")
    return club


@pytest.fixture
def shell(tasks: Tasks) -> FakeShell:
    return FakeShell(tasks)


@pytest.fixture
def page(qtbot: QtBot, people: Workspace, tasks: Tasks, shell: FakeShell) -> MembersPage:
    page = MembersPage(people, tasks, shell)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    return page


def test_conditions_are_put_together_from_fields(qtbot: QtBot) -> None:
    dialog = ConditionsDialog(None, "", fields=FIELDS)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.field.setCurrentIndex(dialog.field.findData("chapter"))
    dialog.value.setText("Oslo, München")
    dialog.add("and")
    dialog.field.setCurrentIndex(dialog.field.findData("verified"))
    assert not dialog.value.isEnabled()
    dialog.add("or")
    dialog.field.setCurrentIndex(dialog.field.findData("age"))
    dialog.op.setCurrentIndex(dialog.op.findData("<"))
    dialog.value.setText("18")
    dialog.add("and not")
    dialog.accept_text()
    assert dialog.text == "(chapter = Oslo, München or verified) and not age < 18"


def test_a_condition_that_cant_be_asked_stays_in_the_dialog(qtbot: QtBot) -> None:
    dialog = ConditionsDialog(None, "", fields=FIELDS)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.edit.setPlainText("shoe = 42")
    dialog.accept_text()
    assert dialog.isVisible()
    assert not dialog.notice.isHidden()


def test_conditions_and_days_are_chips_that_give_way(qtbot: QtBot, page: MembersPage) -> None:
    page.filters.ask(where="town = Oslo")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert page.filters.conditions.isVisible()
    page.filters.ask(as_of=dt.date(2010, 1, 1))
    assert page.filters.day.text() == "Members on 1 Jan 2010"
    page.filters.clear()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert not page.filters.conditions.isVisible()
    assert not page.filters.day.isVisible()


def test_the_country_chip_counts(qtbot: QtBot, page: MembersPage) -> None:
    qtbot.waitUntil(lambda: bool(page.filters.counts.countries))
    assert dict(page.filters.counts.countries) == {"DE": 1, "NO": 1}
    page.filters.show(Search(countries=("NO",)))
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert page.filters.countries.text() == "Norway"


def test_what_is_found_is_saved_as_a_list(
    qtbot: QtBot, page: MembersPage, people: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "ask_text", lambda *_: "Oslo")
    page.filters.ask(where="town = Oslo")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.lists.save()
    qtbot.waitUntil(lambda: len(people.read(lists.saved_lists)) == 1)
    [line] = people.read(lists.saved_lists)
    assert (line.name, line.count, line.frozen) == ("Oslo", 1, False)


def test_a_list_explains_itself(
    qtbot: QtBot, page: MembersPage, people: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    people.do(lists.save_list, "Oslo", Search(where="town = Oslo"))
    monkeypatch.setattr(dialogs, "ask_choice", lambda *_: "Oslo")
    [anna] = people.read(find_members, Search("anna"))
    page.table.go_to(anna)
    page.lists.explain()
    assert "is not in the list “Oslo”: not met: Town is Oslo (München)" in page.notice._text.text()


@pytest.fixture
def desk(qtbot: QtBot, people: Workspace, tasks: Tasks, shell: FakeShell) -> Iterator[Desk]:
    desk = Desk(FEATURES, people, tasks=tasks, shell=shell, club_menu=QMenu())
    qtbot.addWidget(desk)
    desk.resize(1200, 700)
    desk.show()
    yield desk
    desk.leave()


def test_lists_stand_in_the_sidebar(
    qtbot: QtBot, desk: Desk, people: Workspace, shell: FakeShell, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = people.do(lists.save_list, "Oslo", Search(where="town = Oslo"))
    qtbot.waitUntil(lambda: len(desk.lists.rows) == 1)
    [row] = desk.lists.rows
    assert (row.text(), row.count) == ("Oslo", "1")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(shell.gone))
    assert shell.gone[0][1].search == Search(where="town = Oslo")  # type: ignore[attr-defined]
    monkeypatch.setattr(dialogs, "ask_text", lambda *_: "Norway")
    desk.lists.rename_wanted.emit(made, "Oslo")
    qtbot.waitUntil(lambda: [row.text() for row in desk.lists.rows] == ["Norway"])
    desk.lists.delete_wanted.emit(made, "Norway")
    qtbot.waitUntil(lambda: not desk.lists.isVisible())
    people.undo()
    qtbot.waitUntil(lambda: [row.text() for row in desk.lists.rows] == ["Norway"])
