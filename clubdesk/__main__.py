"""`python -m clubdesk`, the command `clubdesk` and the bundled program start here."""

import multiprocessing
import sys
from pathlib import Path


def main() -> None:
    """Run the command line; its words decide whether a window opens."""
    multiprocessing.freeze_support()  # a bundled program starts its workers by starting itself
    words = sys.argv[1:]
    if not words or (len(words) == 1 and _is_club(words[0])):
        open_window(*words)
    from clubdesk import cli

    cli.main()


def _is_club(word: str) -> bool:
    return word.endswith(".clubdesk") and Path(word).is_file()


def open_window(file: str = "") -> None:
    """Open the window at once: finding out what a command means takes a third of its start."""
    from clubdesk.app import run

    sys.exit(run(file))


if __name__ == "__main__":
    main()
