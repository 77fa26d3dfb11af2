"""Put the parts together: settings, language, look, workers, window. It is painted before a club opens."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from clubdesk import i18n, logs, paths, settings
from clubdesk.ui.common.appearance import Appearance
from clubdesk.ui.common.report import Reporter
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.main_window import MainWindow


def run(address: str = "") -> int:
    """Open the window with the club at that address, or with the last one; returns the exit code."""
    logs.start_logging()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("clubdesk")
    app.setDesktopFileName("clubdesk")
    app.setWindowIcon(QIcon(str(paths.resources() / "icons" / "clubdesk.svg")))
    kept = settings.load()
    i18n.use_language(kept.window_language)
    window = build(app, kept)
    window.show()
    if club := address or kept.last_club:
        QTimer.singleShot(0, lambda: window.open_club(club))
    return app.exec()


def build(app: QApplication, kept: settings.Settings) -> MainWindow:
    """The window with all it needs, not yet shown."""
    appearance = Appearance(app, kept)
    tasks = Tasks()
    window = MainWindow(kept, tasks, appearance)
    Reporter(tasks, window).install()
    return window
