"""What every letter has around its text: letterhead, marks, window, information block, footer."""

from collections.abc import Sequence
from typing import Any

from clubdesk.documents import qr
from clubdesk.documents.content import Letterhead
from clubdesk.documents.layouts import Layout
from clubdesk.documents.pen import Align, Pen, on
from clubdesk.documents.sheet import LOGO, Press, Sheet
from clubdesk.documents.text import clean
from clubdesk.documents.typesetter import MM, SOFT, Line, Style, Typesetter
from clubdesk.i18n import _

_LOGO_HEIGHT, _LOGO_WIDTH = 11.0, 42.0
_NAME, _TAGLINE, _FOOTER = Style(14, bold=True), Style(8, ink=SOFT), Style(7, ink=SOFT)
_ZONE, _NUMBER = Style(6.3, ink=SOFT), Style(6.3, bold=True, ink=SOFT)
_LABEL, _VALUE, _LONG_VALUE = Style(8.5, ink=SOFT), Style(8.5), Style(7)
_ADDRESS = Style(10.5)
_SMALLEST_ADDRESS = 6.0


def draw_frame(pen: Pen, press: Press) -> None:
    """Letterhead, fold and hole marks, footer: the same on all letters of a run."""
    layout, typesetter = press.layout, press.book.typesetter
    _draw_letterhead(pen, press)
    for fold in layout.folds:
        pen.rule(4, fold, 9, fold, ink=SOFT)
    if layout.hole:
        pen.rule(4, layout.hole, 7, layout.hole, ink=SOFT)
    footer = typesetter.fit(press.letterhead.footer, _FOOTER, layout.text_width, smallest=5.5)
    pen.text(layout.left, layout.footer, footer.line, footer.style)


def _draw_letterhead(pen: Pen, press: Press) -> None:
    layout, letterhead, typesetter = press.layout, press.letterhead, press.book.typesetter
    width = _draw_logo(pen, press)
    x, room = layout.left + width + 3.5, layout.text_width - width - 3.5
    name = typesetter.fit(letterhead.name, _NAME, room, smallest=8)
    tagline = typesetter.fit(letterhead.tagline, _TAGLINE, room, smallest=6)
    pen.text(x, layout.head + (5.6 if letterhead.tagline else 7.2), name.line, name.style)
    pen.text(x, layout.head + 10.4, tagline.line, tagline.style)


def _draw_logo(pen: Pen, press: Press) -> float:
    """The club's picture, or a square in its colour with its initials; gives the width in mm."""
    layout, accent = press.layout, press.letterhead.accent
    if press.logo:
        scale = min(_LOGO_HEIGHT / press.logo.height, _LOGO_WIDTH / press.logo.width)
        width, height = press.logo.width * scale, press.logo.height * scale
        pen.stamp(LOGO, layout.left, layout.head + (_LOGO_HEIGHT - height) / 2, width, height)
        return width
    pen.panel(layout.left, layout.head, _LOGO_HEIGHT, _LOGO_HEIGHT, ink=accent, radius=2)
    style = Style(15, bold=True, ink=on(accent))
    initials = press.book.typesetter.line(_initials(press.letterhead), style)
    pen.text(layout.left + _LOGO_HEIGHT / 2, layout.head + 7.5, initials, style, align=Align.CENTRE)
    return _LOGO_HEIGHT


def _initials(letterhead: Letterhead) -> str:
    words = [word for word in clean(letterhead.name).split() if word[0].isalnum()]
    if words and not words[0].isascii() and len(words) == 1:
        return words[0][0].upper()
    return "".join(word[0].upper() for word in words[:2])


def draw_return_zone(pen: Pen, typesetter: Typesetter, layout: Layout, *, lines: Sequence[str]) -> None:
    """Whom to return the letter to, and its number, in the upper part of the window."""
    zone = layout.return_zone
    leading = 3.2 if zone.height > 8 else 2.5
    shown = [line for line in lines if line]
    y = zone.y + 3 if zone.height > 8 else zone.y + 1.8
    for number, text in enumerate(shown):
        style = _NUMBER if number == len(shown) - 1 else _ZONE
        fitted = typesetter.fit(text, style, zone.width, smallest=4.5)
        pen.text(zone.x, y + number * leading, fitted.line, fitted.style)


