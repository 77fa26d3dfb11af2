"""The themes are readable, complete and used everywhere."""

import re

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from clubdesk import paths
from clubdesk.ui.common import icons, theme
from clubdesk.ui.common.buttons import button

THEMES = ("light", "dark")
WRITTEN_ON = [
    ("text", "window"),
    ("text", "base"),
    ("text", "sidebar"),
    ("text", "hover"),
    ("text", "pressed"),
    ("text", "select"),
    ("muted", "window"),
    ("muted", "base"),
    ("muted", "sidebar"),
    ("muted", "hover"),
    ("muted", "select"),
    ("accent", "base"),
    ("accent", "window"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_select", "select"),
    ("on_select", "base"),
    ("danger", "base"),
    ("danger", "window"),
    ("on_tip", "tip"),
    ("tip_link", "tip"),
]


def luminance(colour: QColor) -> float:
    """Relative luminance of WCAG 2."""
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("fore", "back"), WRITTEN_ON)
def test_text_can_be_read(name: str, fore: str, back: str) -> None:
    chosen = theme.load(name)
    assert contrast(chosen.colour(fore), chosen.colour(back)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_pills_can_be_read(name: str) -> None:
    chosen = theme.load(name)
    for look in chosen.status:
        back, fore = chosen.pair(look)
        assert contrast(back, fore) >= 4.5, look


def test_both_themes_know_the_same_colours() -> None:
    light, dark = (theme.load(name) for name in THEMES)
    assert light.colours.keys() == dark.colours.keys()
    assert light.status.keys() == dark.status.keys()


def test_the_style_sheet_writes_no_colour_itself() -> None:
    sheet = (paths.resources() / "themes" / "window.qss").read_text(encoding="utf-8")
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb", sheet)


def test_the_theme_changes_while_the_program_runs(dressed: QApplication) -> None:
    users = button("Members", print, drawing="users")
    drawn = users.icon().pixmap(18, 18).toImage()
    theme.use(dressed, theme.load("dark"))
    icons.redraw(dressed)
    try:
        assert dressed.palette().color(QPalette.ColorRole.Window) == theme.load("dark").colour("window")
        assert users.icon().pixmap(18, 18).toImage() != drawn
    finally:
        theme.use(dressed, theme.load("light"))


def test_larger_text_makes_rows_higher() -> None:
    assert theme.load("light", scale=2.0).px(36) == 72


@pytest.mark.parametrize("text_size", [90, 100, 110, 130, 150, 200])
def test_radio_buttons_are_round_and_of_one_size(text_size: int) -> None:
    sheet = theme.style_sheet(theme.load("light", scale=text_size / 100))
    rules = re.findall(r"QRadioButton::indicator(?::checked)? \{[^}]*\}", sheet)
    box, radius, checked = (list(map(int, re.findall(r"(\d+)px", rule))) for rule in rules)
    outer = box[0] + 2
    ring, inside = checked[:2]
    assert inside + 2 * ring == outer
    assert 2 * radius[0] <= outer, "Qt draws a larger radius as a square"


def test_every_icon_that_is_named_exists() -> None:
    code = paths.resources().parent / "clubdesk"
    named = {
        name
        for file in (code / "ui").rglob("*.py")
        for name in re.findall(
            r"""(?:icon\(|set_icon\(\w+, |drawing=|Picture\(|icon_button\()"([a-z0-9-]+)\"""",
            file.read_text(encoding="utf-8"),
        )
    }
    there = {file.stem for file in (paths.resources() / "icons").glob("*.svg")}
    assert named <= there
