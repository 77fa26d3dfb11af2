"""Who of the people chosen gets a letter, and why the others don't."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clubdesk.i18n import _, window_texts
from clubdesk.model.folding import fold
from clubdesk.model.letters import Letter, LetterRun
from clubdesk.model.persons import Address, Membership
from clubdesk.model.roster import RosterLine
from clubdesk.services.chunks import chunks
from clubdesk.services.clubs import the_club
from clubdesk.services.today import today
from clubdesk.storage.addresses import for_letters
from clubdesk.storage.memberships import holds_on, is_of_member

#: The states of people who are asked when nobody in particular is chosen.
NEEDS_LETTER = ("unverified", "lapsed")

#: So long before a verification ends its person may be asked anew.
RENEWED_BEFORE = dt.timedelta(days=60)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody who gets none, with the reason."""

    person: int
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Recipients:
    """Who gets a letter, in the order of the post (country, post code, name), and who doesn't."""

    people: tuple[int, ...]
    left_out: tuple[LeftOut, ...]


def recipients(session: Session, person_ids: Sequence[int], *, on: dt.date | None = None) -> Recipients:
    """Sort out the people chosen: no member now, no usable address, verified already, too many letters."""
    club, day = the_club(session), on or today()
    lines = _lines(session, person_ids)
    places = current_addresses(session, person_ids)
    recent = _recent_letters(session, day)
    members = frozenset(session.scalars(select(Membership.person_id).where(holds_on(day), is_of_member())))
    chosen: list[tuple[tuple[str, ...], int]] = []
    left_out: list[LeftOut] = []
    for person_id in person_ids:
        line = lines.get(person_id)
        if line is None:
            continue
        place = places.get(person_id)
        reason = "" if person_id in members else _("not a member now")
        reason = reason or address_problem(place) or _not_needed(line, day)
        if not reason and recent.get(person_id, 0) >= club.letters_limit:
            reason = _("got {count} letters in the last 30 days").format(count=recent[person_id])
        if reason or place is None:
            left_out.append(LeftOut(person_id, line.name, reason))
        else:
            chosen.append((postal_order(place, line.sort_name, home=club.country), person_id))
    return Recipients(tuple(person_id for _key, person_id in sorted(chosen)), tuple(left_out))


def reachable(session: Session, person_ids: Sequence[int]) -> Recipients:
    """Who of these people can be written to at all, in the order of the post."""
    home = the_club(session).country
    lines, places = _lines(session, person_ids), current_addresses(session, person_ids)
    chosen: list[tuple[tuple[str, ...], int]] = []
    left_out: list[LeftOut] = []
    for person_id, line in lines.items():
        place = places.get(person_id)
        reason = address_problem(place)
        if reason or place is None:
            left_out.append(LeftOut(person_id, line.name, reason))
        else:
            chosen.append((postal_order(place, line.sort_name, home=home), person_id))
    return Recipients(tuple(person_id for _key, person_id in sorted(chosen)), tuple(left_out))


def postal_order(place: Address, sort_name: str, *, home: str) -> tuple[str, ...]:
    """The order in which the post wants its bundles: the own country first, then country and post code."""
    country = place.country or home
    return ("" if country == home else country, place.postcode, fold(place.city), sort_name)


def address_problem(place: Address | None) -> str:
    """Why nobody can write to this address; empty when one can."""
    if place is None or not (place.city or place.postcode):
        return _("no address")
    if not place.street and not (place.city and place.postcode):
        return _("the address is incomplete")  # a town alone: the post can't deliver that
    if place.status == "returned":
        return _("the last letter came back ({reason})").format(
            reason=place.status_reason or _("no reason given")
        )
    if place.status == "blocked":
        return _("the address is blocked")
    return ""


def current_addresses(session: Session, person_ids: Sequence[int]) -> dict[int, Address]:
    """Where each of these people is written to."""
    found: dict[int, Address] = {}
    for ids in chunks(person_ids):
        found.update(for_letters(session, ids, today()))
    return found


def _not_needed(line: RosterLine, on: dt.date) -> str:
    day = window_texts().short_date(line.status_day) if line.status_day else ""
    if line.status == "verified":
        soon = line.status_day is not None and line.status_day <= on + RENEWED_BEFORE
        return "" if soon else _("is verified until {day}").format(day=day)
    if line.status in ("refused", "not-owner"):
        return _("said on {day} not to be a member or an owner any more").format(day=day)
    return ""


def _lines(session: Session, person_ids: Sequence[int]) -> dict[int, RosterLine]:
    lines: dict[int, RosterLine] = {}
    for ids in chunks(person_ids):
        found = session.scalars(select(RosterLine).where(RosterLine.person_id.in_(ids)))
        lines.update({line.person_id: line for line in found})
    return lines


def _recent_letters(session: Session, day: dt.date) -> dict[int, int]:
    """How many letters each person got in the 30 days before `day`."""
    since = day - dt.timedelta(days=30)
    counted = (
        select(Letter.person_id, func.count())
        .join(LetterRun)
        .where(LetterRun.dated > since, Letter.voided_on.is_(None))
        .group_by(Letter.person_id)
    )
    return dict(session.execute(counted).all())
