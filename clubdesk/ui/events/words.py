"""How events are put into words: kinds with their icons, days, places, states of answers."""

from clubdesk.i18n import N_, _, ngettext, window_texts
from clubdesk.services.events import KIND_NAMES, STATES, EventLine
from clubdesk.ui.common.columns import Status

KIND_DRAWINGS = {
    "driving-school": "steering-wheel",
    "pop-up-market": "building-store",
    "executive-visit": "microphone",
    "social": "confetti",
}
KIND_SENTENCES = {
    "driving-school": N_("Some days on a track: run groups, sessions, drivers' meeting."),
    "pop-up-market": N_("Stalls of members and local businesses, with times to load in and out."),
    "executive-visit": N_("An evening with guests from the company: welcome, talk, questions."),
    "social": N_("Anything else: a meeting, a drive, a summer party."),
}
USUAL_DAYS = {"driving-school": 3}

# state of an answer: look of its pill, drawing
STATE_LOOKS = {
    "open": ("none", "dots"),
    "accepted": ("verified", "circle-check"),
    "waiting": ("silent", "clock"),
    "declined": ("returned", "x"),
    "cancelled": ("lapsed", "x"),
}


def kind_pill(kind: str) -> Status:
    return Status("none", _(KIND_NAMES[kind]), icon=KIND_DRAWINGS[kind])


def state_pill(state: str, note: str = "") -> Status:
    look, drawing = STATE_LOOKS[state]
    return Status(look, _(STATES[state]), note, drawing)


def days(line: EventLine) -> str:
    """12–14 May 2027; empty for an event without days."""
    if line.first_day is None or line.last_day is None:
        return ""
    return window_texts().short_days(line.first_day, line.last_day)


def places(line: EventLine) -> str:
    """18 of 24 places taken."""
    if line.capacity is None:
        return ngettext("one person comes", "{count} people come", line.accepted) if line.accepted else ""
    return _("{taken} of {capacity} places taken").format(taken=line.accepted, capacity=line.capacity)


def facts(line: EventLine) -> str:
    """The line under an event's title."""
    waiting = ngettext("one is waiting", "{count} are waiting", line.waiting) if line.waiting else ""
    parts = (_(KIND_NAMES[line.kind]), days(line), line.venue, places(line), waiting)
    return " · ".join(part for part in parts if part)
