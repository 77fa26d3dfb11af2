"""A pen that also notes what it draws: each text is part of an element, all else is decoration."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import cast

from typing_extensions import override

from clubdesk.documents.directions import is_mixed
from clubdesk.documents.pen import Align, Pen
from clubdesk.documents.qr import Code
from clubdesk.documents.tags import GROUPS, Box, Content, Element
from clubdesk.documents.typesetter import MM, Line, Style

_ARTIFACT = "Artifact"
_BEGIN_ARTIFACT = "/Artifact BMC"
_SPAN = re.compile(r"/Span<</ActualText<[0-9a-f]*>>>BDC (.*?) EMC")


class _Mark(str):
    """The operator that begins marked content of an element."""

    tag: str
    number: int

    @classmethod
    def of(cls, tag: str, number: int) -> "_Mark":
        made = cls(f"/{tag}<</MCID {number}>>BDC")
        made.tag, made.number = tag, number
        return made


class TaggedPen(Pen):
    """Draws what `Pen` draws. `read` is what it has drawn as it is read.

    Text outside of any element is a paragraph; lines, boxes and codes are decoration unless they are drawn
    inside a Figure. `kept` are the drawings that may be stamped: their text is drawn again on each page,
    since it can be part of one element only.
    """

    def __init__(self, height: float, kept: Mapping[str, "TaggedPen"]) -> None:
        super().__init__(height)
        self.read = Element("Sect")
        self._kept = kept
        self._open = [self.read]
        self._marked: Element | None = None
        self._count = 0

    @property
    def pieces(self) -> int:
        """How many pieces of marked content it has drawn."""
        return self._count

    @property
    @override
    def operators(self) -> str:
        self._mark(None)
        return super().operators

    # What is drawn

    @override
    @contextmanager
    def tagged(self, tag: str, place: float = 0, *, alt: str = "", scope: str = "") -> Iterator[None]:
        element = self._open[-1].part(tag, place)
        element.alt, element.scope = alt or element.alt, scope or element.scope
        with self._inside(element):
            yield

    @override
    @contextmanager
    def decoration(self) -> Iterator[None]:
        with self._inside(Element(_ARTIFACT)):
            yield

    @contextmanager
    def _inside(self, element: Element) -> Iterator[None]:
        if self._open[-1].tag == _ARTIFACT:
            element = self._open[-1]
        self._open.append(element)
        try:
            yield
        finally:
            self._open.pop()

    @override
    def text(self, x: float, y: float, line: Line, style: Style, *, align: Align = Align.LEFT) -> None:
        if not line.text:
            return
        if self._open[-1].tag in GROUPS:
            with self.tagged("P"):
                self.text(x, y, line, style, align=align)
            return
        self._mark(self._open[-1])
        super().text(x, y, line, style, align=align)

    @override
    def lines(self, x: float, y: float, lines: tuple[Line, ...], style: Style, *, leading: float) -> float:
        if self._open[-1].tag in GROUPS:
            with self.tagged("P"):
                return super().lines(x, y, lines, style, leading=leading)
        return super().lines(x, y, lines, style, leading=leading)

    @override
    def rule(
        self, x: float, y: float, to_x: float, to_y: float, *, ink: str, width: float = 0.4, dash: str = ""
    ) -> None:
        self._draw(x, y, to_x - x, to_y - y)
        super().rule(x, y, to_x, to_y, ink=ink, width=width, dash=dash)

    @override
    def box(self, x: float, y: float, width: float, height: float, *, ink: str, line: float = 0.7) -> None:
        self._draw(x, y, width, height)
        super().box(x, y, width, height, ink=ink, line=line)

    @override
    def panel(self, x: float, y: float, width: float, height: float, *, ink: str, radius: float = 0) -> None:
        self._draw(x, y, width, height)
        super().panel(x, y, width, height, ink=ink, radius=radius)

    @override
    def code(self, x: float, y: float, size: float, code: Code) -> None:
        self._draw(x, y, size, size)
        super().code(x, y, size, code)

    @override
    def stamp(self, name: str, x: float = 0, y: float = 0, width: float = 0, height: float = 0) -> None:
        if drawing := self._kept.get(name):
            self.paste(drawing)
            return
        self._draw(x, y, width, height)
        super().stamp(name, x, y, width, height)

    @override
    def paste(self, other: Pen) -> None:
        drawn = cast(TaggedPen, other)
        self._mark(None)
        drawn._mark(None)
        self._thin()
        self._drawn += ["q", *map(self._again, drawn._drawn), "Q"]
        if self._open[-1].tag != _ARTIFACT:
            self._open[-1].add(drawn.read, page=0, after=self._count)
            self._count += drawn._count

    def _again(self, part: str) -> str:
        """What another pen has drawn, for this one."""
        if not isinstance(part, _Mark):
            return part
        if self._open[-1].tag == _ARTIFACT:
            return _BEGIN_ARTIFACT
        return _Mark.of(part.tag, part.number + self._count)

    # How it is marked

    @override
    def _show(self, line: Line, style: Style) -> None:
        if not is_mixed(line.text):
            super()._show(line, style)
            return
        # its glyphs stand in another order than they are read in
        start = len(self._drawn)
        super()._show(line, style)
        shown = [_SPAN.sub(r"\1", part) for part in self._drawn[start:]]
        said = line.text.encode("utf-16-be").hex()
        self._drawn[start:] = [f"/Span<</ActualText<feff{said}>>>BDC", *shown, "EMC"]

    def _draw(self, x: float, y: float, width: float, height: float) -> None:
        """What follows is a figure, or decoration."""
        element = self._open[-1]
        if element.tag != "Figure":
            self._mark(element if element.tag == _ARTIFACT else _DECORATION)
            return
        left, top = x * MM, self._height - y * MM
        element.reach(Box(left, top - height * MM, left + width * MM, top))
        self._mark(element)

    def _mark(self, element: Element | None) -> None:
        """End the marked content that is open, and begin that of an element."""
        if element is self._marked:
            return
        self._end_text()
        if self._marked:
            self._drawn.append("EMC")
        self._marked = element
        if element is None:
            return
        if element.tag == _ARTIFACT:
            self._drawn.append(_BEGIN_ARTIFACT)
            return
        self._drawn.append(_Mark.of(element.tag, self._count))
        element.kids.append(Content(0, self._count))
        self._count += 1


_DECORATION = Element(_ARTIFACT)
