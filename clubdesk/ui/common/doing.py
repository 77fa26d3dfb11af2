"""Small changes done at once, such as leaving a field: whoever typed sees at the field what is wrong."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from clubdesk.errors import Problem
from clubdesk.i18n import _

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from clubdesk.services.workspace import Workspace

P = ParamSpec("P")
R = TypeVar("R")
PATIENCE = 0.5  # seconds that the window may stand still


def do_now(
    workspace: "Workspace",
    work: "Callable[Concatenate[Session, P], R]",
    /,
    *args: P.args,
    **kwargs: P.kwargs,
) -> R:
    """Run a quick change on the main thread; Problem when a long one is under way, such as an import."""
    if not workspace.has_turn(within=PATIENCE):
        raise Problem(_("Another change is still under way."), _("Try again when it is done."))
    return workspace.do(work, *args, **kwargs)
