"""Where things stand on a letter's sheet, in mm from its top left.

Sources: DIN 5008 forms A and B for window envelopes DL and C6/5; SN 010130 with the window at the right or at
the left; NF Z 11-001 with the window as La Poste asks for it; what fits the Norwegian C6/5, E6/5 and C5
envelopes; DL with the British window; for the United States the #10 envelope with its window 22.2 mm from the
left and 12.7 mm from the bottom, minus the play of a folded Letter sheet in it.
"""

from dataclasses import dataclass, replace
from types import MappingProxyType

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _


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

    `title` is what an officer calls it. `window` is what an envelope shows; only return zone and address may
    stand in it. `mark` is the small QR of the letter number. `info` is the top of the information block:
    first baseline, values' column, right end. `cut` is where the reply slip begins.
    """

    title: str
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
    info_right: float
    subject: float
    cut: float
    footer: float
    folds: tuple[float, ...]
    hole: float

    @property
    def text_width(self) -> float:
        return self.right - self.left

    @property
    def paper(self) -> str:
        """The sheet by name: a4 or letter."""
        return "a4" if self.width < 212 else "letter"


_DIN_B = Layout(
    title=N_("A4, window envelope (DIN 5008 B)"),
    width=210, height=297, left=25, right=185, head=13,
    window=Area(x=20, y=45, width=85, height=45),
    mark=Area(x=25, y=46.5, width=12, height=12),
    return_zone=Area(x=39.5, y=46.5, width=64, height=12),
    address=Area(x=25, y=63.2, width=78, height=26),
    info_x=125, info_y=52, info_column=27, info_right=188,
    subject=103.5, cut=205, footer=289, folds=(105, 210), hole=148.5,
)  # fmt: skip
_THIRDS = (99.0, 198.0)

LAYOUTS = MappingProxyType({
    "din-b": _DIN_B,
    "din-a": replace(
        _DIN_B, title=N_("A4, window higher up (DIN 5008 A)"), head=9,
        window=Area(x=20, y=27, width=85, height=45),
        mark=Area(x=25, y=28.5, width=12, height=12),
        return_zone=Area(x=39.5, y=28.5, width=64, height=12),
        address=Area(x=25, y=45.2, width=78, height=26),
        info_y=34, subject=85.5, folds=(87, 192),
    ),
    "swiss-right": replace(
        _DIN_B, title=N_("A4, window at the right (Switzerland)"),
        window=Area(x=112, y=45, width=90, height=45),
        mark=Area(x=117, y=46.5, width=12, height=12),
        return_zone=Area(x=131.5, y=46.5, width=66, height=12),
        address=Area(x=117, y=63.2, width=80, height=26),
        info_x=25, info_column=27, info_right=108, hole=0,
    ),
    "swiss-left": replace(
        _DIN_B, title=N_("A4, window at the left (Switzerland)"), head=11,
        window=Area(x=20, y=35.5, width=100, height=45),
        mark=Area(x=25, y=37, width=12, height=12),
        return_zone=Area(x=39.5, y=37, width=78, height=12),
        address=Area(x=25, y=53.7, width=92, height=26),
        info_x=128, info_y=42, info_column=25, info_right=190, subject=94, hole=0,
    ),
    "france": replace(
        _DIN_B, title=N_("A4, window at the right (France)"), left=20, right=190,
        window=Area(x=100, y=35, width=100, height=45),
        mark=Area(x=110, y=37, width=12, height=12),
        return_zone=Area(x=124.5, y=37, width=72, height=12),
        address=Area(x=110, y=53.5, width=83, height=25.5),
        info_x=20, info_y=44, info_column=26, info_right=97, subject=94, folds=_THIRDS, hole=0,
    ),
    "norway": replace(
        _DIN_B, title=N_("A4, window envelope (Norway)"), left=20, right=190,
        window=Area(x=20, y=43, width=90, height=26),
        mark=Area(x=98, y=44, width=11, height=11),
        return_zone=Area(x=20, y=43.6, width=76, height=5),
        address=Area(x=20, y=49, width=76, height=19.9),
        info_x=128, info_y=47, info_column=25, info_right=193, subject=92, folds=_THIRDS, hole=0,
    ),
    "uk": replace(
        _DIN_B, title=N_("A4, DL window envelope (United Kingdom)"), left=22, right=188,
        window=Area(x=20, y=45, width=90, height=35),
        mark=Area(x=22, y=46, width=11, height=11),
        return_zone=Area(x=35.5, y=46, width=72, height=10),
        address=Area(x=22, y=57.8, width=85, height=21.5),
        info_x=128, info_y=50, info_column=25, info_right=191, subject=96, folds=_THIRDS, hole=0,
    ),
    "us-10": Layout(
        title=N_("US Letter, #10 envelope"),
        width=215.9, height=279.4, left=20, right=196, head=11,
        window=Area(x=17.5, y=55.6, width=114.3, height=28.6),
        mark=Area(x=90, y=56.6, width=11, height=11),
        return_zone=Area(x=20, y=56.2, width=68, height=6),
        address=Area(x=20, y=63, width=68, height=20.4),
        info_x=140, info_y=54, info_column=24, info_right=199,
        subject=97.8, cut=190.5, footer=273, folds=(93.1, 187.3), hole=0,
    ),
})  # fmt: skip
"""By name, in the order in which an officer chooses."""


_SHORT_SLIP = 61
"""Height of a slip with two boxes, in mm down to the footer."""


def short_slip(layout: Layout) -> Layout:
    """The layout with a lower cut line, for a slip that asks little."""
    return replace(layout, cut=layout.footer - _SHORT_SLIP)


def layout_choices() -> list[tuple[str, str]]:
    """The names of all layouts, each with its title in the window's language."""
    return [(name, _(layout.title)) for name, layout in LAYOUTS.items()]


def layout_named(name: str) -> Layout:
    """The layout of a name; Problem when there is none."""
    if name not in LAYOUTS:
        raise Problem(_("There is no letter layout “{name}”.").format(name=name), ", ".join(LAYOUTS))
    return LAYOUTS[name]
