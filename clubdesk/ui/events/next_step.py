"""What an officer does next for an event: invite, print, take the answers."""

from dataclasses import dataclass
from enum import Enum, auto

from clubdesk.i18n import _, ngettext
from clubdesk.services.events import EventLine


class Tab(Enum):
    """The tabs of an event, in their order."""

    EVENT = 0
    AUDIENCE = auto()
    PARTICIPANTS = auto()
    PAPERS = auto()


@dataclass(frozen=True)
class Step:
    """`tab` is where it happens; a step that `invites` is done at once."""

    text: str
    drawing: str
    tab: Tab
    invites: bool = False


def next_step(line: EventLine, new: int | None) -> Step | None:
    """`new` people may be invited and are not yet; None while that isn't known."""
    if line.invited:
        return _after_inviting(line)
    if new is None:
        return None
    return _invite(new) if new else Step(_("Choose who is invited"), "users", Tab.AUDIENCE)


def further_step(line: EventLine, new: int | None) -> Step | None:
    """Inviting people who became eligible after the first invitations."""
    if not (line.invited and new):
        return None
    words = ngettext("Invite one more", "Invite {count} more", new)
    return Step(words, "mail", Tab.PAPERS, invites=True)


def _invite(new: int) -> Step:
    words = ngettext("Invite one person", "Invite {count} people", new)
    return Step(words, "mail", Tab.PAPERS, invites=True)


def _after_inviting(line: EventLine) -> Step:
    if line.accepted or line.waiting or line.declined:
        return Step(_("Record answers"), "user-check", Tab.PARTICIPANTS)
    return Step(_("Print the invitations"), "printer", Tab.PAPERS)
