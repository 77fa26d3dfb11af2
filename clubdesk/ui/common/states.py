"""How the states of people look, in every list and figure."""

from dataclasses import dataclass

from clubdesk.services.member_list import STATES as WORDS


@dataclass(frozen=True)
class StateLook:
    """The look of a state's pill (`columns.LOOKS`), its word, not yet translated, and its drawing."""

    look: str
    word: str
    drawing: str


_LOOKS = {
    "verified": ("verified", "circle-check"),
    "posted": ("out", "mail"),
    "queued": ("out", "printer"),
    "silent": ("silent", "clock"),
    "returned": ("returned", "mail-x"),
    "lapsed": ("lapsed", "hourglass-empty"),
    "refused": ("none", "x"),
    "not-owner": ("none", "minus"),
    "unverified": ("none", "dots"),
}

STATES = {
    state: StateLook(look=_LOOKS[state][0], word=word, drawing=_LOOKS[state][1])
    for state, word in WORDS.items()
}
