"""Tables, columns and values of the club file in the words of the forms: for the history and for reports."""

import datetime as dt
import re

from clubdesk.documents.layouts import LAYOUTS
from clubdesk.i18n import LANGUAGES, N_, _, ngettext, number, window_texts
from clubdesk.services.dues import WAY_NAMES
from clubdesk.services.events import KIND_NAMES, STATES
from clubdesk.services.letters import ANSWERS, EVIDENCE

TABLES = {
    "person": N_("Person"),
    "address": N_("Address"),
    "membership": N_("Membership"),
    "household": N_("Household"),
    "vehicle": N_("Vehicle"),
    "ownership": N_("Ownership"),
    "letter_run": N_("Letter run"),
    "letter": N_("Letter"),
    "reply": N_("Reply"),
    "verification": N_("Verification"),
    "scan": N_("Scanned page"),
    "scanned_slip": N_("Scanned slip"),
    "edit_proposal": N_("Correction"),
    "event": N_("Event"),
    "event_day": N_("Day of the event"),
    "event_session": N_("Line of the programme"),
    "eligibility_rule": N_("Rule who may be invited"),
    "run_group": N_("Run group"),
    "invitation": N_("Invitation"),
    "registration": N_("Registration"),
    "dues_kind": N_("Kind of dues"),
    "due": N_("Dues"),
    "payment": N_("Payment"),
    "club": N_("Club settings"),
    "chapter": N_("Chapter"),
    "office": N_("Office"),
    "template": N_("Template"),
}
FIELDS = {
    "number": N_("Number"),
    "title": N_("Title"),
    "given": N_("Given name"),
    "given2": N_("Second given name"),
    "prefix": N_("Prefix"),
    "surname": N_("Surname"),
    "surname2": N_("Second surname"),
    "native_name": N_("Name in its own script"),
    "printed_name": N_("Name as printed"),
    "language": N_("Language of letters"),
    "birth": N_("Date of birth"),
    "email": N_("E-mail"),
    "phone": N_("Phone"),
    "mobile": N_("Mobile"),
    "notes": N_("Notes"),
    "household_id": N_("Household"),
    "kind": N_("Kind"),
    "street": N_("Street"),
    "street2": N_("Second line"),
    "postcode": N_("Post code"),
    "city": N_("Town"),
    "region": N_("Region"),
    "country": N_("Country"),
    "status": N_("Address"),
    "status_reason": N_("Why letters came back"),
    "start": N_("From"),
    "end": N_("Until"),
    "until": N_("Until"),
    "ended_on": N_("Ended on"),
    "evidence": N_("Proved by"),
    "person_id": N_("Person"),
    "chapter_id": N_("Chapter"),
    "event_id": N_("Event"),
    "group_id": N_("Run group"),
    "run_id": N_("Letter run"),
    "vehicle_id": N_("Vehicle"),
    "make": N_("Make"),
    "model": N_("Model"),
    "variant": N_("Variant"),
    "year": N_("Year"),
    "colour": N_("Colour"),
    "plate": N_("Plate"),
    "vin": N_("VIN"),
    "layout": N_("Envelope"),
    "letter_layout": N_("Envelope"),
    "dated": N_("Date on the letters"),
    "answer_by": N_("Answer by"),
    "printed_on": N_("Printed on"),
    "posted_on": N_("Posted on"),
    "closed_on": N_("Closed on"),
    "position": N_("Place in the order"),
    "expires": N_("Code taken until"),
    "voided_on": N_("Void since"),
    "returned_on": N_("Came back on"),
    "returned_reason": N_("Why it came back"),
    "answer": N_("Answer"),
    "received_on": N_("Received on"),
    "way": N_("Came by"),
    "note": N_("Who spoke with them"),
    "file": N_("File"),
    "page": N_("Page"),
    "text": N_("Text"),
    "set_aside_on": N_("Set aside on"),
    "made_on": N_("Made on"),
    "decided_on": N_("Settled on"),
    "venue": N_("Venue"),
    "place": N_("Place"),
    "capacity": N_("Places"),
    "date": N_("Date"),
    "starts": N_("Start"),
    "ends": N_("End"),
    "value": N_("Which"),
    "name": N_("Name"),
    "size": N_("Places"),
    "invited_on": N_("Invited on"),
    "state": N_("Answer"),
    "answered_at": N_("Answered at"),
    "role": N_("Office"),
    "amount": N_("Amount"),
    "currency": N_("Currency"),
    "months": N_("Months of a period"),
    "retired": N_("No longer asked for"),
    "kind_id": N_("Kind of dues"),
    "due_on": N_("To be paid by"),
    "reminded_on": N_("Reminded on"),
    "reminders": N_("Reminders"),
    "waived_on": N_("Waived on"),
    "waived_reason": N_("Why it was waived"),
    "paid_on": N_("Paid on"),
    "receipt": N_("Receipt"),
    "bank": N_("Bank account for dues"),
    "tagline": N_("Tagline"),
    "accent": N_("Colour"),
    "phone_hours": N_("Phone hours"),
    "privacy_url": N_("Privacy page"),
    "register_entry": N_("Register entry"),
    "contact_name": N_("Who signs"),
    "contact_role": N_("Office of who signs"),
    "reply_days": N_("Days to answer"),
    "silent_days": N_("Days until silent"),
    "verified_months": N_("Months verified"),
    "letters_limit": N_("Letters in 30 days at most"),
    "sample": N_("Sample club"),
}
#: What is kept as a key, by the column it stands in; the same key means the same wherever it stands.
VALUES = {
    "status": {
        "ok": N_("Reachable"),
        "returned": N_("Letters came back"),
        "blocked": N_("Not to be written to"),
    },
    "answer": ANSWERS,
    "state": STATES,
    "kind": {
        **KIND_NAMES,
        "member": N_("Member"),
        "home": N_("Home"),
        "work": N_("Work"),
        "postal": N_("Postal"),
        "verified": N_("Verified"),
        "model": N_("Model"),
        "chapter": N_("Chapter"),
    },
    "evidence": {"letter": N_("Letter"), **EVIDENCE},
    "way": {
        "code": N_("Code"),
        "scan": N_("Scan"),
        "mail": N_("Mail"),
        "phone": N_("Phone"),
        **WAY_NAMES,
    },
    "layout": {name: layout.title for name, layout in LAYOUTS.items()},
    "letter_layout": {name: layout.title for name, layout in LAYOUTS.items()},
    "language": LANGUAGES,
}
DAY, MOMENT = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d-\d\dT.+")


