"""How runs and answers look: a pill with the word an officer would use."""

import datetime as dt

from clubdesk.i18n import LANGUAGES, N_, _, window_texts
from clubdesk.services.letters import ReplyResult, RunLine
from clubdesk.ui.common.columns import Status

STATES = {
    "draft": Status("none", N_("Draft"), icon="file-plus"),
    "printed": Status("silent", N_("Printed"), icon="printer"),
    "posted": Status("out", N_("Posted"), icon="mail"),
    "closed": Status("verified", N_("Closed"), icon="check"),
}
ANSWERS = {
    "verified": Status("verified", N_("Verified"), icon="circle-check"),
    "refused": Status("returned", N_("No member"), icon="x"),
    "not-owner": Status("lapsed", N_("No owner"), icon="minus"),
    "": Status("none", N_("No answer"), icon="dots"),
}
SAID = {**ANSWERS, "changed": Status("out", N_("Changed"), icon="signature")}
RESULTS = {
    **ANSWERS,
    "already-recorded": Status("out", N_("Recorded before"), icon="info-circle"),
    "mistyped": Status("silent", N_("Mistyped"), icon="alert-triangle"),
    "unknown-code": Status("returned", N_("Unknown code"), icon="alert-circle"),
    "expired": Status("lapsed", N_("Expired"), icon="hourglass-empty"),
    "doubtful": Status("silent", N_("To look at"), icon="alert-triangle"),
    "open": Status("none", N_("Taken back"), icon="arrow-back-up"),
}


def state_of(run: RunLine) -> Status:
    """Where a run stands."""
    look = STATES[run.state]
    return Status(look.look, _(look.word), "", look.icon)


def answer(key: str, *, note: str = "") -> Status:
    """What somebody answered; "" is no answer yet."""
    look = ANSWERS[key]
    return Status(look.look, _(look.word), note, look.icon)


def result(found: ReplyResult) -> Status:
    """What became of a code that was typed."""
    look = RESULTS[found.result]
    return Status(look.look, _(look.word), "", look.icon)


def day(value: dt.date | None) -> str:
    return window_texts().short_date(value) if value else ""


def language(code: str) -> str:
    """A language by its own name, as everybody reads it."""
    return LANGUAGES.get(code, code)
