"""Rosters, sign-in sheets and calendar files: `clubdesk events roster` and `ics`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from clubdesk.cli.files import new_file
from clubdesk.cli.options import Accessible, Club, Event, Json, Out, PasswordFile, open_club
from clubdesk.cli.output import print_json, say
from clubdesk.cli.papers import locked_by, show_findings
from clubdesk.i18n import ngettext
from clubdesk.services.events.calendars import event_calendar
from clubdesk.services.events.rosters import print_roster, print_sign_in
from clubdesk.services.naming import find_event


def roster(
    event: Event,
    club: Club,
    out: Out,
    by: Annotated[Literal["name", "group"], typer.Option(help="In which order.")] = "name",
    sign_in: Annotated[bool, typer.Option("--sign-in", help="A sheet to sign instead, by name.")] = False,
    accessible: Accessible = False,
    password_file: PasswordFile = None,
    as_json: Json = False,
) -> None:
    """Print who takes part, by name or by run group, or the sheet on which they sign in."""
    lock = locked_by(password_file)
    with open_club(club) as workspace, new_file(out) as file:
        event_id = workspace.read(find_event, event)
        if sign_in:
            printed = workspace.read(print_sign_in, event_id, tagged=accessible)
        else:
            printed = workspace.read(print_roster, event_id, by=by, tagged=accessible)
        file.write(lock(printed.data))
    if as_json:
        print_json({"event": event_id, "pages": printed.pages, "findings": printed.findings})
    else:
        say(ngettext("One page:", "{count} pages:", printed.pages) + f" {out}")
        show_findings(printed.findings)


def calendar(
    event: Event,
    club: Club,
    out: Annotated[Path, typer.Option("--out", metavar="X.ics", help="The calendar file to write.")],
    as_json: Json = False,
) -> None:
    """Write an event as a calendar file (.ics), to mail it or put it on the club's pages."""
    with open_club(club) as workspace, new_file(out) as file:
        event_id = workspace.read(find_event, event)
        data = workspace.read(event_calendar, event_id)
        file.write(data)
    days = data.count(b"BEGIN:VEVENT")
    if as_json:
        print_json({"event": event_id, "days": days})
    else:
        say(ngettext("One day:", "{count} days:", days) + f" {out}")
