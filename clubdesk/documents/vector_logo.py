"""A logo drawn as SVG: looked through first, since a drawing can ask for files, run for ever or say anything.

It is put on paper as a picture in print resolution: what svglib doesn't know can't harm the PDF then.
"""

import math
import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

from clubdesk.documents.pdfium import pdfium_free
from clubdesk.errors import Problem
from clubdesk.i18n import _

if TYPE_CHECKING:
    from PIL import Image

LARGEST = 1_000_000
"""Bytes of a drawing; logos have a few thousand."""

_MOST_PARTS = 5_000
_MOST_REPEATED = 20_000
"""Parts that a drawing may show, those counted that are used again."""

_FLATTEST = 40
"""How many times as wide as high a logo may be, or the other way round."""

_FOREIGN = frozenset(("script", "foreignObject", "image", "feImage", "iframe", "audio", "video", "handler"))
_MOVING = frozenset({"animate", "animateColor", "animateMotion", "animateTransform", "set"})
_WORDS = frozenset({"text", "tspan", "textPath", "tref"})
_OUTSIDE = re.compile(r"url\(\s*['\"]?\s*[^#'\"\s]|@import|javascript:|expression\(", re.IGNORECASE)
_OWN_WORDS = re.compile(rb"<!(?!--)(?!\[CDATA\[)(?!DOCTYPE svg PUBLIC[^\[>]*>)")
"""A document type can define words that grow to gigabytes, or stand for files of this computer."""

_BROKEN = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError),
    *(OSError, RecursionError, TypeError, ValueError),
)


def is_drawing(data: bytes) -> bool:
    """Whether a file is an SVG rather than a picture."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def draw_logo(data: bytes, size: tuple[int, int]) -> "Image.Image":
    """The drawing as a picture of at most that many pixels; Problem when it isn't a plain drawing."""
    _look_through(data)
    from svglib.svglib import svg2rlg

    try:
        drawing = svg2rlg(BytesIO(data))
        if drawing is None:
            raise ValueError
        return _picture(drawing, size)
    except _BROKEN as error:
        raise _unreadable() from error


def _look_through(data: bytes) -> None:
    """Problem for all that a logo doesn't need."""
    if len(data) > LARGEST:
        raise Problem(_("The logo is a drawing of more than 1 MB."), _("Simplify it, or save it as PNG."))
    if _OWN_WORDS.search(data):
        raise _refused(_("It defines words of its own (a document type)."))
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _unreadable() from error
    if _tag(root) != "svg":
        raise _unreadable()
    parts = list(root.iter())
    if len(parts) > _MOST_PARTS:
        raise _refused(_("It has more than {count} parts.").format(count=_MOST_PARTS))
    for part in parts:
        _check(part)
    _check_uses(root, parts)


def _check(part: Any) -> None:
    tag = _tag(part)
    if tag in _WORDS:
        raise Problem(
            _("The logo has text in a font that may not be here."), _("Turn its text into paths first.")
        )
    if tag in _FOREIGN or tag in _MOVING:
        raise _refused(_("It has a part of the kind “{kind}”.").format(kind=tag))
    if tag == "style" and _OUTSIDE.search(part.text or ""):
        raise _refused(_("It asks for another file."))
    for name, value in part.attrib.items():
        short = name.rpartition("}")[2].lower()
        if short.startswith("on"):
            raise _refused(_("It has a program in it."))
        if (short in ("href", "src") and not value.strip().startswith("#")) or _OUTSIDE.search(value):
            raise _refused(_("It asks for another file."))


def _check_uses(root: Any, parts: list[Any]) -> None:
    """A part that is used again may not use others: ten lines could show billions of parts."""
    by_name = {part.get("id"): part for part in parts if part.get("id")}
    shown = len(parts)
    for part in parts:
        if _tag(part) != "use":
            continue
        hrefs = [value for name, value in part.attrib.items() if name.rpartition("}")[2] == "href"]
        again = [by_name[href.strip()[1:]] for href in hrefs if href.strip()[1:] in by_name]
        inside = [each for one in again for each in one.iter()]
        if root in again or any(_tag(each) == "use" for each in inside):
            raise _refused(_("It uses parts that use others."))
        shown += len(inside)
    if shown > _MOST_REPEATED:
        raise _refused(_("It has more than {count} parts.").format(count=_MOST_REPEATED))


def _picture(drawing: Any, size: tuple[int, int]) -> "Image.Image":
    import pypdfium2
    from reportlab.graphics import renderPDF

    width, height = float(drawing.width), float(drawing.height)
    if not (math.isfinite(width) and math.isfinite(height) and width > 0 and height > 0):
        raise ValueError(width, height)
    if max(width / height, height / width) > _FLATTEST:
        raise _refused(_("It is far too wide or too high."))
    scale = min(size[0] / width, size[1] / height)
    drawing.scale(scale, scale)
    drawing.width, drawing.height = width * scale, height * scale
    data = renderPDF.drawToString(drawing, showBoundary=0)
    with pdfium_free:
        sheet = pypdfium2.PdfDocument(data)
        try:
            shown: Image.Image = sheet[0].render(scale=1, fill_color=(255, 255, 255, 255)).to_pil()
            return shown.copy()
        finally:
            sheet.close()


def _tag(part: Any) -> str:
    return part.tag.rpartition("}")[2] if isinstance(part.tag, str) else ""


def _refused(why: str) -> Problem:
    return Problem(
        _("The logo is more than a drawing. {why}").format(why=why), _("Save it as a plain SVG, or as PNG.")
    )


def _unreadable() -> Problem:
    return Problem(_("The logo is not a readable PNG, JPEG or SVG picture."), _("Choose another file."))
