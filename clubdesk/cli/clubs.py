"""Make a club."""

from typing import Annotated

import typer

from clubdesk.cli.feature import feature
from clubdesk.cli.options import Json, officer
from clubdesk.cli.output import print_json, say
from clubdesk.i18n import _
from clubdesk.services.clubs import create_club

app = feature()


@app.command()
def new(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file to make, or a PostgreSQL address.")],
    name: Annotated[str, typer.Option(metavar="NAME", help="The name that stands on the club's letters.")],
    as_json: Json = False,
) -> None:
    """Make a new, empty club."""
    create_club(file, name=name, officer=officer()).close()
    if as_json:
        print_json({"file": file, "name": name.strip()})
    else:
        say(
            _("{name} lies in {file}.").format(name=name.strip(), file=file),
            _("Bring your list with: clubdesk import LIST --club {file}").format(file=file),
        )
