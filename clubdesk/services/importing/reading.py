"""Read a list of members from a file, whatever its encoding, separator or workbook format."""

from pathlib import Path

from clubdesk.services.importing.memberlist import MemberList


def read_list(
    path: Path,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
) -> MemberList:
    """The rows of a CSV, XLSX, XLS or ODS file; what isn't given is found out.

    `header_row` is the 1-based row with the columns' names, 0 for a list that has none. Raises Problem when
    the file can't be read or isn't a list; single bad rows are in `malformed` instead.
    """
    raise NotImplementedError
