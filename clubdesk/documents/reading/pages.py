"""The pages of scanned files as grey pictures: PDF, TIFF, PNG, JPEG and what else Pillow reads."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from clubdesk.documents.pdfium import pdfium_free
from clubdesk.errors import Problem
from clubdesk.i18n import _

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 200
LONGEST = 3508  # pixels of a page's longer side: A4 at 300 dpi; more costs time and reads no better
MOST_PIXELS = 150_000_000  # a picture beyond it is no photo of a letter


def pages_of(data: bytes, name: str) -> "Iterator[Image]":
    """Each page of a file, grey and as it would be looked at; `name` is told when it can't be read."""
    pages = _pdf_pages(data) if data[:1024].lstrip().startswith(b"%PDF") else _pictures(data)
    try:
        yield from pages
    except (OSError, ValueError, SyntaxError, RuntimeError, EOFError) as error:
        raise Problem(
            _("{file} can't be read as a scan or photo.").format(file=name),
            _("Scan it again as PDF, PNG, JPEG or TIFF."),
        ) from error


def _pdf_pages(data: bytes) -> "Iterator[Image]":
    import pypdfium2

    with pdfium_free:
        file: Any = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(file)):
            with pdfium_free:
                page = file[number]
                scale = min(DPI / 72, LONGEST / max(page.get_size()))
                picture: Image = page.render(scale=scale, grayscale=True).to_pil().convert("L")
                page.close()
            yield picture
    finally:
        with pdfium_free:
            file.close()


def _pictures(data: bytes) -> "Iterator[Image]":
    from PIL import Image, ImageOps, ImageSequence

    with Image.open(io.BytesIO(data)) as file:
        if file.width * file.height > MOST_PIXELS:
            raise ValueError("too many pixels")
        if file.format == "JPEG":
            file.draft("L", (LONGEST, LONGEST))
        for frame in ImageSequence.Iterator(file):
            page = ImageOps.exif_transpose(frame).convert("L")
            page.thumbnail((LONGEST, LONGEST), reducing_gap=2)
            yield page
