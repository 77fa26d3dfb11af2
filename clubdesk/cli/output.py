"""What commands say: sentences and tables for people, JSON for programs."""

import datetime as dt
import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

from clubdesk.errors import Problem
from clubdesk.i18n import window_texts

KEPT_WHOLE = 24  # columns: a word this long isn't broken where there is room
PIPE_WIDTH = 200  # a table in a file or a pipe isn't squeezed into 80 columns


def console(*, stderr: bool = False) -> Console:
    """Text goes out as it is: names are no markup, numbers get no colours."""
    made = Console(stderr=stderr, markup=False, highlight=False, emoji=False)
    if not made.is_terminal and "COLUMNS" not in os.environ:
        made.width = PIPE_WIDTH
    return made


def say(*sentences: str) -> None:
    """Each sentence as a paragraph on stdout."""
    to = console()
    for sentence in sentences:
        to.print(printable(sentence), soft_wrap=not to.is_terminal)


def complain(problem: Problem) -> None:
    """What happened, why, and what to do about it, on stderr."""
    to = console(stderr=True)
    to.print(Text(printable(problem.message), style="bold red"), soft_wrap=not to.is_terminal)
    if problem.hint:
        to.print(printable(problem.hint), soft_wrap=not to.is_terminal)


def show_table(
    headers: Sequence[str], rows: Iterable[Sequence[object]], *, right: Sequence[str] = ()
) -> None:
    """A table as wide as its contents; the columns named in `right` are numbers or dates."""
    lines = [tuple(printable(_shown(cell)) for cell in row) for row in rows]
    if not lines:
        return
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for column, header in enumerate(headers):
        longest = max(_longest_word(header), *(_longest_word(line[column]) for line in lines))
        justify: JustifyMethod = "right" if header in right else "left"
        table.add_column(header, justify=justify, overflow="fold", min_width=min(longest, KEPT_WHOLE))
    for line in lines:
        table.add_row(*line)
    console().print(table)


def _longest_word(text: str) -> int:
    """In columns of the terminal, where a Chinese character takes two."""
    return max((cell_len(word) for word in text.split()), default=0)


def _shown(cell: object) -> str:
    if cell is None:
        return ""
    return window_texts().short_date(cell) if isinstance(cell, dt.date) else str(cell)


def printable(text: str) -> str:
    """Without characters that would steer the terminal; they could come in with a file's name."""
    return "".join(
        char if char.isprintable() or char == "\n" else "\N{REPLACEMENT CHARACTER}" for char in text
    )


def print_json(value: object) -> None:
    """One JSON document on stdout: dates as YYYY-MM-DD, text as it is."""
    sys.stdout.write(json.dumps(value, default=_plain, ensure_ascii=False, indent=2) + "\n")


def print_json_list(items: Iterable[object]) -> None:
    """A JSON list written item by item, however long it is."""
    sys.stdout.write("[")
    for position, item in enumerate(items):
        sys.stdout.write(",\n" if position else "\n")
        sys.stdout.write(json.dumps(item, default=_plain, ensure_ascii=False))
    sys.stdout.write("\n]\n")


def _plain(value: Any) -> object:
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")
