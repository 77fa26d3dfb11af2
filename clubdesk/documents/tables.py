"""Lists on paper: columns and rows, as many pages as it takes. The time grows with the rows, not faster."""

import datetime as dt
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from itertools import accumulate
from types import MappingProxyType
from typing import NamedTuple

from clubdesk.documents.content import Finding, Printed
from clubdesk.documents.pen import Align, Pen
from clubdesk.documents.template import load_template
from clubdesk.documents.text import clean
from clubdesk.documents.typesetter import INK, LINE, SOFT, Line, Style
from clubdesk.documents.writer import Book
from clubdesk.errors import Problem
from clubdesk.i18n import _, texts

PAPERS = MappingProxyType({"a4": (210.0, 297.0), "letter": (215.9, 279.4)})

_TITLE, _SUBTITLE, _SECTION = Style(15, bold=True), Style(9, ink=SOFT), Style(10.5, bold=True)
_HEAD, _FOOT = Style(8, bold=True, ink=SOFT), Style(7.5, ink=SOFT)
_CELL, _SMALL_CELL = Style(9), Style(7.5)
_SMALL_TITLE = Style(8.5, bold=True)
_MARGIN, _FLOOR, _PAD = 18.0, 17.0, 2.5
_LEADING = 4.0
_HEAD_PLACE = 1
"""Where the head is read; the sections follow, each a heading and a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its heading, its share of the width, and how many lines a cell may have before it is cut.

    `ruled` draws lines to write between, as for a signature; `bar` draws a share from 0 to 1, given as its
    text, as a bar with percents.
    """

    title: str
    share: float
    align: Align = Align.LEFT
    lines: int = 2
    ruled: bool = False
    bar: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Rows under a heading; `new_page` begins them on a new page. `note` stands beside the heading."""

    rows: Iterable[Sequence[str]]
    title: str = ""
    note: str = ""
    new_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListHead:
    """What stands above a list and in its footer. `paper` is a4 or letter; `tagged` is as for `Book`."""

    title: str
    date: dt.date
    subtitle: str = ""
    count: str = ""
    club: str = ""
    language: str = "en"
    accent: str = "#0b6bcb"
    paper: str = "a4"
    landscape: bool = False
    tagged: bool = False
    row_height: float = 6.2


def print_table(columns: Sequence[Column], rows: Iterable[Sequence[str]], *, head: ListHead) -> Printed:
    """A list of one section; what a cell can't hold is cut with an ellipsis and found."""
    return print_sections(columns, [Section(rows=rows)], head=head)


def print_sections(columns: Sequence[Column], sections: Iterable[Section], *, head: ListHead) -> Printed:
    """A list with the heads of its columns repeated on each page, and "page x of y" below.

    Problem for an unknown paper.
    """
    pages = _Pages(tuple(columns), head)
    for section in sections:
        pages.begin(section)
        for row in section.rows:
            pages.add(row)
    return pages.finish()


def _columns(columns: Sequence[Column], width: float) -> list[tuple[float, float]]:
    """Left and width of each column, in mm."""
    scale = width / sum(column.share for column in columns)
    widths = [column.share * scale for column in columns]
    return list(zip(accumulate(widths, initial=_MARGIN), widths, strict=False))


class _Cell(NamedTuple):
    lines: tuple[Line, ...]
    style: Style


