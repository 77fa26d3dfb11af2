"""How the verification of a person looks: a pill, and beside it since when or until when."""

import datetime as dt

from clubdesk.i18n import N_, _, ngettext, window_texts
from clubdesk.services.member_list import MemberRow
from clubdesk.ui.common.columns import Status
from clubdesk.ui.common.states import STATES

SENTENCES = {
    "verified": N_("until {day}"),
    "posted": N_("sent {day}"),
    "returned": N_("{reason}, {day}"),
    "lapsed": N_("since {day}"),
    "refused": N_("said {day}"),
    "not-owner": N_("said {day}"),
}
REASONS = {
    "moved": N_("moved"),
    "unknown": N_("unknown"),
    "deceased": N_("deceased"),
    "abroad": N_("moved abroad"),
    "address unknown": N_("address unknown"),
}


def pill(row: MemberRow, today: dt.date) -> Status:
    state = STATES[row.status]
    return Status(state.look, word(row.status), caption(row, today), state.drawing)


def word(state: str) -> str:
    return _(STATES[state].word)


def caption(row: MemberRow, today: dt.date) -> str:
    """until 12 Mar 2027; no reply, 34 days; moved, 9 Nov 2026."""
    if row.status == "unverified":
        return _("not written to")
    if row.status == "queued":
        return _("not posted yet")
    if row.status_day is None:
        return ""
    if row.status == "silent":
        days = (today - row.status_day).days
        return ngettext("no reply, one day", "no reply, {count} days", days)
    day = window_texts().short_date(row.status_day)
    if row.status == "returned" and not row.status_reason:
        return day
    return _(SENTENCES[row.status]).format(day=day, reason=reason(row.status_reason))


def reason(key: str) -> str:
    """Why a letter came back."""
    return _(REASONS[key]) if key in REASONS else key
