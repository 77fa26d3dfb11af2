"""A bug: one dialog with a report that can be copied and the folder of the logs."""

import logging
import platform
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from clubdesk import __version__, paths
from clubdesk.i18n import _
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.tasks import Tasks

logger = logging.getLogger(__name__)
WIDTH, HEIGHT = 640, 420


class Reporter:
    """Takes what nobody expected; only one dialog is open at a time."""

    def __init__(self, tasks: Tasks, parent: QWidget) -> None:
        self._tasks, self._parent = tasks, parent
        self._open = False

    def install(self) -> None:
        sys.excepthook = self.take
        threading.excepthook = lambda hook: self.take(
            hook.exc_type, hook.exc_value or hook.exc_type(), hook.exc_traceback
        )

    def take(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        """Log it and show it; may be called on any thread."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, where)
            return
        logger.critical("unexpected error", exc_info=(kind, error, where))
        text = report(kind, error, where)
        self._tasks.later(lambda: self._show(text))

    def _show(self, text: str) -> None:
        if self._open:
            return
        self._open = True
        try:
            ReportDialog(text, self._parent).exec()
        finally:
            self._open = False


def report(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> str:
    """What a developer needs; no data of the club."""
    lines = "".join(traceback.format_exception(kind, error, where))
    system = (
        f"clubdesk {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    )
    return f"{system}\n\n{lines}"


class ReportDialog(QDialog):
    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something went wrong"))
        self.resize(WIDTH, HEIGHT)
        details = QPlainTextEdit(text)
        details.setReadOnly(True)
        details.setAccessibleName(_("Report"))
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.EDGE)
        column.setSpacing(sizes.GAP)
        column.addWidget(label(_("clubdesk made a mistake"), "heading"))
        column.addWidget(label(_("Your data is safe: what could not be finished was not kept."), wrap=True))
        column.addWidget(
            label(_("Please send this report to whoever looks after clubdesk."), "muted", wrap=True)
        )
        column.addWidget(details, 1)
        column.addLayout(self._buttons(text))

    def _buttons(self, text: str) -> QHBoxLayout:
        folder = QUrl.fromLocalFile(str(paths.log_folder()))
        line = QHBoxLayout()
        line.setSpacing(sizes.GRID)
        line.addWidget(
            button(_("Copy report"), lambda: QGuiApplication.clipboard().setText(text), drawing="copy")
        )
        line.addWidget(
            button(_("Open log folder"), lambda: QDesktopServices.openUrl(folder), drawing="folder-open")
        )
        line.addStretch()
        line.addWidget(button(_("Go on working"), self.accept, kind="primary"))
        return line
