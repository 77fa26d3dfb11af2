"""Text that runs down a page: each part begins where the last one ended."""

from typing import NamedTuple

from clubdesk.documents.layouts import Layout
from clubdesk.documents.pen import Align, Pen
from clubdesk.documents.typesetter import Style, Typesetter

_LEADING = 5.1
"""Distance of the lines of a letter's text, in mm at scale 1."""


class Fit(NamedTuple):
    """How small a page is set: its text by `scale`, a programme in it by `density`.

    `room` is how high the programme may be at most, in mm; 0 when it may be as high as it is.
    """

    scale: float = 1.0
    density: float = 1.0
    room: float = 0.0


class Flow:
    """A column between a layout's margins; `y` is the next baseline."""

    def __init__(self, pen: Pen, typesetter: Typesetter, layout: Layout, *, y: float, fit: Fit) -> None:
        self.pen = pen
        self.typesetter = typesetter
        self.left, self.width = layout.left, layout.text_width
        self.y, self.bottom = y, layout.cut - 6
        self.scale, self.density, self.room = fit

    @property
    def leading(self) -> float:
        return _LEADING * self.scale

    def scaled(self, style: Style) -> Style:
        return style.scaled(self.scale)

    def paragraph(self, text: str, style: Style, *, justified: bool = False) -> None:
        style = self.scaled(style)
        lines = self.typesetter.wrap(text, style, self.width, justified=justified)
        self.y = self.pen.lines(self.left, self.y, lines, style, leading=self.leading) + 2.2 * self.scale

    def write(self, x: float, y: float, text: str, style: Style, *, align: Align = Align.LEFT) -> None:
        self.pen.text(x, y, self.typesetter.line(text, style), style, align=align)
