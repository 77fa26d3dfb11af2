"""Refuse workbooks that would burst the memory, before the library that reads them opens them."""

import zipfile
import zlib
from pathlib import Path

from clubdesk.errors import Damaged, Problem
from clubdesk.i18n import _
from clubdesk.services.importing.extent import count_cells

# 100,000 people in 13 columns unpack to 63 MB and read with 0.5 GB of memory: allow three times that
MAX_UNPACKED = 200_000_000
MAX_RATIO = 200
MAX_CELLS = 20_000_000
_SMALL = 10_000_000  # what is smaller than this may be packed as tightly as it likes
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)


def refuse_trap(path: Path) -> None:
    """Raise Problem if the workbook is too big unpacked, or damaged; does nothing for formats without ZIP."""
    if not zipfile.is_zipfile(path):
        return
    try:
        with zipfile.ZipFile(path) as archive:
            _check(archive, path)
    except _BROKEN as error:
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
    if any(count_cells(archive, entry.filename, limit=MAX_CELLS) > MAX_CELLS for entry in entries):
        raise _too_large(path)


def _too_large(path: Path) -> Problem:
    return Problem(
        _("“{file}” is too large: it would fill the memory of this computer.").format(file=path.name),
        _("Copy only the list itself into a new sheet, or save it as CSV."),
    )
