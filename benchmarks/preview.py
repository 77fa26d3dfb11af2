"""A keystroke in the template editor until its letter is shown, against one paint of the preview's viewport.

Target: 3 paints. Both are measured in turns in the same window. Run: python -m benchmarks.preview [ROUNDS]
"""

import os
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.table import milliseconds
from clubdesk.services.sample import create_sample
from clubdesk.settings import Settings
from clubdesk.ui.common.appearance import Appearance
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.wishes import WriteTemplate
from clubdesk.ui.main_window import MainWindow
from clubdesk.ui.templates.page import TemplatesPage

WIDTH, HEIGHT = 1600, 900
KINDS = ("verification", "invitation-driving-school", "letter-welcome")


class Writing:
    """The editor in a window, with a letter in its preview."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self._app, file = app, folder / "sample.clubdesk"
        create_sample(file, "Bo").close()
        settings = Settings(theme="light")
        self.window = MainWindow(settings, Tasks(), Appearance(app, settings))
        self.window.resize(WIDTH, HEIGHT)
        self.window.show()
        self.window.open_club(str(file))
        self.until(lambda: self.window.desk is not None)

    def until(self, ready: Callable[[], bool]) -> None:
        while not ready():
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def open(self, kind: str) -> TemplatesPage:
        """The editor of a template, once its letter is shown."""
        self.window.go("templates", WriteTemplate(kind, "de"))
        page = self.window.page()
        assert isinstance(page, TemplatesPage)
        self.until(lambda: page.editor.draft is not None and page.editor.draft.kind == kind)
        page.proof.preview.clear()
        self.until(lambda: page.proof.preview.isVisible() and page.proof.preview._pages > 0)
        return page

    def keystroke(self, page: TemplatesPage, character: str) -> None:
        """Type into the first paragraph and wait, asleep, until its letter has been painted."""
        assert page.editor.form
        edit = page.editor.form.boxes["paragraphs"].edit_at(0)
        loop = QEventLoop()
        page.proof.found.connect(loop.quit)
        QTest.keyClicks(edit, character)
        loop.exec()
        page.proof.found.disconnect(loop.quit)
        self._app.processEvents()

    def paint(self, page: TemplatesPage) -> None:
        """The viewport of the preview with the letter in it."""
        viewport = page.proof.preview._area.viewport()
        viewport.update()
        page.proof.preview._paper.update()
        self._app.processEvents()


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    app = QApplication([])
    with TemporaryDirectory() as folder:
        writing = Writing(app, Path(folder))
        for kind in KINDS:
            page = writing.open(kind)
            times = []
            for number in range(rounds + 5):  # the first ones read fonts
                typed = milliseconds(lambda: writing.keystroke(page, "ab "[number % 3]))  # noqa: B023
                times.append((typed, milliseconds(lambda: writing.paint(page))))  # noqa: B023
            typed = statistics.median(typed for typed, _ in times[5:])
            painted = statistics.median(paint for _, paint in times[5:])
            ratio = statistics.median(typed / paint for typed, paint in times[5:])
            print(f"{kind:>28}: {typed:5.1f} ms, one paint {painted:5.1f} ms = {ratio:.1f}x")
        writing.window.close()


if __name__ == "__main__":
    main()