def table(name: str) -> str:
    return _(TABLES[name]) if name in TABLES else name


def field(name: str) -> str:
    return _(FIELDS[name]) if name in FIELDS else name.replace("_", " ")


def value(name: str, kept: object) -> str:
    """A value of that column as a form shows it."""
    if kept is None or kept == "":
        return ""
    if isinstance(kept, bool):
        return _("Yes") if kept else _("No")
    if name == "amount" and isinstance(kept, int):
        return f"{kept / 100:.2f}"  # the row doesn't say in which currency
    text = str(kept)
    if text in VALUES.get(name, {}):
        return _(VALUES[name][text])
    if name == "country":
        return window_texts().country(text)
    if DAY.fullmatch(text):
        return window_texts().short_date(dt.date.fromisoformat(text))
    return _moment(dt.datetime.fromisoformat(text)) if MOMENT.fullmatch(text) else text


def moment(at: dt.datetime) -> str:
    """When something was done, in the time of this computer."""
    return _moment(at.astimezone())


def _moment(at: dt.datetime) -> str:
    return f"{window_texts().short_date(at.date())}, {at:%H:%M}"


def counted(name: str, count: int) -> str:
    """So many rows of a table, for an import."""
    if name == "person":
        return ngettext("{count} person", "{count} people", count)
    if name == "address":
        return ngettext("{count} address", "{count} addresses", count)
    if name == "membership":
        return ngettext("{count} membership", "{count} memberships", count)
    if name == "vehicle":
        return ngettext("{count} vehicle", "{count} vehicles", count)
    if name == "letter":
        return ngettext("{count} letter", "{count} letters", count)
    if name == "invitation":
        return ngettext("{count} invitation", "{count} invitations", count)
    return f"{table(name)}: {number(count)}"
