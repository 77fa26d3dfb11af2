"""What the columns of a list mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Column index (0-based) -> field, how sure that is (0..1), and the headers that mean nothing to us."""

    mapped: dict[int, str]
    confidence: dict[int, float]
    unmapped: tuple[str, ...]


def map_columns(
    headers: Sequence[str], samples: Sequence[Sequence[str]], overrides: Mapping[str, str] | None = None
) -> ColumnMap:
    """Guess each column's field by its header, else by its values.

    `overrides` (header or 1-based column number -> field; an empty field leaves the column out) win. Raises
    Problem when an override names no column or no field.
    """
    raise NotImplementedError
