"""How large the rectangle of a sheet is, told from its XML before any library makes it.

Sheets are held as full rectangles: one cell at XFD1048576 makes 17 billion of them.
"""

import re
import zipfile
from collections.abc import Iterator

_CHUNK, _OVERLAP = 1 << 20, 300
_LEAST_WIDTH, _LEAST_HEIGHT = 26, 99_999  # where nothing stands beyond, nobody looks closer
_VALUE = rb"[\"'][^>]*?(/?)>"  # styled cells without a value end with />
_WIDE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{2,3})\d+" + _VALUE)
_DEEP = re.compile(rb"\sr\s*=\s*[\"'][A-Za-z]+(\d{6,7})" + _VALUE)
_ANY = re.compile(rb"\sr\s*=\s*[\"'][A-Za-z]+(\d+)" + _VALUE)
_ODS = re.compile(rb"<table:(?:covered-)?table-(cell|row)\b([^>]*)>")
_TIMES = re.compile(rb"number-(?:columns|rows)-repeated\s*=\s*[\"'](\d+)")


def count_cells(archive: zipfile.ZipFile, name: str, *, limit: int) -> int:
    """How many cells the sheet in the archive's file `name` takes; 0 for files that are no sheets.

    Reads the file to its end, which also proves that the sizes the archive tells are true.
    """
    if name == "content.xml":
        return _ods_cells(archive.read(name))
    width, height = _LEAST_WIDTH, 0
    for chunk in _chunks(archive, name):
        width = max([width, *(_column(letters) for letters, empty in set(_WIDE.findall(chunk)) if not empty)])
        height = max([height, *(int(row) for row, empty in _DEEP.findall(chunk) if not empty)])
    if width * max(height, _LEAST_HEIGHT) <= limit:
        return 0
    return width * max([height, *(_height(chunk) for chunk in _chunks(archive, name))])


def _chunks(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The file in pieces, each with the end of the one before, so that no cell is cut."""
    end = b""
    with archive.open(name) as stream:
        while chunk := stream.read(_CHUNK):
            yield end + chunk
            end = chunk[-_OVERLAP:]


def _height(chunk: bytes) -> int:
    return max((int(row) for row, empty in _ANY.findall(chunk) if not empty), default=0)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _ods_cells(content: bytes) -> int:
    """OpenDocument counts repetitions instead: of cells in a row, and of rows."""
    row = column = width = height = 0
    for found in _ODS.finditer(content):
        kind, attributes = found[1], found[2]
        times = _TIMES.search(attributes)
        count = int(times[1]) if times else 1
        if kind == b"row":
            row, column = row + count, 0
            continue
        column += count
        if not attributes.endswith(b"/"):
            width, height = max(width, column), max(height, row)
    return width * height
