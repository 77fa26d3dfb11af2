"""Papers for the day of an event: rosters and sign-in sheets, badges, certificates, calendar files."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from clubdesk.cli.files import new_file
from clubdesk.cli.fitting import fit
from clubdesk.cli.options import Accessible, Club, Dx, Dy, Event, Json, Out, PasswordFile, open_club
from clubdesk.cli.output import print_json, say
from clubdesk.cli.papers import locked_by, show_findings
from clubdesk.cli.working import working
from clubdesk.documents.content import Printed
from clubdesk.i18n import _, ngettext
from clubdesk.services.events import (
    print_badges,
    print_certificates,
    print_roster,
    print_sign_in,
    usual_badge_sheet,
)
from clubdesk.services.events.calendars import event_calendar
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
    _report(event_id, printed, out, as_json=as_json)


def badges(
    event: Event,
    club: Club,
    out: Out,
    sheet: Annotated[str, typer.Option(metavar="S", help="As `clubdesk sheets` lists them.")] = "",
    start: Annotated[int, typer.Option(metavar="N", help="The first free badge of the first sheet.")] = 1,
    outlines: Annotated[bool, typer.Option("--outlines", help="With the edges, to cut along.")] = False,
    dx: Dx = None,
    dy: Dy = None,
    accessible: Accessible = False,
    password_file: PasswordFile = None,
    as_json: Json = False,
) -> None:
    """Print a name badge for everybody who comes."""
    lock = locked_by(password_file)
    with open_club(club) as workspace, new_file(out) as file:
        event_id = workspace.read(find_event, event)
        sheet = sheet or workspace.read(usual_badge_sheet)
        printed = workspace.read(
            print_badges, event_id, sheet=sheet, start=start, outlines=outlines, tagged=accessible
        )
        file.write(lock(fit(printed.data, sheet, dx, dy)))
    _report(event_id, printed, out, as_json=as_json)


def certificates(
    event: Event,
    club: Club,
    out: Out,
    accessible: Accessible = False,
    password_file: PasswordFile = None,
    as_json: Json = False,
) -> None:
    """Print a certificate for everybody who comes, dated the last day."""
    lock = locked_by(password_file)
    with open_club(club) as workspace, new_file(out) as file, working(_("Printing certificates")) as progress:
        event_id = workspace.read(find_event, event)
        printed = workspace.read(print_certificates, event_id, tagged=accessible, progress=progress)
        file.write(lock(printed.data))
    _report(event_id, printed, out, as_json=as_json)


def _report(event: int, printed: Printed, out: Path, *, as_json: bool) -> None:
    if as_json:
        print_json({"event": event, "pages": printed.pages, "findings": printed.findings})
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
