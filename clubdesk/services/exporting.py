"""Write a table as a file other programs read."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from clubdesk.services.progress import NO_PROGRESS, Progress


def write_csv(
    path: Path,
    headers: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    delimiter: str = ";",
    progress: Progress = NO_PROGRESS,
) -> None:
    """Write UTF-8 with byte-order mark, which Excel opens by double click. Raises Problem."""
    raise NotImplementedError


def write_xlsx(
    path: Path,
    headers: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    progress: Progress = NO_PROGRESS,
) -> None:
    """Write a workbook with one sheet. Raises Problem."""
    raise NotImplementedError
