"""Background work: one QObject on the main thread; workers never touch a Qt object.

Questions and changes run one after the other in the database worker, drawing of papers in a pool of its own.
What they return is handed to `done` on the main thread.
"""

import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from clubdesk.errors import Cancelled, Problem
from clubdesk.services.progress import Progress

R = TypeVar("R")
Report = Callable[[int, int], object]
Failed = Callable[[BaseException], object]


class Tasks(QObject):
    _call = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = ThreadPoolExecutor(1, "database")
        self._drawing = ThreadPoolExecutor(1, "drawing")
        self._gate = threading.Lock()
        self._open = True
        self._running: set[Progress] = set()
        self._era = 0
        self._call.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[Progress], R],
        *,
        done: Callable[[R], object],
        failed: Failed | None = None,
        progress: Report | None = None,
    ) -> Progress:
        """Run `work` in the database worker; `done` or `failed` is called on the main thread.

        `failed` gets every error; one that is neither Problem nor Cancelled was reported as a bug before.
        """
        return self._submit(self._database, work, done, failed, progress)

    def draw(
        self, work: Callable[[Progress], R], *, done: Callable[[R], object], failed: Failed | None = None
    ) -> Progress:
        """The same for drawing papers, which must not wait for the database."""
        return self._submit(self._drawing, work, done, failed, None)

    def later(self, call: Callable[[], object]) -> None:
        """Run `call` on the main thread; may be called on any thread."""
        era = self._era
        with self._gate:
            if self._open:
                self._call.emit(lambda: call() if era == self._era else None)

    def forget(self) -> None:
        """Stop what runs and drop its answers, because whoever asked goes away."""
        self._era += 1
        for running in tuple(self._running):
            running.cancel()

    def stop(self) -> None:
        """End all workers before the window dies; nothing is called afterwards."""
        self.forget()
        with self._gate:
            self._open = False
        for pool in (self._database, self._drawing):
            pool.shutdown(wait=True, cancel_futures=True)

    def _submit(
        self,
        pool: ThreadPoolExecutor,
        work: Callable[[Progress], R],
        done: Callable[[R], object],
        failed: Failed | None,
        report: Report | None,
    ) -> Progress:
        def tell(count: int, total: int) -> None:
            if report is not None:
                self.later(lambda: report(count, total))

        progress = Progress(tell)
        if not self._open:
            progress.cancel()
            return progress
        self._running.add(progress)
        era = self._era

        def finish(future: Future[R]) -> None:
            self._running.discard(progress)
            if not future.cancelled() and era == self._era:
                self.later(lambda: _hand_over(future, done, failed))

        pool.submit(work, progress).add_done_callback(finish)
        return progress

    @Slot(object)
    def _run(self, call: Callable[[], object]) -> None:
        call()


def _hand_over(future: Future[R], done: Callable[[R], object], failed: Failed | None) -> None:
    error = future.exception()
    if error is None:
        done(future.result())
        return
    if not isinstance(error, Problem | Cancelled):
        sys.excepthook(type(error), error, error.__traceback__)
    if failed is not None:
        failed(error)
