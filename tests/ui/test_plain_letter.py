"""A letter to the people chosen, seen before it is saved."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clubdesk.services.workspace import Workspace
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.members.plain_letter import PlainLetter
from tests.documents.reading import Paper
from tests.factories import person
from tests.ui.shells import FakeShell


@pytest.fixture
def dialog(qtbot: QtBot, dressed: QApplication, club: Workspace, tasks: Tasks) -> Iterator[PlainLetter]:
    people = [person(club, given, "Ek") for given in ("Anna", "Bo")]
    people.append(person(club, "Per", "Lund", street="", postcode="", city=""))
    parent = QWidget()
    made = PlainLetter(parent, club, tasks, FakeShell(tasks), find=lambda: people)
    made.show()
    qtbot.waitUntil(made.save.isEnabled)
    yield made
    made.close()
    parent.deleteLater()


def test_who_gets_one_in_which_language(qtbot: QtBot, dialog: PlainLetter) -> None:
    assert dialog.count.text() == "2 letters"
    assert "Per Lund" in dialog.left_out.text()
    dialog.language.set_value("de")
    dialog.changed()
    assert not dialog.save.isEnabled()
    qtbot.waitUntil(dialog.save.isEnabled)
    assert "Willkommen" in Paper(dialog.printed.data).text()


def test_saved_as_it_is_seen(
    qtbot: QtBot, dialog: PlainLetter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = tmp_path / "letters.pdf"
    monkeypatch.setattr(dialogs, "save_file", lambda *_, **__: pdf)
    dialog.save.click()
    qtbot.waitUntil(pdf.exists)
    assert pdf.read_bytes() == dialog.printed.data


def test_nobody_with_an_address(qtbot: QtBot, dressed: QApplication, club: Workspace, tasks: Tasks) -> None:
    lost = person(club, "Per", "Lund", street="", postcode="", city="")
    parent = QWidget()
    made = PlainLetter(parent, club, tasks, FakeShell(), find=lambda: [lost])
    made.show()
    qtbot.waitUntil(made.notice.isVisible)
    assert "nobody with an address" in made.notice.text and not made.save.isEnabled()
    made.close()
    parent.deleteLater()
