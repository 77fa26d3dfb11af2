"""Find the row with the columns' names among the first rows of a list."""

from collections import Counter
from collections.abc import Sequence

from clubdesk.services.importing.contents import is_number, is_surely_data
from clubdesk.services.importing.delimited import RawRow
from clubdesk.services.importing.headings import count_known

_LOOK = 30


def is_comment(cells: Sequence[str]) -> bool:
    """A line such as "# exported on 3 May" that some programs write above or among the rows."""
    return bool(cells) and cells[0].lstrip().startswith("#") and not any(cell.strip() for cell in cells[1:])


def find_header(rows: Sequence[RawRow]) -> RawRow | None:
    """The header: the first row that names at least two columns, else the first one that is wide enough.

    None when there are no rows at all.
    """
    first = [row for row in rows[:_LOOK] if any(map(str.strip, row.cells)) and not is_comment(row.cells)]
    width = _usual_width(first)
    candidates = [row for row in first if len(_filled(row)) * 2 > width or width < 2] or first
    known = {row.number: count_known(row.cells) for row in candidates}
    named = (row for row in candidates if known[row.number] >= min(2, width) and not looks_like_data(row))
    return next(named, None) or next(iter(candidates), None)


def looks_like_data(row: RawRow) -> bool:
    """Whether a row is a member rather than the names of columns."""
    cells = _filled(row)
    known = count_known(cells)
    data = sum(is_surely_data(cell) for cell in cells)
    return data > known or (not known and any(is_number(cell) for cell in cells))


def _usual_width(rows: Sequence[RawRow]) -> int:
    widths = Counter(len(_filled(row)) for row in rows)
    return max(widths, key=lambda width: (widths[width] * (width > 1), width), default=0)


def _filled(row: RawRow) -> list[str]:
    return [cell.strip() for cell in row.cells if cell.strip()]
