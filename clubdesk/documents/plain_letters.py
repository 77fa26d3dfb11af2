"""Letters that ask for no answer: as long as they need to be, on as many pages."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from clubdesk.documents.body import draw_opening
from clubdesk.documents.content import Letterhead, PersonalLetter, Printed, Progress
from clubdesk.documents.layouts import Layout, layout_named
from clubdesk.documents.pen import Pen
from clubdesk.documents.run import check_personal, print_run
from clubdesk.documents.sheet import Sheet
from clubdesk.documents.stationery import draw_frame, draw_info, draw_next_frame, draw_window, next_top
from clubdesk.documents.tags import Part
from clubdesk.documents.template import Template
from clubdesk.documents.text import clean
from clubdesk.documents.typesetter import Line, Style

_TEXT = Style(10)
_SCALES = (1.0, 0.96, 0.92)
"""Sizes that are tried to keep a letter on one page; one that needs more is set at full size."""

_LEADING, _GAP, _SIGN = 5.1, 2.2, 9.0
"""Distance of lines, what is added between paragraphs, and the room to sign, in mm at full size."""

_OVER_FOOTER = 9.0


class _Part(NamedTuple):
    """Lines that follow each other; `whole` ones stay on one page."""

    lines: tuple[Line, ...]
    above: float = 0.0
    whole: bool = False


LetterSheet = Sheet[PersonalLetter]


def print_plain_letters(
    letters: Sequence[PersonalLetter],
    letterhead: Letterhead,
    *,
    kind: str,
    layout: str = "din-b",
    templates: Mapping[str, Template] = MappingProxyType({}),
    progress: Progress | None = None,
    tagged: bool = False,
) -> Printed:
    """The letters in the order given, each beginning a page; `kind` is their template: letter-welcome ...

    The rest is as for `letters.print_letters`.
    """
    places = layout_named(layout)
    return print_run(
        letters,
        letterhead,
        _draw,
        kind=kind,
        layout=places,
        templates=templates,
        progress=progress,
        tagged=tagged,
    )


def _draw(sheet: LetterSheet) -> None:
    check_personal(sheet)
    sheet.stamp("frame", lambda pen: draw_frame(pen, sheet.press))
    draw_window(sheet)
    draw_info(sheet)
    top = draw_opening(sheet)
    scale = next((scale for scale in _SCALES if _fits(_parts(sheet, scale), scale, top, sheet.layout)), 1.0)
    _draw_parts(sheet, _parts(sheet, scale), scale, top)
    _draw_next_frames(sheet)


def _parts(sheet: LetterSheet, scale: float) -> list[_Part]:
    club, style = sheet.letterhead, _TEXT.scaled(scale)

    def set_lines(text: str, *, justified: bool = False) -> tuple[Line, ...]:
        return sheet.typesetter.wrap(text, style, sheet.layout.text_width, justified=justified)

    paragraphs = sheet.template.fill_paragraphs(sheet.letter, club)
    parts = [_Part(set_lines(text, justified=sheet.template.justified)) for text in paragraphs]
    signature = ", ".join(filter(None, (club.contact_name, club.contact_role))) or club.name
    closing = _Part(set_lines(sheet.words("closing")), above=_LEADING / 2, whole=True)
    return [*parts, closing, _Part(set_lines(signature), above=_SIGN, whole=True)]


def _fits(parts: Sequence[_Part], scale: float, top: float, layout: Layout) -> bool:
    lines = sum(len(part.lines) for part in parts)
    gaps = sum(part.above for part in parts) + _GAP * (len(parts) - 1)
    return top + (lines - 1) * _LEADING * scale + gaps * scale <= layout.footer - _OVER_FOOTER


def _draw_parts(sheet: LetterSheet, parts: Sequence[_Part], scale: float, top: float) -> None:
    """Down the page and on to the next; never one line of a paragraph alone, nor a signature."""
    leading, style = _LEADING * scale, _TEXT.scaled(scale)
    bottom, pen, y = sheet.layout.footer - _OVER_FOOTER, sheet.pen, top
    tail = sum(part.above * scale + len(part.lines) * leading + _GAP * scale for part in parts[-2:])
    for place, part in enumerate(parts):
        y += part.above * scale
        lines = part.lines
        if place == len(parts) - 2 and y + tail - leading > bottom:
            pen, y = _next_pen(sheet)
        while lines:
            room = max(0, int((bottom - y) / leading + 1e-6) + 1)
            if len(lines) - room == 1:
                room -= 1  # so that the next page begins with two
            if room < min(len(lines), 2):
                pen, y = _next_pen(sheet)
                continue
            with pen.tagged("Div", Part.TEXT):
                y = pen.lines(sheet.layout.left, y, lines[:room], style, leading=leading)
            lines = lines[room:]
        y += _GAP * scale


def _next_pen(sheet: LetterSheet) -> tuple[Pen, float]:
    """A page more, and its first baseline; its frame is drawn when it is known how many there are."""
    sheet.more.append(sheet.press.book.pen())
    return sheet.more[-1], next_top(sheet.layout)


def _draw_next_frames(sheet: LetterSheet) -> None:
    date = sheet.template.fill_text("{letter.date}", sheet.letter, sheet.letterhead)
    for number, pen in enumerate(sheet.more, 2):
        page = f"{sheet.words('page')} {number}/{len(sheet.more) + 1}"
        draw_next_frame(pen, sheet.press, reader=clean(sheet.letter.name), date=date, page=page)
