"""`python -m clubdesk`, the command `clubdesk` and the bundled program start here."""

import multiprocessing


def main() -> None:
    """Run the command line; its words decide whether a window opens."""
    multiprocessing.freeze_support()  # a bundled program starts its workers by starting itself
    from clubdesk import cli

    cli.main()


if __name__ == "__main__":
    main()
