"""The printer is chosen once and remembered; what it can't do isn't offered."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clubdesk.services import printers
from clubdesk.services.printers import PrintOptions, Queue
from clubdesk.ui.common.print_dialog import QUEUE, PrintDialog
from clubdesk.ui.common.tasks import Tasks
from tests.ui.shells import FakeShell

Make = Callable[[], tuple[PrintDialog, list[PrintOptions]]]


@pytest.fixture
def shell() -> FakeShell:
    return FakeShell()


@pytest.fixture
def make(qtbot: QtBot, dressed: QApplication, tasks: Tasks, shell: FakeShell) -> Make:
    parent = QWidget()
    qtbot.addWidget(parent)

    def make() -> tuple[PrintDialog, list[PrintOptions]]:
        chosen: list[PrintOptions] = []
        dialog = PrintDialog(parent, shell, tasks, pages=3, chosen=chosen.append)
        dialog.show()
        return dialog, chosen

    return make


def test_what_was_chosen_is_printed_and_remembered(
    qtbot: QtBot, make: Make, shell: FakeShell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printers, "queues", lambda: ["hall", "office"])
    monkeypatch.setattr(
        printers, "queue_named", lambda name: Queue(name, ("Tray1",), two_sided=name == "office")
    )
    dialog, chosen = make()
    qtbot.waitUntil(lambda: dialog.tray.box.count() == 2)
    assert not dialog.sides.isVisible()
    dialog.queue.set_value("office")
    dialog._ask_queue()
    qtbot.waitUntil(dialog.sides.isVisible)
    dialog.sides.set_value("two-sided-long-edge")
    dialog.copies.line.setText("2")
    dialog.print.click()
    assert chosen == [PrintOptions(queue="office", copies=2, sides="two-sided-long-edge")]
    assert shell.settings.window[QUEUE] == "office"
    again, _chosen = make()
    qtbot.waitUntil(lambda: again.queue.value() == "office")


@pytest.mark.parametrize("copies", ["two", "0", "1000"])
def test_copies_that_are_no_number_are_told_under_the_field(
    qtbot: QtBot, make: Make, monkeypatch: pytest.MonkeyPatch, copies: str
) -> None:
    monkeypatch.setattr(printers, "queues", lambda: ["hall"])
    monkeypatch.setattr(printers, "queue_named", lambda name: Queue(name, (), two_sided=False))
    dialog, chosen = make()
    qtbot.waitUntil(dialog.print.isEnabled)
    dialog.copies.line.setText(copies)
    dialog.print.click()
    assert chosen == []
    assert dialog.copies.problem


def test_without_a_printer_nothing_can_be_printed(
    qtbot: QtBot, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printers, "queues", list)
    dialog, _chosen = make()
    qtbot.waitUntil(dialog.notice.isVisible)
    assert not dialog.print.isEnabled()
