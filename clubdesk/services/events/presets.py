"""What each kind of event brings along: a programme for its days, names of run groups."""

from clubdesk.i18n import N_

KIND_NAMES = {
    "driving-school": N_("Driving school"),
    "pop-up-market": N_("Pop-up market"),
    "executive-visit": N_("Executive visit"),
    "social": N_("Gathering"),
}

GROUPS = (N_("Novice"), N_("Intermediate"), N_("Advanced"))

_PROGRAMMES = {
    "driving-school": (
        ("07:45", "08:30", N_("Check-in and tech inspection")),
        ("08:30", "09:00", N_("Drivers' meeting")),
        ("09:00", "10:30", N_("Track sessions by run group")),
        ("10:45", "12:15", N_("Classroom and track in turn")),
        ("12:15", "13:15", N_("Lunch")),
        ("13:15", "15:15", N_("Track sessions by run group")),
        ("15:30", "16:45", N_("Exercises with instructors")),
        ("16:45", "17:15", N_("Debriefing")),
    ),
    "pop-up-market": (
        ("08:00", "10:00", N_("Load-in of the stalls")),
        ("10:00", "16:00", N_("Market")),
        ("16:00", "18:00", N_("Load-out")),
    ),
    "executive-visit": (
        ("17:30", "18:00", N_("Welcome")),
        ("18:00", "19:00", N_("Talk and questions")),
        ("19:00", "20:30", N_("Conversation")),
    ),
    "social": (("15:00", "18:00", N_("Gathering")),),
}


def programme(kind: str) -> tuple[tuple[str, str, str], ...]:
    """Start, end and untranslated title of each session of a day."""
    return _PROGRAMMES[kind]
