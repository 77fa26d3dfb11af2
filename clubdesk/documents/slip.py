"""The part to cut off and send back. The reply code is on it as a QR 30 mm wide and in letters."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from clubdesk.documents import qr
from clubdesk.documents.pen import Align, Pen
from clubdesk.documents.sheet import Press, Sheet
from clubdesk.documents.text import clean
from clubdesk.documents.typesetter import INK, LINE, SOFT, Style
from clubdesk.i18n import _

_TITLE, _OPTION, _SMALL = Style(11.5, bold=True), Style(9.5), Style(8, ink=SOFT)
_CUT, _TINY, _CODE, _RETURN = Style(6.5, ink=SOFT), Style(7.5, ink=SOFT), Style(10.5, bold=True), Style(8)
_TITLES = ((_TITLE, 1, 0.0), (Style(9.5, bold=True), 1, 0.0), (Style(8.5, bold=True), 2, 3.7))
_DETAILS = ((Style(8.5, ink=SOFT), 2, 3.6), (Style(7, ink=SOFT), 3, 3.0), (Style(6, ink=SOFT), 3, 2.7))
_QR, _COLUMN = 30.0, 38.0
"""Width of the QR and of the column it stands in, at the right."""


def draw_slip_frame(pen: Pen, press: Press, words: dict[str, str], options: Sequence[str]) -> None:
    """What is the same on all slips: cut line, boxes, lines to write on."""
    layout, write = press.layout, partial(_write, pen, press)
    cut, left, right = layout.cut, layout.left, layout.right - _COLUMN
    pen.rule(0, cut, layout.width, cut, ink=SOFT, width=0.6, dash="2 2")
    write(left, cut - 1.4, words["cut"], _CUT)
    y = cut + 25.4
    for option in options:
        pen.box(left, y - 3.5, 4, 4, ink=INK)
        fitted = press.book.typesetter.fit(option, _OPTION, right - left - 7, smallest=6.5)
        pen.text(left + 6.6, y, fitted.line, fitted.style)
        y += 6.6
    if words.get("new_address"):
        label = press.book.typesetter.line(words["new_address"], _SMALL)
        pen.text(left, cut + 54, label, _SMALL)
        pen.rule(left + max(23, label.width + 3), cut + 54.5, right, cut + 54.5, ink=LINE)
        pen.rule(left, cut + 62, right, cut + 62, ink=LINE)
    for x, to_x, key in ((left, left + 35, "date"), (left + 43, right, "signature")):
        pen.rule(x, cut + 70.5, to_x, cut + 70.5, ink=LINE)
        write(x, cut + 74.2, words[key], _SMALL)
    _draw_return(pen, press, words)


def _draw_return(pen: Pen, press: Press, words: dict[str, str]) -> None:
    """By when and to whom the slip goes back, under the code."""
    layout, typesetter = press.layout, press.book.typesetter
    x, width, y = layout.right - _QR - 2, _QR + 8, layout.cut + 55
    keep = typesetter.fit(words["keep_flat"], _TINY, width, smallest=5.5)
    pen.text(layout.right - _QR / 2, layout.cut + 48, keep.line, keep.style, align=Align.CENTRE)
    if not press.letterhead.return_line:
        return
    y = pen.lines(x, y, typesetter.wrap(words["return_by"], _TINY, width), _TINY, leading=3.4) + 0.4
    for part in press.letterhead.return_line.split(" · ")[:4]:
        fitted = typesetter.fit(part, _RETURN, width, smallest=5.5)
        pen.text(x, y, fitted.line, fitted.style)
        y += 3.7


def draw_slip(sheet: Sheet[Any], *, title: str, details: str) -> None:
    """What is one person's on the slip: whose it is, what is to be confirmed, the code."""
    layout, letter = sheet.layout, sheet.letter
    cut = layout.cut
    width = layout.text_width - _COLUMN
    _write_in(sheet, cut + 9, title, _TITLES, width=width)
    _write_in(sheet, cut + 14.6, details, _DETAILS, width=width)
    sheet.pen.code(layout.right - _QR, cut + 8, _QR, qr.code(letter.code))
    centre = layout.right - _QR / 2
    sheet.write_within(
        centre, cut + 43.5, letter.code, _CODE, width=_COLUMN, place=_("reply slip"), align=Align.CENTRE
    )


def _write_in(
    sheet: Sheet[Any], y: float, text: str, ways: Sequence[tuple[Style, int, float]], *, width: float
) -> None:
    """Write a text in the first of the ways (style, lines, leading) it fits in; a cut one is a finding."""
    fitting = (way for way in ways if len(sheet.typesetter.wrap(text, way[0], width)) <= way[1])
    style, most, leading = next(fitting, ways[-1])
    lines = sheet.typesetter.wrap(text, style, width)
    if len(lines) > most:
        sheet.note(_("Too long for its place: “{text}”").format(text=clean(text)[:60]), _("reply slip"))
    # a second line of a title grows upwards, away from what stands below
    up = (len(lines[:most]) - 1) * leading if style.bold else 0
    sheet.pen.lines(sheet.layout.left, y - up, lines[:most], style, leading=leading)


def _write(pen: Pen, press: Press, x: float, y: float, text: str, style: Style) -> None:
    pen.text(x, y, press.book.typesetter.line(text, style), style)