def draw_window(sheet: Sheet[Any]) -> None:
    """The letter's number, readable and as a small QR, and the address: all that an envelope shows."""
    layout, letter, letterhead = sheet.layout, sheet.letter, sheet.letterhead
    lines = [sheet.words("info.undeliverable"), letterhead.return_line, sheet.words("info.number")]
    if layout.return_zone.height < 8:
        lines = lines[1:]
    elif not letterhead.return_line:
        lines = [lines[2]]
    draw_return_zone(sheet.pen, sheet.typesetter, layout, lines=lines)
    if letter.number:
        sheet.pen.code(layout.mark.x, layout.mark.y, layout.mark.width, qr.code(letter.number))
    _draw_address(sheet)


def _draw_address(sheet: Sheet[Any]) -> None:
    """The address as large as it fits into its part of the window; a cut one is a finding."""
    area = sheet.layout.address
    lines = [line for line in map(clean, sheet.letter.address) if line]
    if not lines:
        sheet.note(_("There is no address."), _("address"))
        return
    style = _ADDRESS
    while (
        not (rows := _rows(sheet.typesetter, lines, style, area.width, area.height))
        and style.size > _SMALLEST_ADDRESS
    ):
        style = style._replace(size=style.size - 0.5)
    if not rows:
        rows = _cut_rows(sheet, lines, style, area.width, area.height)
    leading = min(_leading(style), area.height / len(rows))
    # a short address hangs a little below the top, where the eye expects it
    slack = area.height - leading * len(rows)
    y = area.y + style.size / MM * 0.95 + min(slack / 4, 1.5)
    sheet.pen.lines(area.x, y, rows, style, leading=leading)


def _rows(
    typesetter: Typesetter, lines: list[str], style: Style, width: float, height: float
) -> tuple[Line, ...]:
    """The address in rows that fit, () when they don't; a word that would have to be broken doesn't."""
    widest = max((typesetter.line(word, style).width for line in lines for word in line.split()), default=0)
    if widest > width and style.size > _SMALLEST_ADDRESS:
        return ()
    rows = tuple(row for line in lines for row in typesetter.wrap(line, style, width))
    return rows if len(rows) * style.size / MM * 1.16 <= height else ()


def _cut_rows(
    sheet: Sheet[Any], lines: list[str], style: Style, width: float, height: float
) -> tuple[Line, ...]:
    sheet.note(_("The address does not fit into the window and was cut."), _("address"))
    fitted = [sheet.typesetter.fit(line, style, width, smallest=style.size).line for line in lines]
    return tuple(fitted[: int(height / (style.size / MM * 1.16))])


def _leading(style: Style) -> float:
    return style.size / MM * 1.35


def draw_info(sheet: Sheet[Any]) -> None:
    """What the reader may want at hand: member number, chapter, vehicle, contact, date."""
    letter, club = sheet.letter, sheet.letterhead
    vin = f"…{letter.vin_tail}" if letter.vin_tail else ""
    values = {
        "member": letter.member_number,
        "chapter": letter.chapter,
        "vehicle": letter.vehicle,
        "vin": vin,
    }
    values |= {"contact": club.contact_name, "phone": club.phone}
    layout, y = sheet.layout, sheet.layout.info_y
    for key, value in values.items():
        if value:
            y = _draw_row(sheet, y, key, value)
    date = sheet.template.fill_text("{letter.date}", letter, club)
    _draw_row(sheet, max(y + 2, layout.info_y + (7 if layout.hole else 0) * 5), "date", date)


def _draw_row(sheet: Sheet[Any], y: float, key: str, value: str) -> float:
    """A label and its value, in small lines if it is long; gives the next row's baseline."""
    layout = sheet.layout
    column = layout.info_x + layout.info_column
    label = sheet.words(f"info.{key}")
    sheet.write_within(layout.info_x, y, label, _LABEL, width=layout.info_column - 1.5, place=label)
    width = layout.right + 3 - column
    line = sheet.typesetter.fit(value, _VALUE, width, smallest=7.5)
    if line.whole:
        sheet.pen.text(column, y, line.line, line.style)
        return y + 5
    rows = sheet.typesetter.wrap(value, _LONG_VALUE, width)
    if len(rows) > 2:
        sheet.note(_("Too long for its place: “{text}”").format(text=clean(value)[:60]), label)
    return sheet.pen.lines(column, y, rows[:2], _LONG_VALUE, leading=3) + 2
