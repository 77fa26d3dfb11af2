"""The audience of an event: who may be invited, and for everybody else the reason why not."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.model.clubs import Chapter
from clubdesk.model.eligibility import Candidate, Rule, why_not
from clubdesk.model.persons import Membership
from clubdesk.model.roster import RosterLine
from clubdesk.model.vehicles import Ownership, Vehicle
from clubdesk.services.events.cards import find_event
from clubdesk.services.events.places import Guest
from clubdesk.services.letters.recipients import LeftOut
from clubdesk.services.lists import people_of_list, saved_lists
from clubdesk.services.today import today
from clubdesk.storage.memberships import holds_on


@dataclass(frozen=True, slots=True)
class Audience:
    """Both in the order of names."""

    invited: tuple[Guest, ...]
    left_out: tuple[LeftOut, ...]


def audience(session: Session, event_id: int) -> Audience:
    """Everybody in the roster, sorted out by the event's rules."""
    return reached_by(session, [Rule(r.kind, r.value) for r in find_event(session, event_id).rules])


def reached_by(session: Session, rules: Sequence[Rule]) -> Audience:
    """Everybody in the roster, sorted out by these rules."""
    members, chapters = _memberships(session)
    vehicles = _vehicles(session)
    listed = _listed(session, {rule.value for rule in rules if rule.kind == "list"})
    guests, left_out = [], []
    lines = select(RosterLine.person_id, RosterLine.name, RosterLine.status, RosterLine.status_day)
    for person_id, name, status, day in session.execute(lines.order_by(RosterLine.sort_name)):
        candidate = Candidate(
            status=status,
            status_day=day,
            is_member=person_id in members,
            chapters=chapters.get(person_id, ()),
            vehicles=vehicles.get(person_id, ()),
            lists=[name for name, people in listed.items() if person_id in people],
        )
        reason = why_not(candidate, rules)
        if reason:
            left_out.append(LeftOut(person_id, name, reason))
        else:
            guests.append(Guest(person_id, name))
    return Audience(tuple(guests), tuple(left_out))


def _memberships(session: Session) -> tuple[set[int], dict[int, list[str]]]:
    """Who is a member today, and of which chapters."""
    current = select(Membership.person_id, Chapter.name).outerjoin(Chapter)
    members: set[int] = set()
    chapters: dict[int, list[str]] = defaultdict(list)
    for person_id, chapter in session.execute(current.where(holds_on(today()))):
        members.add(person_id)
        if chapter:
            chapters[person_id].append(chapter)
    return members, chapters


def _listed(session: Session, names: set[str]) -> dict[str, set[int]]:
    """Who is in these saved lists now; a list that was deleted has nobody."""
    return {
        line.name: set(people_of_list(session, line.id))
        for line in (saved_lists(session) if names else ())
        if line.name in names
    }


def _vehicles(session: Session) -> dict[int, list[str]]:
    owned = select(Ownership.person_id, Vehicle).join(Vehicle).where(Ownership.end.is_(None))
    vehicles: dict[int, list[str]] = defaultdict(list)
    for person_id, vehicle in session.execute(owned):
        vehicles[person_id].append(vehicle.name)
    return vehicles
