"""What a page may ask of the window around it."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from clubdesk.services.progress import Progress
from clubdesk.settings import Settings

R = TypeVar("R")


class Shell(Protocol):
    settings: Settings

    def go(self, page: str, wish: object = None) -> None:
        """Show another page by its key, with what it should show."""

    def toast(
        self, text: str, *, undo: bool = False, verb: str = "", run: Callable[[], object] | None = None
    ) -> None:
        """Say what was done, for some seconds, with an Undo button if it can be undone.

        Or with another button: `verb` is its word ("Open"), `run` what it does.
        """

    def say(self, text: str) -> None:
        """What stands at the left of the status line: "128 of 2,431 members, 3 selected"."""

    def show_problem(self, error: BaseException) -> None:
        """Show a Problem in the page that is shown; other errors are no business of the page."""

    def run(
        self,
        title: str,
        work: Callable[[Progress], R],
        *,
        done: Callable[[R], object],
        failed: Callable[[BaseException], object] | None = None,
    ) -> None:
        """Long work in the database worker, with its bar and Cancel in the status line.

        Without `failed` a Problem is shown in the page and Cancel is silent.
        """

    def open_club(self, address: str) -> None:
        """Put another club into this window."""

    def leave_club(self) -> None:
        """Back to the first page, where clubs are opened and made."""
