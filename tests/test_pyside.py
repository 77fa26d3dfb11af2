"""The version of PySide6 that we pin is one that does not abort (docs/decisions.md)."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 2_000


def test_calls_that_return_nothing_keep_none_alive(qtbot: QtBot) -> None:
    """6.12.0 on Python 3.11 loses a reference to None with each call, and aborts when none is left."""
    label = QLabel()
    qtbot.add_widget(label)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    assert sys.getrefcount(None) > before - CALLS // 10
