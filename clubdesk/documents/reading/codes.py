"""Find the codes on a page; a page that shows none at first is looked at again in other light."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

Point = tuple[float, float]

REPLY_CODE = re.compile(r"[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}")
_SMALL = 2400  # pixels of the longer side below which a page is also looked at enlarged


class FoundCode(NamedTuple):
    """A QR code. `corners` are in pixels: its own top left, top right, bottom right, bottom left."""

    text: str
    corners: tuple[Point, Point, Point, Point]

    @property
    def is_reply(self) -> bool:
        return REPLY_CODE.fullmatch(self.text) is not None


def find_codes(page: "Image") -> list[FoundCode]:
    """All codes on a page, from its top; reply codes are looked for three times more when there is none."""
    found: dict[str, FoundCode] = {}
    for picture, scale in _looks(page):
        for code in _read(picture, scale):
            found.setdefault(code.text, code)
        if any(code.is_reply for code in found.values()):
            break
    return sorted(found.values(), key=lambda code: min(y for _x, y in code.corners))


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
    codes: list[Any] = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(qr))
    return [FoundCode(code.text, _corners(code.position, scale)) for code in codes]


def _corners(place: Any, scale: float) -> tuple[Point, Point, Point, Point]:
    def point(corner: Any) -> Point:
        return corner.x / scale, corner.y / scale

    return point(place.top_left), point(place.top_right), point(place.bottom_right), point(place.bottom_left)
