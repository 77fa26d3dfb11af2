"""Read a list of members from a file, whatever its encoding, separator or workbook format."""

from pathlib import Path
from typing import TYPE_CHECKING

from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext
from clubdesk.services.importing.delimited import RawRow, cut_rows, text_lines
from clubdesk.services.importing.encoding import decode
from clubdesk.services.importing.files import read_bytes
from clubdesk.services.importing.header import find_header, looks_like_data
from clubdesk.services.importing.memberlist import MemberList, Remark
from clubdesk.services.importing.separator import declared_separator, guess_separator
from clubdesk.services.importing.tidy import tidy_list
from clubdesk.services.importing.vcards import is_vcard, read_cards
from clubdesk.services.importing.workbook import (
    ENCRYPTED,
    OLE,
    ZIP,
    locked,
    open_workbook,
    sheet_rows,
    visible_sheets,
)

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook


def read_list(
    path: Path,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
) -> MemberList:
    """The rows of a CSV, XLSX, XLS, ODS or VCF file; what isn't given is found out.

    `header_row` is the 1-based row with the columns' names, 0 for a list that has none. Raises Problem when
    the file can't be read or isn't a list; single bad rows are in `malformed` instead.
    """
    data = read_bytes(path)
    if data.startswith(OLE) and ENCRYPTED in data:
        raise locked(path)
    if data.startswith((ZIP, OLE)):
        return _from_workbook(path, sheet, header_row)
    text, encoding = decode(data, encoding)
    return _from_text(path, text, encoding, delimiter, header_row)


def read_text(
    name: str, text: str, *, delimiter: str | None = None, header_row: int | None = None
) -> MemberList:
    """What somebody pasted: cells of a spreadsheet program, CSV or vCards."""
    if not text.strip():
        raise Problem(
            _("There is no text to paste."), _("Copy the cells of your list, then paste them here.")
        )
    return _from_text(Path(name), text, "", delimiter, header_row)


def _from_text(
    path: Path, text: str, encoding: str, delimiter: str | None, header_row: int | None
) -> MemberList:
    if is_vcard(text):
        return read_cards(path.name, text, encoding=encoding)
    _refuse_other_formats(path, text)
    lines = text_lines(text)
    declared = declared_separator(lines[0]) if lines else ""
    delimiter = _separator(delimiter) or declared or guess_separator(lines)
    rows = list(cut_rows(lines, delimiter, first=1 if declared else 0))
    broken = text.count("\ufffd")
    about = ngettext("{count} letter can't be read.", "{count} letters can't be read.", broken)
    remarks = (Remark(0, "", about),) if broken else ()
    header = _header(path, rows, header_row)
    return tidy_list(path.name, rows, header, encoding=encoding, delimiter=delimiter, remarks=remarks)


def _separator(delimiter: str | None) -> str:
    named = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}
    chosen = named.get((delimiter or "").lower(), delimiter or "")
    if len(chosen) > 1 or chosen in ('"', "\r", "\n"):
        message = _("“{delimiter}” can't separate columns.").format(delimiter=delimiter)
        raise Problem(message, _("A separator is one character, such as ; or , or tab."))
    return chosen


def _refuse_other_formats(path: Path, text: str) -> None:
    start = text[:200].lstrip("\ufeff \r\n\t").lower()
    kinds = {
        "begin:vcalendar": "iCalendar",
        "<": "HTML/XML",
        "{": "JSON",
        "%pdf": "PDF",
    }
    kind = next((name for sign, name in kinds.items() if start.startswith(sign)), "")
    if kind:
        raise Problem(
            _("“{file}” is no table but {kind}.").format(file=path.name, kind=kind),
            _("Open it in the program it comes from and save the list as CSV or XLSX."),
        )


def _from_workbook(path: Path, sheet: str | None, header_row: int | None) -> MemberList:
    with open_workbook(path) as book:
        names = tuple(visible_sheets(book))
        if sheet is not None and sheet not in book.sheet_names:
            message = _("“{file}” has no sheet “{sheet}”.").format(file=path.name, sheet=sheet)
            raise Problem(message, _("Its sheets: {listed}").format(listed=", ".join(names)))
        chosen, rows = (sheet, sheet_rows(book, sheet)) if sheet is not None else _first_list(book, names)
    others = ", ".join(name for name in names if name != chosen)
    text = _("Sheet “{sheet}” was read; there are also: {others}.").format(sheet=chosen, others=others)
    header = _header(path, rows, header_row)
    remarks = (Remark(0, "", text),) if others and sheet is None else ()
    return tidy_list(path.name, rows, header, sheet=chosen, sheets=names, remarks=remarks)


def _first_list(book: "CalamineWorkbook", names: tuple[str, ...]) -> tuple[str, list[RawRow]]:
    """The first sheet whose header is followed by rows, else the first one."""
    first: tuple[str, list[RawRow]] | None = None
    for name in names:
        rows = sheet_rows(book, name)
        header = find_header(rows)
        if header and rows[-1].number > header.number and not looks_like_data(header):
            return name, rows
        first = first or (name, rows)
    return first or ("", [])


def _header(path: Path, rows: list[RawRow], header_row: int | None) -> RawRow:
    """The row with the columns' names; number 0 for none."""
    if header_row:
        chosen = next((row for row in rows if row.number == header_row and any(row.cells)), None)
        if not chosen:
            message = _("“{file}” has nothing in row {row}.").format(file=path.name, row=header_row)
            raise Problem(message, _("Name the row with the columns' names, or 0 if there is none."))
        return chosen
    found = find_header(rows)
    if not found:
        raise Problem(
            _("“{file}” is empty.").format(file=path.name), _("Choose the file with the members' list.")
        )
    if header_row == 0:
        return RawRow(0, [])
    if looks_like_data(found):
        raise Problem(
            _("“{file}” has no row with the columns' names: row {row} already looks like a member.").format(
                file=path.name, row=found.number
            ),
            _("Write the columns' names above it, or choose header row 0 and map “Column 1” and so on."),
        )
    return found
