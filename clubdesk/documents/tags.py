"""What the parts of a page are, for who hears it: a tree of headings, paragraphs, tables.

Its order is the order of reading, which need not be that of drawing: a part drawn with a `place` stands
where that place says, and is continued when the same tag is opened at the same place again, on any page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

GROUPS = frozenset({"Document", "Sect", "Div", "LBody"})
"""Tags that have no text themselves; text drawn in them is a paragraph."""

_MEANT_EMPTY = frozenset({"TD", "TH"})
"""Tags that count though nothing is in them: a table has as many cells in each row."""


class Part(IntEnum):
    """The parts of a letter in the order in which it is read."""

    HEAD = 1
    SENDER = 2
    ADDRESS = 3
    INFO = 4
    TEXT = 5
    PANEL = 6
    CLOSING = 7
    SLIP = 8
    FOOT = 9


class Content(NamedTuple):
    """Marked content of a page; its number is counted on each page from 0."""

    page: int
    number: int
    place: float = 0


class Box(NamedTuple):
    """The room a figure takes, in points from the sheet's bottom left."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(slots=True, eq=False)
class Element:
    """A part of what is read. `alt` is said instead of a figure, `scope` is what a table's head is of."""

    tag: str
    place: float = 0
    alt: str = ""
    scope: str = ""
    language: str = ""
    box: Box | None = None
    kids: "list[Element | Content]" = field(default_factory=list)
    _placed: "dict[tuple[str, float], Element]" = field(default_factory=dict)

    def part(self, tag: str, place: float = 0) -> "Element":
        """The part with this tag at this place; a new one when there is none, and always at place 0."""
        found = self._placed.get((tag, place)) if place else None
        if found is None:
            found = Element(tag, place)
            self.kids.append(found)
            if place:
                self._placed[tag, place] = found
        return found

    def add(self, other: "Element", *, page: int, after: int = 0) -> None:
        """Take over what another has, its content as that of `page`, counted from `after`."""
        for kid in other.kids:
            if isinstance(kid, Content):
                self.kids.append(Content(page, kid.number + after))
                continue
            part = self.part(kid.tag, kid.place)
            part.alt, part.scope, part.language = kid.alt, kid.scope, kid.language
            part.box = kid.box
            part.add(kid, page=page, after=after)

    def reach(self, box: Box) -> None:
        """Make the room it takes large enough for this too."""
        if self.box is None:
            self.box = box
            return
        low = map(min, self.box[:2], box[:2])
        high = map(max, self.box[2:], box[2:])
        self.box = Box(*low, *high)

    def in_order(self) -> "list[Element | Content]":
        """Its parts as they are read, without those that turned out empty."""
        kept = [kid for kid in self.kids if isinstance(kid, Content) or kid.counts()]
        return sorted(kept, key=lambda kid: kid.place)

    def counts(self) -> bool:
        """Whether anything is in it, or it counts all the same."""
        if self.tag in _MEANT_EMPTY:
            return True
        return any(isinstance(kid, Content) or kid.counts() for kid in self.kids)

    def walk(self) -> "Iterator[Element]":
        """It and all its parts, as they are read."""
        yield self
        for kid in self.in_order():
            if isinstance(kid, Element):
                yield from kid.walk()
