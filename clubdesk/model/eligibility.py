"""Who may be invited to an event, and the reason why somebody may not: pure rules."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from clubdesk.i18n import _, window_texts
from clubdesk.model.folding import fold


@dataclass(frozen=True, slots=True)
class Rule:
    """One condition. `kind` is verified, model, chapter or list; `value` the name of the latter."""

    kind: str
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What the rules look at in a person."""

    status: str
    status_day: dt.date | None
    is_member: bool
    chapters: Sequence[str]
    vehicles: Sequence[str]  # names of those owned now, "Model 3 Performance"
    lists: Sequence[str] = ()  # names of the saved lists asked for that they are in


def why_not(candidate: Candidate, rules: Sequence[Rule]) -> str:
    """The reason why a person isn't in the audience; empty when they are.

    Rules of one kind are alternatives, every kind must be met.
    """
    if not candidate.is_member:
        return _("not a member now")
    kinds = {rule.kind for rule in rules}
    if "verified" in kinds and candidate.status != "verified":
        return _unverified(candidate)
    models = [rule.value for rule in rules if rule.kind == "model"]
    if models and not any(is_model(owned, wanted) for owned in candidate.vehicles for wanted in models):
        owns = ", ".join(candidate.vehicles) or _("no vehicle known")
        return _("owns no {wanted} ({owned})").format(wanted=_(" or ").join(models), owned=owns)
    chapters = [rule.value for rule in rules if rule.kind == "chapter"]
    if chapters and not {fold(name) for name in chapters} & {fold(name) for name in candidate.chapters}:
        return _("is not in chapter {names}").format(names=_(" or ").join(chapters))
    lists = [rule.value for rule in rules if rule.kind == "list"]
    if lists and not set(lists) & set(candidate.lists):
        return _("is not in the list {names}").format(names=_(" or ").join(lists))
    return ""


def is_model(owned: str, wanted: str) -> bool:
    """Whether a car is of the model wanted: Model 3 includes all its variants, not the other way round."""
    owned_words, wanted_words = fold(owned).split(), fold(wanted).split()
    return owned_words[: len(wanted_words)] == wanted_words


def _unverified(candidate: Candidate) -> str:
    when = window_texts().short_date(candidate.status_day) if candidate.status_day else ""
    reasons = {
        "posted": _("not verified: a letter is out since {day}"),
        "queued": _("not verified: a letter is printed but not posted"),
        "silent": _("not verified: no reply to the letter of {day}"),
        "returned": _("not verified: the letter came back on {day}"),
        "lapsed": _("not verified: the verification ran out on {day}"),
        "refused": _("said on {day} not to be a member any more"),
        "not-owner": _("no longer an owner since {day}"),
    }
    return reasons.get(candidate.status, _("never verified")).format(day=when)
