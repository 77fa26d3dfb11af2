"""What `field=value` of the command line means for a person."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from clubdesk.cli.options import day
from clubdesk.errors import Problem
from clubdesk.i18n import _, window_texts
from clubdesk.services import members
from clubdesk.services.members import MemberCard
from clubdesk.services.members.addresses import PLACE
from clubdesk.services.members.card import PERSON_FIELDS
from clubdesk.services.members.custom import custom_fields, set_custom_value
from clubdesk.services.workspace import Workspace

DAYS = ("birth", "joined", "left")
MEMBERSHIP = {"chapter": "chapter", "joined": "start", "left": "end", "kind": "kind"}
ADD_FIRST = (*PERSON_FIELDS, *PLACE, "chapter", "joined", "kind")
KNOWN = (*PERSON_FIELDS, *PLACE, *MEMBERSHIP, "household", "tags")


def read_values(workspace: Workspace, words: list[str]) -> dict[str, Any]:
    """The values by the names of their fields; Problem for a word that isn't field=value."""
    own = {field.name.casefold(): field.name for field in workspace.read(custom_fields)}
    found: dict[str, Any] = {}
    for word in words:
        name, sign, value = word.partition("=")
        key = name.strip() if name.strip() in KNOWN else own.get(name.strip().casefold(), "")
        if not sign or not key:
            raise Problem(
                _("“{word}” sets no field.").format(word=word),
                _("Write field=value. Fields: {names}.").format(names=", ".join((*KNOWN, *own.values()))),
            )
        found[key] = (day(value) if value else None) if key in DAYS else value
    return found


def write_values(workspace: Workspace, person: int, values: Mapping[str, Any]) -> None:
    """Set these fields of a person, each in the step of its kind."""
    ways: tuple[tuple[tuple[str, ...], Callable[[dict[str, Any]], object]], ...] = (
        ((*PERSON_FIELDS, "household"), lambda some: workspace.do(members.set_person, person, **some)),
        (PLACE, lambda some: workspace.do(members.set_address, person, **some)),
        (tuple(MEMBERSHIP), lambda some: _set_membership(workspace, person, some)),
        (("tags",), lambda some: workspace.do(members.set_tags, person, tags=some["tags"].split(","))),
    )
    for names, write in ways:
        if some := {name: values[name] for name in names if name in values}:
            write(some)
    for field in workspace.read(custom_fields):
        if field.name in values:
            workspace.do(set_custom_value, person, field=field.id, value=values[field.name])


def _set_membership(workspace: Workspace, person: int, some: Mapping[str, Any]) -> None:
    card: MemberCard = workspace.read(members.member_card, person)
    now = next((period for period in card.memberships if not period.is_over), None)
    before: dict[str, str | dt.date | None] = {"chapter": "", "kind": "member", "start": None, "end": None}
    if now:
        before = {name: getattr(now, name) for name in before}
    wanted: dict[str, Any] = {**before, **{MEMBERSHIP[name]: value for name, value in some.items()}}
    workspace.do(members.set_membership, person, **wanted)


def shown_facts(card: MemberCard) -> dict[str, Any]:
    """All about a person by the names that `set` takes, then what there are several of."""
    return {
        "name": card.name,
        **card.values,
        "status": card.status,
        "tags": list(card.tags),
        "addresses": [
            {name: getattr(line, name) for name in ("kind", *PLACE, "status", "start", "end", "for_letters")}
            for line in card.addresses
        ],
        "contacts": [{"kind": line.kind, "value": line.value} for line in card.contacts],
        "household": card.household,
        "household_members": [other.name for other in card.household_members],
        "memberships": [
            {name: getattr(line, name) for name in ("chapter", "kind", "start", "end")}
            for line in card.memberships
        ],
        "offices": [
            {name: getattr(line, name) for name in ("role", "chapter", "start", "end")}
            for line in card.offices
        ],
        "custom": {field.name: value for field, value in card.custom if value},
    }


def told(value: Any) -> str:
    """A fact in one line."""
    if isinstance(value, list):
        return "; ".join(told(part) for part in value)
    if isinstance(value, dict):
        return ", ".join(told(part) for part in value.values() if part not in ("", None, False))
    return window_texts().short_date(value) if isinstance(value, dt.date) else str(value)
