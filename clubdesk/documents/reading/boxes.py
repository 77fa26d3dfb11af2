"""Find the column of tick boxes beside a code, and how much ink lies in each.

The code tells roughly where the boxes are; their own outlines tell exactly. A box is where all four sides of
a square are dark, the column where a whole number of boxes stand at their distance and none above or below:
so a column is never taken for its neighbour, however skew the photo.
"""

from typing import TYPE_CHECKING, NamedTuple

from clubdesk.documents.reading.codes import FoundCode
from clubdesk.documents.reading.plane import Plane, flat, tilted

if TYPE_CHECKING:
    from PIL.Image import Image

DENSITY = 8  # pixels a mm in which the boxes are looked at
_PLAY = 8.0  # mm around the place that the code tells
_INSET = 0.7  # mm from an outline's middle to where ink counts as a mark
_FAINTEST = 0.16  # of the code's own black: an outline fainter than this is none
_OTHER = 0.55  # of the column's outlines: what stands above or below it is a box as well


class BoxPlaces(NamedTuple):
    """Where boxes stand, in mm from the code's top left: the first one's top left, size, distance, count."""

    code: float  # width of the code
    x: float
    y: float
    size: float
    pitch: float
    number: int  # how many there are


class Ink(NamedTuple):
    """What lies inside a box: its share of the code's black, 0 to 1, and how wide and high it is in mm."""

    share: float
    width: float
    height: float


def read_ink(page: "Image", code: FoundCode, places: BoxPlaces) -> tuple[Ink, ...] | None:
    """The ink in each box, from the top; None when the boxes can't be found with certainty."""
    contrast = _contrast(page, code, places.code)
    if contrast < 24:
        return None
    for view in (flat, tilted):
        found = _read(page, view(code.corners, places.code), places, contrast)
        if found is not None:
            return found
    return None


def _contrast(page: "Image", code: FoundCode, side: float) -> float:
    """How much darker the code's black is than its white."""
    seen = tilted(code.corners, side).cut(page, 0, 0, side, side, 4).histogram()
    half, dark, light = sum(seen) * 0.2, 0, 255
    passed = seen[0]
    while passed < half:
        dark += 1
        passed += seen[dark]
    passed = seen[255]
    while passed < half:
        light -= 1
        passed += seen[light]
    return light - dark


def _read(page: "Image", plane: Plane, places: BoxPlaces, contrast: float) -> tuple[Ink, ...] | None:
    height = places.pitch * (places.number - 1) + places.size
    patch = plane.cut(
        page, places.x - _PLAY, places.y - _PLAY, places.size + 2 * _PLAY, height + 2 * _PLAY, DENSITY
    )
    dark = _darkness(patch)
    squares = _squares(dark, round(places.size * DENSITY))
    corner = _column(squares, places, contrast)
    if corner is None:
        return None
    return tuple(
        _ink(dark, squares, _row(corner, places, row), places, contrast) for row in range(places.number)
    )


def _darkness(patch: "Image") -> "Image":
    """How much darker than the paper around it each pixel is: shadows and grey paper are taken away."""
    from PIL import Image, ImageChops, ImageFilter

    coarse = patch.resize((max(1, patch.width // 6), max(1, patch.height // 6)), Image.Resampling.BOX)
    paper = coarse.filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.BoxBlur(3))
    return ImageChops.subtract(paper.resize(patch.size, Image.Resampling.BILINEAR), patch)


def _squares(dark: "Image", side: int) -> "Image":
    """At each place, how dark the faintest side of a square is that has its top left there."""
    from PIL import ImageChops, ImageFilter

    half, reach = side // 2, side * 0.4
    across = dark.filter(ImageFilter.BoxBlur((reach, 0.5))).filter(ImageFilter.MaxFilter(3))
    down = dark.filter(ImageFilter.BoxBlur((0.5, reach))).filter(ImageFilter.MaxFilter(3))
    width, height = dark.width - side, dark.height - side

    def part(lines: "Image", x: int, y: int) -> "Image":
        return lines.crop((x, y, x + width, y + height))

    flats = ImageChops.darker(part(across, half, 0), part(across, half, side))
    return ImageChops.darker(flats, ImageChops.darker(part(down, 0, half), part(down, side, half)))


def _column(squares: "Image", places: BoxPlaces, contrast: float) -> tuple[int, int] | None:
    """The first box's top left in the squares, when exactly the whole column stands there."""
    from PIL import ImageChops, ImageFilter

    near = squares.filter(ImageFilter.MaxFilter(5))
    height = squares.height - round(places.pitch * (places.number - 1) * DENSITY)
    column = None
    for row in range(places.number):
        top = round(row * places.pitch * DENSITY)
        part = near.crop((0, top, squares.width, top + height))
        column = part if column is None else ImageChops.darker(column, part)
    assert column is not None
    best, x, y = _darkest(column)
    if best < contrast * _FAINTEST:
        return None
    for row in (-1, places.number):
        other = _strongest(squares, x, y + round(row * places.pitch * DENSITY), reach=6)
        if other is not None and other[0] > best * _OTHER:
            return None
    return x, y


def _row(corner: tuple[int, int], places: BoxPlaces, row: int) -> tuple[int, int]:
    return corner[0], corner[1] + round(row * places.pitch * DENSITY)


def _strongest(squares: "Image", x: int, y: int, *, reach: int) -> tuple[int, int, int] | None:
    """The darkest square near a place: how dark, and its top left; None off the picture."""
    left, top = max(0, x - reach), max(0, y - reach)
    right, bottom = min(squares.width, x + reach + 1), min(squares.height, y + reach + 1)
    if left >= right or top >= bottom:
        return None
    best, right, down = _darkest(squares.crop((left, top, right, bottom)))
    return best, left + right, top + down


def _darkest(picture: "Image") -> tuple[int, int, int]:
    """The highest value in a picture, and the middle of where it stands."""
    highest = max(value for value, count in enumerate(picture.histogram()) if count)
    spot = picture.point([255 if value >= highest else 0 for value in range(256)]).getbbox()
    assert spot is not None
    return highest, (spot[0] + spot[2] - 1) // 2, (spot[1] + spot[3] - 1) // 2


def _ink(dark: "Image", squares: "Image", near: tuple[int, int], places: BoxPlaces, contrast: float) -> Ink:
    from PIL import ImageFilter, ImageStat

    found = _strongest(squares, *near, reach=5)
    x, y = found[1:] if found else near
    inset, side = round(_INSET * DENSITY), round(places.size * DENSITY)
    inside = dark.crop((x + inset, y + inset, x + side - inset + 1, y + side - inset + 1))
    share = ImageStat.Stat(inside).mean[0] / contrast
    least = contrast * 0.22
    marks = (
        inside.filter(ImageFilter.BoxBlur(1)).point([255 if v > least else 0 for v in range(256)]).getbbox()
    )
    if not marks:
        return Ink(share, 0, 0)
    return Ink(share, (marks[2] - marks[0]) / DENSITY, (marks[3] - marks[1]) / DENSITY)
