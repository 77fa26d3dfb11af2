"""Questions of which only the newest answer matters: what is looked at changes faster than it is read."""

from collections.abc import Callable
from typing import Any, TypeVar

from clubdesk.ui.common.tasks import Tasks

R = TypeVar("R")


class Latest:
    """At most one question is under way; of those that come meanwhile only the last is asked.

    The database worker answers, or the one for `drawing`.
    """

    def __init__(self, tasks: Tasks, *, drawing: bool = False) -> None:
        self._start = tasks.draw if drawing else tasks.start
        self._asking = False
        self._asked = 0
        self._next: Callable[[], None] | None = None

    def ask(
        self,
        question: Callable[[], R],
        *,
        done: Callable[[R], object],
        failed: Callable[[BaseException], object],
    ) -> None:
        """Ask in the worker; `done` or `failed` is called unless something newer was asked."""
        self._asked += 1
        asked = self._asked

        def finish(tell: Callable[[Any], object], told: Any) -> None:
            self._asking = False
            if self._next is not None:
                self._next()
            elif asked == self._asked:
                tell(told)

        def start() -> None:
            self._asking, self._next = True, None
            self._start(
                lambda _: question(),
                done=lambda answer: finish(done, answer),
                failed=lambda error: finish(failed, error),
            )

        self._next = start
        if not self._asking:
            start()

    def forget(self) -> None:
        """Nobody wants the answer any more."""
        self._asked += 1
        self._next = None
