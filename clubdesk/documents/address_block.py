"""An address in the room there is for it: as large as it fits, and never outside."""

from collections.abc import Sequence
from typing import NamedTuple

from clubdesk.documents.layouts import Area
from clubdesk.documents.pen import Pen
from clubdesk.documents.typesetter import MM, Line, Style, Typesetter

SMALLEST = 6.0
"""Points below which nobody reads an address."""


class Block(NamedTuple):
    """The rows of an address; not `whole` when some of it had to be cut."""

    rows: tuple[Line, ...]
    style: Style
    whole: bool


def fit_block(typesetter: Typesetter, lines: Sequence[str], style: Style, area: Area) -> Block:
    """The lines in the area, in smaller letters if need be; a word is only broken in the smallest ones."""
    while not (rows := _rows(typesetter, lines, style, area.width, area.height)) and style.size > SMALLEST:
        style = style._replace(size=style.size - 0.5)
    if rows:
        return Block(rows, style, whole=True)
    cut = [typesetter.fit(line, style, area.width, smallest=style.size).line for line in lines]
    return Block(tuple(cut[: int(area.height / (style.size / MM * 1.16))]), style, whole=False)


def draw_block(pen: Pen, block: Block, area: Area, *, middle: bool = False) -> None:
    """Draw it at the top of the area, or in the middle of its height."""
    leading = min(block.style.size / MM * 1.35, area.height / max(len(block.rows), 1))
    slack = area.height - leading * len(block.rows)
    # a short address hangs a little below the top, where the eye expects it
    y = area.y + block.style.size / MM * 0.95 + (slack / 2 if middle else min(slack / 4, 1.5))
    for number, row in enumerate(block.rows):
        pen.text(area.x, y + number * leading, row, block.style)


def _rows(
    typesetter: Typesetter, lines: Sequence[str], style: Style, width: float, height: float
) -> tuple[Line, ...]:
    """The address in rows that fit, () when they don't; a word that would have to be broken doesn't."""
    if style.size > SMALLEST and any(_breaks(typesetter, line, style, width) for line in lines):
        return ()
    rows = tuple(row for line in lines for row in typesetter.wrap(line, style, width))
    return rows if len(rows) * style.size / MM * 1.16 <= height else ()


def _breaks(typesetter: Typesetter, line: str, style: Style, width: float) -> bool:
    """Whether one of its words alone is too wide."""
    if typesetter.line(line, style).width <= width:
        return False
    return any(typesetter.line(word, style).width > width for word in line.split())
