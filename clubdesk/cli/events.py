"""Events: plan them, invite, record the answers."""

import datetime as dt
from contextlib import nullcontext
from typing import Annotated, Literal

import typer

from clubdesk.cli import answers, rosters
from clubdesk.cli.feature import feature
from clubdesk.cli.files import new_file
from clubdesk.cli.fitting import fit
from clubdesk.cli.options import Accessible, Club, Dx, Dy, Event, Json, Out, PasswordFile, day, open_club
from clubdesk.cli.output import print_json, say, show_table
from clubdesk.cli.papers import locked_by, show_findings, show_left_out
from clubdesk.cli.working import taken_back_on_failure, working
from clubdesk.documents.content import Printed
from clubdesk.i18n import _, ngettext, window_texts
from clubdesk.services.clubs import club_settings
from clubdesk.services.events import (
    Audience,
    EventLine,
    Invited,
    audience,
    create_event,
    event_card,
    events,
    invite,
    print_invitations,
)
from clubdesk.services.naming import find_chapter, find_event

app = feature("Events: create, invite, record the answers, print the rosters.")

Kind = Literal["driving-school", "pop-up-market", "executive-visit", "social"]


@app.command("list")
def list_events(club: Club, as_json: Json = False) -> None:
    """All events, the next one first."""
    with open_club(club) as workspace:
        lines = workspace.read(events)
    if as_json:
        print_json(lines)
        return
    headers = (_("Event"), _("Days"), _("Places"), _("Invited"), _("Accepted"), _("Waiting"))
    rows = [(e.title, _days(e), e.capacity or "–", e.invited, e.accepted, e.waiting) for e in lines]
    show_table(headers, rows, right=headers[2:])
    if not lines:
        say(_("No events yet. Plan the first with: clubdesk events create"))


@app.command()
def create(
    club: Club,
    kind: Annotated[Kind, typer.Option(help="What it brings along: programme, run groups ...")],
    title: Annotated[str, typer.Option(metavar="TEXT", help="As invitations call it.")],
    start: Annotated[
        dt.date, typer.Option("--from", parser=day, metavar="DATE", help="The first day, YYYY-MM-DD.")
    ],
    days: Annotated[int, typer.Option(metavar="N", help="How many days.")] = 1,
    capacity: Annotated[int | None, typer.Option(metavar="N", help="Places; else no limit.")] = None,
    model: Annotated[
        list[str] | None, typer.Option(metavar="MODEL", help="Only its owners; repeatable.")
    ] = None,
    chapter: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only its members; repeatable.")
    ] = None,
    venue: Annotated[str, typer.Option(metavar="TEXT", help="Where: the name.")] = "",
    place: Annotated[str, typer.Option(metavar="TEXT", help="Where: street and town.")] = "",
    answer_by: Annotated[
        dt.date | None, typer.Option(parser=day, metavar="DATE", help="Else two weeks before.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Plan an event. Its audience are verified members, narrowed by --model and --chapter."""
    with open_club(club) as workspace:
        event = workspace.do(
            create_event,
            kind=kind,
            title=title,
            start=start,
            days=days,
            capacity=capacity,
            venue=venue,
            place=place,
            answer_by=answer_by,
            models=model or (),
            chapters=[workspace.read(find_chapter, name) for name in chapter or ()],
        )
        card = workspace.read(event_card, event)
    if as_json:
        line = card.line
        print_json(
            {
                "event": event,
                "title": line.title,
                "first_day": line.first_day,
                "last_day": line.last_day,
                "answer_by": card.answer_by,
            }
        )
    else:
        say(
            _("{title}, {days}. Look who may be invited with:").format(
                title=card.line.title, days=_days(card.line)
            )
        )
        say(f'clubdesk events audience "{card.line.title}"')


def _days(line: EventLine) -> str:
    if line.first_day is None or line.last_day is None:
        return ""
    first = window_texts().short_date(line.first_day)
    return (
        first if line.first_day == line.last_day else f"{first} – {window_texts().short_date(line.last_day)}"
    )


@app.command("audience")
def show_audience(event: Event, club: Club, as_json: Json = False) -> None:
    """Who may be invited, and for everybody else the reason why not."""
    with open_club(club) as workspace:
        event_id = workspace.read(find_event, event)
        found = workspace.read(audience, event_id)
        title = workspace.read(event_card, event_id).line.title
    if as_json:
        print_json({"event": event_id, "title": title, "invited": found.invited, "left_out": found.left_out})
    else:
        _tell_audience(title, found)


def _tell_audience(title: str, found: Audience) -> None:
    count = len(found.invited)
    say(f"{title}: " + ngettext("one person may be invited.", "{count} people may be invited.", count))
    show_table((_("Name"),), [(guest.name,) for guest in found.invited])
    show_left_out(found.left_out)


@app.command("invite")
def invite_audience(
    event: Event,
    club: Club,
    out: Out,
    dx: Dx = None,
    dy: Dy = None,
    accessible: Accessible = False,
    password_file: PasswordFile = None,
    as_json: Json = False,
) -> None:
    """Invite all who may be and are not yet, and print the invitations of all who are."""
    lock = locked_by(password_file)
    with open_club(club) as workspace, new_file(out) as file, working(_("Printing invitations")) as progress:
        event_id = workspace.read(find_event, event)
        invited = workspace.do(invite, event_id, progress=progress)
        with taken_back_on_failure(workspace) if invited.new else nullcontext():
            printed = workspace.read(print_invitations, event_id, tagged=accessible, progress=progress)
            layout = workspace.read(club_settings).letter_layout
            file.write(lock(fit(printed.data, layout, dx, dy)))
    if as_json:
        print_json(_invited_json(invited, printed))
        return
    say(ngettext("One invitation:", "{count} invitations:", invited.total) + f" {out}")
    if invited.new < invited.total:
        say(ngettext("One of them is new.", "{count} of them are new.", invited.new))
    show_left_out(invited.left_out)
    show_findings(printed.findings)


def _invited_json(invited: Invited, printed: Printed) -> dict[str, object]:
    return {
        "event": invited.event,
        "invitations": invited.total,
        "new": invited.new,
        "pages": printed.pages,
        "left_out": invited.left_out,
        "findings": printed.findings,
    }


app.command("participants")(answers.list_participants)
app.command("answer")(answers.answer)
app.command("group")(answers.group)
app.command("roster")(rosters.roster)
app.command("badges")(rosters.badges)
app.command("certificates")(rosters.certificates)
app.command("ics")(rosters.calendar)
