"""Find the codes on a page; a page that shows none at first is looked at again in other light."""

import math
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

Point = tuple[float, float]

REPLY_CODE = re.compile(r"[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}")
_SMALL = 2400  # pixels of the longer side below which a page is also looked at enlarged


class FoundCode(NamedTuple):
    """A QR code. `corners` are in pixels: its own top left, top right, bottom right, bottom left.

    `text` is "" for one that is there but can't be read.
    """

    text: str
    corners: tuple[Point, Point, Point, Point]

    @property
    def is_reply(self) -> bool:
        return REPLY_CODE.fullmatch(self.text) is not None

    @property
    def middle(self) -> Point:
        return sum(x for x, _y in self.corners) / 4, sum(y for _x, y in self.corners) / 4

    @property
    def size(self) -> float:
        """How long its diagonal is."""
        return math.dist(self.corners[0], self.corners[2])


def find_codes(page: "Image") -> list[FoundCode]:
    """All codes on a page, from its top.

    The page is looked at three times more while there is no reply code on it, or one as large that can't be
    read: a second slip must not be lost beside the first.
    """
    found: dict[str, FoundCode] = {}
    broken: list[FoundCode] | None = None
    missed: list[FoundCode] = []
    for picture, scale in _looks(page):
        codes = _read(picture, scale)
        for code in codes:
            if code.text:
                found.setdefault(code.text, code)
        if broken is None:
            broken = [code for code in codes if not code.text]
        replies = [code for code in found.values() if code.is_reply]
        missed = [code for code in broken if _is_another(code, replies)]
        if replies and not missed:
            break
    return sorted([*found.values(), *missed[:1]], key=lambda code: code.middle[1])


def _is_another(broken: FoundCode, replies: list[FoundCode]) -> bool:
    """Whether this is a reply code beside those that were read, not a small code or a part of theirs."""
    return bool(replies) and all(
        broken.size > reply.size * 0.6 and math.dist(broken.middle, reply.middle) > reply.size / 2
        for reply in replies
    )


def _looks(page: "Image") -> "Iterator[tuple[Image, float]]":
    """The page as it is, enlarged, softened, and in black and white by its surroundings, with its scale."""
    from PIL import Image, ImageChops, ImageFilter

    yield page, 1.0
    scale = 2.0 if max(page.size) < _SMALL else 1.0
    large = page.resize((round(page.width * scale), round(page.height * scale)), Image.Resampling.BICUBIC)
    if scale > 1:
        yield large, scale
    yield large.filter(ImageFilter.GaussianBlur(1.5 * scale)), scale
    around = large.filter(ImageFilter.BoxBlur(max(large.size) / 40))
    yield ImageChops.subtract(large, around, 1, 128).point([0] * 118 + [255] * 138), scale


def _read(picture: "Image", scale: float) -> list[FoundCode]:
    import zxingcpp

    qr = zxingcpp.BarcodeFormat.QRCode
    codes: list[Any] = zxingcpp.read_barcodes(
        picture, formats=zxingcpp.BarcodeFormats(qr), return_errors=True
    )
    return [FoundCode("" if code.error else code.text, _corners(code.position, scale)) for code in codes]


def _corners(place: Any, scale: float) -> tuple[Point, Point, Point, Point]:
    def point(corner: Any) -> Point:
        return corner.x / scale, corner.y / scale

    return point(place.top_left), point(place.top_right), point(place.bottom_right), point(place.bottom_left)
