"""The operators of a page: text, lines, boxes and codes, in mm from the sheet's top left."""

import re
from contextlib import AbstractContextManager, nullcontext
from enum import Enum
from functools import lru_cache

from clubdesk.documents.fonts import HEAVY
from clubdesk.documents.qr import Code
from clubdesk.documents.shaping import RISE, SHAPED
from clubdesk.documents.typesetter import INK, MM, PAPER, Line, Style

_ROUND = 0.5523
"""How far the control points of a quarter circle lie from its ends, in radii."""

_UNTAGGED = nullcontext()
_NO_FONT = ("", 0.0)

_RAISED = re.compile(f"{RISE}(-?[0-9]+){RISE} ?")


class Align(float, Enum):
    """What of a text stands at x: the share of its width that lies left of it."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


class Pen:
    """Draws on a sheet `height` mm high; `operators` is what it has drawn, for a page or a form.

    It writes only what changes: font, colour and place carry over from one text to the next.
    """

    def __init__(self, height: float) -> None:
        self._height = height * MM
        self._drawn: list[str] = []
        self._in_text = False
        self._font = _NO_FONT
        self._fill = self._stroke = ""
        self._at = (0, 0)

    @property
    def operators(self) -> str:
        self._end_text()
        return "\n".join(self._drawn)

    def tagged(
        self,
        tag: str,  # noqa: ARG002
        place: float = 0,  # noqa: ARG002
        *,
        alt: str = "",  # noqa: ARG002
        scope: str = "",  # noqa: ARG002
    ) -> AbstractContextManager[None]:
        """What is drawn inside is a part of this kind (H1, P, Table ...) in a file that can be heard.

        `place` is where among its neighbours it is read, if not where it is drawn: see `tags`. On paper all
        this is nothing.
        """
        return _UNTAGGED

    def decoration(self) -> AbstractContextManager[None]:
        """What is drawn inside says nothing that isn't said elsewhere, as a heading that is repeated."""
        return _UNTAGGED

    def text(self, x: float, y: float, line: Line, style: Style, *, align: Align = Align.LEFT) -> None:
        """Write a line with its baseline at y; x is its left, middle or right by `align`."""
        if not line.shows:
            return
        if style.ink != self._fill:
            self._set_fill(style.ink)
        if not self._in_text:
            self._drawn.append("BT")
            self._in_text, self._at = True, (0, 0)
        # hundredths of a point, added up exactly: no drift over a page of relative moves
        right, up = round((x - line.width * align) * MM * 100), round((self._height - y * MM) * 100)
        before_right, before_up = self._at
        self._drawn.append(f"{(right - before_right) / 100:.6g} {(up - before_up) / 100:.6g} Td")
        self._at = (right, up)
        for font, codes in line.shows:
            chosen = "" if (font, style.size) == self._font else self._choose(font, style)
            if font.startswith(SHAPED):
                self._drawn.append(chosen + _raised(codes, style))
            else:
                self._drawn.append(f"{chosen}[({codes})]TJ" if line.spread else f"{chosen}({codes})Tj")

    def lines(self, x: float, y: float, lines: tuple[Line, ...], style: Style, *, leading: float) -> float:
        """Write lines below each other, the first with its baseline at y; gives the next baseline."""
        for line in lines:
            self.text(x, y, line, style)
            y += leading
        return y

    def rule(
        self, x: float, y: float, to_x: float, to_y: float, *, ink: str, width: float = 0.4, dash: str = ""
    ) -> None:
        """Draw a line `width` points wide; `dash` is its pattern, such as "2 2"."""
        self._end_text()
        self._set_stroke(ink)
        pattern = f"[{dash}]0 d " if dash else ""
        undo = " []0 d" if dash else ""
        self._drawn.append(
            f"{pattern}{_n(width)} w {self._point(x, y)} m {self._point(to_x, to_y)} l S{undo}"
        )

    def box(self, x: float, y: float, width: float, height: float, *, ink: str, line: float = 0.7) -> None:
        """Draw the outline of a box; x and y are its top left."""
        self._end_text()
        self._set_stroke(ink)
        self._drawn.append(
            f"{_n(line)} w {self._point(x, y + height)} {_n(width * MM)} {_n(height * MM)} re S"
        )

    def panel(self, x: float, y: float, width: float, height: float, *, ink: str, radius: float = 0) -> None:
        """Fill a box; `radius` rounds its corners, half its side makes it a disc."""
        self._end_text()
        self._set_fill(ink)
        if not radius:
            self._drawn.append(f"{self._point(x, y + height)} {_n(width * MM)} {_n(height * MM)} re f")
            return
        right, bottom, k = x + width, y + height, radius * (1 - _ROUND)
        p = self._point
        self._drawn.append(
            f"{p(x + radius, y)} m {p(right - radius, y)} l "
            f"{p(right - k, y)} {p(right, y + k)} {p(right, y + radius)} c {p(right, bottom - radius)} l "
            f"{p(right, bottom - k)} {p(right - k, bottom)} {p(right - radius, bottom)} c "
            f"{p(x + radius, bottom)} l "
            f"{p(x + k, bottom)} {p(x, bottom - k)} {p(x, bottom - radius)} c {p(x, y + radius)} l "
            f"{p(x, y + k)} {p(x + k, y)} {p(x + radius, y)} c f"
        )

    def code(self, x: float, y: float, size: float, code: Code) -> None:
        """Draw a QR code `size` mm wide as a 1-bit mask painted in ink; the quiet zone is the caller's."""
        self._end_text()
        self._set_fill(INK)
        side, n = _n(size * MM), code.modules
        self._drawn.append(f"q {side} 0 0 {side} {self._point(x, y + size)} cm")
        self._drawn.append(f"BI/W {n}/H {n}/IM true/BPC 1/D[1 0]/F/AHx ID\n{code.rows}>\nEI Q")

    def stamp(self, name: str, x: float = 0, y: float = 0, width: float = 0, height: float = 0) -> None:
        """Put a form of the book, or a picture `width` by `height` mm with its top left at x, y."""
        self._end_text()
        self._thin()
        if not width:
            self._drawn.append(f"/{name} Do")
            return
        place = f"{_n(width * MM)} 0 0 {_n(height * MM)} {self._point(x, y + height)} cm"
        self._drawn.append(f"q {place} /{name} Do Q")

    def paste(self, other: "Pen") -> None:
        """Draw what another pen of the same sheet has drawn."""
        self._end_text()
        self._thin()
        self._drawn.append(f"q {other.operators} Q")

    def _thin(self) -> None:
        """A form inherits how text is drawn: it must not begin with thickened outlines."""
        if self._font[0].endswith(HEAVY):
            self._drawn.append("0 Tr")
            self._font = _NO_FONT

    def _choose(self, font: str, style: Style) -> str:
        (before, _size), self._font = self._font, (font, style.size)
        if font.endswith(HEAVY):
            self._stroke = style.ink
            outline = f"2 Tr {_n(style.size / 38)} w {_colour(style.ink)} RG"
            return f" {font[: -len(HEAVY)]} {_n(style.size)} Tf {outline}"
        thin = " 0 Tr" if before.endswith(HEAVY) else ""
        return f"{thin} {font} {_n(style.size)} Tf"

    def _set_fill(self, ink: str) -> None:
        if ink != self._fill:
            self._fill = ink
            self._drawn.append(f"{_colour(ink)} rg")

    def _set_stroke(self, ink: str) -> None:
        if ink != self._stroke:
            self._stroke = ink
            self._drawn.append(f"{_colour(ink)} RG")

    def _end_text(self) -> None:
        if self._in_text:
            self._in_text = False
            self._drawn.append("ET")

    def _point(self, x: float, y: float) -> str:
        return f"{_n(x * MM)} {_n(self._height - y * MM)}"


def tint(ink: str, share: float) -> str:
    """A colour mixed with paper: `share` 1 is the colour itself, 0 is white."""
    return "#" + "".join(f"{round(255 - (255 - value) * share):02x}" for value in _rgb(ink))


def on(ink: str) -> str:
    """White or ink, whichever is read better on a colour."""
    red, green, blue = ((value / 255) ** 2.2 for value in _rgb(ink))
    return PAPER if 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.4 else INK


def _raised(operators: str, style: Style) -> str:
    """Shaped text with the rise of its glyphs in points."""
    if RISE not in operators:
        return operators
    return _RAISED.sub(lambda found: f"{_n(int(found[1]) * style.size / 1000)} Ts ", operators)


def _rgb(ink: str) -> tuple[int, int, int]:
    return int(ink[1:3], 16), int(ink[3:5], 16), int(ink[5:7], 16)


@lru_cache
def _colour(ink: str) -> str:
    return " ".join(_n(value / 255) for value in _rgb(ink))


@lru_cache(4096)  # the same places come on each page
def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
