"""A list of members as it stands in a file, before anybody knows what its columns mean."""

from dataclasses import dataclass
from typing import NamedTuple


class ListRow(NamedTuple):
    """One row: its number as a spreadsheet program counts (1-based, header included), and its cells."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that can't be imported: where, why (a translated sentence) and what stood in it."""

    row: int
    column: str
    reason: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the officer should look at though the row is imported; row 0 concerns the whole list."""

    row: int
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class MemberList:
    """What a file holds. All rows have as many cells as there are headers; blank rows are left out.

    `encoding` and `delimiter` are empty for workbooks, `sheet` is empty for text files; `header_row` is 0
    when the list has no header and its columns are called "Column 1", "Column 2" ...
    """

    file: str
    headers: tuple[str, ...]
    rows: list[ListRow]
    header_row: int
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    malformed: tuple[Rejected, ...] = ()
    kind: str = ""  # vcard: rows are cards
    fields: tuple[str, ...] = ()  # what the columns are, where the file itself says it

    def samples(self, count: int = 200) -> list[tuple[str, ...]]:
        """The cells of some rows, by which columns are recognised."""
        step = max(1, len(self.rows) // count)
        return [row.cells for row in self.rows[::step]]
