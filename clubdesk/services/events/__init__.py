"""Events: plan them, find their audience, invite, take the answers."""

from clubdesk.model.eligibility import Rule
from clubdesk.services.events.answers import (
    STATES,
    AnswerResult,
    ParticipantRow,
    answer_invitation,
    answer_invitations,
    invitation_by_code,
    participants,
    set_group,
    set_groups,
)
from clubdesk.services.events.audience import Audience, audience, reached_by
from clubdesk.services.events.calendars import event_calendar
from clubdesk.services.events.cards import (
    DayCard,
    EventCard,
    EventLine,
    GroupLine,
    SessionLine,
    count_upcoming,
    event_card,
    events,
    nearness,
)
from clubdesk.services.events.invitations import (
    Invited,
    Prospects,
    invite,
    preview_invitation,
    print_invitations,
    prospects,
)
from clubdesk.services.events.keepsakes import print_badges, print_certificates, usual_badge_sheet
from clubdesk.services.events.places import Guest
from clubdesk.services.events.planning import (
    add_day,
    create_event,
    delete_event,
    remove_day,
    set_day,
    set_event,
    set_programme,
    set_rules,
    time_of_day,
)
from clubdesk.services.events.presets import KIND_NAMES
from clubdesk.services.events.rosters import print_roster, print_sign_in

__all__ = [
    "KIND_NAMES",
    "STATES",
    "AnswerResult",
    "Audience",
    "DayCard",
    "EventCard",
    "EventLine",
    "GroupLine",
    "Guest",
    "Invited",
    "ParticipantRow",
    "Prospects",
    "Rule",
    "SessionLine",
    "add_day",
    "answer_invitation",
    "answer_invitations",
    "audience",
    "count_upcoming",
    "create_event",
    "delete_event",
    "event_calendar",
    "event_card",
    "events",
    "invitation_by_code",
    "invite",
    "nearness",
    "participants",
    "preview_invitation",
    "print_badges",
    "print_certificates",
    "print_invitations",
    "print_roster",
    "print_sign_in",
    "prospects",
    "reached_by",
    "remove_day",
    "set_day",
    "set_event",
    "set_group",
    "set_groups",
    "set_programme",
    "set_rules",
    "time_of_day",
    "usual_badge_sheet",
]
