"""Name badges on sheets of inserts or stickers, several a page."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from clubdesk import paths
from clubdesk.documents.address_block import fit_block
from clubdesk.documents.address_papers import LabelSheet
from clubdesk.documents.content import EventPaper, Finding, Letterhead, Printed
from clubdesk.documents.layouts import Area
from clubdesk.documents.pen import Align, Pen, on, tint
from clubdesk.documents.tables import PAPERS
from clubdesk.documents.template import Template, load_template
from clubdesk.documents.text import clean
from clubdesk.documents.typesetter import LINE, MM, SOFT, Style
from clubdesk.documents.writer import Book
from clubdesk.errors import Problem
from clubdesk.i18n import _, known_language

KIND = "badge"
_PAD, _HEAD = 4.0, 0.22
"""Free room at the sides, in mm, and the band on top as a share of the height."""
_NAME, _BELOW, _FOOT = Style(30, bold=True), Style(15), Style(9, ink=SOFT)
_IN_TWO = Style(15, bold=True)
"""A name too long for one line; it may become smaller."""


@lru_cache
def badge_sheets() -> dict[str, LabelSheet]:
    """The sheets for badges by name, in the order in which an officer chooses."""
    papers = tomllib.loads((paths.resources() / "labels" / "papers.toml").read_text("utf-8"))
    return {name: LabelSheet(**values) for name, values in papers["badges"].items()}


def print_badges(
    papers: Sequence[EventPaper],
    letterhead: Letterhead,
    *,
    sheet: str,
    start: int = 1,
    outlines: bool = False,
    templates: Mapping[str, Template] = MappingProxyType({}),
    tagged: bool = False,
) -> Printed:
    """A badge each, along the rows, from badge `start` of the first sheet.

    `outlines` draws the edges, to cut along or for a test on plain paper. Problem for an unknown sheet or a
    start that isn't on it.
    """
    known = badge_sheets()
    if sheet not in known:
        raise Problem(_("There is no badge sheet “{name}”.").format(name=sheet), ", ".join(known))
    form = known[sheet]
    if not 1 <= start <= form.labels:
        raise Problem(_("A sheet has the badges 1 to {last}.").format(last=form.labels))
    if not papers:
        raise Problem(_("There is nobody to make a badge for."))
    words = load_template(KIND, papers[0].language).texts
    width, height = PAPERS[form.paper]
    title = f"{words['file_title']} · {clean(papers[0].event.title)}"
    book = Book(
        width=width,
        height=height,
        title=title,
        author=clean(letterhead.name),
        subject=words["file_subject"],
        date=papers[0].date,
        language=known_language(papers[0].language),
        tagged=tagged,
    )
    findings: list[Finding] = []
    pen = book.pen()
    for number, paper in enumerate(papers, start - 1):
        place = number % form.labels
        if number >= form.labels and place == 0:
            book.page(pen)
            pen = book.pen()
        area = form.area(place)
        if outlines:
            pen.box(area.x, area.y, area.width, area.height, ink=LINE, line=0.4)
        language = known_language(paper.language)
        template = templates.get(language) or load_template(KIND, language)
        with pen.tagged("L", 1), pen.tagged("LI"), pen.tagged("LBody"):
            findings += _draw(book, pen, area, template, paper, letterhead)
    book.page(pen)
    return Printed(book.finish(), book.pages, tuple(findings))


def _draw(
    book: Book, pen: Pen, area: Area, template: Template, paper: EventPaper, letterhead: Letterhead
) -> list[Finding]:
    accent, head = letterhead.accent, area.height * _HEAD
    if " " not in clean(paper.name):
        paper = replace(paper, given="")  # 王小明 isn't taken apart
    findings: list[Finding] = []

    def write(key: str, style: Style, y: float, *, x: float, width: float, align: Align) -> float:
        """Write a text of the template as large as it fits; gives its width."""
        text = clean(template.fill(key, paper, letterhead))
        fitted = book.typesetter.fit(text, style, width, smallest=style.size * 0.35)
        pen.text(x, y, fitted.line, fitted.style, align=align)
        if not fitted.whole:
            findings.append(Finding(paper.name, _("Too long for its line: “{text}”").format(text=text), key))
        return fitted.line.width

    inside = replace(area, x=area.x + _PAD, width=area.width - 2 * _PAD)
    middle, wide = inside.x + inside.width / 2, inside.width
    pen.panel(area.x, area.y, area.width, head, ink=accent)
    size = head * 0.42 * MM
    band = Style(min(11.0, size), bold=True, ink=on(accent))
    write("head", band, area.y + head / 2 + band.size / MM * 0.36, x=inside.x, width=wide, align=Align.LEFT)
    has_below = bool(template.fill("below", paper, letterhead).strip())
    name_y = area.y + area.height * (0.52 if has_below else 0.60)
    name = clean(template.fill("name", paper, letterhead))
    fitted = book.typesetter.fit(name, _NAME, wide, smallest=_IN_TWO.size)
    if fitted.whole:
        pen.text(middle, name_y, fitted.line, fitted.style, align=Align.CENTRE)
    else:
        room = replace(inside, height=area.height * 0.32)
        block = fit_block(book.typesetter, [name], _IN_TWO, room)
        leading = block.style.size / MM * 1.2
        for row, line in enumerate(block.rows, -len(block.rows) // 2):
            pen.text(middle, name_y + row * leading, line, block.style, align=Align.CENTRE)
        if not block.whole:
            findings.append(
                Finding(paper.name, _("Too long for its line: “{text}”").format(text=name), "name")
            )
    write("below", _BELOW, area.y + area.height * 0.68, x=middle, width=wide, align=Align.CENTRE)
    foot = area.y + area.height - 4.4
    corner = clean(template.fill("corner", paper, letterhead))
    taken = 0.0
    if corner:
        style = Style(9, bold=True, ink=accent)
        pill = book.typesetter.fit(corner, style, wide / 2, smallest=6)
        taken = pill.line.width + 5
        pen.panel(inside.x + wide - taken, foot - 3.9, taken, 5.6, ink=tint(accent, 0.12), radius=1.4)
        pen.text(inside.x + wide - taken / 2, foot, pill.line, pill.style, align=Align.CENTRE)
        taken += 2
    write("foot", _FOOT, foot, x=inside.x, width=wide - taken, align=Align.LEFT)
    if missing := book.typesetter.fonts.missing_in(clean(paper.name)):
        wrong = _("No font has these characters: {characters}").format(characters=missing)
        findings.append(Finding(paper.name, wrong, _("name")))
    return findings
