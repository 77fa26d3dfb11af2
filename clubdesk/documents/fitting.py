"""Fit paper to a printer that draws everything a little beside its place: a test page, and moved pages."""

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass

from clubdesk.documents.address_papers import envelopes, label_sheets
from clubdesk.documents.badges import badge_sheets
from clubdesk.documents.content import Printed
from clubdesk.documents.layouts import LAYOUTS, Area
from clubdesk.documents.pen import Align, Pen
from clubdesk.documents.tables import PAPERS
from clubdesk.documents.typesetter import INK, LINE, MM, PAPER, SOFT, Style
from clubdesk.documents.writer import Book
from clubdesk.errors import Problem
from clubdesk.i18n import _

MOST = 10.0
"""How far a page may be moved, in mm; a printer that is further off is broken."""

_TITLE, _TEXT, _NUMBER = Style(12, bold=True), Style(9.5), Style(6, ink=SOFT)
_RULER, _FIRST = 13.0, 15
"""How far the rulers stand from the edges, and where they begin, in mm: printers don't reach the edge."""


@dataclass(frozen=True, slots=True)
class Shift:
    """How far a page is moved, in mm: to the right and down; negative to the left and up."""

    right: float = 0.0
    down: float = 0.0

    def __bool__(self) -> bool:
        return bool(self.right or self.down)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A paper that can be fitted: its size, and what must meet the envelope, the labels or the folds."""

    title: str
    width: float
    height: float
    boxes: tuple[Area, ...]
    folds: tuple[float, ...] = ()


def checked_shift(right: float, down: float) -> Shift:
    """A shift that is no mistake; Problem for one of more than MOST."""
    for value in (right, down):
        if abs(value) > MOST:
            raise Problem(
                _("A page can be moved by {most} mm at most.").format(most=int(MOST)),
                _("Look whether the printer scales the page: it must print at 100 %."),
            )
    return Shift(round(right, 2), round(down, 2))


def shifted(pdf: bytes, shift: Shift) -> bytes:
    """The PDF with all that is drawn on its pages moved; the pages keep their size."""
    if not shift:
        return pdf
    import pikepdf

    move = f"q 1 0 0 1 {shift.right * MM:.2f} {-shift.down * MM:.2f} cm\n".encode()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for page in file.pages:
            page.contents_add(move, prepend=True)
            page.contents_add(b"\nQ")
        out = io.BytesIO()
        file.save(out, deterministic_id=True)
    return out.getvalue()


def fitted_paper(name: str) -> Fitted:
    """A layout of letters, a sheet of labels or badges, or an envelope, by its name."""
    if name in LAYOUTS:
        layout = LAYOUTS[name]
        boxes = (layout.window, layout.address)
        return Fitted(_(layout.title), layout.width, layout.height, boxes, layout.folds)
    if sheet := (label_sheets() | badge_sheets()).get(name):
        places = tuple(sheet.area(place) for place in range(sheet.labels))
        return Fitted(sheet.title, *PAPERS[sheet.paper], places)
    if envelope := envelopes().get(name):
        x, y = envelope.address
        address = Area(x=x, y=y, width=envelope.width - x - 12, height=envelope.height - y - 12)
        return Fitted(envelope.title, envelope.width, envelope.height, (address,))
    raise Problem(_("There is no paper “{name}”.").format(name=name), ", ".join((*LAYOUTS, *label_sheets())))


def print_test_page(name: str, *, date: dt.date) -> Printed:
    """Rulers from the edges of the paper, and where its window, labels and folds are."""
    paper = fitted_paper(name)
    title = _("Test page: {paper}").format(paper=paper.title)
    book = Book(
        width=paper.width, height=paper.height, title=title, author="", subject=_("Test page"), date=date
    )
    pen = book.pen()
    for box in paper.boxes:
        pen.box(box.x, box.y, box.width, box.height, ink=LINE, line=0.5)
    for fold in paper.folds:
        pen.rule(0, fold, paper.width, fold, ink=LINE, dash="2 2")
    _draw_rulers(book, pen, paper)
    _draw_words(book, pen, paper, title)
    book.page(pen)
    return Printed(book.finish(), 1)


def _draw_rulers(book: Book, pen: Pen, paper: Fitted) -> None:
    """Every millimetre from the left edge and from the top, each tenth with its number."""
    for mm in range(_FIRST, int(paper.width)):
        pen.rule(mm, _RULER, mm, _RULER - _tick(mm), ink=INK, width=0.3)
        if mm % 10 == 0:
            number = book.typesetter.line(str(mm), _NUMBER)
            pen.text(mm, _RULER - 4.6, number, _NUMBER, align=Align.CENTRE)
    for mm in range(_FIRST, int(paper.height)):
        pen.rule(_RULER, mm, _RULER - _tick(mm), mm, ink=INK, width=0.3)
        if mm % 10 == 0:
            number = book.typesetter.line(str(mm), _NUMBER)
            pen.text(_RULER - 4.6, mm + 0.7, number, _NUMBER, align=Align.RIGHT)


def _tick(mm: int) -> float:
    return 4.0 if mm % 10 == 0 else 2.6 if mm % 5 == 0 else 1.4


def _draw_words(book: Book, pen: Pen, paper: Fitted, title: str) -> None:
    width = min(118.0, paper.width - 50)
    texts: Sequence[tuple[str, Style]] = (
        (title, _TITLE),
        (_("Print this page at 100 % (not “fit to page”), on the paper you will use."), _TEXT),
        (
            _(
                "Lay a ruler against the upper scale: its 100 must stand 100 mm from the left edge of the "
                "paper. If it stands at 101.5 mm, everything is 1.5 mm too far right: enter −1.5."
            ),
            _TEXT,
        ),
        (_("Do the same with the scale at the left, from the upper edge."), _TEXT),
    )
    rows = [(line, style) for text, style in texts for line in book.typesetter.wrap(text, style, width)]
    height = 5.0 * len(rows) + 8
    x, y = (paper.width - width) / 2, max(22.0, paper.height * 0.55 - height / 2)
    pen.panel(x - 5, y - 3, width + 10, height, ink=PAPER)
    pen.box(x - 5, y - 3, width + 10, height, ink=LINE, line=0.5)
    y += 4
    for line, style in rows:
        pen.text(x, y, line, style)
        y += 5.0
