"""What every letter has around its text: letterhead, marks, window, information block, footer."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from clubdesk.documents.address_block import draw_block, fit_block
from clubdesk.documents.content import Letterhead
from clubdesk.documents.households import address_together
from clubdesk.documents.layouts import Layout
from clubdesk.documents.logo import Picture
from clubdesk.documents.pen import Align, Pen, on
from clubdesk.documents.sheet import LOGO, NEXT_PAPER, PAPER, Press, Sheet
from clubdesk.documents.tags import Part
from clubdesk.documents.text import clean
from clubdesk.documents.typesetter import LINE, SOFT, Style
from clubdesk.i18n import _

_LOGO_HEIGHT, _LOGO_WIDTH = 11.0, 42.0
_NAME, _TAGLINE, _FOOTER = Style(14, bold=True), Style(8, ink=SOFT), Style(7, ink=SOFT)
_ZONE, _NUMBER = Style(6.3, ink=SOFT), Style(6.3, bold=True, ink=SOFT)
_LABEL, _VALUE, _LONG_VALUE = Style(8.5, ink=SOFT), Style(8.5), Style(7)
_ADDRESS = Style(10.5)
_INFO_TEXTS = tuple(
    f"info.{key}" for key in ("member", "chapter", "vehicle", "vin", "contact", "phone", "date")
)


def draw_frame(pen: Pen, press: Press) -> None:
    """Letterhead or letter paper, fold and hole marks, footer: the same on all letters of a run."""
    layout = press.layout
    if press.paper:
        _lay_paper(pen, press, PAPER, press.paper.first)
    else:
        _draw_letterhead(pen, press)
    for fold in layout.folds:
        pen.rule(4, fold, 9, fold, ink=SOFT)
    if layout.hole:
        pen.rule(4, layout.hole, 7, layout.hole, ink=SOFT)
    draw_footer(pen, press)


def draw_footer(pen: Pen, press: Press) -> None:
    """Who the club is, in one small line at the foot; letter paper says it already."""
    if press.paper:
        return
    layout = press.layout
    footer = press.book.typesetter.fit(press.letterhead.footer, _FOOTER, layout.text_width, smallest=5.5)
    with pen.tagged("Div", Part.FOOT):
        pen.text(layout.left, layout.footer, footer.line, footer.style)


def next_top(layout: Layout) -> float:
    """The first baseline of the text on a letter's further pages."""
    return layout.head + 16


def draw_next_frame(pen: Pen, press: Press, *, reader: str, date: str, page: str) -> None:
    """What stands around the text of a letter's further pages: whose it is, which page, the footer."""
    layout, typesetter = press.layout, press.book.typesetter
    if press.paper and press.paper.following:
        _lay_paper(pen, press, NEXT_PAPER, press.paper.following)
    y = layout.head + 4
    number = typesetter.line(page, _LABEL)
    whose = typesetter.fit(f"{reader} · {date}", _LABEL, layout.text_width - number.width - 4, smallest=6)
    with pen.decoration():
        pen.text(layout.right, y, number, _LABEL, align=Align.RIGHT)
        pen.text(layout.left, y, whose.line, whose.style)
    pen.rule(layout.left, y + 2.2, layout.right, y + 2.2, ink=LINE)
    draw_footer(pen, press)


def _lay_paper(pen: Pen, press: Press, name: str, picture: Picture) -> None:
    """The letter paper over the whole sheet, in the middle where its shape is another."""
    book = press.book
    scale = min(book.width / picture.width, book.height / picture.height)
    width, height = picture.width * scale, picture.height * scale
    pen.stamp(name, (book.width - width) / 2, (book.height - height) / 2, width, height)


def _draw_letterhead(pen: Pen, press: Press) -> None:
    layout, letterhead, typesetter = press.layout, press.letterhead, press.book.typesetter
    with pen.tagged("Div", Part.HEAD):
        width = _draw_logo(pen, press)
    x, room = layout.left + width + 3.5, layout.text_width - width - 3.5
    name = typesetter.fit(letterhead.name, _NAME, room, smallest=8)
    tagline = typesetter.fit(letterhead.tagline, _TAGLINE, room, smallest=6)
    with pen.tagged("Div", Part.HEAD):
        pen.text(x, layout.head + (5.6 if letterhead.tagline else 7.2), name.line, name.style)
        pen.text(x, layout.head + 10.4, tagline.line, tagline.style)


def _draw_logo(pen: Pen, press: Press) -> float:
    """The club's picture, or a square in its colour with its initials; gives the width in mm."""
    layout, accent = press.layout, press.letterhead.accent
    if press.logo:
        scale = min(_LOGO_HEIGHT / press.logo.height, _LOGO_WIDTH / press.logo.width)
        width, height = press.logo.width * scale, press.logo.height * scale
        with pen.tagged("Figure", alt=clean(press.letterhead.name)):
            pen.stamp(LOGO, layout.left, layout.head + (_LOGO_HEIGHT - height) / 2, width, height)
        return width
    pen.panel(layout.left, layout.head, _LOGO_HEIGHT, _LOGO_HEIGHT, ink=accent, radius=2)
    style = Style(15, bold=True, ink=on(accent))
    initials = press.book.typesetter.line(_initials(press.letterhead), style)
    with pen.decoration():
        pen.text(layout.left + _LOGO_HEIGHT / 2, layout.head + 7.5, initials, style, align=Align.CENTRE)
    return _LOGO_HEIGHT


