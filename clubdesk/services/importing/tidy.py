"""Make a proper table of a file's rows: a name for each column, equally wide rows, odd ones set aside."""

from collections import Counter

from clubdesk.i18n import _
from clubdesk.services.importing.delimited import RawRow
from clubdesk.services.importing.header import is_comment
from clubdesk.services.importing.memberlist import ListRow, MemberList, Rejected, Remark


def tidy_list(
    file: str,
    rows: list[RawRow],
    header: RawRow,
    *,
    encoding: str = "",
    delimiter: str = "",
    sheet: str = "",
    sheets: tuple[str, ...] = (),
    remarks: tuple[Remark, ...] = (),
) -> MemberList:
    """The list below `header`; with header number 0 all rows belong to it and columns are numbered."""
    below = [row for row in rows if row.number > header.number and any(map(str.strip, row.cells))]
    headers, about_headers = _headers(below, header)
    kept, malformed, about_rows = _sort_out(below, headers)
    return MemberList(
        file=file,
        headers=headers,
        rows=kept,
        header_row=header.number,
        encoding=encoding,
        delimiter=delimiter,
        sheet=sheet,
        sheets=sheets,
        remarks=(*remarks, *about_headers, *about_rows),
        malformed=tuple(malformed),
    )


def _headers(below: list[RawRow], header: RawRow) -> tuple[tuple[str, ...], list[Remark]]:
    cells = [" ".join(cell.split()) for cell in header.cells]
    if not header.number:
        cells = [""] * max((len(row.cells) for row in below if not row.fault), default=0)
    used = _used_width(below) if "" in cells[-1:] and header.number else len(cells)
    while cells and not cells[-1] and len(cells) > used:
        cells.pop()
    remarks = []
    for at, cell in enumerate(cells):
        if not cell:
            cells[at] = _("Column {number}").format(number=at + 1)
            if header.number:
                remarks.append(Remark(header.number, cells[at], _("This column has no name.")))
    twice = [name for name, count in Counter(cells).items() if count > 1]
    text = _("Several columns have this name; the first one counts.")
    return tuple(cells), remarks + [Remark(header.number, name, text) for name in twice]


def _used_width(below: list[RawRow]) -> int:
    """How wide the rows are, so that a separator at the end of each line makes no column."""
    return max((at + 1 for row in below for at, cell in enumerate(row.cells) if cell.strip()), default=0)


def _sort_out(
    below: list[RawRow], headers: tuple[str, ...]
) -> tuple[list[ListRow], list[Rejected], list[Remark]]:
    kept: list[ListRow] = []
    malformed: list[Rejected] = []
    remarks: list[Remark] = []
    width = len(headers)
    for number, cells, fault, _lines in below:
        if not fault and len(cells) == width and (width == 1 or not cells[0].startswith("#")):
            kept.append(ListRow(number, tuple(cells)))
        elif not fault and is_comment(cells):
            remarks.append(Remark(number, "", _("This row is a comment and was left out.")))
        elif reason := fault or _too_long(cells, width):
            column = (
                headers[min(len(cells), width) - 1]
                if fault
                else _("Column {number}").format(number=width + 1)
            )
            malformed.append(Rejected(number, column, reason, tuple(cells)))
        else:
            kept.append(ListRow(number, tuple((cells + [""] * width)[:width])))
    return kept, malformed, remarks + _swallowed(below, headers)


def _too_long(cells: list[str], width: int) -> str:
    if not any(cell.strip() for cell in cells[width:]):
        return ""
    return _("The row has {count} cells, but there are {width} columns.").format(
        count=len(cells), width=width
    )


def _swallowed(below: list[RawRow], headers: tuple[str, ...]) -> list[Remark]:
    """Cells of many lines: an address has some, but a forgotten quotation mark may have swallowed rows."""
    text = _("This cell has more than four lines. Is a quotation mark missing?")
    return [
        Remark(row.number, header, text)
        for row in below
        if row.lines > 4
        for header, cell in zip(headers, row.cells, strict=False)
        if len(cell.splitlines()) > 4
    ]
