"""Work that takes time: a bar on a terminal, Ctrl+C to cancel, and nothing left half-done."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from clubdesk.cli.output import console
from clubdesk.i18n import _
from clubdesk.services.progress import Progress
from clubdesk.services.workspace import Workspace


@contextmanager
def working(label: str) -> Iterator[Progress]:
    """A progress to hand to long work; on a terminal it shows `label`, the count and the time left."""
    to = console(stderr=True)
    if not to.is_terminal:
        progress = Progress()
        with _cancelled_by_ctrl_c(progress.cancel):
            yield progress
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=to, transient=True) as bar:
        task = bar.add_task(label, total=None)
        progress = Progress(lambda done, total: bar.update(task, completed=done, total=total))

        def cancel() -> None:
            bar.update(task, description=_("Cancelling …"))
            progress.cancel()

        with _cancelled_by_ctrl_c(cancel):
            yield progress


@contextmanager
def _cancelled_by_ctrl_c(cancel: Callable[[], None]) -> Iterator[None]:
    """The first Ctrl+C cancels where the work can be rolled back, a second one stops at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupted(_signal: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        cancel()

    before = signal.signal(signal.SIGINT, interrupted)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def taken_back_on_failure(workspace: Workspace) -> Iterator[None]:
    """Undo the step just done when what follows it fails or is cancelled."""
    step = workspace.next_undo()
    try:
        yield
    except BaseException:
        if step and workspace.next_undo() == step:
            workspace.undo()
        raise
