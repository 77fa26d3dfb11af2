"""Read the sheets of an XLSX, XLS or ODS workbook as rows of text."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from clubdesk.errors import Damaged, Problem
from clubdesk.i18n import _
from clubdesk.services.importing.delimited import RawRow
from clubdesk.services.importing.ziptrap import refuse_trap

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # an entry in the container of a locked XLSX
MAX_ROWS, MAX_COLUMNS, MAX_EMPTY = 1_000_000, 500, 1000

Cell = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta


@contextmanager
def open_workbook(path: Path) -> Iterator["CalamineWorkbook"]:
    """The workbook, once it is known not to burst. Raises Problem, also for errors while it is read."""
    import python_calamine

    refuse_trap(path)
    try:
        with python_calamine.CalamineWorkbook.from_path(path) as book:
            yield book
    except python_calamine.PasswordError as error:
        raise locked(path) from error
    except (python_calamine.CalamineError, ValueError, OSError) as error:
        raise _damaged(path) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # what the library's Rust throws at damaged files
            raise
        raise _damaged(path) from error


def locked(path: Path) -> Problem:
    return Problem(
        _("“{file}” is protected by a password.").format(file=path.name),
        _("Open it in the program it comes from, save it without password and try again."),
    )


def _damaged(path: Path) -> Damaged:
    return Damaged(
        _("“{file}” is no workbook, or a damaged one.").format(file=path.name),
        _("Open it in a spreadsheet program and save it again as XLSX or CSV."),
    )


def visible_sheets(book: "CalamineWorkbook") -> list[str]:
    """The names of the sheets an officer sees; of all of them if none is visible."""
    from python_calamine import SheetVisibleEnum

    shown = [sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
    return [name for name in shown if name in book.sheet_names] or list(book.sheet_names)


def sheet_rows(book: "CalamineWorkbook", name: str) -> list[RawRow]:
    """The rows of a sheet as text, numbered as the sheet numbers them, up to 1,000 empty rows in a run."""
    sheet = book.get_sheet_by_name(name)
    rows: list[RawRow] = []
    empty = 0
    for number, values in enumerate(sheet.to_python(skip_empty_area=False, nrows=MAX_ROWS), start=1):
        cells = [cell_text(value) for value in values[:MAX_COLUMNS]]
        rows.append(RawRow(number, cells))
        empty = 0 if any(cells) else empty + 1
        if empty >= MAX_EMPTY:
            break
    _fill_down(rows, sheet.merged_cell_ranges or [])
    return rows


def _fill_down(rows: list[RawRow], merged: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """What stands in a cell merged over several rows of a column holds for each of these rows."""
    for (top, left), (bottom, right) in merged:
        if left == right and top < len(rows) and left < len(rows[top].cells):
            for row in rows[top + 1 : bottom + 1]:
                row.cells[left] = row.cells[left] or rows[top].cells[left]


def cell_text(value: Cell) -> str:
    """A cell as somebody would type it: whole numbers without .0, dates as ISO 8601."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)
