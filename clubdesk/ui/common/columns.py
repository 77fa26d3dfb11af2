"""What a table shows: its columns, its rows, and where it asks for them."""

import datetime as dt
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from clubdesk.i18n import _, number, window_texts


class Kind(Enum):
    TEXT = auto()  # str
    MUTED = auto()  # str: second in rank
    NUMBER = auto()  # int | float, right-aligned
    DATE = auto()  # date, right-aligned
    STATUS = auto()  # Status
    SHARE = auto()  # Share


RIGHT = (Kind.NUMBER, Kind.DATE)


@dataclass(frozen=True)
class Column:
    """`key` is what the service sorts by and under which the width is remembered; `title` is translated."""

    key: str
    title: str
    width: int = 140
    kind: Kind = Kind.TEXT
    sortable: bool = True
    shown: bool = True

    @property
    def right(self) -> bool:
        return self.kind in RIGHT


@dataclass(frozen=True)
class Status:
    """A pill with icon and word, and muted text beside it. `look` is a status of the theme."""

    look: str
    word: str
    note: str = ""
    icon: str = ""

    @property
    def drawing(self) -> str:
        return self.icon or LOOKS.get(self.look, LOOKS["none"])


@dataclass(frozen=True)
class Noted:
    """A text, and muted under it why it is shown; the note is not copied or exported."""

    text: str
    note: str


@dataclass(frozen=True)
class Share:
    """How much of a whole is done: a slim bar and the number beside it; no bar when there is no whole."""

    part: int
    whole: int


LOOKS = {
    "verified": "circle-check",
    "out": "mail",
    "silent": "clock",
    "returned": "mail-x",
    "lapsed": "hourglass-empty",
    "none": "dots",
}


@dataclass(frozen=True)
class Row:
    """One line: `cells` in the order of the columns, None where there is nothing."""

    id: int
    cells: tuple[Any, ...]


@dataclass(frozen=True)
class Source:
    """Where a table asks.

    `ids` runs in the database worker: it gets the page's search (whatever the page hands to `find`), the key
    of the column to sort by and whether downwards. `rows` runs on the main thread for some 32 ids at a time,
    so it must be quick; an id that is gone meanwhile may be left out.
    """

    columns: tuple[Column, ...]
    ids: "Callable[[Any, str, bool], array[int]]"
    rows: Callable[[Sequence[int]], Sequence[Row]]
    sort: str = ""
    descending: bool = False


def text_of(value: object) -> str:
    """A cell as words, for the tooltip and the clipboard."""
    if value is None:
        return ""
    if isinstance(value, Status):
        return f"{value.word}, {value.note}" if value.note else value.word
    if isinstance(value, Noted):
        return value.text
    if isinstance(value, Share):
        if not value.whole:
            return number(value.part)
        return _("{part} of {whole}").format(part=number(value.part), whole=number(value.whole))
    if isinstance(value, dt.date):
        return window_texts().short_date(value)
    if isinstance(value, bool):
        return "✓" if value else ""
    return str(value)


def plain(value: object) -> object:
    """A cell as a spreadsheet takes it: numbers and dates stay what they are."""
    if isinstance(value, Share):
        return value.part
    return text_of(value) if isinstance(value, Status | Noted) else value
