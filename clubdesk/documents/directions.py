"""The order in which the runs of a line stand on paper, when some of its text reads from right to left."""

import re
from collections.abc import Callable, Hashable
from itertools import groupby
from typing import NamedTuple, TypeVar

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
Kind = TypeVar("Kind", bound=Hashable)


class Directed(NamedTuple):
    """Text of one direction; `rtl` when it reads from right to left."""

    text: str
    rtl: bool


def is_mixed(text: str) -> bool:
    """Whether any of it reads from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def in_order(text: str, kind: Callable[[str, int], Kind]) -> list[tuple[Directed, Kind]]:
    """The runs of a line from left to right, each of one direction and one kind (such as its typeface).

    `kind` is asked for the character at a place of the text. Unicode's rule L2, over whole runs.
    """
    levels = _levels(text) if is_mixed(text) else [0] * len(text)
    marked = [(levels[place], kind(text, place)) for place in range(len(text))]
    runs = []
    start = 0
    for (level, sort), group in groupby(marked):
        end = start + len(list(group))
        runs.append((level, Directed(text[start:end], rtl=bool(level % 2)), sort))
        start = end
    for level in range(max(levels, default=0), 0, -1):
        runs = _turned(runs, level)
    return [(directed, sort) for _level, directed, sort in runs]


def _turned(runs: list[tuple[int, Directed, Kind]], lowest: int) -> list[tuple[int, Directed, Kind]]:
    """The runs with each stretch of that level or a higher one turned around."""
    turned = []
    for inside, group in groupby(runs, key=lambda run: run[0] >= lowest):
        stretch = list(group)
        turned += stretch[::-1] if inside else stretch
    return turned


def _levels(text: str) -> list[int]:
    """The embedding level of each character by Unicode's bidirectional algorithm."""
    from bidi import algorithm  # few letters need it

    storage = algorithm.get_empty_storage()
    level = algorithm.get_base_level(text)
    storage["base_level"], storage["base_dir"] = level, "LR"[level]
    algorithm.get_embedding_levels(text, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    found = [character["level"] for character in storage["chars"]]
    return found if len(found) == len(text) else [level] * len(text)  # hidden marks were taken out
