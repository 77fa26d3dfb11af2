"""The text between subject and reply slip: paragraphs, numbered ways to answer, code panel, signature."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from clubdesk.documents.flow import Fit, Flow
from clubdesk.documents.households import to_all
from clubdesk.documents.pen import Align, Pen, on, tint
from clubdesk.documents.sheet import Kind, Press, Sheet
from clubdesk.documents.tags import Part
from clubdesk.documents.typesetter import SOFT, Style
from clubdesk.i18n import _

_SIZES = ((1, 1), (1, 0.92), (0.96, 0.88), (0.93, 0.83), (0.9, 0.78), (0.85, 0.74), (0.8, 0.7))
_FITS = tuple(Fit(scale, density) for scale, density in _SIZES)
"""Sizes that are tried in turn."""

_SUBJECT, _TEXT, _HEAD, _CODE = Style(11.5, bold=True), Style(10), Style(10, bold=True), Style(21, bold=True)
_NUMBER = Style(7.5, bold=True)
_CAPTION, _NOTICE, _LINK = Style(8.5, ink=SOFT), Style(8, ink=SOFT), Style(8, bold=True, ink=SOFT)
_PANEL_HEIGHT, _PANEL_PAD = 21.0, 6.0
_CODE_PLACE, _NOTICE_PLACE, _LINKS_PLACE = 1, 2, 3
"""Where code, notice and links are read in the panel, behind its caption."""

Insert = Callable[[Flow], None]

_SIGN = 8.0
"""Room for a signature, in mm, when the page has it."""


class Way(NamedTuple):
    """A numbered way to answer."""

    head: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The words of a letter after its salutation; `note` follows the ways, `links` end the panel's notice.

    `justified` paragraphs are even on both sides.
    """

    paragraphs: tuple[str, ...]
    ways: tuple[Way, ...] = ()
    note: str = ""
    caption: str = ""
    notice: str = ""
    links: tuple[str, ...] = ()
    closing: str = ""
    signature: tuple[str, ...] = ()
    justified: bool = False


class _Drawn(NamedTuple):
    pen: Pen
    code_y: float
    over: float
    """How far it reaches over the cut line's margin, in mm."""

    inserted: float
    form: str = ""


def draw_opening(sheet: Sheet[Any]) -> float:
    """Subject and salutation; gives the first baseline of the text."""
    layout, typesetter = sheet.layout, sheet.typesetter
    subject = typesetter.wrap(sheet.words("subject"), _SUBJECT, layout.text_width)
    with sheet.pen.tagged("Div", Part.TEXT), sheet.pen.tagged("H1"):
        y = sheet.pen.lines(layout.left, layout.subject, subject, _SUBJECT, leading=5.4)
    reader = to_all(sheet.letter)
    titled = reader.salutation_title and reader.surname
    key = "salutation_titled" if titled else "salutation"
    salutation = sheet.template.fill(key, reader, sheet.letterhead)
    lines = typesetter.wrap(salutation, _TEXT, layout.text_width)
    with sheet.pen.tagged("Div", Part.TEXT):
        return sheet.pen.lines(layout.left, y + 4.1, lines, _TEXT, leading=5.1) + 2.8


def draw_body(
    sheet: Sheet[Kind],
    body: Callable[[Sheet[Kind]], Body],
    *,
    top: float,
    insert: Callable[[Sheet[Kind], Flow], None] | None = None,
) -> None:
    """Draw a body between `top` and the cut line, smaller if it is long, and the reply code in its panel.

    `insert` draws between the paragraphs and the panel, such as a programme. A body whose words are not
    personal is kept as a form for all letters of the occasion.
    """

    def draw() -> _Drawn:
        return _draw(sheet.press, body(sheet), top=top, insert=partial(insert, sheet) if insert else None)

    def keep() -> _Drawn:
        drawn = draw()
        return drawn._replace(form=sheet.press.keep(drawn.pen))

    if sheet.template.is_personal or sheet.letter.household:
        drawn = draw()
        sheet.pen.paste(drawn.pen)
    else:
        drawn = sheet.shared(("body", round(top, 2)), keep)
        sheet.pen.stamp(drawn.form)
    if drawn.over > 0:
        sheet.note(*_too_long(drawn))
    x, y, code = sheet.layout.left + _PANEL_PAD, drawn.code_y, sheet.letter.code
    with sheet.pen.tagged("Div", Part.PANEL), sheet.pen.tagged("P", _CODE_PLACE):
        sheet.write_within(x, y, code, _CODE, width=78, place=_("code"))


def _too_long(drawn: _Drawn) -> tuple[str, str]:
    if drawn.inserted > drawn.over:
        return _("The programme is too long for the page; its end is left out."), _("programme")
    return _("The text is too long for the page."), _("text")


