"""Reply slips as they come back: printed by the product, marked by hand, scanned badly."""

import io
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from clubdesk.documents.layouts import LAYOUTS
from clubdesk.documents.slip import FULL, box_places

BOXES = ("correct", "changed", "sold", "remove")
MARKS = ("cross", "tick", "filled", "struck", "outside")
MM = 25.4


def pages(pdf: bytes, *, dpi: int = 150) -> list[Image.Image]:
    """The pages of a PDF as a perfect scanner sees them."""
    file: Any = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L") for page in file]


def box(number: int, *, layout: str = "din-b") -> tuple[float, float, float]:
    """Left, top and side of a tick box in mm from the sheet's top left."""
    places, at = box_places(LAYOUTS[layout], FULL, 4), LAYOUTS[layout]
    code_left, code_top = at.right - places.code, at.cut + FULL.code
    return code_left + places.x, code_top + places.y + number * places.pitch, places.size


def marked(
    page: Image.Image,
    number: int,
    *,
    mark: str = "cross",
    dpi: int = 150,
    layout: str = "din-b",
    chance: random.Random,
    ink: int = 60,
    pen: float = 0.5,
) -> Image.Image:
    """The page with a box ticked by a shaky hand; `pen` is the width of its line in mm."""
    drawn = page.copy()
    left, top, side = (value * dpi / MM for value in box(number, layout=layout))

    def at(x: float, y: float) -> tuple[float, float]:
        return left + (x + chance.uniform(-0.08, 0.08)) * side, top + (y + chance.uniform(-0.08, 0.08)) * side

    strokes: dict[str, Sequence[Sequence[tuple[float, float]]]] = {
        "cross": [[at(0, 0), at(1, 1)], [at(1, 0), at(0, 1)]],
        "tick": [[at(0.1, 0.5), at(0.4, 0.9), at(1.3, -0.3)]],
        "filled": [[at(0.05, n / 10), at(0.95, n / 10 + 0.1)] for n in range(10)],
        "struck": [[at(-0.2, 1.1), at(1.2, -0.1)]],
        "outside": [[at(-0.3, 0.3), at(0.7, 1.1)], [at(0.7, 0.2), at(-0.3, 1.1)]],
    }
    for stroke in strokes[mark]:
        ImageDraw.Draw(drawn).line(list(stroke), fill=ink, width=max(1, round(pen * dpi / MM)))
    return drawn


def scanned(
    page: Image.Image,
    *,
    tilt: float = 0,
    turn: int = 0,
    blur: float = 0,
    noise: float = 0,
    fold: bool = False,
) -> Image.Image:
    """The page as a poor scanner sees it; angles in degrees, blur in pixels, a shadow with the noise."""
    seen = page
    if fold:
        seen = seen.copy()
        y = seen.height * 0.72
        ImageDraw.Draw(seen).line((0, y, seen.width, y + 12), fill=185, width=3)
    seen = seen.rotate(tilt, Image.Resampling.BICUBIC, expand=True, fillcolor=245)
    seen = seen.rotate(turn, expand=True)
    if blur:
        seen = seen.filter(ImageFilter.GaussianBlur(blur))
    if noise:
        seen = ImageChops.add(seen, Image.effect_noise(seen.size, noise), 1, -128)
        shadow = (
            Image.linear_gradient("L").resize(seen.size).point([255 - value // 4 for value in range(256)])
        )
        seen = ImageChops.multiply(seen, shadow)
    return seen


def as_tiff(path: Path, pictures: Sequence[Image.Image]) -> Path:
    """A stack as a scanner saves it: one file of many pages."""
    pictures[0].save(path, "TIFF", save_all=True, append_images=pictures[1:], compression="raw")
    return path


def as_jpeg(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=70)
    return file.getvalue()
