"""Put the parts together: settings, language, look, workers, window. It is painted before a club opens."""

import gc
import logging
import sys

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from clubdesk import i18n, logs, paths, settings
from clubdesk.ui.common.appearance import Appearance
from clubdesk.ui.common.reporter import Reporter
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.main_window import MainWindow

logger = logging.getLogger(__name__)
OBJECTS = 20_000  # new ones before Python looks for rings; 700 of its own are a tenth of the start


def run(address: str = "") -> int:
    """Open the window with the club at that address, or with the last one; returns the exit code."""
    try:
        app, _window = start(address)
    except Exception:  # from now on Reporter takes what nobody expected
        logs.start_logging()
        logger.exception("unexpected error")
        raise
    return app.exec()


def start(address: str = "") -> tuple[QApplication, MainWindow]:
    """The window as it is shown first; the club opens as soon as events are handled."""
    gc.set_threshold(OBJECTS)
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("clubdesk")
    app.setDesktopFileName("clubdesk")
    app.setWindowIcon(QIcon(str(paths.resources() / "icons" / "clubdesk.svg")))
    kept = settings.load()
    i18n.use_language(kept.window_language)
    window = build(app, kept)
    if not (club := address or kept.last_club):
        window.leave_club()
    window.painted.connect(logs.start_logging)
    if club:
        window.painted.connect(lambda: window.open_club(club))
    window.show()
    return app, window


def build(app: QApplication, kept: settings.Settings) -> MainWindow:
    """The window with all it needs, not yet shown."""
    appearance = Appearance(app, kept)
    tasks = Tasks()
    window = MainWindow(kept, tasks, appearance)
    Reporter(tasks, window).install()
    return window
