"""Labels and envelopes in the window: chosen, seen, saved; the next sheet begins where this one ended."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clubdesk.services.addressees import addressees
from clubdesk.services.workspace import Workspace
from clubdesk.ui.common import paper_dialog
from clubdesk.ui.common.address_papers import PAPER, START, AddressPapers
from clubdesk.ui.common.tasks import Tasks
from tests.factories import person
from tests.ui.shells import FakeShell


@pytest.fixture
def shell() -> FakeShell:
    return FakeShell()


@pytest.fixture
def dialog(
    qtbot: QtBot, dressed: QApplication, club: Workspace, shell: FakeShell, tasks: Tasks
) -> Iterator[AddressPapers]:
    people = [person(club, given, "Ek") for given in ("Anna", "Bo")]
    people.append(person(club, "Per", "Lund", street="", postcode="", city=""))
    parent = QWidget()
    made = AddressPapers(
        parent, club, tasks, shell, name="Labels", find=lambda: club.read(addressees, people)
    )
    made.show()
    qtbot.waitUntil(made.save.isEnabled)
    yield made
    made.close()
    parent.deleteLater()


def test_who_gets_one_and_who_has_no_address(dialog: AddressPapers) -> None:
    assert dialog.count.text() == "2 addresses"
    assert "Per Lund" in dialog.left_out.text()
    assert dialog.printed.pages == 1


def test_an_envelope_has_no_start(qtbot: QtBot, dialog: AddressPapers) -> None:
    dialog.sheet.set_value("dl")
    dialog._turn()
    assert not dialog.start.isVisible()
    qtbot.waitUntil(lambda: dialog.save.isEnabled() and dialog.printed.pages == 2)


def test_a_start_beyond_the_sheet_is_refused(qtbot: QtBot, dialog: AddressPapers) -> None:
    dialog.start.line.setText("99")
    dialog._turn()
    qtbot.waitUntil(dialog.notice.isVisible)
    assert not dialog.save.isEnabled()


def test_the_next_labels_begin_behind_these(
    dialog: AddressPapers, shell: FakeShell, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[bytes] = []

    def keep(*_: object, data: bytes, done: Callable[[], object], **__: object) -> None:
        saved.append(data)
        done()

    monkeypatch.setattr(paper_dialog, "save_pdf", keep)
    dialog.save.click()
    assert saved == [dialog.printed.data]
    assert shell.settings.window[PAPER] == "avery-l7160"
    assert shell.settings.window[START] == "3"
