"""Where things stand on a letter's sheet, in mm from its top left.

Sources: DIN 5008 form B for window envelopes DL and C6/5; for the United States the #10 envelope with its
window 22.2 mm from the left and 12.7 mm from the bottom, minus the play of a folded Letter sheet in it.
"""

from dataclasses import dataclass, replace
from types import MappingProxyType

from clubdesk.errors import Problem
from clubdesk.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A part of the sheet; x and y are its top left."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The places of one kind of letter.

    `window` is what an envelope shows; only return zone and address may stand in it. `mark` is the small QR
    of the letter number. `info` is the top of the information block: first baseline, values' column.
    `cut` is where the reply slip begins.
    """

    width: float
    height: float
    left: float
    right: float
    head: float
    window: Area
    address: Area
    mark: Area
    return_zone: Area
    info_x: float
    info_y: float
    info_column: float
    subject: float
    cut: float
    footer: float
    folds: tuple[float, ...]
    hole: float

    @property
    def text_width(self) -> float:
        return self.right - self.left


LAYOUTS = MappingProxyType({
    "din-b": Layout(
        width=210, height=297, left=25, right=185, head=13,
        window=Area(x=20, y=45, width=85, height=45),
        mark=Area(x=25, y=46.5, width=12, height=12),
        return_zone=Area(x=39.5, y=46.5, width=64, height=12),
        address=Area(x=25, y=63.2, width=78, height=26),
        info_x=125, info_y=52, info_column=27,
        subject=103.5, cut=205, footer=289, folds=(105, 210), hole=148.5,
    ),
    "us-10": Layout(
        width=215.9, height=279.4, left=20, right=196, head=11,
        window=Area(x=17.5, y=55.6, width=114.3, height=28.6),
        mark=Area(x=90, y=56.6, width=11, height=11),
        return_zone=Area(x=20, y=56.2, width=68, height=6),
        address=Area(x=20, y=63, width=68, height=20.4),
        info_x=140, info_y=54, info_column=24,
        subject=97.8, cut=190.5, footer=273, folds=(93.1, 187.3), hole=0,
    ),
})  # fmt: skip


_SHORT_SLIP = 61
"""Height of a slip with two boxes, in mm down to the footer."""


def short_slip(layout: Layout) -> Layout:
    """The layout with a lower cut line, for a slip that asks little."""
    return replace(layout, cut=layout.footer - _SHORT_SLIP)


def layout_named(name: str) -> Layout:
    """The layout of a name; Problem when there is none."""
    if name not in LAYOUTS:
        raise Problem(_("There is no letter layout “{name}”.").format(name=name), ", ".join(LAYOUTS))
    return LAYOUTS[name]
