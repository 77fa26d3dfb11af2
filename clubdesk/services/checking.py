"""Check a club: the integrity of the file, the rules, and the roster derived from it."""

from dataclasses import dataclass

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from clubdesk.i18n import N_, _
from clubdesk.model.clubs import Club, ClubKey
from clubdesk.model.codes import code_index, code_proof, derive_code
from clubdesk.model.events import Event, EventDay, Registration
from clubdesk.model.letters import Letter
from clubdesk.model.persons import Membership, Person
from clubdesk.model.roster import RosterLine
from clubdesk.services.clubs import club_key
from clubdesk.services.today import today
from clubdesk.services.workspace import change
from clubdesk.storage import roster


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """Something that isn't as it should be. `what` names the check, `text` the case."""

    what: str
    text: str


def check_club(session: Session) -> list[CheckFinding]:
    """All findings; an empty list when everything is in order."""
    return [
        *_file(session),
        *_references(session),
        *_settings(session),
        *_letters(session),
        *_memberships(session),
        *_events(session),
        *_roster(session),
    ]


@change(N_("Rebuild the roster"))
def rebuild_roster(session: Session) -> int:
    """Write all roster lines and search documents anew; how many people there are."""
    people = list(session.scalars(select(Person.id)))
    roster.refresh(session, people, today())
    return len(people)


def _file(session: Session) -> list[CheckFinding]:
    if session.get_bind().dialect.name != "sqlite":
        return []
    found = session.execute(text("PRAGMA integrity_check")).scalars().all()
    return [CheckFinding("file", line) for line in found if line != "ok"]


def _references(session: Session) -> list[CheckFinding]:
    if session.get_bind().dialect.name != "sqlite":
        return []
    broken = session.execute(text("PRAGMA foreign_key_check")).all()
    return [
        CheckFinding("references", _("A row of {table} refers to nothing.").format(table=row[0]))
        for row in broken
    ]


def _settings(session: Session) -> list[CheckFinding]:
    counts = [session.scalar(select(func.count()).select_from(mapped)) for mapped in (Club, ClubKey)]
    return (
        [] if counts == [1, 1] else [CheckFinding("club", _("The club's settings or its key are missing."))]
    )


def _letters(session: Session) -> list[CheckFinding]:
    """Each letter's code must come out of the club's key again, or no reply could be recorded."""
    key = club_key(session)
    findings = []
    for letter in session.scalars(select(Letter).execution_options(yield_per=1000)):
        code = derive_code(key, letter.id, turn=letter.code_turn)
        proof = code_proof(key, code, row_id=letter.id, person_id=letter.person_id, expires=letter.expires)
        if code_index(key, code) != letter.code_index or proof != letter.code_proof:
            message = _("The code of letter {number} doesn't fit the club's key.").format(
                number=letter.number
            )
            findings.append(CheckFinding("letters", message))
    return findings


def _memberships(session: Session) -> list[CheckFinding]:
    turned = session.scalars(select(Membership).where(Membership.end < Membership.start))
    message = _("A membership of {name} ends before it starts.")
    return [CheckFinding("memberships", message.format(name=_name(session, row.person_id))) for row in turned]


def _events(session: Session) -> list[CheckFinding]:
    without = select(Event.title).where(Event.id.not_in(select(EventDay.event_id)))
    findings = [
        CheckFinding("events", _("{title} has no days.").format(title=t)) for t in session.scalars(without)
    ]
    accepted = (
        select(Event, func.count())
        .join(Registration)
        .where(Registration.state == "accepted")
        .group_by(Event.id)
    )
    for event, count in session.execute(accepted):
        if event.capacity is not None and count > event.capacity:
            message = _("{title} has {count} participants for {capacity} places.")
            text_ = message.format(title=event.title, count=count, capacity=event.capacity)
            findings.append(CheckFinding("events", text_))
    return findings


def _roster(session: Session) -> list[CheckFinding]:
    """Whether lists and search show everybody, and nobody with a status of yesterday."""
    people = session.scalar(select(func.count()).select_from(Person))
    lines = session.scalar(select(func.count()).select_from(RosterLine))
    documents = session.scalar(text("SELECT count(*) FROM roster_search"))
    late = session.scalar(select(func.count()).where(RosterLine.status_changes_on <= today()))
    if people == lines == documents and not late:
        return []
    return [CheckFinding("roster", _("The lists don't show everybody; they can be rebuilt."))]


def _name(session: Session, person_id: int) -> str:
    return session.scalar(select(RosterLine.name).where(RosterLine.person_id == person_id)) or str(person_id)
