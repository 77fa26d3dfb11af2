"""The window as it is painted first, and what is put into it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QCloseEvent, QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from clubdesk.settings import Settings
from clubdesk.ui.common import theme
from clubdesk.ui.frame import Frame


@pytest.fixture
def frame_of(qtbot: QtBot, dressed: QApplication) -> Iterator[Callable[[Settings], Frame]]:
    made = []

    def make(settings: Settings) -> Frame:
        made.append(Frame(settings))
        made[-1].show()
        return made[-1]

    yield make
    for frame in made:
        frame.hold(QWidget())
        frame.close()
        frame.deleteLater()


def test_it_tells_once_that_it_was_painted(qtbot: QtBot, frame_of: Callable[[Settings], Frame]) -> None:
    told = []
    frame = frame_of(Settings())
    frame.painted.connect(lambda: told.append(True))
    qtbot.waitUntil(lambda: told == [True])
    frame.repaint()
    qtbot.wait(20)
    assert told == [True]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_it_is_painted_in_the_colour_of_the_theme(frame_of: Callable[[Settings], Frame], name: str) -> None:
    frame = frame_of(Settings(theme=name))
    middle = frame.grab().toImage().pixelColor(frame.width() // 2, frame.height() // 2)
    assert middle == QColor(theme.load(name).colour("window"))


def test_it_wears_the_title_of_what_it_holds(frame_of: Callable[[Settings], Frame]) -> None:
    frame, inside = frame_of(Settings()), QWidget()
    frame.hold(inside)
    assert inside.isVisible()
    inside.setWindowTitle("Bavaria – clubdesk")
    assert frame.windowTitle() == "Bavaria – clubdesk"


def test_the_first_one_leaves_room_on_the_screen(frame_of: Callable[[Settings], Frame]) -> None:
    frame = frame_of(Settings())
    room = frame.screen().availableSize()
    assert frame.width() < room.width()
    assert frame.height() < room.height()


def test_it_comes_back_where_it_was(frame_of: Callable[[Settings], Frame]) -> None:
    settings = Settings()
    frame = frame_of(settings)
    frame.resize(751, 503)
    frame.close()
    assert frame_of(settings).size().toTuple() == (751, 503)


def test_it_stays_when_what_it_holds_stays(frame_of: Callable[[Settings], Frame]) -> None:
    class Busy(QWidget):
        @override
        def closeEvent(self, event: QCloseEvent) -> None:
            event.ignore()

    frame, busy = frame_of(Settings()), Busy()
    frame.hold(busy)
    assert not frame.close()
    assert frame.isVisible()