def _initials(letterhead: Letterhead) -> str:
    words = [word for word in clean(letterhead.name).split() if word[0].isalnum()]
    if words and not words[0].isascii() and len(words) == 1:
        return words[0][0].upper()
    return "".join(word[0].upper() for word in words[:2])


def draw_window(sheet: Sheet[Any]) -> None:
    """The letter's number, readable and as a small QR, and the address: all that an envelope shows."""
    layout, letter, letterhead = sheet.layout, sheet.letter, sheet.letterhead
    zone = layout.return_zone
    tall = zone.height > 8
    count = (2 if tall else 1) if letterhead.return_line else 0
    y, leading = (zone.y + 3, 3.2) if tall else (zone.y + 1.8, 2.5)
    x = zone.x if letter.number else layout.address.x  # without a number there is no mark beside it

    def draw(pen: Pen) -> None:
        above = (sheet.words("info.undeliverable"), letterhead.return_line)
        for number, text in enumerate(above[2 - count :]):
            fitted = sheet.typesetter.fit(text, _ZONE, zone.width, smallest=4.5)
            with pen.tagged("Div", Part.SENDER):
                pen.text(x, y + number * leading, fitted.line, fitted.style)

    sheet.stamp(("zone", x), draw, texts=("info.undeliverable",))
    if letter.number:
        own = sheet.typesetter.fit(sheet.words("info.number"), _NUMBER, zone.width, smallest=4.5)
        with sheet.pen.tagged("Div", Part.SENDER):
            sheet.pen.text(x, y + count * leading, own.line, own.style)
            sheet.code(layout.mark.x, layout.mark.y, layout.mark.width, letter.number)
    _draw_address(sheet)


def _draw_address(sheet: Sheet[Any]) -> None:
    """The address as large as it fits into its part of the window; a cut one is a finding."""
    area, letter = sheet.layout.address, sheet.letter
    address = letter.address
    if letter.household:
        address = address_together(address, letter.household, letter.language)
    lines = [line for line in map(clean, address) if line]
    if not lines:
        sheet.note(_("There is no address."), _("address"))
        return
    block = fit_block(sheet.typesetter, lines, _ADDRESS, area)
    if not block.whole:
        sheet.note(_("The address does not fit into the window and was cut."), _("address"))
    with sheet.pen.tagged("Div", Part.ADDRESS):
        draw_block(sheet.pen, block, area)


def draw_info(sheet: Sheet[Any]) -> None:
    """What the reader may want at hand: member number, chapter, vehicle, contact, date."""
    letter, club, layout = sheet.letter, sheet.letterhead, sheet.layout
    y, rows = layout.info_y, []
    vin = f"…{letter.vin_tail}" if letter.vin_tail else ""
    own = (letter.member_number, letter.chapter, letter.vehicle, vin)
    for key, value in zip(("member", "chapter", "vehicle", "vin"), own, strict=True):
        if value:
            rows.append((y, f"info.{key}"))
            y = _draw_value(sheet, sheet.pen, y, value, place=sheet.words(f"info.{key}"))

    def draw(pen: Pen) -> None:
        below = y
        for key, value in (("contact", club.contact_name), ("phone", club.phone)):
            if value:
                rows.append((below, f"info.{key}"))
                below = _draw_value(sheet, pen, below, value, place=sheet.words(f"info.{key}"))
        below = max(below + 2, layout.info_y + (7 if layout.hole else 0) * 5)
        rows.append((below, "info.date"))
        date = sheet.template.fill_text("{letter.date}", letter, club)
        _draw_value(sheet, pen, below, date, place=sheet.words("info.date"))
        for place, label in rows:
            _draw_label(sheet, pen, place, sheet.words(label))

    sheet.stamp(("info", y, *rows), draw, texts=_INFO_TEXTS)


def _draw_label(sheet: Sheet[Any], pen: Pen, y: float, label: str) -> None:
    layout = sheet.layout
    fitted = sheet.typesetter.fit(label, _LABEL, layout.info_column - 1.5, smallest=_LABEL.size * 0.7)
    with _info_cell(pen, y, "TH"):
        pen.text(layout.info_x, y, fitted.line, fitted.style)
    if not fitted.whole:
        sheet.note(_("Too long for its line: “{text}”").format(text=clean(label)[:60]), label)


def _draw_value(sheet: Sheet[Any], pen: Pen, y: float, value: str, *, place: str) -> float:
    """A value beside its label, in small lines if it is long; gives the next row's baseline."""
    layout = sheet.layout
    column = layout.info_x + layout.info_column
    width = layout.info_right - column
    line = sheet.typesetter.fit(value, _VALUE, width, smallest=7.5)
    if line.whole:
        with _info_cell(pen, y, "TD"):
            pen.text(column, y, line.line, line.style)
        return y + 5
    rows = sheet.typesetter.wrap(value, _LONG_VALUE, width)
    if len(rows) > 2:
        sheet.note(_("Too long for its place: “{text}”").format(text=clean(value)[:60]), place)
    with _info_cell(pen, y, "TD"):
        return pen.lines(column, y, rows[:2], _LONG_VALUE, leading=3) + 2


@contextmanager
def _info_cell(pen: Pen, y: float, tag: str) -> Iterator[None]:
    """A label or its value: the row is found by its height, since labels are drawn after values."""
    scope, column = ("Row", 1) if tag == "TH" else ("", 2)
    with pen.tagged("Table", Part.INFO), pen.tagged("TR", y), pen.tagged(tag, column, scope=scope):
        yield
