"""The window: it opens clubs, builds pages, folds, undoes and remembers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from clubdesk.errors import Problem
from clubdesk.services.clubs import add_chapter, create_club
from clubdesk.services.workspace import Workspace
from clubdesk.settings import Settings
from clubdesk.ui.common import sizes
from clubdesk.ui.common.appearance import Appearance
from clubdesk.ui.common.feature import Feature
from clubdesk.ui.common.fields import TextField
from clubdesk.ui.common.keys_dialog import KeysDialog, actions_with_keys
from clubdesk.ui.common.page import Page
from clubdesk.ui.common.pane import Pane
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.sidebar import SidebarRow
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.theme import worn
from clubdesk.ui.common.wishes import ImportList
from clubdesk.ui.main_window import MainWindow


class Notes(Page):
    watches = frozenset({"chapter"})

    def __init__(self, workspace: Workspace, tasks: Tasks, shell: Shell) -> None:
        super().__init__("Notes")
        self.reloads = 0
        self.wishes: list[object] = []
        self.pressed: list[str] = []
        self.set_pane(Pane())
        self.action("New note", lambda: self.pressed.append("new"), key="Ctrl+N", place="primary")
        self.field = TextField("Town", print)
        self.body.addWidget(self.field)

    @override
    def reload(self) -> None:
        self.reloads += 1

    @override
    def open_with(self, wish: object) -> None:
        self.wishes.append(wish)


FEATURES = (
    Feature("notes", "Notes", "home", Notes, count=lambda _: 4321),
    Feature("others", "Others", "users", Notes),
    Feature("importing", "Import", "table-import", Notes, listed=False),
)


@pytest.fixture
def club(tmp_path: Path) -> Path:
    file = tmp_path / "Owners Club Bavaria.clubdesk"
    create_club(file, name="Owners Club Bavaria", officer="Bo").close()
    return file


@pytest.fixture
def window(qtbot: QtBot, dressed: QApplication, settings: Settings) -> Iterator[MainWindow]:
    made = MainWindow(settings, Tasks(), Appearance(dressed, settings), FEATURES)
    made.resize(1280, 760)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    settings.theme, settings.text_size = "light", 100
    Appearance(dressed, settings)


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, club: Path) -> Notes:
    window.open_club(str(club))
    return shown(qtbot, window)


def shown(qtbot: QtBot, window: MainWindow) -> Notes:
    qtbot.waitUntil(lambda: window.page() is not None)
    page = window.page()
    assert isinstance(page, Notes)
    return page


def named(window: MainWindow, start: str) -> QAction:
    return next(action for action in window.actions() if action.text().startswith(start))


def test_a_club_opens_and_is_remembered(
    qtbot: QtBot, window: MainWindow, opened: Notes, settings: Settings, club: Path
) -> None:
    assert settings.last_club == str(club)
    assert opened.reloads == 1
    assert "Owners Club Bavaria" in window.windowTitle()
    row = window.findChildren(SidebarRow)[0]
    qtbot.waitUntil(lambda: row.count == "4,321")


def test_a_club_that_is_gone_is_a_problem_in_the_page(
    qtbot: QtBot, window: MainWindow, settings: Settings
) -> None:
    settings.remember_club("/nowhere/gone.clubdesk")
    window.open_club("/nowhere/gone.clubdesk")
    qtbot.waitUntil(window.welcome.notice.isVisible)
    assert settings.last_club == ""
    assert window.page() is None


def test_a_club_that_is_open_elsewhere_stays_among_the_recent(
    qtbot: QtBot, window: MainWindow, settings: Settings, club: Path
) -> None:
    settings.remember_club(str(club))
    with Workspace.open(club, officer="Bo"):
        window.open_club(str(club))
        qtbot.waitUntil(window.welcome.notice.isVisible)
    assert settings.last_club == str(club)


def test_a_newcomer_looks_around_in_the_sample_club(qtbot: QtBot, window: MainWindow) -> None:
    window.welcome.sample_wanted.emit()
    shown(qtbot, window)
    assert window.windowTitle().startswith("sample")
    window.say("60 members")
    window.leave_club()
    assert window._status._text.text() == ""


def test_a_newcomer_makes_a_club_and_brings_a_list(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.take_file(tmp_path / "list.csv")
    window.welcome._name._line.setText("Norsk Eierklubb")
    window.welcome._name._tell()
    page = shown(qtbot, window)
    assert page.wishes == [ImportList(tmp_path / "list.csv")]


def test_pages_are_built_when_first_shown(window: MainWindow, opened: Notes) -> None:
    assert len(window.findChildren(Notes)) == 1
    named(window, "Others").trigger()
    assert len(window.findChildren(Notes)) == 2
    assert window.page() is not opened


def test_pages_reload_for_their_tables_only(qtbot: QtBot, window: MainWindow, opened: Notes) -> None:
    assert window.desk is not None
    workspace = window.desk.workspace
    workspace.news.announce(frozenset({"person"}))
    workspace.do(add_chapter, name="Oslo")
    qtbot.waitUntil(lambda: opened.reloads == 2)
    window.go("others")
    workspace.do(add_chapter, name="Bergen")
    qtbot.wait(50)
    assert opened.reloads == 2
    window.go("notes")
    assert opened.reloads == 3


def test_undo_says_what_and_undoes_it(qtbot: QtBot, window: MainWindow, opened: Notes) -> None:
    assert window.desk is not None
    undo = named(window, "Undo")
    window.desk.workspace.do(add_chapter, name="Oslo")
    qtbot.waitUntil(lambda: undo.text() == "Undo: Add chapter Oslo")
    undo.trigger()
    redo = next(action for action in window.actions() if action.text().startswith("Redo"))
    qtbot.waitUntil(lambda: redo.isEnabled())
    assert window._toast.isVisible()


def test_a_field_undoes_its_own_typing_first(qtbot: QtBot, window: MainWindow, opened: Notes) -> None:
    assert window.desk is not None
    undo = named(window, "Undo")
    window.desk.workspace.do(add_chapter, name="Oslo")
    qtbot.waitUntil(lambda: undo.isEnabled())
    window.activateWindow()
    line = opened.field.line
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, "abc")
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == ""
    assert undo.text() == "Undo: Add chapter Oslo"
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not undo.text().endswith("Oslo"))


def test_keys_of_a_page_work_only_while_it_is_shown(qtbot: QtBot, window: MainWindow, opened: Notes) -> None:
    window.go("others")
    other = window.page()
    assert isinstance(other, Notes)
    window.activateWindow()
    other.field.line.setFocus()
    qtbot.waitUntil(other.field.line.hasFocus)
    QTest.keyClick(other.field.line, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert (opened.pressed, other.pressed) == ([], ["new"])


def test_keys_go_to_the_page_that_is_shown(qtbot: QtBot, window: MainWindow, opened: Notes) -> None:
    window.activateWindow()
    opened.field.line.setFocus()
    qtbot.waitUntil(opened.field.line.hasFocus)
    named(window, "Others").trigger()
    page = window.page()
    assert page is not None
    assert QApplication.focusWidget() is page


def test_narrow_windows_fold_sidebar_and_pane(qtbot: QtBot, window: MainWindow, opened: Notes) -> None:
    assert window.desk is not None
    assert opened.pane is not None
    assert opened.pane.isVisible()
    wide = window.desk.sidebar.width()
    window.resize(960, 540)
    qtbot.waitUntil(lambda: not opened.pane.isVisible())  # type: ignore[union-attr]
    assert window.desk.sidebar.width() < wide / 2
    assert (window.width(), window.height()) == (960, 540)
    window.toggle_pane()
    assert opened.pane.isVisible()


def test_theme_and_text_size_change_at_once(window: MainWindow, opened: Notes) -> None:
    window.use_theme("dark")
    window.change_text_size(2)
    look = worn()
    assert look is not None
    assert (look.name, look.scale) == ("dark", 1.2)
    assert window._status.minimumHeight() == look.px(sizes.STATUS_LINE)
    window.change_text_size(-2)
    assert window._status.minimumHeight() == sizes.STATUS_LINE


def test_long_work_reports_its_problem_in_the_page(qtbot: QtBot, window: MainWindow, opened: Notes) -> None:
    def work(_: object) -> None:
        raise Problem("The file is open in Excel.", "Close it there and try again.")

    window.run("Exporting", work, done=print)
    qtbot.waitUntil(opened.notice.isVisible)


def test_the_page_comes_back_as_it_was(window: MainWindow, opened: Notes, settings: Settings) -> None:
    window.close()
    assert settings.window["page.notes"]


def test_another_club_takes_the_place(
    qtbot: QtBot, window: MainWindow, opened: Notes, tmp_path: Path
) -> None:
    other = tmp_path / "Norsk.clubdesk"
    create_club(other, name="Norsk", officer="Bo").close()
    window.open_club(str(other))
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Norsk"))
    assert window.page() is not opened


def test_every_key_is_listed(window: MainWindow, opened: Notes) -> None:
    KeysDialog(window, window.actions())
    keys = [key for _, key in actions_with_keys([*window.actions(), *opened.actions()])]
    assert {"Ctrl+F", "Ctrl+1", "Ctrl+N", "Ctrl+Z", "F4", "Ctrl+/"} <= set(keys)
    assert len(keys) == len(set(keys))
