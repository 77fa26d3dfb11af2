"""The club's own letter paper: a page that lies under each letter. It comes from anybody's file.

So it is kept as a picture: whatever else a PDF may hold (scripts, links, missing fonts) stays outside.
"""

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from clubdesk.documents.logo import LARGEST, Picture
from clubdesk.documents.pdfium import pdfium_free
from clubdesk.errors import Problem
from clubdesk.i18n import _

if TYPE_CHECKING:
    from PIL.Image import Image

_PRINTED = (2480, 3508)
"""Pixels of the sheet as printed: A4 at 300 dots an inch."""


class LetterPaper(NamedTuple):
    """The pages of a letter's first sheet and of those that follow; without `following` these are blank."""

    first: Picture
    following: Picture | None


@lru_cache(maxsize=2)
def read_letter_paper(data: bytes) -> LetterPaper:
    """The letter paper in a PDF (its first two pages), PNG or JPEG. Raises Problem for anything else."""
    images = _pages(data) if data.startswith(b"%PDF") else [_image(data)]
    first, *more = map(_printable, images)
    return LetterPaper(first, more[0] if more else None)


def _pages(data: bytes) -> "list[Image]":
    import pypdfium2

    with pdfium_free:
        try:
            file: Any = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise _unreadable() from error
        try:
            return [_rendered(file[number]) for number in range(min(len(file), 2))]
        except pypdfium2.PdfiumError as error:
            raise _unreadable() from error
        finally:
            file.close()


def _rendered(page: Any) -> "Image":
    width, height = page.get_size()
    scale = min(_PRINTED[0] / width, _PRINTED[1] / height)
    image: Image = page.render(scale=scale).to_pil()
    return image.copy()


def _image(data: bytes) -> "Image":
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > LARGEST:
                raise Problem(
                    _("The letter paper has more than 25 million pixels."),
                    _("Save it smaller and try again."),
                )
            image.load()
            return image.copy()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise _unreadable() from error


def _printable(image: "Image") -> Picture:
    if image.width > image.height:
        raise Problem(_("The letter paper is wider than tall."), _("Choose a page that stands upright."))
    return Picture.of(image, within=_PRINTED)


def _unreadable() -> Problem:
    return Problem(_("The letter paper is not a readable PDF, PNG or JPEG."), _("Choose another file."))
