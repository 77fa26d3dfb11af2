"""Saved lists of people: live ones, that are searches, and frozen ones, that keep who was found."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.model.conditions import Condition, Node, parse
from clubdesk.model.events import EligibilityRule
from clubdesk.model.lists import ListPerson, SavedList
from clubdesk.services.cell_text import clean
from clubdesk.services.conditions import why_not
from clubdesk.services.member_list import ListLine, Search
from clubdesk.services.members.finding import find_members, member_rows
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import add_many, describe, remove_many

LONGEST = 80  # letters of a name
ORDER = ("sort", "descending")  # the order is the table's, not the list's


def saved_lists(session: Session) -> list[ListLine]:
    """All lists in the order of the sidebar, with how many people are in each now."""
    found = session.scalars(select(SavedList).order_by(SavedList.position, SavedList.id)).all()
    return [ListLine(one.id, one.name, one.frozen, _count(session, one)) for one in found]


def list_search(session: Session, list_id: int) -> Search:
    """What finds the people of a list."""
    found = _list(session, list_id)
    return Search(in_list=found.id) if found.frozen else _search(found.search)


def people_of_list(session: Session, list_id: int) -> Sequence[int]:
    """Who is in a list now, in the order of names."""
    return find_members(session, list_search(session, list_id))


def find_list(session: Session, name: str) -> int:
    """The list of that name, whatever its capitals, or with that id; Problem when there is none."""
    found = session.scalars(select(SavedList).order_by(SavedList.position)).all()
    for one in found:
        if name.strip().casefold() == one.name.casefold() or name.strip() == str(one.id):
            return one.id
    names = ", ".join(one.name for one in found) or _("none")
    raise Problem(
        _("There is no list “{name}”.").format(name=name), _("There are: {names}.").format(names=names)
    )


@change(N_("Save the list {name}"))
def save_list(session: Session, name: str, search: Search) -> int:
    """A live list: whoever the search finds at any time; its id."""
    find_members(session, search)  # a condition that can't be asked is told now
    if search.in_list is not None:
        raise Problem(_("A frozen list can't be a live one."), _("Freeze it under another name."))
    return _add(session, name, search, frozen=False)


@change(N_("Freeze the list {name}"))
def freeze_list(session: Session, name: str, people: Sequence[int], *, search: Search | None = None) -> int:
    """A list of just these people, whatever becomes of them; its id."""
    list_id = _add(session, name, search or Search(), frozen=True)
    session.flush()
    add_many(session, ListPerson, [{"list_id": list_id, "person_id": person} for person in people])
    return list_id


@change(N_("Rename the list {name}"))
def rename_list(session: Session, list_id: int, *, name: str) -> None:
    """Events that invite its people go on doing so."""
    found = _list(session, list_id)
    before, found.name = found.name, _free_name(session, name, but=list_id)
    rules = select(EligibilityRule).where(EligibilityRule.kind == "list", EligibilityRule.value == before)
    for rule in session.scalars(rules):
        rule.value = found.name
    describe(session, name=found.name)


@change(N_("Change the list {name}"))
def set_list_search(session: Session, list_id: int, search: Search) -> None:
    """Let a live list find others from now on."""
    found = _list(session, list_id)
    if found.frozen:
        raise Problem(_("A frozen list keeps its people."), _("Save the search as a list of its own."))
    find_members(session, search)
    found.search = _kept(search)
    describe(session, name=found.name)


@change(N_("Move the list {name}"))
def move_list(session: Session, list_id: int, *, steps: int) -> None:
    """Up (-1) or down (1) in the sidebar."""
    order = list(session.scalars(select(SavedList).order_by(SavedList.position, SavedList.id)))
    found = _list(session, list_id)
    place = order.index(found)
    order.insert(min(max(place + steps, 0), len(order) - 1), order.pop(place))
    for position, one in enumerate(order):
        one.position = position
    describe(session, name=found.name)


@change(N_("Delete the list {name}"))
def delete_list(session: Session, list_id: int) -> None:
    """The people stay in the roster; undo brings the list back."""
    found = _list(session, list_id)
    remove_many(session, ListPerson, ListPerson.list_id == list_id)
    session.delete(found)
    describe(session, name=found.name)


def why_in_list(session: Session, list_id: int, person_id: int) -> str:
    """Why a person is not in a list: the first thing that isn't so; empty when they are in it."""
    found = _list(session, list_id)
    if found.frozen:
        kept = select(ListPerson.id).where(ListPerson.list_id == list_id, ListPerson.person_id == person_id)
        return "" if session.scalar(kept) else _("was not chosen when the list was frozen")
    search = _search(found.search)
    reasons = (why_not(session, node, person_id) for node in _conditions(search))
    reason = next((reason for reason in reasons if reason), "")
    if not reason and person_id not in find_members(session, search):
        return _("is not found by “{text}”").format(text=search.text)
    return reason


