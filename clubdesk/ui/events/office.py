"""What every part of this page works with: the club, the workers and the window around."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.tasks import Tasks

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

R = TypeVar("R")


@dataclass(frozen=True)
class Office:
    workspace: "Workspace"
    tasks: Tasks
    shell: Shell

    def work(self, work: "Callable[[Workspace], R]", *, done: Callable[[R], object]) -> None:
        """Ask or change something in the worker; a Problem is shown in the page."""
        workspace = self.workspace
        self.tasks.start(lambda _: work(workspace), done=done, failed=self.shell.show_problem)
