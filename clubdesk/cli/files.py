"""Files that commands write: whole or not at all, and tried before anything else is done."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from clubdesk.errors import Problem
from clubdesk.i18n import _


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file under way: it is written as `part` and takes its place at the end."""

    path: Path
    part: Path

    def write(self, data: bytes) -> None:
        """Write all of it and put it in its place."""
        try:
            self.part.write_bytes(data)
        except OSError as error:
            raise _cannot_write(self.path, error) from error
        self.finish()

    def finish(self) -> None:
        """Put what stands in `part` in its place."""
        try:
            self.part.replace(self.path)
        except OSError as error:
            raise _cannot_write(self.path, error) from error


@contextmanager
def new_file(path: Path) -> Iterator[NewFile]:
    """A file that can be written, else Problem; nothing is left of it unless it was finished."""
    _check(path)
    file = NewFile(path, path.with_name(path.name + ".part"))
    try:
        file.part.open("wb").close()
        if path.exists():
            path.open("ab").close()  # fails where another program holds it open
    except OSError as error:
        with suppress(OSError):
            file.part.unlink()
        raise _cannot_write(path, error) from error
    try:
        yield file
    finally:
        file.part.unlink(missing_ok=True)


def _check(path: Path) -> None:
    if not path.parent.is_dir():
        raise Problem(
            _("There is no folder {folder}.").format(folder=path.parent),
            _("Make it, or give another place."),
        )
    if path.exists() and not path.is_file():
        raise Problem(_("{file} is no file.").format(file=path), _("Give the name of a file."))
    if path.suffix == ".clubdesk":
        raise Problem(_("{file} is a club.").format(file=path), _("Give another name."))


def _cannot_write(path: Path, error: OSError) -> Problem:
    if isinstance(error, PermissionError) and path.exists():
        return Problem(
            _("{file} can't be written: {reason}.").format(file=path, reason=error.strerror),
            _("If it is open in another program, close it there and try again."),
        )
    return Problem(
        _("{file} can't be written: {reason}.").format(file=path, reason=error.strerror),
        _("Give another place, or make room there."),
    )
