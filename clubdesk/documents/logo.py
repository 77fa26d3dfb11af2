"""A club's picture: read with care, since it comes from anybody's file."""

from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

from PIL import Image, UnidentifiedImageError

from clubdesk.documents.vector_logo import draw_logo, is_drawing
from clubdesk.errors import Problem
from clubdesk.i18n import _

LARGEST = 25_000_000
"""Pixels of a picture that is still unpacked; a file of 300 kB can claim far more."""

_PRINTED = (900, 300)
"""Pixels of a logo as printed: 400 dots an inch on its place in the letterhead."""


class Picture(NamedTuple):
    """A picture as rows of red, green and blue bytes."""

    width: int
    height: int
    rgb: bytes


@lru_cache(maxsize=4)
def read_logo(data: bytes) -> Picture:
    """The picture in a PNG, JPEG or SVG, no larger than paper shows. Raises Problem for anything else."""
    if is_drawing(data):
        return _printable(draw_logo(data, _PRINTED))
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > LARGEST:
                raise Problem(
                    _("The logo has more than 25 million pixels."), _("Save it smaller and try again.")
                )
            return _printable(image)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Problem(
            _("The logo is not a readable PNG, JPEG or SVG picture."), _("Choose another file.")
        ) from error


def _printable(image: Image.Image) -> Picture:
    image.thumbnail(_PRINTED)
    clear = image.convert("RGBA")
    paper = Image.new("RGBA", clear.size, "white")
    paper.alpha_composite(clear)
    return Picture(*clear.size, paper.convert("RGB").tobytes())
