"""Get the bytes of a file an officer chose."""

from pathlib import Path

from clubdesk.errors import Problem
from clubdesk.i18n import _

MAX_BYTES = 300_000_000


def read_bytes(path: Path) -> bytes:
    """The contents of the file. Raises Problem for what is no readable, filled file."""
    name = path.name or str(path)
    try:
        if path.exists() and not path.is_file() and not path.is_dir():  # a pipe would block for ever
            raise Problem(
                _("“{file}” is no file.").format(file=name), _("Choose the file with the members' list.")
            )
        if path.stat().st_size > MAX_BYTES:
            raise Problem(_("“{file}” is too large.").format(file=name), _("Cut it into several lists."))
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise Problem(
            _("There is no file “{file}”.").format(file=path), _("Check the name and the folder.")
        ) from error
    except IsADirectoryError as error:
        raise _folder(name) from error
    except PermissionError as error:
        if path.is_dir():  # what Windows says about folders
            raise _folder(name) from error
        message = _("“{file}” may not be read.").format(file=name)
        raise Problem(message, _("Close it in other programs, or ask its owner for access.")) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Problem(_("“{file}” can't be read: {error}").format(file=name, error=reason)) from error
    if not data.strip(b"\r\n\t \xef\xbb\xbf"):
        raise Problem(_("“{file}” is empty.").format(file=name), _("Choose the file with the members' list."))
    return data


def _folder(name: str) -> Problem:
    return Problem(_("“{file}” is a folder.").format(file=name), _("Choose the file with the members' list."))
