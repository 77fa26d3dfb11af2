"""Decide which box was ticked. What is not plain is doubtful: an officer looks, nothing is guessed."""

from collections.abc import Sequence

from clubdesk.documents.reading.boxes import Ink

TICKED = 0.09  # share of black from which ink is a mark; measured: crosses 0.2-0.6, thin ticks 0.13
EMPTY = 0.045  # below it a box is empty; measured: noise and blur up to 0.03
EXTENT = 1.1  # mm that a mark has both ways; a fold or a speck has not


def ticked_box(ink: Sequence[Ink] | None) -> int | None:
    """The place of the one box that was ticked; None when that is doubtful."""
    if not ink:
        return None
    least = min(box.share for box in ink)
    if least > EMPTY:
        return None
    marked = [place for place, box in enumerate(ink) if box.share - least > EMPTY or box.share > EMPTY * 1.5]
    if len(marked) != 1:
        return None
    mark = ink[marked[0]]
    plain = mark.share - least >= TICKED and mark.width >= EXTENT and mark.height >= EXTENT
    return marked[0] if plain else None
