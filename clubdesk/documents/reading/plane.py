"""From mm on a slip to pixels on a page, by the corners of the code on it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from clubdesk.documents.reading.codes import Point

if TYPE_CHECKING:
    from PIL.Image import Image


class Plane(NamedTuple):
    """x = (a u + b v + c) / (g u + h v + 1), y = (d u + e v + f) / (g u + h v + 1); u and v in mm."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    g: float = 0.0
    h: float = 0.0

    def at(self, u: float, v: float) -> Point:
        """Where on the page a place of the slip lies."""
        depth = self.g * u + self.h * v + 1
        return (self.a * u + self.b * v + self.c) / depth, (self.d * u + self.e * v + self.f) / depth

    def cut(self, page: "Image", x: float, y: float, width: float, height: float, density: float) -> "Image":
        """A part of the slip, straightened: its top left in mm, `density` pixels a mm; white off the page."""
        from PIL import Image

        depth = self.g * x + self.h * y + 1
        scale = density * depth
        coefficients = (
            self.a / scale, self.b / scale, (self.a * x + self.b * y + self.c) / depth,
            self.d / scale, self.e / scale, (self.d * x + self.e * y + self.f) / depth,
            self.g / scale, self.h / scale,
        )  # fmt: skip
        size = (max(1, round(width * density)), max(1, round(height * density)))
        return page.transform(
            size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BILINEAR, fillcolor=255
        )


def flat(corners: Sequence[Point], side: float) -> Plane:
    """The plane of a scanner's glass: only turned and scaled, so small errors of the corners stay small."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    along = complex(x1 - x0 + x2 - x3, y1 - y0 + y2 - y3) / (2 * side)
    down = complex(x3 - x0 + x2 - x1, y3 - y0 + y2 - y1) / (2 * side)
    unit = (along + down * -1j) / 2
    middle = complex(x0 + x1 + x2 + x3, y0 + y1 + y2 + y3) / 4
    start = middle - unit * complex(side, side) / 2
    return Plane(unit.real, -unit.imag, start.real, unit.imag, unit.real, start.imag)


def tilted(corners: Sequence[Point], side: float) -> Plane:
    """The plane of a photo taken from any side, which goes through the four corners (Heckbert 1989)."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    dx1, dx2, sx = x1 - x2, x3 - x2, x0 - x1 + x2 - x3
    dy1, dy2, sy = y1 - y2, y3 - y2, y0 - y1 + y2 - y3
    area = dx1 * dy2 - dx2 * dy1 or 1e-9
    g, h = (sx * dy2 - dx2 * sy) / area, (dx1 * sy - sx * dy1) / area
    values = (x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h)
    a, b, c, d, e, f, g, h = values
    return Plane(a / side, b / side, c, d / side, e / side, f, g / side, h / side)
