"""Cut a text into rows and cells; a row with broken quotation marks costs only itself."""

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from clubdesk.i18n import _


class RawRow(NamedTuple):
    """A row as it stands in the file: `fault` says what is wrong with it, `lines` how many lines it takes."""

    number: int
    cells: list[str]
    fault: str = ""
    lines: int = 1


def text_lines(text: str) -> list[str]:
    """The lines of a text with their ends: LF, CR LF, or CR alone as old Macs write it."""
    return list(io.StringIO(text, newline=""))


def cut_rows(lines: list[str], delimiter: str, first: int = 0) -> Iterator[RawRow]:
    """All rows from line index `first` on, blank ones too, numbered as a spreadsheet program does."""
    source = _Lines(lines, first)
    number = first
    while source.position < len(lines):
        start = source.position
        try:
            for cells in csv.reader(source, delimiter=delimiter, skipinitialspace=True, strict=True):
                number += 1
                yield RawRow(number, cells, "", source.position - start)
                start = source.position
        except csv.Error:
            number += 1
            source.position = start + 1
            yield _broken_row(number, lines[start], delimiter)


class _Lines:
    """Hands lines to the csv reader, and can be set back to the line after a broken one."""

    def __init__(self, lines: list[str], position: int) -> None:
        self.lines = lines
        self.position = position

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if self.position >= len(self.lines):
            raise StopIteration
        self.position += 1
        return self.lines[self.position - 1]


def _broken_row(number: int, line: str, delimiter: str) -> RawRow:
    """Stray marks inside a cell are taken as letters; one that is never closed could have swallowed rows."""
    try:
        cells = next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return RawRow(number, line.rstrip("\r\n").split(delimiter)[:100], _("A cell is too long."))
    odd = line.count('"') % 2
    return RawRow(number, cells, _("A quotation mark is opened and never closed.") if odd else "")
