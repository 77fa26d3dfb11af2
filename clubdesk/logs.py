"""The log: a rotating file in `paths.log_folder()`, for the report that an officer sends us.

Messages name ids and counts, never people: no names, addresses or contents of fields.
"""

import logging
import sys

from clubdesk import paths

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
BYTES = 1_000_000
OLDER_FILES = 3


def start_logging() -> None:
    """Log to the file, or to stderr where the folder can't be written; starting again changes nothing."""
    root = logging.getLogger()
    if any(handler.name == "clubdesk" for handler in root.handlers):
        return
    handler = _file_or_stderr()
    handler.name = "clubdesk"
    handler.setFormatter(logging.Formatter(FORMAT))
    root.addHandler(handler)
    logging.getLogger("clubdesk").setLevel(logging.INFO)


def _file_or_stderr() -> logging.Handler:
    from logging.handlers import RotatingFileHandler  # with sockets and more: the window is painted first

    try:
        folder = paths.log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "clubdesk.log"
        return RotatingFileHandler(file, maxBytes=BYTES, backupCount=OLDER_FILES, encoding="utf-8")
    except OSError:
        return logging.StreamHandler(sys.stderr)
