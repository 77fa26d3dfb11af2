"""Answers to invitations, and run groups: commands of `clubdesk events`."""

import re
from typing import Annotated, Literal

import typer

from clubdesk.cli.options import Club, Event, Json, Person, open_club
from clubdesk.cli.output import print_json, say, show_table
from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext
from clubdesk.services.events import (
    STATES,
    AnswerResult,
    answer_invitation,
    invitation_by_code,
    participants,
    set_group,
)
from clubdesk.services.naming import find_event, find_person
from clubdesk.services.workspace import Workspace

Answer = Literal["accepted", "declined"]
CODE = re.compile(r"\w{3}-\w{3}-\w{4}")  # as invitations print it


def list_participants(event: Event, club: Club, as_json: Json = False) -> None:
    """Everybody invited, with their answers and run groups."""
    with open_club(club) as workspace:
        rows = workspace.read(participants, workspace.read(find_event, event))
    if as_json:
        print_json(rows)
        return
    headers = (_("Number"), _("Name"), _("Vehicle"), _("Answer"), _("Group"))
    show_table(
        headers,
        [(row.number, row.name, row.vehicle, _(STATES[row.state]), row.group) for row in rows],
        right=headers[:1],
    )
    if not rows:
        say(_("Nobody is invited yet."))


def answer(
    event: Event,
    person: Person,
    answer: Annotated[Answer, typer.Argument()],
    club: Club,
    as_json: Json = False,
) -> None:
    """Record an answer. Who accepts when all places are taken goes to the waiting list."""
    with open_club(club) as workspace:
        event_id = workspace.read(find_event, event)
        person_id = _person(workspace, event_id, person)
        result = workspace.do(answer_invitation, event_id, person_id, answer=answer)
    if as_json:
        print_json(result)
    else:
        _tell(result)


def _person(workspace: Workspace, event_id: int, text: str) -> int:
    if not CODE.fullmatch(text.strip()):
        return workspace.read(find_person, text)
    invited_to, person = workspace.read(invitation_by_code, text)
    if invited_to != event_id:
        raise Problem(_("The code {code} belongs to another event.").format(code=text), _("Name that event."))
    return person


def _tell(result: AnswerResult) -> None:
    say(f"{result.name}: {_(STATES[result.state])}")
    if result.promoted:
        names = ", ".join(guest.name for guest in result.promoted)
        count = len(result.promoted)
        say(ngettext("One person moves up:", "{count} people move up:", count) + f" {names}")


def group(
    event: Event,
    person: Person,
    name: Annotated[str, typer.Argument(metavar="GROUP", help="Its name; '' takes them out.")],
    club: Club,
    as_json: Json = False,
) -> None:
    """Put a participant into a run group."""
    with open_club(club) as workspace:
        event_id = workspace.read(find_event, event)
        person_id = _person(workspace, event_id, person)
        workspace.do(set_group, event_id, person_id, group=name)
        row = next(row for row in workspace.read(participants, event_id) if row.id == person_id)
    if as_json:
        print_json({"event": event_id, "person": person_id, "name": row.name, "group": row.group})
    else:
        say(f"{row.name}: {row.group or _('no run group')}")
