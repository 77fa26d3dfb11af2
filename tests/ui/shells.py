"""A window that only notes what a page asks of it; long work runs in real workers."""

from collections.abc import Callable
from typing import TypeVar

from clubdesk.services.progress import Progress
from clubdesk.settings import Settings
from clubdesk.ui.common.tasks import Tasks

R = TypeVar("R")


class FakeShell:
    def __init__(self, tasks: Tasks | None = None) -> None:
        self.settings = Settings(officer="Bo")
        self.gone: list[tuple[str, object]] = []
        self.toasts: list[tuple[str, bool]] = []
        self.problems: list[BaseException] = []
        self.said = ""
        self.left = False
        self.running: Progress | None = None
        self._tasks = tasks

    def go(self, page: str, wish: object = None) -> None:
        self.gone.append((page, wish))

    def toast(
        self, text: str, *, undo: bool = False, verb: str = "", run: Callable[[], object] | None = None
    ) -> None:
        self.toasts.append((text, undo))

    def say(self, text: str) -> None:
        self.said = text

    def show_problem(self, error: BaseException) -> None:
        self.problems.append(error)

    def run(
        self,
        title: str,
        work: Callable[[Progress], R],
        *,
        done: Callable[[R], object],
        failed: Callable[[BaseException], object] | None = None,
    ) -> None:
        assert self._tasks is not None
        self.running = self._tasks.start(work, done=done, failed=failed or self.show_problem)

    def open_club(self, address: str) -> None:
        self.gone.append(("club", address))

    def leave_club(self) -> None:
        self.left = True
