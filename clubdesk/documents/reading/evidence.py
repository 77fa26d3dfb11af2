"""Pages kept as evidence: upright, small, and the part of them that a slip takes up."""

import io
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from clubdesk.documents.reading.codes import FoundCode, Point
from clubdesk.documents.reading.plane import flat

if TYPE_CHECKING:
    from PIL.Image import Image

_LONGEST = 1300  # pixels: 110 dpi of an A4 page, where handwriting can still be read
_QUALITY = 35
_AROUND = 8.0  # mm shown around a slip
_DENSITY = 6  # pixels a mm of a slip that is shown alone

Corners = tuple[tuple[float, float], ...]


def quarters_to_upright(code: FoundCode) -> int:
    """By how many quarters, against the clock, a page is turned until this code stands upright."""
    (x0, y0), (x1, y1), *_rest = code.corners
    return round(math.atan2(y1 - y0, x1 - x0) / (math.pi / 2)) % 4


def kept(page: "Image", *, quarters: int = 0) -> bytes:
    """A page as a small grey JPEG, turned against the clock."""
    from PIL import Image

    small = page.copy()
    small.thumbnail((_LONGEST, _LONGEST), Image.Resampling.BILINEAR, reducing_gap=2)
    turns = (None, Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270)
    turn = turns[quarters]
    if turn is not None:
        small = small.transpose(turn)
    file = io.BytesIO()
    small.save(file, "JPEG", quality=_QUALITY, optimize=True)
    return file.getvalue()


def shares(code: FoundCode, page: "Image", *, quarters: int = 0) -> Corners:
    """The corners of a code on the turned page, as shares of its width and height: they fit any size."""
    places = ((x / page.width, y / page.height) for x, y in code.corners)
    return tuple(_turned(place, quarters) for place in places)


def _turned(place: Point, quarters: int) -> Point:
    x, y = place
    x, y = ((x, y), (y, 1 - x), (1 - x, 1 - y), (1 - y, x))[quarters]
    return round(x, 5), round(y, 5)


def slip_picture(
    data: bytes, corners: Sequence[Sequence[float]], *, code: float, left: float, above: float, below: float
) -> bytes:
    """The slip around a code, straightened, as a JPEG.

    `corners` are shares of the page; the others mm: the width of the code, how far the slip reaches to the
    left of it, above its top, and below its top.
    """
    from PIL import Image

    with Image.open(io.BytesIO(data)) as file:
        page = file.convert("L")
    points = [(x * page.width, y * page.height) for x, y in corners]
    width, height = left + code + 2 * _AROUND, above + below
    shown = flat(points, code).cut(page, -left - _AROUND, -above, width, height, _DENSITY)
    out = io.BytesIO()
    shown.save(out, "JPEG", quality=80)
    return out.getvalue()
