"""Addresses on label sheets and envelopes; resources/labels/papers.toml has their sizes."""

import datetime as dt
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from clubdesk import paths
from clubdesk.documents.address_block import draw_block, fit_block
from clubdesk.documents.content import Finding, Printed
from clubdesk.documents.layouts import Area
from clubdesk.documents.pen import Pen
from clubdesk.documents.tables import PAPERS
from clubdesk.documents.text import clean
from clubdesk.documents.typesetter import LINE, SOFT, Style
from clubdesk.documents.writer import Book
from clubdesk.errors import Problem
from clubdesk.i18n import _, window_texts

_ADDRESS, _ON_ENVELOPE, _SENDER = Style(10), Style(12), Style(6.5, ink=SOFT)
_PAD_X, _PAD_Y, _SENDER_HEIGHT = 4.5, 2.5, 4.0
_EDGE = 12.0
"""What an envelope keeps free at its right and its foot, where the post prints its own marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelSheet:
    """A sheet of labels, in mm; the first label begins at `left`, `top`, the next `across` and `down`."""

    title: str
    paper: str
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    across: float
    down: float

    @property
    def labels(self) -> int:
        return self.columns * self.rows

    def area(self, place: int) -> Area:
        """The label at a place, counted from 0 along the rows."""
        row, column = divmod(place, self.columns)
        return Area(
            x=self.left + column * self.across,
            y=self.top + row * self.down,
            width=self.width,
            height=self.height,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """An envelope that lies, in mm; the address begins at `address`."""

    title: str
    width: float
    height: float
    address: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a label or an envelope is for: the block as it is written, the name included."""

    name: str
    lines: tuple[str, ...]


@lru_cache
def label_sheets() -> dict[str, LabelSheet]:
    """All sheets by name, in the order in which an officer chooses."""
    return {name: LabelSheet(**values) for name, values in _papers()["sheets"].items()}


@lru_cache
def envelopes() -> dict[str, Envelope]:
    """All envelopes by name."""
    return {
        name: Envelope(**{**values, "address": tuple(values["address"])})
        for name, values in _papers()["envelopes"].items()
    }


def _papers() -> dict[str, Any]:
    return tomllib.loads((paths.resources() / "labels" / "papers.toml").read_text("utf-8"))


def print_labels(
    people: Sequence[Addressee],
    *,
    sheet: str,
    date: dt.date,
    start: int = 1,
    sender: str = "",
    outlines: bool = False,
    tagged: bool = False,
) -> Printed:
    """A label each, along the rows, from label `start` of the first sheet; `sender` stands small above.

    `outlines` draws the edges of the labels, for a test on plain paper. Problem for an unknown sheet or a
    start that isn't on it.
    """
    known = label_sheets()
    if sheet not in known:
        raise Problem(_("There is no label sheet “{name}”.").format(name=sheet), ", ".join(known))
    form = known[sheet]
    if not 1 <= start <= form.labels:
        raise Problem(_("A sheet has the labels 1 to {last}.").format(last=form.labels))
    _check(people)
    book = _book(*PAPERS[form.paper], title=_("Labels"), date=date, tagged=tagged)
    findings: list[Finding] = []
    pen = book.pen()
    for number, person in enumerate(people, start - 1):
        place = number % form.labels
        if number >= form.labels and place == 0:
            book.page(pen)
            pen = book.pen()
        label = form.area(place)
        if outlines:
            pen.box(label.x, label.y, label.width, label.height, ink=LINE, line=0.4)
        inside = Area(
            x=label.x + _PAD_X,
            y=label.y + _PAD_Y,
            width=label.width - 2 * _PAD_X,
            height=label.height - 2 * _PAD_Y,
        )
        with pen.tagged("L", 1), pen.tagged("LI"), pen.tagged("LBody"):
            if sender:
                inside = _draw_sender(book, pen, inside, sender)
            findings += _draw_address(book, pen, inside, person, _ADDRESS, middle=True)
    book.page(pen)
    return Printed(book.finish(), book.pages, tuple(findings))


def print_envelopes(
    people: Sequence[Addressee], *, envelope: str, date: dt.date, sender: str = "", tagged: bool = False
) -> Printed:
    """One page an envelope, printed as it lies; `sender` stands at the upper left."""
    known = envelopes()
    if envelope not in known:
        raise Problem(_("There is no envelope “{name}”.").format(name=envelope), ", ".join(known))
    form = known[envelope]
    _check(people)
    book = _book(form.width, form.height, title=_("Envelopes"), date=date, tagged=tagged)
    x, y = form.address
    area = Area(x=x, y=y, width=form.width - x - _EDGE, height=form.height - y - _EDGE)
    findings: list[Finding] = []
    for person in people:
        pen = book.pen()
        if sender:
            _draw_sender(book, pen, Area(x=12, y=10, width=form.width / 2, height=8), sender)
        findings += _draw_address(book, pen, area, person, _ON_ENVELOPE)
        book.page(pen, outline=clean(person.name), language=window_texts().language)
    return Printed(book.finish(), book.pages, tuple(findings))


def _check(people: Sequence[Addressee]) -> None:
    if not people:
        raise Problem(
            _("There is nobody with an address."), _("Choose other people, or mend their addresses.")
        )


def _book(width: float, height: float, *, title: str, date: dt.date, tagged: bool) -> Book:
    return Book(
        width=width,
        height=height,
        title=title,
        author="",
        subject=title,
        date=date,
        language=window_texts().language,
        tagged=tagged,
    )


def _draw_sender(book: Book, pen: Pen, area: Area, sender: str) -> Area:
    """Who sent it, in one small line; gives the room below."""
    fitted = book.typesetter.fit(sender, _SENDER, area.width, smallest=4.5)
    pen.text(area.x, area.y + 2.2, fitted.line, fitted.style)
    return replace(area, y=area.y + _SENDER_HEIGHT, height=area.height - _SENDER_HEIGHT)


def _draw_address(
    book: Book, pen: Pen, area: Area, person: Addressee, style: Style, *, middle: bool = False
) -> list[Finding]:
    lines = [line for line in map(clean, person.lines) if line]
    block = fit_block(book.typesetter, lines, style, area)
    draw_block(pen, block, area, middle=middle)
    findings = []
    if not block.whole:
        findings.append(Finding(person.name, _("The address does not fit and was cut."), _("address")))
    if missing := book.typesetter.fonts.missing_in(" ".join(lines)):
        wrong = _("No font has these characters: {characters}").format(characters=missing)
        findings.append(Finding(person.name, wrong, _("address")))
    return findings
