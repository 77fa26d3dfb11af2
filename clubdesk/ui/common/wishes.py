"""What one page asks another to show (Shell.go): pages don't know each other."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from clubdesk.services.member_list import Search


@dataclass(frozen=True)
class ShowMember:
    """members: select this person and show their card."""

    person: int


@dataclass(frozen=True)
class FindMembers:
    """members: search like this."""

    search: Search = field(default_factory=Search)


@dataclass(frozen=True)
class ListAlready:
    """members: show these people, of `total`, until all are found, because they stood there already."""

    people: Sequence[int]
    total: int
    current: int | None = None


@dataclass(frozen=True)
class PrintLetters:
    """letters: start a new run for these people; for all who need a letter when there are none.

    `second` begins with the words for those who did not answer the first letter.
    """

    people: tuple[int, ...] = ()
    second: bool = False


@dataclass(frozen=True)
class RecordReplies:
    """letters: open the reply tray; `scans`: where scanned slips wait."""

    scans: bool = False


@dataclass(frozen=True)
class ShowRun:
    """letters: select this run."""

    run: int


@dataclass(frozen=True)
class ShowEvent:
    """events: select this event."""

    event: int


@dataclass(frozen=True)
class NewEvent:
    """events: begin a new one."""


@dataclass(frozen=True)
class ShowDues:
    """dues: those that stand like this."""

    states: tuple[str, ...]


@dataclass(frozen=True)
class WriteTemplate:
    """templates: the words of this kind of paper, in a language; the club's when it is ""."""

    kind: str
    language: str = ""


@dataclass(frozen=True)
class ImportList:
    """importing: read this file."""

    file: Path
