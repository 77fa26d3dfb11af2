"""Save the rows that could not be imported, so that they can be mended and imported again."""

from collections.abc import Sequence
from pathlib import Path

from clubdesk.services.importing.memberlist import MemberList, Rejected


def save_rejected(path: Path, member_list: MemberList, rejected: Sequence[Rejected]) -> None:
    """Write a CSV with the list's own columns plus row, column and reason. Raises Problem."""
    raise NotImplementedError
