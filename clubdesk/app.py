"""Put the parts together: settings, language, look, workers, window. A frame is painted before."""

import gc
import logging
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from clubdesk import logs, paths, settings
from clubdesk.ui.frame import Frame

if TYPE_CHECKING:
    from clubdesk.ui.main_window import MainWindow

logger = logging.getLogger(__name__)
OBJECTS = 20_000  # new ones before Python looks for rings; 700 of its own are a tenth of the start


def run(address: str = "") -> int:
    """Open the window with the club at that address, or with the last one; returns the exit code."""
    try:
        app, _frame = start(address)
    except Exception:
        _note_failure()
        raise
    return app.exec()


def start(address: str = "") -> tuple[QApplication, Frame]:
    """The frame as it is painted first; it is furnished and the club opens as soon as events are handled."""
    gc.set_threshold(OBJECTS)
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("clubdesk")
    app.setDesktopFileName("clubdesk")
    app.setWindowIcon(QIcon(str(paths.resources() / "icons" / "clubdesk.svg")))
    kept = settings.load()
    frame = Frame(kept)
    frame.painted.connect(lambda: _furnish(app, frame, kept, address or kept.last_club))
    frame.show()
    return app, frame


def _furnish(app: QApplication, frame: Frame, kept: settings.Settings, club: str) -> None:
    try:
        from clubdesk import i18n

        i18n.use_language(kept.window_language)
        window = build(app, kept)
        frame.hold(window)
        if club:
            window.open_club(club)
        else:
            window.leave_club()
    except Exception:
        _note_failure()
        app.exit(1)
        raise
    QTimer.singleShot(0, app, logs.start_logging)


def _note_failure() -> None:
    """For what happens before Reporter takes what nobody expected."""
    logs.start_logging()
    logger.exception("unexpected error")


def build(app: QApplication, kept: settings.Settings) -> "MainWindow":
    """The window with all it needs, not yet shown."""
    from clubdesk.ui.common.appearance import Appearance
    from clubdesk.ui.common.reporter import Reporter
    from clubdesk.ui.common.tasks import Tasks
    from clubdesk.ui.main_window import MainWindow

    appearance = Appearance(app, kept)
    tasks = Tasks()
    window = MainWindow(kept, tasks, appearance)
    Reporter(tasks, window).install()
    return window
