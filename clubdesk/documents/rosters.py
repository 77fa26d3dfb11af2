"""Who comes to an event: the roster for the officers, and the sheets to sign at the door."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from clubdesk.documents.content import EventSheet, Letterhead, Printed
from clubdesk.documents.fields import dates
from clubdesk.documents.tables import Column, ListHead, Section, print_sections
from clubdesk.documents.template import load_template
from clubdesk.i18n import known_language, texts

_SIGNING_HEIGHT = 11.0
"""Height of a row to sign in, in mm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who is registered. `group` is a run group, "" when there is none (yet)."""

    name: str
    number: str = ""
    chapter: str = ""
    vehicle: str = ""
    plate: str = ""
    group: str = ""
    note: str = ""
    waiting: bool = False


class _Kind(NamedTuple):
    """A column by the attribute it shows, and its share of the width."""

    key: str
    share: float


_NAME, _NUMBER, _VEHICLE = _Kind("name", 5), _Kind("number", 2), _Kind("vehicle", 3.3)
_CHAPTER, _PLATE = _Kind("chapter", 2.5), _Kind("plate", 2.2)
_GROUP, _NOTE = _Kind("group", 2.5), _Kind("note", 2.6)
_SIGNED = (_Kind("signature", 4.8), _Kind("time", 1.5))


def print_roster(
    event: EventSheet,
    participants: Sequence[Participant],
    letterhead: Letterhead,
    *,
    date: dt.date,
    language: str,
    by_group: bool = False,
    paper: str = "a4",
    tagged: bool = False,
) -> Printed:
    """The participants in the order given, or under their run groups; the waiting list stands apart.

    Columns that nobody has anything for are left out. `date` is the day of printing.
    """
    words = load_template("roster", language).texts
    coming = [person for person in participants if not person.waiting]
    waiting = [person for person in participants if person.waiting]
    group = () if by_group else (_GROUP,)
    kinds = _used((_NAME, _NUMBER, _CHAPTER, _VEHICLE, _PLATE, *group, _NOTE), participants)
    sections = _groups(coming, words, kinds) if by_group else [Section(rows=_rows(coming, kinds))]
    sections += [_section(words["waiting"], waiting, words, kinds)] if waiting else []
    head = _head(event, letterhead, words["participants"], date=date, language=language, paper=paper)
    columns = [Column(title=words[kind.key], share=kind.share) for kind in kinds]
    return print_sections(columns, sections, head=replace(head, count=_count(words, coming), tagged=tagged))


def print_sign_in(
    event: EventSheet,
    participants: Sequence[Participant],
    letterhead: Letterhead,
    *,
    date: dt.date,
    language: str,
    paper: str = "a4",
    tagged: bool = False,
) -> Printed:
    """A sheet per day of the event, with room to sign; who waits for a place isn't on it."""
    words = load_template("roster", language).texts
    coming = [person for person in participants if not person.waiting]
    # At the door the plate tells a car; its model only stands in where nobody has a plate.
    car = _PLATE if any(person.plate for person in coming) else _VEHICLE
    kinds = _used((_NAME, _NUMBER, car, _GROUP), coming)
    rows = [(*row, "", "") for row in _rows(coming, kinds)]
    columns = [Column(title=words[kind.key], share=kind.share) for kind in kinds]
    columns += [Column(title=words[kind.key], share=kind.share, ruled=True) for kind in _SIGNED]
    days = [texts(language).weekday(day.date) for day in event.days] or [""]
    sections = [Section(title=day, note=_count(words, coming), rows=rows, new_page=True) for day in days]
    head = _head(event, letterhead, words["sign_in"], date=date, language=language, paper=paper)
    return print_sections(columns, sections, head=replace(head, row_height=_SIGNING_HEIGHT, tagged=tagged))


def _head(
    event: EventSheet, letterhead: Letterhead, title: str, *, date: dt.date, language: str, paper: str
) -> ListHead:
    days = dates([day.date for day in event.days], language)
    return ListHead(
        title=event.title,
        subtitle=" · ".join(filter(None, (title, days, event.venue))),
        club=letterhead.name,
        accent=letterhead.accent,
        language=known_language(language),
        date=date,
        paper=paper,
    )


def _used(kinds: Iterable[_Kind], people: Sequence[Participant]) -> list[_Kind]:
    return [kind for kind in kinds if kind is _NAME or any(getattr(person, kind.key) for person in people)]


def _rows(people: Iterable[Participant], kinds: Sequence[_Kind]) -> list[tuple[str, ...]]:
    return [tuple(getattr(person, kind.key) for kind in kinds) for person in people]


def _groups(people: Sequence[Participant], words: Mapping[str, str], kinds: Sequence[_Kind]) -> list[Section]:
    """A section per run group in the order the groups appear, those without one last."""
    groups: dict[str, list[Participant]] = {}
    for person in people:
        groups.setdefault(person.group, []).append(person)
    names = [*filter(None, groups), *([""] if "" in groups else [])]
    return [_section(name or words["without_group"], groups[name], words, kinds) for name in names]


def _section(
    title: str, people: Sequence[Participant], words: Mapping[str, str], kinds: Sequence[_Kind]
) -> Section:
    return Section(title=title, note=_count(words, people), rows=_rows(people, kinds))


def _count(words: Mapping[str, str], people: Sequence[Participant]) -> str:
    return words["count_one" if len(people) == 1 else "count"].replace("{count}", str(len(people)))
