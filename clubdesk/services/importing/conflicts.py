"""Where a list and the roster say different things of the same person, and who is right."""

from dataclasses import dataclass, replace
from typing import Any

from clubdesk.i18n import N_, _
from clubdesk.services.importing.fields import ADDRESS, FIELDS
from clubdesk.services.importing.matching import BY, PERSON, Known, missing_notes
from clubdesk.services.importing.personrow import PersonRow

#: What holds where the two differ, and how an officer calls it.
DIFFER = {"theirs": N_("the list"), "ours": N_("the club"), "both": N_("the club, the list as a note")}
_COMPARED = tuple(name for name in (*PERSON, *ADDRESS) if name != "notes")


@dataclass(frozen=True, slots=True)
class Rule:
    """By what people are recognised, and what holds where list and roster differ: theirs, ours or both."""

    by: tuple[str, ...] = BY
    differ: str = "theirs"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of which both know something else."""

    row: int
    person: int
    field: str
    ours: str
    theirs: str


def differences_of(row: PersonRow, known: Known) -> list[Difference]:
    """Where both say something, and not the same."""
    ours = {**known.values, **(known.address or {})}
    return [
        Difference(row.row, known.id, name, str(ours[name]), str(value))
        for name in _COMPARED
        if (value := getattr(row, name)) and ours.get(name) and ours[name] != value
    ]


def settle(row: PersonRow, known: Known, rule: Rule) -> PersonRow:
    """The row without what shall not be written. Notes are never replaced, only added to."""
    changes: dict[str, Any] = {}
    notes = missing_notes(row.notes, known)
    if rule.differ != "theirs":
        for difference in differences_of(row, known):
            changes[difference.field] = None if difference.field == "birth" else ""
            if rule.differ == "both":
                notes += missing_notes(f"{_(FIELDS[difference.field])}: {difference.theirs}", known)
    old = str(known.values["notes"])
    changes["notes"] = "\n".join([old, *notes] if old else notes) if notes else ""
    return replace(row, **changes)
