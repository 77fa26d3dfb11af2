"""Copy a club file as a whole, verified, without a stub left behind when the disk is full."""

import contextlib
import datetime as dt
import os
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from clubdesk.errors import Problem
from clubdesk.i18n import _


def back_up(file: Path, target: Path) -> None:
    """Copy the club `file` to `target` through the database, check the copy, then give it its name."""
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        _copy(file, part)
        part.replace(target)
    except (OSError, sqlite.Error) as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise Problem(
            _("The backup {file} could not be written: {reason}.").format(file=target, reason=error),
            _("Make room on the disk or choose another folder, and try again."),
        ) from error


def _copy(file: Path, part: Path) -> None:
    with (
        contextlib.closing(sqlite.connect(str(file))) as source,
        contextlib.closing(sqlite.connect(str(part))) as copy,
    ):
        source.backup(copy)
        # A WAL file can't be opened on read-only media; a backup may come to lie there.
        copy.execute("PRAGMA journal_mode=DELETE")
        result = copy.execute("PRAGMA quick_check").fetchone()[0]
        if result != "ok":
            raise sqlite.DatabaseError(result)
    with part.open("rb+") as stream:
        os.fsync(stream.fileno())


def backup_before_upgrade(file: Path, version: int) -> Path:
    """Back `file` up beside itself before its tables change; the name tells format and day."""
    now = dt.datetime.now(dt.UTC).astimezone()
    target = file.with_name(f"{file.stem}-format-{version}-{now:%Y-%m-%d-%H%M%S}{file.suffix}")
    back_up(file, target)
    return target
