"""Which people a search finds, in which order, and the lines that lists show of them."""

from array import array
from collections.abc import Sequence

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import Session

from clubdesk.model.clubs import Chapter, Club
from clubdesk.model.conditions import parse
from clubdesk.model.custom import CustomValue
from clubdesk.model.lists import ListPerson
from clubdesk.model.persons import Membership
from clubdesk.model.roster import RosterLine
from clubdesk.model.vehicles import Ownership, Vehicle
from clubdesk.services.conditions import all_fields, holds
from clubdesk.services.member_list import MemberRow, Search
from clubdesk.services.today import today
from clubdesk.storage import orders, search
from clubdesk.storage.memberships import held_on, holds_on

#: What lists can be sorted by -> the column that holds the order.
SORTS = {
    "name": RosterLine.sort_name,
    "number": RosterLine.sort_number,
    "chapter": RosterLine.sort_chapter,
    "town": RosterLine.sort_town,
    "vehicle": RosterLine.sort_vehicle,
    "status": RosterLine.sort_status,
    "joined": RosterLine.joined,
    "kind": RosterLine.kind,
    "tags": RosterLine.tags,
}
OWN = "own."  # and the id of a field of the club


def find_members(session: Session, wanted: Search) -> "array[int]":
    """The ids of the people found, in the order asked for."""
    order = _order(wanted.sort)
    hits = search.matching(session, wanted.text)
    query = _filtered(session, wanted, hits)
    ids = orders.in_order(session, order, query) if query is not None else orders.everybody(session, order)
    if hits is not None and not ids:  # no word begins like this: one may have it inside
        loose = search.loosely(session, wanted.text)
        query = _filtered(session, wanted, loose) if loose is not None else None
        ids = orders.in_order(session, order, query) if query is not None else ids
    return ids[::-1] if wanted.descending else ids[:]


def _order(sort: str) -> orders.Order:
    """The column that holds an order; by a field of the club, those without a value come first."""
    if not sort.startswith(OWN):
        return SORTS[sort]
    of_person = CustomValue.person_id == RosterLine.person_id
    value = select(CustomValue.sort_value).where(of_person, CustomValue.field_id == int(sort[len(OWN) :]))
    return value.scalar_subquery().label(sort)


def find_among_all(session: Session, wanted: Search) -> "tuple[array[int], int]":
    """The ids of the people found, and how many people there are at all."""
    return find_members(session, wanted), count_people(session)


def _filtered(session: Session, wanted: Search, hits: Select[int] | None) -> Select[int] | None:
    """The slots of those of the hits who pass the chips, in no order; None when nothing is asked."""
    filters: list[Select[int]] = [hits] if hits is not None else []
    if wanted.statuses:
        filters.append(select(RosterLine.slot).where(RosterLine.status.in_(wanted.statuses)))
    if wanted.chapters:
        belongs = select(Membership.person_id).join(Chapter).where(Chapter.name.in_(wanted.chapters))
        held = held_on(wanted.as_of) if wanted.as_of else holds_on(today())
        filters.append(_slots_of(belongs.where(held)))
    elif wanted.as_of:
        filters.append(_slots_of(select(Membership.person_id).where(held_on(wanted.as_of))))
    if wanted.models:
        name = func.trim(Vehicle.model + " " + Vehicle.variant)
        owns = select(Ownership.person_id).join(Vehicle)
        filters.append(_slots_of(owns.where(Ownership.end.is_(None), name.in_(wanted.models))))
    if wanted.countries:
        home = select(Club.country).limit(1).scalar_subquery()
        country = case((RosterLine.country == "", home), else_=RosterLine.country)
        filters.append(select(RosterLine.slot).where(country.in_(wanted.countries)))
    if wanted.in_list is not None:
        filters.append(_slots_of(select(ListPerson.person_id).where(ListPerson.list_id == wanted.in_list)))
    if wanted.where.strip():
        met = holds(parse(wanted.where), today(), all_fields(session))
        filters.append(select(RosterLine.slot).where(met))
    if len(filters) > 1:
        return select(RosterLine.slot).where(*(RosterLine.slot.in_(part) for part in filters))
    return filters[0] if filters else None


def _slots_of(people: Select[int]) -> Select[int]:
    return select(RosterLine.slot).where(RosterLine.person_id.in_(people))


def member_rows(session: Session, ids: Sequence[int]) -> list[MemberRow]:
    """The lines of these people, in the order of `ids`; people who are gone are left out."""
    line = RosterLine.__table__.c
    columns = (
        line.person_id, line.name, line.number, line.chapter, line.town, line.vehicle, line.email, line.phone,
        line.joined, line.status, line.status_day, line.status_reason, line.kind, line.tags,
    )  # fmt: skip
    found = {
        row[0]: MemberRow(*tuple(row))
        for row in session.execute(select(*columns).where(line.person_id.in_(ids)))
    }
    return [found[person_id] for person_id in ids if person_id in found]


def count_people(session: Session) -> int:
    """How many people are in the roster."""
    return orders.count(session)


def status_counts(session: Session) -> dict[str, int]:
    """How many people are in each state; states without anybody are left out."""
    return dict(session.execute(select(RosterLine.status, func.count()).group_by(RosterLine.status)).all())


def model_counts(session: Session) -> dict[str, int]:
    """How many people own each model now, the most common first."""
    name = func.trim(Vehicle.model + " " + Vehicle.variant).label("name")
    count = func.count(Ownership.person_id.distinct())
    query = select(name, count).join(Ownership).where(Ownership.end.is_(None), Vehicle.model != "")
    return dict(session.execute(query.group_by(name).order_by(count.desc(), name)).all())


def country_counts(session: Session) -> dict[str, int]:
    """How many people live in each country, the most common first; an empty country is the club's own."""
    home = session.scalar(select(Club.country)) or ""
    counts: dict[str, int] = {}
    query = select(RosterLine.country, func.count()).where(RosterLine.town != "").group_by(RosterLine.country)
    for country, count in session.execute(query):
        counts[country or home] = counts.get(country or home, 0) + count
    return {name: count for name, count in sorted(counts.items(), key=lambda one: -one[1]) if name}


def chapter_counts(session: Session) -> dict[str, int]:
    """How many people are in each chapter now."""
    count = func.count(Membership.person_id.distinct())
    query = select(Chapter.name, count).join(Membership).where(holds_on(today()))
    return dict(session.execute(query.group_by(Chapter.name).order_by(Chapter.name)).all())
