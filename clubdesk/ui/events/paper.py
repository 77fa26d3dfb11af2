"""The papers of an event, each with what prints it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from clubdesk.i18n import N_
from clubdesk.services.clubs import club_settings
from clubdesk.services.events import (
    preview_invitation,
    print_badges,
    print_certificates,
    print_invitations,
    print_roster,
    print_sign_in,
    prospects,
    usual_badge_sheet,
)
from clubdesk.services.progress import Progress

if TYPE_CHECKING:
    from clubdesk.documents.content import Printed
    from clubdesk.services.workspace import Workspace


@dataclass(frozen=True)
class Paper:
    """`title` and `sentence` are marked with N_; `print_it` runs in a worker.

    `template` is the kind of template in whose words it is written; {kind} is the event's. `layout` names
    the layout or sheet to which a printer may be fitted, since it has to meet a window or a badge.
    """

    key: str
    title: str
    sentence: str
    drawing: str
    print_it: "Callable[..., Printed]"  # takes the workspace, the event, the progress, and tagged=
    grouped: bool = False  # only for events with run groups
    template: str | None = None
    layout: "Callable[[Workspace], str]" = lambda _club: ""


def _invitations(club: "Workspace", event: int, progress: Progress, *, tagged: bool = False) -> "Printed":
    return club.read(print_invitations, event, tagged=tagged, progress=progress)


def _roster(
    club: "Workspace", event: int, _progress: Progress, *, by: str, tagged: bool = False
) -> "Printed":
    return club.read(print_roster, event, by=by, tagged=tagged)


def _sign_in(club: "Workspace", event: int, _progress: Progress, *, tagged: bool = False) -> "Printed":
    return club.read(print_sign_in, event, tagged=tagged)


def _badges(club: "Workspace", event: int, _progress: Progress, *, tagged: bool = False) -> "Printed":
    return club.read(print_badges, event, tagged=tagged)


def _certificates(club: "Workspace", event: int, progress: Progress, *, tagged: bool = False) -> "Printed":
    return club.read(print_certificates, event, tagged=tagged, progress=progress)


def sample_invitation(club: "Workspace", event: int) -> "Printed | None":
    """How an invitation will look, before anybody is invited; None if nobody can be."""
    new = club.read(prospects, event).new
    return club.read(preview_invitation, event, new[0].person) if new else None


PAPERS = (
    Paper(
        "invitations",
        N_("Invitations"),
        N_("One page for each person invited, with the programme and their code."),
        "mail",
        _invitations,
        template="invitation-{kind}",
        layout=lambda club: club.read(club_settings).letter_layout,
    ),
    Paper(
        "roster",
        N_("Roster by name"),
        N_("Everybody who comes, then the waiting list."),
        "list-details",
        partial(_roster, by="name"),
    ),
    Paper(
        "groups",
        N_("Roster by run group"),
        N_("Everybody who comes, group by group."),
        "users-group",
        partial(_roster, by="group"),
        grouped=True,
    ),
    Paper(
        "sign-in",
        N_("Sign-in sheets"),
        N_("A sheet for each day, with room to sign."),
        "signature",
        _sign_in,
    ),
    Paper(
        "badges",
        N_("Name badges"),
        N_("A badge for everybody who comes, several to a sheet."),
        "user",
        _badges,
        template="badge",
        layout=lambda club: club.read(usual_badge_sheet),
    ),
    Paper(
        "certificates",
        N_("Certificates"),
        N_("A certificate for everybody who comes, dated the last day."),
        "circle-check",
        _certificates,
        template="certificate",
    ),
)
