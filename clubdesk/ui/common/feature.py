"""A page as the window knows it before it is built."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.tasks import Tasks

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace
    from clubdesk.settings import Settings
    from clubdesk.ui.common.first_look import FirstPage
    from clubdesk.ui.common.page import Page

PAGE = "page"  # in Settings.window: the key of the page on which the last club was left


@dataclass(frozen=True)
class Feature:
    """`title` is marked with N_. `build` imports its page itself, so that unseen pages cost nothing.

    `count` is asked in the background and stands beside the title in the sidebar; None shows nothing.
    A feature that is not `listed` is reached by its action only (Shell.go). `first_look` makes the page that
    stands in its place while the club at that address is still being opened.
    """

    key: str
    title: str
    drawing: str
    build: "Callable[[Workspace, Tasks, Shell], Page]"
    count: "Callable[[Workspace], int | None] | None" = None
    listed: bool = True
    first_look: "Callable[[str, Tasks, Settings], FirstPage | None] | None" = None
