"""What conditions can be about. A new field of people is one line here."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Select, case, func, select

from clubdesk.i18n import N_
from clubdesk.model.clubs import Chapter, Club
from clubdesk.model.events import Event, Invitation, Registration
from clubdesk.model.letters import Letter, LetterRun, Reply, Verification
from clubdesk.model.persons import Address, Membership, Person, PersonTag, Tag
from clubdesk.model.roster import RosterLine
from clubdesk.model.vehicles import Ownership, Vehicle
from clubdesk.storage.memberships import holds_on

Kind = Literal["text", "begins", "date", "number", "age", "period", "flag", "own-date", "own-number"]


@dataclass(frozen=True)
class Source:
    """Rows about people as of a day: the column with the person's id, and the rows themselves."""

    person: Any
    rows: Callable[[Select[Any], dt.date], Select[Any]] = lambda query, _day: query


@dataclass(frozen=True)
class Field:
    """`column` of a person's rows in `source` is what is compared; of a flag, having a row is the answer.

    `begins`: Model 3 is met by Model 3 Performance too. `period`: the day lies between `column` and `until`.
    `own-date`, `own-number`: values of a field of the club, which are kept as texts.
    """

    key: str
    title: str
    kind: Kind
    source: Source
    column: Any
    until: Any = None


PERSON = Source(Person.id)
LINE = Source(RosterLine.person_id)
HOME = Source(Address.person_id, lambda query, _day: query.where(Address.end.is_(None)))
MEMBER = Source(
    Membership.person_id, lambda query, day: query.outerjoin_from(Membership, Chapter).where(holds_on(day))
)
TAGGED = Source(PersonTag.person_id, lambda query, _day: query.join_from(PersonTag, Tag))
PERIOD = Source(Membership.person_id)
LEFT = Source(Membership.person_id, lambda query, day: query.where(Membership.end < day))
VERIFIED = Source(RosterLine.person_id, lambda query, _day: query.where(RosterLine.status == "verified"))
VERIFICATION = Source(
    Verification.person_id, lambda query, _day: query.where(Verification.ended_on.is_(None))
)
LETTER = Source(
    Letter.person_id, lambda query, _day: query.join_from(Letter, LetterRun).where(Letter.voided_on.is_(None))
)
REPLY = Source(Reply.person_id)
CAR = Source(
    Ownership.person_id,
    lambda query, _day: query.join_from(Ownership, Vehicle).where(Ownership.end.is_(None)),
)
INVITED = Source(Invitation.person_id, lambda query, _day: query.join_from(Invitation, Event))


def _answered(state: str) -> Source:
    return Source(
        Registration.person_id,
        lambda query, _day: query.join_from(Registration, Event).where(Registration.state == state),
    )


_COUNTRY = case(
    (Address.country == "", select(Club.country).limit(1).scalar_subquery()), else_=Address.country
)
_MODEL = func.trim(Vehicle.model + " " + Vehicle.variant)
_SURNAME = func.trim(Person.prefix + " " + Person.surname)

_ALL = (
    Field("name", N_("Name"), "text", LINE, RosterLine.name),
    Field("given", N_("Given name"), "text", PERSON, Person.given),
    Field("surname", N_("Surname"), "text", PERSON, _SURNAME),
    Field("native-name", N_("Name in its own script"), "text", PERSON, Person.native_name),
    Field("title", N_("Title"), "text", PERSON, Person.title),
    Field("number", N_("Member number"), "text", PERSON, Person.number),
    Field("email", N_("E-mail"), "text", PERSON, Person.email),
    Field("phone", N_("Phone"), "text", PERSON, Person.phone),
    Field("mobile", N_("Mobile"), "text", PERSON, Person.mobile),
    Field("notes", N_("Notes"), "text", PERSON, Person.notes),
    Field("tag", N_("Tag"), "text", TAGGED, Tag.name),
    Field("language", N_("Language"), "text", PERSON, Person.language),
    Field("birth", N_("Date of birth"), "date", PERSON, Person.birth),
    Field("age", N_("Age"), "age", PERSON, Person.birth),
    Field("street", N_("Street"), "text", HOME, Address.street),
    Field("postcode", N_("Post code"), "text", HOME, Address.postcode),
    Field("town", N_("Town"), "text", HOME, Address.city),
    Field("region", N_("Region"), "text", HOME, Address.region),
    Field("country", N_("Country"), "text", HOME, _COUNTRY),
    Field("address-status", N_("Address status"), "text", HOME, Address.status),
    Field("member", N_("Member now"), "flag", MEMBER, Membership.id),
    Field("member-on", N_("Member on"), "period", PERIOD, Membership.start, Membership.end),
    Field("chapter", N_("Chapter"), "text", MEMBER, Chapter.name),
    Field("kind", N_("Kind of membership"), "text", MEMBER, Membership.kind),
    Field("joined", N_("Joined"), "date", MEMBER, Membership.start),
    Field("leaves", N_("Leaves"), "date", MEMBER, Membership.end),
    Field("left", N_("Left"), "date", LEFT, Membership.end),
    Field("verified", N_("Verified"), "flag", VERIFIED, RosterLine.status),
    Field("status", N_("Verification"), "text", LINE, RosterLine.status),
    Field("verified-since", N_("Verified since"), "date", VERIFICATION, Verification.start),
    Field("verified-until", N_("Verified until"), "date", VERIFICATION, Verification.until),
    Field("letter", N_("Letter of"), "date", LETTER, LetterRun.dated),
    Field("letter-posted", N_("Letter posted"), "date", LETTER, LetterRun.posted_on),
    Field("letter-returned", N_("Letter returned"), "date", LETTER, Letter.returned_on),
    Field("answer", N_("Answer to a letter"), "text", REPLY, Reply.answer),
    Field("answered", N_("Answered a letter"), "date", REPLY, Reply.received_on),
    Field("invited", N_("Invited to"), "text", INVITED, Event.title),
    Field("accepted", N_("Comes to"), "text", _answered("accepted"), Event.title),
    Field("waiting", N_("On the waiting list of"), "text", _answered("waiting"), Event.title),
    Field("declined", N_("Declined"), "text", _answered("declined"), Event.title),
    Field("vehicle", N_("Model"), "begins", CAR, _MODEL),
    Field("make", N_("Make"), "text", CAR, Vehicle.make),
    Field("year", N_("Year of the vehicle"), "number", CAR, Vehicle.year),
    Field("colour", N_("Colour"), "text", CAR, Vehicle.colour),
    Field("plate", N_("Plate"), "text", CAR, Vehicle.plate),
    Field("vin", N_("VIN"), "text", CAR, Vehicle.vin),
)
FIELDS = {field.key: field for field in _ALL}
