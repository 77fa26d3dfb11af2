"""Refuse workbooks that would burst the memory, before the library that reads them opens them.

A workbook is a ZIP file: 310 kB can unpack to 300 MB, and one cell at XFD1048576 makes a sheet of 17 billion
cells, since sheets are held as full rectangles.
"""

import re
import zipfile
from pathlib import Path
from typing import IO

from clubdesk.errors import Damaged, Problem
from clubdesk.i18n import _

# 100,000 people in 13 columns unpack to 63 MB and read with 0.5 GB of memory: allow three times that
MAX_UNPACKED = 200_000_000
MAX_RATIO = 200
MAX_CELLS = 20_000_000
_CHUNK = 1 << 20
_SMALL = 10_000_000  # what is smaller than this may be packed as tightly as it likes
# cells with a value beyond column Z, or beyond row 99,999; styled empty cells end with />
_WIDE = re.compile(rb'<c r="([A-Z]{2,3})\d+"[^>/]*>')
_DEEP = re.compile(rb'<c r="[A-Z]+(\d{6,7})"[^>/]*>')
_ROW = re.compile(rb'<row r="(\d{1,5})"')
_REPEATED = re.compile(rb"<table:table-(cell|row)\b([^>]*)>")
_TIMES = re.compile(rb'number-(?:columns|rows)-repeated="(\d+)"')


def refuse_trap(path: Path) -> None:
    """Raise Problem if the workbook is too big unpacked, or damaged; does nothing for formats without ZIP."""
    if not zipfile.is_zipfile(path):
        return
    try:
        with zipfile.ZipFile(path) as archive:
            _check(archive, path)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise Damaged(
            _("“{file}” is damaged: its contents can't be unpacked.").format(file=path.name),
            _("Fetch it again from where it comes from, or save it again as XLSX or CSV."),
        ) from error


def _check(archive: zipfile.ZipFile, path: Path) -> None:
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > MAX_UNPACKED or unpacked > max(_SMALL, packed * MAX_RATIO):
        raise _too_large(path)
    if "xl/workbook.bin" in archive.namelist():
        raise Problem(
            _("“{file}” is a binary workbook (XLSB).").format(file=path.name), _("Save it as XLSX or CSV.")
        )
    for entry in entries:
        with archive.open(entry) as stream:  # reading to the end also proves that the sizes are true
            if _extent(stream, entry.filename) > MAX_CELLS:
                raise _too_large(path)


def _too_large(path: Path) -> Problem:
    return Problem(
        _("“{file}” is too large: it would fill the memory of this computer.").format(file=path.name),
        _("Copy only the list itself into a new sheet, or save it as CSV."),
    )


def _extent(stream: IO[bytes], name: str) -> int:
    """How many cells the sheet's rectangle has at most."""
    width, height, cells, rest = 26, 0, 0, b""
    while chunk := stream.read(_CHUNK):
        chunk, rest = rest + chunk, chunk[-200:]
        if name.startswith("xl/worksheets/"):
            width = max([width, *(_column(letters) for letters in set(_WIDE.findall(chunk)))])
            height = max([height, *map(int, _ROW.findall(chunk)), *map(int, _DEEP.findall(chunk))])
        elif name == "content.xml":
            cells = max(cells, _repeated_cells(chunk))
    return max(cells, width * height)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _repeated_cells(chunk: bytes) -> int:
    """The most cells one row of an ODS sheet stands for; empty ones are repeated to the sheet's end."""
    most, rows, columns = 0, 1, 0
    for kind, attributes in _REPEATED.findall(chunk):
        times = int(found[1]) if (found := _TIMES.search(attributes)) else 1
        if kind == b"row":
            rows, columns = times, 0
        elif b"office:value-type" in attributes:
            columns += times
            most = max(most, rows * columns)
    return most
