"""The history shows what was done and what it changed, and leads back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from clubdesk.services.history import changed_values, history_ids, history_lines
from clubdesk.services.importing.apply import import_people
from clubdesk.services.importing.personrow import PersonRow
from clubdesk.services.letters import prepare_run
from clubdesk.services.members import Search, find_members, set_address, set_membership, set_person
from clubdesk.services.workspace import Workspace
from clubdesk.settings import Settings
from clubdesk.ui.common.columns import text_of
from clubdesk.ui.common.pill import Pill
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.history.page import HistoryPage
from tests.factories import person


class Window:
    """What the page asks of the window around it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.toasts: list[str] = []

    def say(self, text: str) -> None:
        pass

    def toast(self, text: str, *, undo: bool = False) -> None:
        self.toasts.append(text)


@pytest.fixture
def window(settings: Settings) -> Window:
    return Window(settings)


@pytest.fixture
def shown(qtbot: QtBot, club: Workspace, tasks: Tasks, window: Window) -> Iterator[Callable[[], HistoryPage]]:
    def show() -> HistoryPage:
        shell: Shell = window  # type: ignore[assignment]
        page = HistoryPage(club, tasks, shell)
        qtbot.addWidget(page)
        page.resize(1200, 700)
        with qtbot.waitSignal(page._model.found):
            page.show()
        deaf.append(club.news.subscribe(lambda tables: tasks.later(lambda: page.changed(tables))))
        return page

    deaf: list[Callable[[], None]] = []
    yield show
    for stop in deaf:
        stop()


def said(page: HistoryPage) -> list[str]:
    """All that stands in the pane, from top to bottom."""
    parts = page._values.findChildren(QLabel) + page._values.findChildren(Pill)
    ordered = sorted(parts, key=lambda part: (part.mapTo(page, part.rect().topLeft()).y(), part.x()))
    return [part.text() if isinstance(part, QLabel) else part.accessibleName() for part in ordered]


def rows(page: HistoryPage, column: int) -> list[str]:
    return [text_of(page._model.value(row, column)) for row in range(page._model.rowCount())]


def test_each_step_shows_what_it_changed(
    qtbot: QtBot, club: Workspace, shown: Callable[[], HistoryPage]
) -> None:
    anna = person(club)
    club.do(set_address, anna, street="Ludwigstraße 3", country="NO")
    page = shown()
    assert rows(page, 0) == ["Change the address of Anna Großmüller", "New member Anna Großmüller"]
    qtbot.waitUntil(lambda: "Ludwigstraße 3" in said(page))
    # Where they stand is known once they are laid out, a moment after they are there.
    qtbot.waitUntil(lambda: sorted(said(page)[:2]) == ["Address", "Changed"])
    words = said(page)
    assert {"Street", "Leopoldstraße 12", "Country", "Germany", "Norway"} <= set(words)
    assert not any("_" in word for word in words)
    page._table.go_to(page._model.ids[1])
    qtbot.waitUntil(lambda: "Given name" in said(page))
    assert {"Person", "Added", "Membership", "Chapter", "München"} <= set(said(page))


def test_many_rows_are_counted(qtbot: QtBot, club: Workspace, shown: Callable[[], HistoryPage]) -> None:
    people = [person(club, f"Bo{n}", "Berg", chapter="") for n in range(3)]
    club.do(prepare_run, people)
    page = shown()
    qtbot.waitUntil(lambda: "3 letters" in said(page))
    assert "Verification" in " ".join(said(page))


def test_undo_and_redo_say_what_and_mark_the_step(
    qtbot: QtBot, club: Workspace, window: Window, shown: Callable[[], HistoryPage]
) -> None:
    person(club, "Bo", "Berg", chapter="")
    page = shown()
    qtbot.waitUntil(lambda: page._undo.text() == "Undo: New member Bo Berg")
    assert not page._redo.isVisible()
    page._undo.trigger()
    qtbot.waitUntil(lambda: rows(page, 0) == ["Undone: New member Bo Berg", "New member Bo Berg"])
    assert rows(page, 1) == ["", "Taken back"]
    assert window.toasts == ["Undone: New member Bo Berg"]
    qtbot.waitUntil(page._redo.isVisible)
    page._redo.trigger()
    qtbot.waitUntil(lambda: rows(page, 1) == ["", "", ""])
    qtbot.waitUntil(lambda: not page._redo.isVisible())


def test_steps_are_found_by_words(qtbot: QtBot, club: Workspace, shown: Callable[[], HistoryPage]) -> None:
    person(club)
    person(club, "Øystein", "Sørensen")
    page = shown()
    page._search.setText("oystein member")
    qtbot.waitUntil(lambda: rows(page, 0) == ["New member Øystein Sørensen"])
    page._search.setText("nobody")
    qtbot.waitUntil(page._table.nothing.isVisible)
    page._table.nothing._button.click()
    qtbot.waitUntil(lambda: page._model.rowCount() == 2)


def test_a_long_history_is_read_page_by_page(club: Workspace) -> None:
    anna = person(club)
    for n in range(150):
        club.do(set_person, anna, notes=str(n))
    ids = club.read(history_ids)
    assert len(ids) == 151
    assert [line.change for line in club.read(history_lines, ids[64:128])] == list(ids[64:128])


def test_references_are_named(club: Workspace) -> None:
    anna = person(club)
    club.do(set_membership, anna, chapter="Oslo")
    values = club.read(changed_values, club.read(history_ids)[0])
    told = {(value.field, value.before, value.after) for value in values}
    assert any(field == "chapter_id" and after == "Oslo" for field, _before, after in told)


def test_an_undone_step_is_marked_until_it_is_done_again(club: Workspace, tmp_path: Path) -> None:
    person(club)
    for undone in (True, False, True):
        (club.undo if undone else club.redo)()
        assert club.read(history_lines, club.read(history_ids))[-1].undone is undone


def test_an_import_is_taken_back_and_who_stays_is_named(
    qtbot: QtBot, club: Workspace, shown: Callable[[], HistoryPage]
) -> None:
    rows_in = [
        PersonRow(row=n, given=name, surname="Berg", phone="1") for n, name in enumerate(("Anna", "Bo"))
    ]
    club.do(import_people, rows_in, file="list.csv")
    (bo,) = club.read(find_members, Search("Bo"))
    step = club.read(history_ids)[0]
    club.do(set_person, bo, phone="2")
    page = shown()
    qtbot.waitUntil(lambda: page._model.rowCount() == 2)
    page._table.go_to(step)
    qtbot.waitUntil(page._import.isVisible)
    page._import.trigger()
    qtbot.waitUntil(page.notice.isVisible)
    assert "1 person removed. 1 person stays" in page.notice.text
    assert list(club.read(find_members, Search())) == [bo]
