"""Catches bugs on every thread: they are logged and shown (report.py)."""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtWidgets import QWidget

from clubdesk.ui.common.tasks import Tasks

logger = logging.getLogger(__name__)


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
        self._tasks.later(lambda: self._show(kind, error, where))

    def _show(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if self._open:
            return
        from clubdesk.ui.common.report import ReportDialog, report  # a start without bugs doesn't need it

        self._open = True
        try:
            ReportDialog(report(kind, error, where), self._parent).exec()
        finally:
            self._open = False
