"""Rosters and sign-in sheets: `clubdesk events roster`."""

from typing import Annotated, Literal

import typer

from clubdesk.cli.files import new_file
from clubdesk.cli.options import Club, Event, Json, Out, open_club
from clubdesk.cli.output import print_json, say
from clubdesk.cli.papers import show_findings
from clubdesk.i18n import ngettext
from clubdesk.services.events.rosters import print_roster, print_sign_in
from clubdesk.services.naming import find_event


def roster(
    event: Event,
    club: Club,
    out: Out,
    by: Annotated[Literal["name", "group"], typer.Option(help="In which order.")] = "name",
    sign_in: Annotated[bool, typer.Option("--sign-in", help="A sheet to sign instead, by name.")] = False,
    as_json: Json = False,
) -> None:
    """Print who takes part, by name or by run group, or the sheet on which they sign in."""
    with open_club(club) as workspace, new_file(out) as file:
        event_id = workspace.read(find_event, event)
        if sign_in:
            printed = workspace.read(print_sign_in, event_id)
        else:
            printed = workspace.read(print_roster, event_id, by=by)
        file.write(printed.data)
    if as_json:
        print_json({"event": event_id, "pages": printed.pages, "findings": printed.findings})
    else:
        say(ngettext("One page:", "{count} pages:", printed.pages) + f" {out}")
        show_findings(printed.findings)
