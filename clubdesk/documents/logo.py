"""A club's picture: read with care, since it comes from anybody's file."""

import zlib
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
    """A picture as rows of red, green and blue bytes, `packed` by zlib as a PDF keeps them."""

    width: int
    height: int
    packed: bytes

    @classmethod
    def of(cls, image: Image.Image, *, within: tuple[int, int]) -> "Picture":
        """An image on white paper, at most so many pixels wide and high; a larger one is changed for it."""
        image.thumbnail(within)
        clear = image.convert("RGBA")
        paper = Image.new("RGBA", clear.size, "white")
        paper.alpha_composite(clear)
        return cls(*clear.size, zlib.compress(paper.convert("RGB").tobytes(), 9))

    @property
    def rgb(self) -> bytes:
        return zlib.decompress(self.packed)


@lru_cache(maxsize=4)
def read_logo(data: bytes) -> Picture:
    """The picture in a PNG, JPEG or SVG, no larger than paper shows. Raises Problem for anything else."""
    if is_drawing(data):
        return Picture.of(draw_logo(data, _PRINTED), within=_PRINTED)
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > LARGEST:
                raise Problem(
                    _("The logo has more than 25 million pixels."), _("Save it smaller and try again.")
                )
            return Picture.of(image, within=_PRINTED)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Problem(
            _("The logo is not a readable PNG, JPEG or SVG picture."), _("Choose another file.")
        ) from error
