"""How runs and answers look: a pill with the word an officer would use."""

import datetime as dt

from clubdesk.i18n import LANGUAGES, N_, _, window_texts
from clubdesk.services.letters import LetterRow, ReplyResult, ReturnResult, RunLine
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
RETURNED = "returned"  # beside the answers: the envelope came back unopened
CHOICES = {
    **{key: look for key, look in SAID.items() if key},
    RETURNED: Status("returned", N_("Came back"), icon="mail-x"),
}
OUTCOMES = {  # of a letter
    **{key: look for key, look in ANSWERS.items() if key},
    RETURNED: CHOICES[RETURNED],
    "": ANSWERS[""],
}
RESULTS = {
    **OUTCOMES,
    "already-returned": Status("out", N_("Recorded before"), icon="info-circle"),
    "unknown-number": Status("returned", N_("Unknown number"), icon="alert-circle"),
    "not-posted": Status("silent", N_("Never posted"), icon="alert-triangle"),
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


def of_letter(line: LetterRow) -> Status:
    """What became of a letter: answered, cancelled, came back, or nothing yet."""
    if line.answer:
        return answer(line.answer, note=day(line.answered_on))
    if line.voided_on:
        return Status("none", _("Cancelled"), day(line.voided_on), "x")
    if line.returned_on:
        return Status("returned", line.returned_reason or _("Came back"), day(line.returned_on), "mail-x")
    if line.moved:
        return Status("silent", _("Address changed"), "", "alert-triangle")
    return answer("")


def result(found: ReplyResult | ReturnResult) -> Status:
    """What became of a code that was typed."""
    look = RESULTS[found.result]
    return Status(look.look, _(look.word), "", look.icon)


def day(value: dt.date | None) -> str:
    return window_texts().short_date(value) if value else ""


def language(code: str) -> str:
    """A language by its own name, as everybody reads it."""
    return LANGUAGES.get(code, code)