def explain_list(session: Session, list_id: int, person_id: int) -> str:
    """A sentence: Anna Berg is in the list; or is not, and why."""
    [row] = member_rows(session, [person_id])
    reason = why_in_list(session, list_id, person_id)
    name = _list(session, list_id).name
    if not reason:
        return _("{person} is in the list “{list}”.").format(person=row.name, list=name)
    return _("{person} is not in the list “{list}”: {reason}.").format(
        person=row.name, list=name, reason=reason
    )


def _conditions(search: Search) -> list[Node]:
    """The chips of a search as conditions, in the order of the window, then its own conditions."""
    chips = {"chapter": search.chapters, "status": search.statuses, "vehicle": search.models}
    chips["country"] = search.countries
    nodes: list[Node] = [Condition(field, "=", values) for field, values in chips.items() if values]
    if search.as_of:
        nodes.insert(0, Condition("member-on", "=", (search.as_of.isoformat(),)))
    return [*nodes, parse(search.where)] if search.where else nodes


def _count(session: Session, found: SavedList) -> int:
    if found.frozen:
        of_list = select(func.count()).select_from(ListPerson).where(ListPerson.list_id == found.id)
        return session.scalar(of_list) or 0
    try:
        return len(find_members(session, _search(found.search)))
    except Problem:  # a field that is no more: told when the list is opened
        return 0


def _add(session: Session, name: str, search: Search, *, frozen: bool) -> int:
    last = session.scalar(select(func.max(SavedList.position)))
    made = SavedList(
        name=_free_name(session, name),
        position=0 if last is None else last + 1,
        frozen=frozen,
        search=_kept(search),
    )
    session.add(made)
    describe(session, name=made.name)
    return made.id


def _free_name(session: Session, name: str, *, but: int | None = None) -> str:
    tidy = clean(name)[:LONGEST]
    if not tidy:
        raise Problem(_("A list needs a name."))
    for one in session.scalars(select(SavedList)):
        if one.id != but and one.name.casefold() == tidy.casefold():
            raise Problem(
                _("There is a list “{name}” already.").format(name=one.name), _("Choose another name.")
            )
    return tidy


def _list(session: Session, list_id: int) -> SavedList:
    found = session.get(SavedList, list_id)
    if found is None:
        raise Problem(_("This list is no longer there."), _("Undo brings it back."))
    return found


def _kept(search: Search) -> dict[str, Any]:
    """What differs from a search for everybody."""
    plain = asdict(Search())
    told = {key: value for key, value in asdict(search).items() if value != plain[key] and key not in ORDER}
    return {
        key: value.isoformat()
        if isinstance(value, dt.date)
        else list(value)
        if isinstance(value, tuple)
        else value
        for key, value in told.items()
    }


def _search(kept: dict[str, Any]) -> Search:
    known = {field.name for field in fields(Search)}
    values: dict[str, Any] = {
        key: tuple(v) if isinstance(v, list) else v for key, v in kept.items() if key in known
    }
    if day := values.get("as_of"):
        values["as_of"] = dt.date.fromisoformat(day)
    return Search(**values)
