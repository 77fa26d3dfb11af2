"""How the states of people look (services.today_work.STATES says their words)."""

from dataclasses import dataclass

from clubdesk.services.today_work import STATES as WORDS
from clubdesk.ui.common.columns import LOOKS


@dataclass(frozen=True)
class Shown:
    look: str
    word: str  # not yet translated
    drawing: str


_LOOK = {
    "verified": "verified",
    "posted": "out",
    "queued": "out",
    "silent": "silent",
    "returned": "returned",
    "lapsed": "lapsed",
}
_DRAWING = {"queued": "printer", "refused": "x", "not-owner": "minus"}

STATES = {
    state: Shown(_LOOK.get(state, "none"), word, _DRAWING.get(state, LOOKS[_LOOK.get(state, "none")]))
    for state, word in WORDS.items()
}
