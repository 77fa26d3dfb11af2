"""Long lists of ids in pieces that every database takes in one statement."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
SIZE = 2000


def chunks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), SIZE):
        yield items[start : start + SIZE]
