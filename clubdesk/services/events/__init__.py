"""Events: plan them, find their audience, invite, take the answers."""

from clubdesk.services.events.answers import (
    STATES,
    AnswerResult,
    ParticipantRow,
    answer_invitation,
    invitation_by_code,
    participants,
    set_group,
)
from clubdesk.services.events.audience import Audience, audience
from clubdesk.services.events.invitations import Invited, invite, preview_invitation, print_invitations
from clubdesk.services.events.places import Guest
from clubdesk.services.events.planning import (
    EventCard,
    EventLine,
    SessionLine,
    add_day,
    create_event,
    delete_event,
    event_card,
    events,
    remove_day,
    set_event,
    set_programme,
    set_rules,
)
from clubdesk.services.events.presets import KIND_NAMES
from clubdesk.services.events.rosters import print_roster, print_sign_in

__all__ = [
    "KIND_NAMES",
    "STATES",
    "AnswerResult",
    "Audience",
    "EventCard",
    "EventLine",
    "Guest",
    "Invited",
    "ParticipantRow",
    "SessionLine",
    "add_day",
    "answer_invitation",
    "audience",
    "create_event",
    "delete_event",
    "event_card",
    "events",
    "invitation_by_code",
    "invite",
    "participants",
    "preview_invitation",
    "print_invitations",
    "print_roster",
    "print_sign_in",
    "remove_day",
    "set_event",
    "set_group",
    "set_programme",
    "set_rules",
]
