"""What the database says when something outside of the program is wrong, in an officer's words."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError

from clubdesk.errors import Conflict, Damaged, Problem
from clubdesk.i18n import _


@contextmanager
def in_words() -> Iterator[None]:
    """Turn what the database says about the world outside into a Problem."""
    try:
        yield
    except Exception as error:
        problem = explained(error)
        if problem is None:
            raise
        raise problem from error


def explained(error: Exception) -> Problem | None:
    """The Problem behind a database error; None when it is a bug of ours."""
    if isinstance(error, StaleDataError):
        return Conflict(
            _("Somebody else changed this meanwhile."),
            _("Look at the new values and make your change again."),
        )
    if not isinstance(error, DBAPIError):
        return None
    if isinstance(error, IntegrityError):
        return _clash(str(error.orig).lower())
    name = str(getattr(error.orig, "sqlite_errorname", ""))
    return _file_problem(name) if name else _server_problem(error)


def _clash(reason: str) -> Problem | None:
    if "foreign key" in reason:
        return Conflict(_("Something else still needs this."), _("Undo or remove the later change first."))
    if "unique" in reason:
        return Conflict(_("Somebody else entered the same meanwhile."), _("Look into the history."))
    return None


def _server_problem(error: DBAPIError) -> Problem | None:
    code = getattr(error.orig, "sqlstate", None)
    reason = str(error.orig).strip().partition("\n")[0]
    if code == "55P03":
        return Problem(
            _("A change of another officer is still under way."), _("Wait a moment and try again.")
        )
    if code == "42501":
        return Problem(
            _("The club's database server doesn't allow this: {reason}").format(reason=reason),
            _("Ask the one who runs the server to give you the right to it."),
        )
    if isinstance(error, OperationalError):
        return Problem(
            _("The club's database server doesn't answer: {reason}").format(reason=reason),
            _("Check the address and your network, and try again."),
        )
    return None


def _file_problem(name: str) -> Problem | None:
    if name.startswith("SQLITE_FULL"):
        return Problem(
            _("The disk is full; nothing of this was saved, all that was saved before is safe."),
            _("Make room on the disk and try again."),
        )
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Problem(_("The club file is in use by another program."), _("Close it there and try again."))
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return Problem(
            _("The club file or its folder can't be written to."),
            _("Copy the club file to a folder of your own and open it there."),
        )
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return Damaged(
            _("The club file is damaged."), _("Open your last backup; this file is left as it is.")
        )
    if name.startswith("SQLITE_IOERR"):
        return Problem(
            _("The disk with the club file can't be read or written."), _("Check the disk and try again.")
        )
    return None