def _draw(press: Press, body: Body, *, top: float, insert: Insert | None) -> _Drawn:
    """The body at the largest size that fits; at the smallest an insert is cut to what is left for it."""
    for fit in _FITS:
        drawn = _draw_at(press, body, top=top, insert=insert, fit=fit)
        if drawn.over <= 0:
            return drawn
    if insert and drawn.inserted > drawn.over:
        less = fit._replace(room=drawn.inserted - drawn.over - 1)
        return _draw_at(press, body, top=top, insert=insert, fit=less)._replace(over=drawn.over)
    return drawn


def _draw_at(press: Press, body: Body, *, top: float, insert: Insert | None, fit: Fit) -> _Drawn:
    pen, accent = press.book.pen(), press.letterhead.accent
    flow = Flow(pen, press.book.typesetter, press.layout, y=top, fit=fit)
    with pen.tagged("Div", Part.TEXT):
        for text in body.paragraphs:
            flow.paragraph(text, _TEXT, justified=body.justified)
        start = flow.y
        if insert:
            insert(flow)
        inserted = flow.y - start
        _draw_ways(flow, body.ways, accent)
        if body.note:
            flow.paragraph(body.note, _TEXT)
    with pen.tagged("Div", Part.PANEL):
        code_y = _draw_panel(flow, body, accent)
    with pen.tagged("Div", Part.CLOSING):
        _draw_closing(flow, body)
    return _Drawn(pen, code_y, over=round(flow.y - flow.bottom, 2), inserted=inserted)


def _draw_ways(flow: Flow, ways: tuple[Way, ...], accent: str) -> None:
    """Numbered discs, each with a bold beginning and a text that hangs beside it."""
    if ways:
        flow.y += 0.6 * flow.scale
    number_style, head_style, style = _NUMBER._replace(ink=on(accent)), flow.scaled(_HEAD), flow.scaled(_TEXT)
    x = flow.left + 6.5
    with flow.pen.tagged("L"):
        for number, way in enumerate(ways, 1):
            with flow.pen.tagged("LI"):
                with flow.pen.tagged("Lbl"):
                    flow.pen.panel(flow.left, flow.y - 3.3, 4.2, 4.2, ink=accent, radius=2.1)
                    flow.write(flow.left + 2.1, flow.y - 0.25, str(number), number_style, align=Align.CENTRE)
                with flow.pen.tagged("LBody"), flow.pen.tagged("P"):
                    _draw_way(flow, way, x, head_style, style)
            flow.y += 1.1 * flow.scale
    flow.y += 2.6 * flow.scale


def _draw_way(flow: Flow, way: Way, x: float, head_style: Style, style: Style) -> None:
    head = flow.typesetter.line(way.head, head_style)
    flow.pen.text(x, flow.y, flow.typesetter.followed(head, head_style), head_style)
    indent = head.width + 1.4
    lines = flow.typesetter.wrap(way.text, style, flow.width - 6.5, first=indent)
    flow.pen.text(x + indent, flow.y, lines[0], style)
    flow.y += flow.leading
    flow.y = flow.pen.lines(x, flow.y, lines[1:], style, leading=flow.leading)


def _draw_panel(flow: Flow, body: Body, accent: str) -> float:
    """The tinted panel around the code; gives the code's baseline."""
    top = flow.y - 3.4
    flow.pen.panel(flow.left, top, flow.width, _PANEL_HEIGHT, ink=tint(accent, 0.06), radius=2.5)
    caption = flow.typesetter.fit(body.caption, _CAPTION, flow.width / 2 - 2, smallest=6)
    flow.pen.text(flow.left + _PANEL_PAD, top + 7, caption.line, caption.style)
    x, width = flow.left + flow.width * 0.545, flow.width * 0.455 - 5
    notice = flow.typesetter.wrap(body.notice, _NOTICE, width)
    links = [line for link in body.links for line in flow.typesetter.wrap(link, _LINK, width)]
    leading = 3.9 if len(notice) + len(links) < 5 else 3.5
    y = top + _PANEL_HEIGHT / 2 + 1 - (len(notice) + len(links) - 1) * leading / 2
    with flow.pen.tagged("P", _NOTICE_PLACE):
        y = flow.pen.lines(x, y, notice, _NOTICE, leading=leading)
    with flow.pen.tagged("P", _LINKS_PLACE):
        flow.pen.lines(x, y, tuple(links), _LINK, leading=leading)
    flow.y = top + _PANEL_HEIGHT + 7.6 * flow.scale
    return top + 16.2


def _draw_closing(flow: Flow, body: Body) -> None:
    """The closing words, room to sign when there is any, and who signs."""
    style = flow.scaled(_TEXT)
    needed = flow.leading * len(body.signature)
    flow.write(flow.left, flow.y, body.closing, style)
    spare = flow.bottom - flow.y - needed
    flow.y += flow.leading + max(0.0, min(_SIGN, spare)) if body.signature else 0
    for text in body.signature:
        flow.write(flow.left, flow.y, text, style)
        flow.y += flow.leading
    # the last baseline is what has to fit, not the line after it
    flow.y -= flow.leading if body.signature else 0
