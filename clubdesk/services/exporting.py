"""Write a table as a file other programs read, in such a way that no cell becomes a formula there."""

import csv
import datetime as dt
import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from clubdesk.errors import Problem
from clubdesk.i18n import _, window_texts
from clubdesk.services.cell_text import guarded, is_formula, visible
from clubdesk.services.progress import NO_PROGRESS, Progress

_UNSAFE = '<>:"/\\|?*'
_MAX_ROWS, _MAX_CELL = 1_048_576, 32_767  # what a sheet of a workbook can hold


def write_csv(
    path: Path,
    headers: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    delimiter: str | None = None,
    progress: Progress = NO_PROGRESS,
) -> None:
    """Write UTF-8 with byte-order mark, which Excel opens by double click. Raises Problem.

    Without `delimiter` it is the one spreadsheet programs expect in the window's language.
    """
    cut = delimiter or ("," if window_texts().language in ("en", "zh") else ";")
    with whole_file(path) as part, part.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=cut)
        for row in counted(headers, rows, progress):
            writer.writerow([_csv_cell(value) for value in row])


def write_xlsx(
    path: Path,
    headers: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    progress: Progress = NO_PROGRESS,
) -> None:
    """Write a workbook with one sheet; texts stay texts, dates and numbers stay such. Raises Problem."""
    import xlsxwriter

    options = {"constant_memory": True}
    with whole_file(path) as part, part.open("wb") as file, xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, max(0, len(headers) - 1), 18)
        sheet.set_row(0, None, book.add_format({"bold": True}))
        guard = book.add_format({"quote_prefix": True})
        date = book.add_format({"num_format": "yyyy-mm-dd"})
        for number, row in enumerate(counted(headers, rows, progress)):
            if number >= _MAX_ROWS:
                raise Problem(_("A sheet holds 1,048,576 rows at most."), _("Save the list as CSV."))
            for column, value in enumerate(row):
                _xlsx_cell(sheet, number, column, value, guard=guard, date=date)


def write_whole(path: Path, data: bytes) -> None:
    """Write a finished file, whole or not at all. Raises Problem."""
    with whole_file(path) as part:
        part.write_bytes(data)


def _csv_cell(value: object) -> object:
    if value is None or isinstance(value, int | float):
        return value
    return value.isoformat() if isinstance(value, dt.date) else guarded(visible(str(value)))


def _xlsx_cell(sheet: Any, row: int, column: int, value: object, *, guard: Any, date: Any) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float) and math.isfinite(value) and abs(value) < 1e15:
        sheet.write_number(row, column, value)
    elif isinstance(value, dt.date) and value.year >= 1900 and not isinstance(value, dt.datetime):
        sheet.write_datetime(row, column, value, date)
    elif value is not None and (text := visible(str(value))[:_MAX_CELL]):
        sheet.write_string(row, column, text, guard if is_formula(text) else None)


def counted(
    headers: Sequence[str], rows: Iterable[Sequence[object]], progress: Progress
) -> Iterator[Sequence[object]]:
    """The header and the rows, counted for the officer; the total is 0 where nobody knows it."""
    total = len(rows) if isinstance(rows, Sequence) else 0
    yield headers
    for done, row in enumerate(rows, start=1):
        if done % 1000 == 0:
            progress(done, total)
        yield row


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A file beside `path` that takes its place at the end, or vanishes if anything goes wrong before."""
    part = path.with_name(path.name + ".part")
    try:
        yield part
        part.replace(path)
    except Exception as error:
        cause = error if isinstance(error, OSError) else error.__context__  # xlsxwriter wraps what happens
        if isinstance(cause, OSError):
            raise _unwritable(path, cause) from error
        raise
    finally:
        _remove(part)


def _remove(part: Path) -> None:
    with suppress(OSError):  # the folder may not exist or may not be written: the error before says so
        part.unlink(missing_ok=True)


def _unwritable(path: Path, error: OSError) -> Problem:
    if isinstance(error, PermissionError):
        hint = _("It may be open in another program: close it there and try again, or choose another folder.")
    elif isinstance(error, FileNotFoundError):
        hint = _("The folder does not exist. Choose another one.")
    else:
        hint = _("Check that there is room on the disk, or choose another folder.")
    reason = error.strerror or error
    return Problem(_("“{file}” can't be written: {error}").format(file=path.name, error=reason), hint)


def safe_name(name: str) -> str:
    """A name that every file system takes."""
    safe = "".join(" " if sign in _UNSAFE else sign for sign in visible(name)).strip(" .")[:80]
    while len(safe.encode()) > 240:  # what a file system counts are bytes
        safe = safe[:-1]
    return safe or "PDF"
