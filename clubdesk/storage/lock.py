"""One process per club file.

An exclusive lock on a side file is the truth: the system frees it at once, even after a crash.
"""

from pathlib import Path

from filelock import FileLock, Timeout

from clubdesk.errors import Problem
from clubdesk.i18n import _


def lock_file(file: Path) -> FileLock:
    """Hold the club `file` for this process until the lock is released; Problem if another one has it."""
    # Opened by a worker, closed by the window: a lock of one thread would stay when another lets go of it.
    lock = FileLock(file.with_name(f".{file.name}.lock"), is_singleton=False, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise Problem(
            _("{file} is open in another clubdesk.").format(file=file.name),
            _("Close it there, or look for its window, and try again."),
        ) from None
    except OSError as error:
        raise Problem(
            _("{file} can't be opened for writing: {reason}.").format(file=file.name, reason=error.strerror),
            _("Copy the club file to a folder of your own and open it there."),
        ) from error
    return lock
