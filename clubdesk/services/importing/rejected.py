"""Save the rows that could not be imported, so that they can be mended and imported again."""

from collections.abc import Sequence
from pathlib import Path

from clubdesk.i18n import _
from clubdesk.services.exporting import write_csv
from clubdesk.services.importing.memberlist import MemberList, Rejected


def save_rejected(path: Path, member_list: MemberList, rejected: Sequence[Rejected]) -> None:
    """Write a CSV with the list's own columns plus row, column and reason. Raises Problem.

    Cells beyond the list's columns, which are why some rows are rejected, get columns of their own.
    """
    width = max([len(member_list.headers), *(len(entry.cells) for entry in rejected)])
    extra = [_("Column {number}").format(number=at + 1) for at in range(len(member_list.headers), width)]
    headers = [*member_list.headers, *extra, _("row"), _("column"), _("reason")]
    rows = (
        [*entry.cells, *[""] * (width - len(entry.cells)), entry.row, entry.column, entry.reason]
        for entry in rejected
    )
    write_csv(path, headers, rows, delimiter=member_list.delimiter or None)
