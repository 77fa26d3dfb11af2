"""Pages kept as evidence: upright, small, and the part of them that a slip takes up."""

import io
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from clubdesk.documents.reading.codes import FoundCode, Point
from clubdesk.documents.reading.plane import flat

if TYPE_CHECKING:
    from PIL.Image import Image

_LONGEST = 1500  # pixels: handwriting on an A4 page can still be read
_QUALITY = 40
_AROUND = 6.0  # mm shown around the boxes and the code
_SHOWN = 6  # pixels a mm of a slip that is shown alone

Corners = Sequence[Sequence[float]]


def upright(page: "Image", code: FoundCode | None) -> tuple["Image", FoundCode | None]:
    """The page turned by quarters until its code stands upright, and the code where it then is."""
    from PIL import Image

    if code is None:
        return page, None
    (x0, y0), (x1, y1), *_rest = code.corners
    quarters = round(math.atan2(y1 - y0, x1 - x0) / (math.pi / 2)) % 4
    if not quarters:
        return page, code
    turns = {1: Image.Transpose.ROTATE_90, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_270}
    a, b, c, d = (_turned(point, page.width, page.height, quarters) for point in code.corners)
    return page.transpose(turns[quarters]), FoundCode(code.text, (a, b, c, d))


def _turned(point: Point, width: int, height: int, quarters: int) -> Point:
    x, y = point
    return {1: (y, width - x), 2: (width - x, height - y), 3: (height - y, x)}[quarters]


def kept(page: "Image") -> bytes:
    """A page as a small grey JPEG."""
    from PIL import Image

    small = page.copy()
    small.thumbnail((_LONGEST, _LONGEST), Image.Resampling.BILINEAR, reducing_gap=2)
    file = io.BytesIO()
    small.save(file, "JPEG", quality=_QUALITY, optimize=True)
    return file.getvalue()


def shares(code: FoundCode, page: "Image") -> list[list[float]]:
    """The corners of a code as shares of the page's width and height, which hold for a smaller picture too."""
    return [[round(x / page.width, 5), round(y / page.height, 5)] for x, y in code.corners]


def slip_picture(data: bytes, corners: Corners, *, code: float, left: float, height: float) -> bytes:
    """The slip around a code, straightened, as a JPEG.

    `corners` are shares of the page; `code` is the width of the code in mm, `left` how far the slip's text
    begins left of it, `height` how far the slip reaches below the top of the code.
    """
    from PIL import Image

    with Image.open(io.BytesIO(data)) as file:
        page = file.convert("L")
    points = [(x * page.width, y * page.height) for x, y in corners]
    above = 14.0
    shown = flat(points, code).cut(
        page, -left - _AROUND, -above, left + code + 2 * _AROUND, above + height, _SHOWN
    )
    out = io.BytesIO()
    shown.save(out, "JPEG", quality=80)
    return out.getvalue()
