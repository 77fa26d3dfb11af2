"""What a caller hands to the papers, and what it gets back."""

import datetime as dt
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from typing_extensions import override

Progress = Callable[[int, int], None]
"""Called with how many are done and how many there are; it may raise Cancelled."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something on paper that an officer should see before posting it.

    `name` is whose page it is ("" for what concerns all), `text` what is wrong, `place` where.
    """

    name: str
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF. `pages` counts sheets' sides; `findings` come in the order of the pages."""

    data: bytes
    pages: int
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """How the club writes. `logo` is a PNG, JPEG or SVG; `accent` the club's colour as #rrggbb.

    `letter_paper` is a PDF, PNG or JPEG that takes the place of name, logo and footer.

    `return_line` has its parts separated by " · "; it stands in the window and on the reply slip.
    """

    name: str
    tagline: str = ""
    logo: bytes | None = None
    letter_paper: bytes | None = None
    accent: str = "#0b6bcb"
    return_line: str = ""
    footer: str = ""
    contact_name: str = ""
    contact_role: str = ""
    phone: str = ""
    phone_hours: str = ""
    email: str = ""
    privacy_url: str = ""
    city: str = ""
    bank: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One of the people that a household's letters name together."""

    name: str
    given: str = ""
    surname: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalLetter:
    """One page to one person.

    `number` may be read by anybody (it stands in the window), `code` proves that the letter was opened.
    `name` is the name as printed, `address` the whole block as it stands in the window, name included.
    `salutation_title` is the known form of address ("Frau", "Dr."), empty when it isn't known.
    A paper that asks for no answer has neither number nor code nor `answer_by`.
    `household` are all whose pages lie in one envelope, this reader among them; () when the page goes alone.
    """

    name: str
    language: str
    date: dt.date
    address: tuple[str, ...] = ()
    number: str = ""
    code: str = ""
    answer_by: dt.date | None = None
    given: str = ""
    surname: str = ""
    salutation_title: str = ""
    member_number: str = ""
    chapter: str = ""
    vehicle: str = ""
    vin_tail: str = ""
    household: tuple[Reader, ...] = ()

    @property
    def occasion(self) -> Hashable:
        """What it has in common with the other letters of a run, beside the letterhead."""
        return self.language, self.date, self.answer_by


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationLetter(PersonalLetter):
    """The letter that asks somebody to confirm that they are a member."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DuesLetter(PersonalLetter):
    """A letter about money: a reminder of dues, or the receipt of a payment. Amounts are written out.

    `dues` names what it is about, `still` is what is open, "" when nothing is, `due_on` the last day to pay.
    """

    dues: str
    still: str = ""
    due_on: dt.date | None = None
    paid: str = ""
    paid_on: dt.date | None = None
    way: str = ""
    receipt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One session of a day's programme."""

    starts: dt.time
    ends: dt.time | None = None
    title: str
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    date: dt.date
    sessions: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSheet:
    """An event as its papers show it. `kind` is driving-school, pop-up-market, executive-visit or social."""

    kind: str
    title: str
    venue: str = ""
    days: tuple[Day, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPaper(PersonalLetter):
    """What somebody gets for an event: a badge, a certificate. `group` is their run group, if any."""

    event: EventSheet
    group: str = ""

    @property
    @override
    def occasion(self) -> Hashable:
        return self.language, self.date, self.answer_by, self.event


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation(EventPaper):
    """The page that invites one member to one event."""
