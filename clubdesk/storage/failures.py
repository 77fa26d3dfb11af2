"""What the database says when something outside of the program is wrong, in an officer's words."""

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError

from clubdesk.errors import Conflict, Damaged, Problem
from clubdesk.i18n import _


def explained(error: Exception) -> Problem | None:
    """The Problem behind a database error; None when it is a bug of ours."""
    if isinstance(error, StaleDataError):
        return Conflict(
            _("Somebody else changed this meanwhile."),
            _("Look at the new values and make your change again."),
        )
    if not isinstance(error, DBAPIError):
        return None
    if isinstance(error, IntegrityError) and "foreign key" in str(error.orig).lower():
        return Conflict(_("Something else still needs this."), _("Undo or remove the later change first."))
    name = str(getattr(error.orig, "sqlite_errorname", ""))
    if name:
        return _file_problem(name)
    if isinstance(error, OperationalError):
        reason = str(error.orig).strip().splitlines()[0]
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
