"""The part to cut off and send back. The reply code is on it as a QR 30 mm wide and in letters."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from clubdesk.documents.layouts import Layout
from clubdesk.documents.pen import Align, Pen
from clubdesk.documents.reading.boxes import BoxPlaces
from clubdesk.documents.sheet import Press, Sheet
from clubdesk.documents.stationery import draw_frame
from clubdesk.documents.tags import Part
from clubdesk.documents.text import clean
from clubdesk.documents.typesetter import INK, LINE, SOFT, Style
from clubdesk.i18n import _

_TITLE, _OPTION, _SMALL = Style(11.5, bold=True), Style(9.5), Style(8, ink=SOFT)
_CUT, _TINY, _CODE, _RETURN = Style(6.5, ink=SOFT), Style(7.5, ink=SOFT), Style(10.5, bold=True), Style(8)
_TITLES = ((_TITLE, 1, 0.0), (Style(9.5, bold=True), 1, 0.0), (Style(8.5, bold=True), 2, 3.7))
_DETAILS = ((Style(8.5, ink=SOFT), 2, 3.6), (Style(7, ink=SOFT), 3, 3.0), (Style(6, ink=SOFT), 3, 2.7))
_QR, _COLUMN = 30.0, 38.0
"""Width of the QR and of the column it stands in, at the right."""
_BOX, _BOX_RISE, _BOX_PITCH = 4.0, 3.5, 6.6
"""Side of a tick box, how far it rises above its option's baseline, and the distance to the next."""

_FRAME_WORDS = ("cut", "note", "date", "signature", "keep_flat", "return_by")

_CUT_PLACE, _TITLE_PLACE, _DETAILS_PLACE, _BOXES_PLACE, _LINES_PLACE, _CODE_PLACE, _RETURN_PLACE = range(1, 8)
"""The order in which a slip is read: frame and what is one person's are drawn apart."""


class SlipPlan(NamedTuple):
    """How far below the cut line the parts of a slip stand, in mm; `returns` is None beside the code."""

    title: float
    details: float
    boxes: float
    note: float
    note_lines: int
    signature: float
    code: float
    returns: float | None = None


FULL = SlipPlan(title=9, details=14.6, boxes=25.4, note=54, note_lines=2, signature=70.5, code=8)
SHORT = SlipPlan(title=8, details=13.2, boxes=22.6, note=38, note_lines=1, signature=46, code=5, returns=56)


def slip_boxes(*, owner: bool) -> tuple[str, ...]:
    """What the boxes of a verification slip ask, from the top; the vehicle only of who has one."""
    return ("correct", "changed", "sold", "remove") if owner else ("correct", "changed", "remove")


def box_places(layout: Layout, plan: SlipPlan, count: int) -> BoxPlaces:
    """Where the tick boxes stand beside the code, for whoever reads the slip that came back."""
    x, y = layout.left - (layout.right - _QR), plan.boxes - _BOX_RISE - plan.code
    return BoxPlaces(code=_QR, x=x, y=y, size=_BOX, pitch=_BOX_PITCH, number=count)


def draw_slip_frame(sheet: Sheet[Any], plan: SlipPlan, *, options: Sequence[str]) -> None:
    """What is the same on all letters: around the text, and on the slip whose boxes ask the `options`."""

    def draw(pen: Pen) -> None:
        draw_frame(pen, sheet.press)
        words = {key: sheet.words(f"slip.{key}") for key in _FRAME_WORDS}
        with pen.tagged("Div", Part.SLIP):
            _draw_frame(pen, sheet.press, plan, words, [sheet.words(key) for key in options])

    texts = (*(f"slip.{key}" for key in _FRAME_WORDS), *options)
    sheet.stamp(("frame", len(options)), draw, texts=texts)


