"""The look as data: colours from resources/themes/*.toml, sizes from sizes.py, one palette, one style sheet.

`use` dresses the program; `theme` is what it wears now, for everything that paints itself.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from string import Template

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from clubdesk import paths
from clubdesk.ui.common import drawings, fonts, sizes

CHOICES = ("system", "light", "dark")


@dataclass(frozen=True)
class Pair:
    """A filled shape and what is written on it."""

    back: str
    fore: str


@dataclass(frozen=True)
class Theme:
    name: str
    scale: float
    colours: Mapping[str, str]
    status: Mapping[str, Pair]
    _fonts: dict[tuple[float, bool], QFont] = field(default_factory=dict, compare=False, repr=False)

    def colour(self, role: str) -> QColor:
        return _colour(self.colours[role])

    def pair(self, look: str) -> tuple[QColor, QColor]:
        """Background and foreground of a status; an unknown status looks neutral."""
        pair = self.status.get(look) or self.status["none"]
        return _colour(pair.back), _colour(pair.fore)

    def px(self, size: int) -> int:
        """A size of sizes.py that must grow with the text."""
        return round(size * self.scale)

    def font(self, size: float = sizes.BODY, *, bold: bool = False) -> QFont:
        made = self._fonts.get((size, bold))  # asked for with every cell that is painted
        if made is None:
            points = round(sizes.BODY_POINTS * self.scale * size, 2)
            made = self._fonts[size, bold] = _font(points, bold=bold)
        return made


@lru_cache
def _colour(name: str) -> QColor:
    return QColor(name)


def _font(points: float, *, bold: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(fonts.FAMILIES))
    font.setPointSizeF(points)
    font.setBold(bold)
    return font


def load(name: str, *, scale: float = 1.0) -> Theme:
    """The theme `light` or `dark` with text at `scale` times its usual size."""
    data = tomllib.loads((paths.resources() / "themes" / f"{name}.toml").read_text(encoding="utf-8"))
    status = {look: Pair(**pair) for look, pair in data["status"].items()}
    return Theme(name, scale, data["colours"], status)


_current: Theme | None = None


def worn() -> Theme | None:
    """What the program wears now; nothing before it is dressed."""
    return _current


def theme() -> Theme:
    """What the program wears now."""
    global _current
    if _current is None:
        _current = load("light")
    return _current


def use(app: QApplication, chosen: Theme) -> None:
    """Dress the whole program, at start or while it runs."""
    global _current
    _current = chosen
    app.setFont(chosen.font())
    app.setPalette(palette(chosen))
    app.setStyleSheet(style_sheet(chosen))


def named(choice: str, app: QApplication) -> str:
    """The theme that a choice of CHOICES means on this computer now."""
    if choice != "system":
        return choice
    from PySide6.QtCore import Qt  # Frame is painted before its enums are loaded

    return "dark" if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.Base: "base",
    QPalette.ColorRole.AlternateBase: "hover",
    QPalette.ColorRole.Button: "base",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "tip",
    QPalette.ColorRole.ToolTipText: "on_tip",
    QPalette.ColorRole.Light: "hover",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border",
    QPalette.ColorRole.Shadow: "border",
}
WRITTEN = (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText)


def palette(chosen: Theme) -> QPalette:
    made = QPalette()
    for role, name in ROLES.items():
        made.setColor(role, chosen.colour(name))
    for role in WRITTEN:
        made.setColor(QPalette.ColorGroup.Disabled, role, chosen.colour("faint"))
    return made


def style_sheet(chosen: Theme) -> str:
    """window.qss with every $name replaced by the theme's value."""
    template = Template((paths.resources() / "themes" / "window.qss").read_text(encoding="utf-8"))
    return template.substitute(
        chosen.colours, **_status_values(chosen), **_size_values(chosen), **_pictures(chosen)
    )


def _status_values(chosen: Theme) -> dict[str, str]:
    backs = {f"{look}_back": pair.back for look, pair in chosen.status.items()}
    return backs | {f"{look}_fore": pair.fore for look, pair in chosen.status.items()}


def _size_values(chosen: Theme) -> dict[str, str]:
    names = ("HALF", "GRID", "GAP", "EDGE", "RADIUS", "CARD_RADIUS", "SCROLL_BAR")
    values = {name.lower(): f"{getattr(sizes, name)}px" for name in names}
    values |= {name: f"{chosen.px(size)}px" for name, size in INSIDE.items()}
    values["chip_radius"] = f"{chosen.px(INSIDE['chip']) // 2 + 1}px"  # Qt draws a larger one as a square
    ring = chosen.px(RING)
    values |= {"ring": f"{ring}px", "box_inside": f"{chosen.px(sizes.BOX) + 2 - 2 * ring}px"}
    texts = {"title": sizes.TITLE, "heading": sizes.HEADING, "body": sizes.BODY, "caption": sizes.CAPTION}
    return values | {name: f"{sizes.BODY_POINTS * chosen.scale * size:.2f}pt" for name, size in texts.items()}


# What Qt calls the height of a box is the height inside its border.
INSIDE = {
    "control": sizes.CONTROL - 2,
    "control_focus": sizes.CONTROL - 4,
    "chip": sizes.CHIP - 2,
    "code": sizes.CODE - 2,
    "header": sizes.HEADER - 1,
    "row": sizes.CONTROL - 4,
    "box": sizes.BOX,
    "box_radius": sizes.BOX // 2,
}
RING = 5  # around the dot of a chosen radio button, which is as large as the others
PICTURES = {
    "check": ("check", "on_accent"),
    "check_text": ("check", "text"),
    "minus": ("minus", "on_accent"),
    "chevron_down": ("chevron-down", "muted"),
    "chevron_left": ("chevron-left", "muted"),
    "chevron_right": ("chevron-right", "muted"),
}


def _pictures(chosen: Theme) -> dict[str, str]:
    """Files for the few parts that a style sheet can only draw from a file."""
    return {
        f"icon_{key}": drawings.file_for(name, chosen.colours[role]) for key, (name, role) in PICTURES.items()
    }
