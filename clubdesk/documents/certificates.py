"""Certificates: a sheet on its side that somebody hangs on the wall."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from clubdesk.documents.content import EventPaper, Finding, Letterhead, Printed, Progress
from clubdesk.documents.logo import read_logo
from clubdesk.documents.pen import Align, Pen
from clubdesk.documents.tables import PAPERS
from clubdesk.documents.template import Template, load_template
from clubdesk.documents.text import clean
from clubdesk.documents.typesetter import INK, LINE, SOFT, Line, Style
from clubdesk.documents.writer import Book
from clubdesk.errors import Problem
from clubdesk.i18n import _, known_language

KIND = "certificate"
_CLUB, _INTRO, _TEXT, _SMALL = Style(13, bold=True), Style(14, ink=SOFT), Style(14), Style(9.5, ink=SOFT)
_NAME = Style(32, bold=True)
_EDGE, _INNER = 9.0, 11.0
"""How far the two lines of the frame stand from the sheet's edge, in mm."""
_MARGIN, _SIGNATURE = 32.0, 70.0
_LOGO_HEIGHT, _LOGO_WIDTH = 18.0, 70.0
_LOGO = "Logo"
_REPORT_EVERY = 50


def print_certificates(
    papers: Sequence[EventPaper],
    letterhead: Letterhead,
    *,
    paper: str = "a4",
    templates: Mapping[str, Template] = MappingProxyType({}),
    progress: Progress | None = None,
    tagged: bool = False,
) -> Printed:
    """A page for each, in the order given; `templates` are the club's own by language."""
    if not papers:
        raise Problem(_("There is nobody to give a certificate to."))
    height, width = PAPERS[paper]
    words = load_template(KIND, papers[0].language).texts
    book = Book(
        width=width,
        height=height,
        title=f"{words['file_title']} · {clean(papers[0].event.title)}",
        author=clean(letterhead.name),
        subject=words["file_subject"],
        date=papers[0].date,
        language=known_language(papers[0].language),
        tagged=tagged,
    )
    frame = book.pen()
    top = _draw_frame(book, frame, letterhead)
    book.form("Frame", frame)
    findings: list[Finding] = []
    for number, one in enumerate(papers):
        if progress and number % _REPORT_EVERY == 0:
            progress(number, len(papers))
        language = known_language(one.language)
        template = templates.get(language) or load_template(KIND, language)
        pen = book.pen()
        pen.stamp("Frame")
        page = _Page(book, pen, letterhead, template, one)
        page.draw(top)
        findings += page.findings
        book.page(pen, outline=clean(one.name), language=language)
    return Printed(book.finish(), book.pages, tuple(findings))


def _draw_frame(book: Book, pen: Pen, letterhead: Letterhead) -> float:
    """Two lines around the sheet, the club's picture and name; gives where the title may begin."""
    for edge, ink, line in ((_EDGE, letterhead.accent, 2.2), (_INNER, LINE, 0.6)):
        pen.box(edge, edge, book.width - 2 * edge, book.height - 2 * edge, ink=ink, line=line)
    y = 30.0
    if letterhead.logo:
        picture = read_logo(letterhead.logo)
        book.picture(_LOGO, picture)
        scale = min(_LOGO_HEIGHT / picture.height, _LOGO_WIDTH / picture.width)
        width, height = picture.width * scale, picture.height * scale
        with pen.tagged("Figure", alt=clean(letterhead.name)):
            pen.stamp(_LOGO, (book.width - width) / 2, y - 8, width, height)
        y += height + 1
    club = book.typesetter.fit(letterhead.name, _CLUB, book.width - 60, smallest=8)
    pen.text(book.width / 2, y, club.line, club.style, align=Align.CENTRE)
    return y


class _Row(NamedTuple):
    line: Line
    style: Style
    above: float
    """Distance from the row before, in mm."""


class _Page:
    """One certificate: all stands in the middle, and the room that is left is above and below."""

    def __init__(
        self, book: Book, pen: Pen, letterhead: Letterhead, template: Template, paper: EventPaper
    ) -> None:
        self._book, self._pen, self._letterhead = book, pen, letterhead
        self._template, self._paper = template, paper
        self._width = book.width - 2 * _MARGIN
        self.findings: list[Finding] = []

    def draw(self, top: float) -> None:
        signing = self._book.height - 32.0
        rows = list(self._rows())
        height, room = sum(row.above for row in rows), signing - 16.0 - top - 16.0
        squeeze = min(1.0, max(0.55, room / height))
        y = top + 16.0 + max(0.0, room - height) / 2
        for number, row in enumerate(rows):
            y += row.above * squeeze
            with self._pen.tagged("P" if number else "H1"):
                self._pen.text(self._book.width / 2, y, row.line, row.style, align=Align.CENTRE)
        if height * squeeze > room + 4:
            self._note(_("The text is too long for the page."), _("text"))
        self._draw_signatures(signing)
        if missing := self._book.typesetter.fonts.missing_in(clean(self._paper.name)):
            self._note(_("No font has these characters: {characters}").format(characters=missing), _("name"))

    def _rows(self) -> Iterator[_Row]:
        yield self._row("title", Style(38, bold=True, ink=self._letterhead.accent), 0)
        yield self._row("intro", _INTRO, 17)
        yield self._row("name", _NAME, 18)
        above = 15.0
        for text in self._template.fill_paragraphs(self._paper, self._letterhead):
            for line in self._book.typesetter.wrap(text, _TEXT, self._width):
                yield _Row(line, _TEXT, above)
                above = 7.0
            above = 9.0

    def _row(self, key: str, style: Style, above: float) -> _Row:
        text = self._template.fill(key, self._paper, self._letterhead)
        fitted = self._book.typesetter.fit(text, style, self._width, smallest=style.size * 0.45)
        if not fitted.whole:
            self._note(_("Too long for its line: “{text}”").format(text=clean(text)[:60]), key)
        return _Row(fitted.line, fitted.style, above)

    def _draw_signatures(self, y: float) -> None:
        """Where and when, and two lines to sign on."""
        typesetter, left, right = self._book.typesetter, _MARGIN, self._book.width - _MARGIN
        for x, key in ((left, "signed_left"), (right - _SIGNATURE, "signed_right")):
            self._pen.rule(x, y, x + _SIGNATURE, y, ink=SOFT, width=0.6)
            text = self._template.fill(key, self._paper, self._letterhead)
            under = typesetter.fit(text, _SMALL, _SIGNATURE, smallest=6.5)
            self._pen.text(x + _SIGNATURE / 2, y + 5, under.line, under.style, align=Align.CENTRE)
        place = self._template.fill("place_date", self._paper, self._letterhead)
        room = right - left - 2 * _SIGNATURE - 8
        said = typesetter.fit(place, _SMALL._replace(ink=INK), room, smallest=6.5)
        self._pen.text(self._book.width / 2, y, said.line, said.style, align=Align.CENTRE)

    def _note(self, text: str, place: str) -> None:
        self.findings.append(Finding(self._paper.name, text, place))
