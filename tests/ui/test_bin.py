"""Deleted people are brought back, erased and told of in the window."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clubdesk.services.members import Search, delete_people, find_members
from clubdesk.services.members.bin import bin_lines
from clubdesk.services.workspace import Workspace
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.columns import text_of
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.members.bin_dialog import BinDialog
from clubdesk.ui.members.report import save_report
from tests.documents.reading import Paper
from tests.factories import person
from tests.ui.shells import FakeShell


@pytest.fixture
def shell(tasks: Tasks) -> FakeShell:
    return FakeShell(tasks)


@pytest.fixture
def dialog(
    qtbot: QtBot, dressed: QApplication, club: Workspace, tasks: Tasks, shell: FakeShell
) -> Iterator[BinDialog]:
    people = [person(club, given, "Ek", number=f"M-{given}") for given in ("Anna", "Bo", "Cleo")]
    club.do(delete_people, people[:2])
    parent = QWidget()
    made = BinDialog(parent, club, tasks, shell)
    made.show()
    qtbot.waitUntil(lambda: len(made.model.ids) == 2)
    yield made
    made.close()
    parent.deleteLater()


def test_the_bin_shows_who_and_how_long(dialog: BinDialog) -> None:
    rows = dialog.model.source.rows(list(dialog.model.ids))
    assert {text_of(row.cells[0]) for row in rows} == {"Anna Ek", "Bo Ek"}
    assert {row.cells[4] for row in rows} == {89}
    assert not dialog.restore.isEnabled()


def test_one_is_brought_back(qtbot: QtBot, dialog: BinDialog, club: Workspace, shell: FakeShell) -> None:
    dialog.table.selectRow(0)
    dialog.restore.click()
    qtbot.waitUntil(lambda: len(dialog.model.ids) == 1)
    assert len(club.read(find_members, Search("ek"))) == 2
    assert shell.toasts == [("One person is back", True)] or shell.toasts == [("1 person is back", True)]


def test_erasing_asks_first(
    qtbot: QtBot, dialog: BinDialog, club: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.table.selectAll()
    monkeypatch.setattr(dialogs, "ask", lambda *_: None)
    dialog.erase.click()
    assert len(club.read(bin_lines)) == 2
    monkeypatch.setattr(dialogs, "ask", lambda _parent, _text, _more, verbs: verbs[0])
    dialog.erase.click()
    qtbot.waitUntil(lambda: len(dialog.model.ids) == 0)
    assert club.read(bin_lines) == []


@pytest.mark.parametrize("suffix", [".pdf", ".json"])
def test_what_is_held_is_saved(
    qtbot: QtBot,
    club: Workspace,
    shell: FakeShell,
    dressed: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
) -> None:
    anna, file = person(club), tmp_path / f"anna{suffix}"
    parent = QWidget()
    monkeypatch.setattr(dialogs, "save_file", lambda *_, **__: file)
    save_report(parent, club, shell, person=anna)
    qtbot.waitUntil(lambda: bool(shell.toasts))
    if suffix == ".json":
        assert json.loads(file.read_text("utf-8"))["person"][0]["given"] == "Anna"
    else:
        assert "Leopoldstraße 12" in Paper(file.read_bytes()).text()
    parent.deleteLater()