@dataclass(slots=True)
class _Pages:
    """The pages of a list while it grows. `y` is the top of the next row."""

    columns: tuple[Column, ...]
    head: ListHead
    book: Book = field(init=False)
    _places: list[tuple[float, float]] = field(init=False)
    pens: list[Pen] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    section: Section | None = None
    sections: int = 0
    y: float = 0.0

    def __post_init__(self) -> None:
        head = self.head
        if head.paper not in PAPERS:
            raise Problem(_("There is no paper “{name}”.").format(name=head.paper), ", ".join(PAPERS))
        width, height = PAPERS[head.paper][:: -1 if head.landscape else 1]
        title, club = clean(head.title), clean(head.club)
        self._places = _columns(self.columns, width - 2 * _MARGIN)
        self.book = Book(
            width=width,
            height=height,
            title=title,
            author=club,
            subject=clean(head.subtitle) or title,
            date=head.date,
            language=head.language,
            tagged=head.tagged,
        )

    @property
    def right(self) -> float:
        return self.book.width - _MARGIN

    @property
    def bottom(self) -> float:
        return self.book.height - _FLOOR

    def begin(self, section: Section) -> None:
        """Begin a section: on a new page if it wants one or there is no room for a row under its heading."""
        self.section = section
        self.sections += 1
        needed = 12 + 6 + 2 * self.head.row_height
        if not self.pens or section.new_page or self.y + needed > self.bottom:
            self._turn(new=True)
            return
        self.y += 5
        self._draw_section()
        self._draw_columns()

    def add(self, row: Sequence[str]) -> None:
        """Draw a row; its height is that of its longest cell."""
        drawn = list(zip(self.columns, self._places, row, strict=True))
        cells = [self._cell(column, width, "" if column.bar else text) for column, (_x, width), text in drawn]
        height = max(self.head.row_height, max(len(cell.lines) for cell in cells) * _LEADING + _PAD)
        if self.y + height > self.bottom:
            self._turn()
        pen = self.pens[-1]
        with self._table(), pen.tagged("TR"):
            for (column, (x, width), text), cell in zip(drawn, cells, strict=True):
                # cells stand in the middle of a row of the usual height, at the top of a higher one
                usual = height == self.head.row_height
                spare = (height - _PAD - len(cell.lines) * _LEADING) / 2 if usual else 0
                at = x + (width - _PAD) * column.align.value
                with pen.tagged("TD"):
                    self._draw_cell(at, self.y + spare, cell, align=column.align)
                    if column.bar:
                        self._draw_bar(x, self.y, width - _PAD, share=float(text))
                if column.ruled:
                    pen.rule(x, self.y, x, self.y + height, ink=LINE, width=0.3)
        self.y += height
        self.pens[-1].rule(_MARGIN, self.y, self.right, self.y, ink=LINE, width=0.3)

    def _table(self) -> AbstractContextManager[None]:
        """The section's table, which goes on from page to page."""
        return self.pens[-1].tagged("Table", 2 * self.sections + 1)

    def _draw_cell(self, x: float, y: float, cell: _Cell, *, align: Align) -> None:
        for number, line in enumerate(cell.lines):
            self.pens[-1].text(x, y + _PAD / 2 + 3.1 + number * _LEADING, line, cell.style, align=align)

    def _draw_bar(self, x: float, y: float, width: float, *, share: float) -> None:
        pen, room, middle = self.pens[-1], width - 12, y + self.head.row_height / 2
        pen.panel(x, middle - 1.2, room, 2.4, ink=LINE, radius=1.2)
        if share > 0:
            pen.panel(x, middle - 1.2, max(room * min(share, 1), 2.4), 2.4, ink=self.head.accent, radius=1.2)
        percents = self.book.typesetter.line(f"{round(share * 100)} %", _SMALL_CELL)
        pen.text(x + width, middle + 1, percents, _SMALL_CELL, align=Align.RIGHT)

    def finish(self) -> Printed:
        """The file, each page with its number."""
        if not self.pens:
            self._turn()
        words = load_template("roster", self.head.language).texts["page"]
        for number, pen in enumerate(self.pens, 1):
            page = words.replace("{page}", str(number)).replace("{pages}", str(len(self.pens)))
            self._draw_foot(pen, page)
            self.book.page(pen)
        return Printed(self.book.finish(), len(self.pens), tuple(self.findings))

    def _cell(self, column: Column, width: float, text: str) -> _Cell:
        """The text in a cell's lines, smaller if it is long; a cut one is a finding."""
        if not text:
            return _Cell((), _CELL)
        typesetter = self.book.typesetter
        if missing := typesetter.fonts.missing_in(clean(text)):
            wrong = _("No font has these characters: {characters}").format(characters=missing)
            self.findings.append(Finding(clean(text), wrong, column.title))
        for style in (_CELL, _SMALL_CELL):
            lines, whole = typesetter.wrap_within(text, style, width - _PAD, most=column.lines)
            if whole:
                return _Cell(lines, style)
        self.findings.append(Finding(clean(text)[:60], _("Too long for its cell."), column.title))
        return _Cell(lines, style)

    def _turn(self, *, new: bool = False) -> None:
        """Begin a page: the whole head on the first, a small one on others; only a `new` section is told."""
        self.pens.append(self.book.pen())
        self.y = _MARGIN
        pen = self.pens[-1]
        with pen.decoration() if len(self.pens) > 1 else pen.tagged("Div", _HEAD_PLACE):
            self._draw_head()
        with nullcontext() if new else pen.decoration():
            self._draw_section()
            self._draw_columns()

    def _draw_head(self) -> None:
        pen, head, typesetter = self.pens[-1], self.head, self.book.typesetter
        count = typesetter.line(head.count, _SUBTITLE)
        if len(self.pens) > 1:
            title = typesetter.fit(head.title, _SMALL_TITLE, self.right - _MARGIN, smallest=6)
            pen.text(_MARGIN, self.y, title.line, title.style)
            self.y += 4
            return
        pen.panel(_MARGIN, self.y - 3.5, 1.4, 11.5, ink=head.accent, radius=0.7)
        title = typesetter.fit(head.title, _TITLE, self.right - _MARGIN - count.width - 10, smallest=9)
        with pen.tagged("H1"):
            pen.text(_MARGIN + 4.5, self.y + 1.6, title.line, title.style)
        pen.text(self.right, self.y + 1.6, count, _SUBTITLE, align=Align.RIGHT)
        subtitle = typesetter.fit(head.subtitle, _SUBTITLE, self.right - _MARGIN - 4.5, smallest=6)
        pen.text(_MARGIN + 4.5, self.y + 7, subtitle.line, subtitle.style)
        self.y += 14

    def _draw_section(self) -> None:
        section = self.section
        if not section or not section.title:
            return
        pen, typesetter = self.pens[-1], self.book.typesetter
        note = typesetter.line(section.note, _SUBTITLE)
        title = typesetter.fit(section.title, _SECTION, self.right - _MARGIN - note.width - 4, smallest=7)
        with pen.tagged("Div", 2 * self.sections):
            with pen.tagged("H2"):
                pen.text(_MARGIN, self.y + 3, title.line, title.style)
            pen.text(self.right, self.y + 3, note, _SUBTITLE, align=Align.RIGHT)
        self.y += 6

    def _draw_columns(self) -> None:
        pen = self.pens[-1]
        with self._table(), pen.tagged("TR"):
            for (x, width), column in zip(self._places, self.columns, strict=True):
                title = self.book.typesetter.fit(column.title, _HEAD, width - _PAD, smallest=5.5)
                at = x + (width - _PAD) * column.align.value + (1.5 if column.ruled else 0)
                with pen.tagged("TH", scope="Column"):
                    pen.text(at, self.y + 3.4, title.line, title.style, align=column.align)
        self.y += 5.2
        pen.rule(_MARGIN, self.y, self.right, self.y, ink=INK, width=0.8)

    def _draw_foot(self, pen: Pen, page: str) -> None:
        typesetter, y = self.book.typesetter, self.book.height - 10
        left = " · ".join(
            filter(None, (clean(self.head.club), texts(self.head.language).date(self.head.date)))
        )
        with pen.decoration():
            pen.text(_MARGIN, y, typesetter.line(left, _FOOT), _FOOT)
            pen.text(self.right, y, typesetter.line(page, _FOOT), _FOOT, align=Align.RIGHT)
