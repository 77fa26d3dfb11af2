"""A printer is fitted to a paper: a test page, two distances, remembered on this computer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clubdesk.documents.fitting import Shift
from clubdesk.services.fitting import kept_shift
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.printer_fit import PrinterFit
from clubdesk.ui.common.tasks import Tasks
from tests.documents.reading import Paper
from tests.ui.shells import FakeShell


@pytest.fixture
def shell(tasks: Tasks) -> FakeShell:
    return FakeShell(tasks)


@pytest.fixture
def dialog(qtbot: QtBot, dressed: QApplication, tasks: Tasks, shell: FakeShell) -> Iterator[PrinterFit]:
    parent = QWidget()
    made = PrinterFit(parent, tasks, shell, paper="din-b")
    made.show()
    qtbot.waitUntil(lambda: bool(made._page))
    yield made
    made.close()
    parent.deleteLater()


def test_distances_as_people_type_them_are_kept(qtbot: QtBot, dialog: PrinterFit, shell: FakeShell) -> None:
    before = dialog._page
    for field, text in ((dialog.right, "−1,5"), (dialog.down, "2 mm")):
        field.line.setText(text)
        field.commit()
    assert kept_shift(shell.settings, "din-b") == Shift(-1.5, 2)
    qtbot.waitUntil(lambda: dialog._page != before)


@pytest.mark.parametrize("text", ["far", "1.2.3", "-", "40"])
def test_what_is_no_distance_stays_and_says_so(dialog: PrinterFit, shell: FakeShell, text: str) -> None:
    dialog.right.line.setText(text)
    dialog.right.commit()
    assert dialog.right.problem and dialog.right.line.text() == text
    assert kept_shift(shell.settings, "din-b") == Shift()


def test_the_test_page_is_saved(
    qtbot: QtBot, dialog: PrinterFit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = tmp_path / "test.pdf"
    monkeypatch.setattr(dialogs, "save_file", lambda *_, **__: pdf)
    dialog.save.click()
    qtbot.waitUntil(pdf.exists)
    assert "100 mm" in Paper(pdf.read_bytes()).text()
