"""How a long piece of work tells how far it is, and how it is cancelled.

Plain Python: the window hands in a `Progress` whose report reaches its bar and calls `cancel()` from the
button; the work calls `progress(done, total)` now and then. Cancelling raises inside the work, so whatever
transaction is open is rolled back.
"""

import threading
from collections.abc import Callable

from clubdesk.errors import Cancelled


class Progress:
    """Hands the count to `report` and raises `Cancelled` once somebody has cancelled; safe across threads."""

    def __init__(self, report: Callable[[int, int], None] | None = None) -> None:
        self._report = report
        self._cancelled = threading.Event()

    def __call__(self, done: int, total: int) -> None:
        if self._cancelled.is_set():
            raise Cancelled
        if self._report:
            self._report(done, total)

    def cancel(self) -> None:
        """Make the next call of the work raise `Cancelled`."""
        self._cancelled.set()


NO_PROGRESS = Progress()  # for who does not care; nobody cancels it
