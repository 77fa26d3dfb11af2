"""The history shows what was done and what it changed."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from clubdesk.services.workspace import Workspace
from clubdesk.settings import Settings
from clubdesk.ui.common.columns import text_of
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.history.page import HistoryPage
from tests.factories import new_club, person


class Silent:
    """A window that says nothing."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def say(self, text: str) -> None:
        pass


@pytest.fixture
def club(tmp_path: Path) -> Workspace:
    return new_club(tmp_path / "club.clubdesk")


def test_each_step_shows_what_it_changed(
    qtbot: QtBot, club: Workspace, tasks: Tasks, settings: Settings
) -> None:
    person(club, "Øystein", "Sørensen")
    club.undo()
    shell: Shell = Silent(settings)  # type: ignore[assignment]
    page = HistoryPage(club, tasks, shell)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    with qtbot.waitSignal(page._model.found):
        page.show()
    assert [page._model.value(place, 2) for place in (0, 1)] == ["New member Øystein Sørensen"] * 2
    assert [text_of(page._model.value(place, 3)) for place in (0, 1)] == ["Undone", ""]
    page._table.go_to(page._model.ids[1])
    qtbot.waitUntil(lambda: any("– → Øystein" in part.text() for part in page._values.findChildren(QLabel)))
    club.close()
