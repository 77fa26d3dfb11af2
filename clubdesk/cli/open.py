"""Open the window."""

from pathlib import Path
from typing import Annotated

import typer

from clubdesk.cli.feature import feature
from clubdesk.errors import Problem
from clubdesk.i18n import _

app = feature()


@app.command()
def open(
    file: Annotated[str, typer.Argument(metavar="[FILE]", help="The club; else the one opened last.")] = "",
) -> None:
    """Open the window; `clubdesk FILE` does the same."""
    open_window(file)


def open_window(file: str) -> None:
    """Run the window until it is closed. Problem when there is no such file."""
    if file and "://" not in file and not Path(file).exists():
        raise Problem(
            _("There is no file {file}.").format(file=file),
            _("Check the name and the folder, or make a club with: clubdesk new FILE --name NAME"),
        )
    from clubdesk.app import run

    raise typer.Exit(run(file) if file else run())
