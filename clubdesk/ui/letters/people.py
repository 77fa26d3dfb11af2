"""Who is to get a letter: the ways to choose people, and finding them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from clubdesk.services.clubs import chapters
from clubdesk.services.letters import NEEDS_LETTER
from clubdesk.services.members import Search, find_members, status_counts

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

Way = Literal["needed", "chapter", "search", "these"]


@dataclass(frozen=True)
class People:
    """`way` says which of the others counts."""

    way: Way = "needed"
    chapter: str = ""
    text: str = ""
    these: tuple[int, ...] = ()


@dataclass(frozen=True)
class Offer:
    """What there is to choose from."""

    needed: int
    chapters: tuple[str, ...]


def offer(workspace: "Workspace") -> Offer:
    counts = workspace.read(status_counts)
    names = tuple(chapter.name for chapter in workspace.read(chapters))
    return Offer(sum(counts.get(status, 0) for status in NEEDS_LETTER), names)


def find_people(workspace: "Workspace", wanted: People) -> Sequence[int]:
    """The ids of the people chosen, whether or not they may get a letter."""
    if wanted.way == "these":
        return wanted.these
    if wanted.way == "chapter":
        return workspace.read(find_members, Search(chapters=(wanted.chapter,))) if wanted.chapter else ()
    if wanted.way == "search":
        return workspace.read(find_members, Search(wanted.text)) if wanted.text else ()
    return workspace.read(find_members, Search(statuses=NEEDS_LETTER))
