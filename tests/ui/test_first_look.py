"""The window opens where it was left; its members are seen before the club is open."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from clubdesk.services.workspace import Workspace
from clubdesk.settings import Settings
from clubdesk.ui.common.appearance import Appearance
from clubdesk.ui.common.first_look import FirstLook
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.main_window import MainWindow
from clubdesk.ui.members.first_look import FirstMembers
from clubdesk.ui.members.page import MembersPage
from tests.factories import person

LOOK = """
import sys
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from clubdesk import app, settings
from clubdesk.ui.common.first_look import first_look
from clubdesk.ui.features import FEATURES
application = QApplication([])
kept = settings.Settings(theme="light", window={"page": "members"}, last_club=sys.argv[1])
window = app.build(application, kept)
window._look_first(sys.argv[1])
window.show()
application.processEvents()
window.grab()
print(" ".join(sys.modules))
window.close()
"""


@pytest.fixture
def file(club: Workspace) -> Path:
    for given in ("Anna", "Bo", "Cleo"):
        person(club, given, "Ek")
    club.close()
    assert club.file is not None
    return club.file


@pytest.fixture
def opened(qtbot: QtBot, dressed: QApplication) -> Iterator[Callable[[Settings], MainWindow]]:
    windows = []

    def make(settings: Settings) -> MainWindow:
        window = MainWindow(settings, Tasks(), Appearance(dressed, settings))
        windows.append(window)
        window.resize(1280, 760)
        window.show()
        window.open_club(settings.last_club)
        return window

    yield make
    for window in windows:
        window.close()
        window.deleteLater()


def look_of(window: MainWindow) -> FirstMembers | None:
    looks = window.findChildren(FirstLook)
    page = looks[0].page if looks else None
    assert page is None or isinstance(page, FirstMembers)
    return page


def left(file: Path, page: str = "members", **window: str) -> Settings:
    return Settings(officer="Bo", theme="light", last_club=str(file), window={"page": page, **window})


def members(window: MainWindow) -> MembersPage:
    page = window.page()
    assert isinstance(page, MembersPage)
    return page


def names(page: MembersPage | FirstMembers) -> list[str]:
    model = page.table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_the_first_members_stand_there_at_once_and_stay(
    opened: Callable[[Settings], MainWindow], file: Path, qtbot: QtBot
) -> None:
    window = opened(left(file))
    page = look_of(window)
    assert page is not None
    assert page.isVisible()
    assert window.desk is None
    assert names(page) == ["Anna Ek", "Bo Ek", "Cleo Ek"]
    for _ in range(3):  # what the event loop does before it paints
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    place = page.table.mapTo(window, page.table.rect().topLeft())
    qtbot.waitUntil(lambda: window.desk is not None)
    assert names(members(window)) == ["Anna Ek", "Bo Ek", "Cleo Ek"]  # before the search has found them
    qtbot.waitUntil(lambda: members(window).model.searched)
    assert names(members(window)) == ["Anna Ek", "Bo Ek", "Cleo Ek"]
    assert members(window).table.mapTo(window, members(window).table.rect().topLeft()) == place


def test_nothing_can_be_begun_before_the_club_is_open(
    opened: Callable[[Settings], MainWindow], file: Path, qtbot: QtBot
) -> None:
    window = opened(left(file))
    page = look_of(window)
    assert page is not None
    shown = [made for made in page.findChildren(QPushButton) if made.isVisible() and made.text()]
    assert shown
    assert not any(made.isEnabled() for made in shown)
    qtbot.waitUntil(lambda: window.desk is not None)


def test_a_row_chosen_in_the_first_look_is_still_chosen(
    opened: Callable[[Settings], MainWindow], file: Path, qtbot: QtBot
) -> None:
    window = opened(left(file))
    page = look_of(window)
    assert page is not None
    page.table.selectRow(1)
    qtbot.waitUntil(lambda: window.desk is not None and members(window).model.searched)
    assert members(window).table.currentIndex().data() == "Bo Ek"


def test_the_first_members_are_those_of_the_kept_order(
    opened: Callable[[Settings], MainWindow], file: Path, qtbot: QtBot
) -> None:
    window = opened(left(file, **{"table.members": "name:164 >name"}))
    page = look_of(window)
    assert page is not None
    assert names(page) == ["Cleo Ek", "Bo Ek", "Anna Ek"]
    qtbot.waitUntil(lambda: window.desk is not None and members(window).model.searched)
    assert names(members(window)) == ["Cleo Ek", "Bo Ek", "Anna Ek"]


def test_the_window_opens_on_the_page_it_was_left_on(
    opened: Callable[[Settings], MainWindow], file: Path, qtbot: QtBot
) -> None:
    settings = left(file, page="")
    window = opened(settings)
    assert look_of(window) is None
    qtbot.waitUntil(lambda: window.desk is not None)
    window.go("events")
    window.close()
    assert settings.window["page"] == "events"
    again = opened(settings)
    qtbot.waitUntil(lambda: again.desk is not None)
    assert again.page() is not None
    assert type(again.page()).__name__ == "EventsPage"


def test_a_club_that_cannot_be_opened_takes_its_first_look_along(
    opened: Callable[[Settings], MainWindow], file: Path, qtbot: QtBot
) -> None:
    with Workspace.open(file, officer="Anna"):
        window = opened(left(file))
        qtbot.waitUntil(lambda: window.welcome.isVisible())
    assert "open in another clubdesk" in window.welcome.notice.text


def test_nothing_heavy_is_loaded_for_it(file: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", LOOK, str(file)], capture_output=True, text=True, timeout=60, check=True
    )
    loaded = set(run.stdout.split())
    assert "clubdesk.ui.members.first_look" in loaded
    assert loaded.isdisjoint({"sqlalchemy", "alembic", "babel", "reportlab", "psycopg"})