def _draw_frame(
    pen: Pen, press: Press, plan: SlipPlan, words: Mapping[str, str], options: Sequence[str]
) -> None:
    layout, typesetter = press.layout, press.book.typesetter
    cut, left, right = layout.cut, layout.left, layout.right - _COLUMN
    pen.rule(0, cut, layout.width, cut, ink=SOFT, width=0.6, dash="2 2")
    with pen.tagged("P", _CUT_PLACE):
        pen.text(left, cut - 1.4, typesetter.line(words["cut"], _CUT), _CUT)
    for number, option in enumerate(options):
        y = cut + plan.boxes + number * _BOX_PITCH
        pen.box(left, y - _BOX_RISE, _BOX, _BOX, ink=INK)
        fitted = typesetter.fit(option, _OPTION, right - left - 7, smallest=6.5)
        with pen.tagged("L", _BOXES_PLACE), pen.tagged("LI"), pen.tagged("LBody"):
            pen.text(left + 6.6, y, fitted.line, fitted.style)
    label = typesetter.line(words["note"], _SMALL)
    with pen.tagged("Div", _LINES_PLACE):
        pen.text(left, cut + plan.note, label, _SMALL)
    for number in range(plan.note_lines):
        y = cut + plan.note + 0.5 + number * 7.5
        pen.rule(left + (0 if number else max(23, label.width + 3)), y, right, y, ink=LINE)
    for x, to_x, key in ((left, left + 35, "date"), (left + 43, right, "signature")):
        pen.rule(x, cut + plan.signature, to_x, cut + plan.signature, ink=LINE)
        with pen.tagged("Div", _LINES_PLACE):
            pen.text(x, cut + plan.signature + 3.7, typesetter.line(words[key], _SMALL), _SMALL)
    keep = typesetter.fit(words["keep_flat"], _TINY, _COLUMN, smallest=5.5)
    x, y = layout.right - _QR / 2, cut + plan.code + _QR
    with pen.tagged("Div", _RETURN_PLACE):
        pen.text(x, y + 10, keep.line, keep.style, align=Align.CENTRE)
        if press.letterhead.return_line and plan.returns:
            _draw_return_line(pen, press, cut + plan.returns, words["return_by"])
        elif press.letterhead.return_line:
            _draw_return_block(pen, press, y + 17, words["return_by"])


def _draw_return_line(pen: Pen, press: Press, y: float, return_by: str) -> None:
    """By when and to whom the slip goes back, on one line."""
    typesetter, layout = press.book.typesetter, press.layout
    by = typesetter.line(return_by, _RETURN._replace(ink=SOFT))
    pen.text(layout.left, y, by, _RETURN._replace(ink=SOFT))
    x = layout.left + by.width + 1.5
    to = typesetter.fit(press.letterhead.return_line, _RETURN, layout.right - x, smallest=5.5)
    pen.text(x, y, to.line, to.style)


def _draw_return_block(pen: Pen, press: Press, y: float, return_by: str) -> None:
    """By when and to whom the slip goes back, under the code."""
    typesetter = press.book.typesetter
    x, width = press.layout.right - _QR - 2, _QR + 8
    y = pen.lines(x, y, typesetter.wrap(return_by, _TINY, width), _TINY, leading=3.4) + 0.4
    for part in press.letterhead.return_line.split(" · ")[:4]:
        fitted = typesetter.fit(part, _RETURN, width, smallest=5.5)
        pen.text(x, y, fitted.line, fitted.style)
        y += 3.7


def draw_slip(sheet: Sheet[Any], plan: SlipPlan, *, title: str, details: str) -> None:
    """What is one person's on the slip: whose it is, what is to be confirmed, the code."""
    layout, code = sheet.layout, sheet.letter.code
    cut, width = layout.cut, layout.text_width - _COLUMN
    with sheet.pen.tagged("Div", Part.SLIP):
        with sheet.pen.tagged("H2", _TITLE_PLACE):
            _write_in(sheet, cut + plan.title, title, _TITLES, width=width)
        with sheet.pen.tagged("P", _DETAILS_PLACE):
            _write_in(sheet, cut + plan.details, details, _DETAILS, width=width)
        with sheet.pen.tagged("Div", _CODE_PLACE):
            sheet.code(layout.right - _QR, cut + plan.code, _QR, code)
            centre, y = layout.right - _QR / 2, cut + plan.code + _QR + 5.5
            sheet.write_within(
                centre, y, code, _CODE, width=_COLUMN, place=_("reply slip"), align=Align.CENTRE
            )


def _write_in(
    sheet: Sheet[Any], y: float, text: str, ways: Sequence[tuple[Style, int, float]], *, width: float
) -> None:
    """Write a text in the first of the ways (style, lines, leading) it fits in; a cut one is a finding."""
    for style, most, leading in ways:  # noqa: B007
        lines = sheet.typesetter.wrap(text, style, width)
        if len(lines) <= most:
            break
    else:
        sheet.note(_("Too long for its place: “{text}”").format(text=clean(text)[:60]), _("reply slip"))
    # a second line of a title grows upwards, away from what stands below
    up = (len(lines[:most]) - 1) * leading if style.bold else 0
    sheet.pen.lines(sheet.layout.left, y - up, lines[:most], style, leading=leading)
