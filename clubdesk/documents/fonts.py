"""Glyphs: which font has a character, and how a PDF writes it.

Noto Sans has Latin, Greek and Cyrillic, WenQuanYi Micro Hei has Han, Kana and Hangul: their glyphs stand
alone and are asked of ReportLab once. Everything else is shaped by HarfBuzz (shaping) in the typeface of its
script (faces). Spaces, digits and punctuation stay in Noto Sans, so that a number looks the same everywhere.
"""

from functools import lru_cache
from itertools import accumulate
from typing import Any, NamedTuple

from reportlab.pdfbase.ttfonts import TTFont

from clubdesk import paths
from clubdesk.documents.directions import in_order, is_mixed
from clubdesk.documents.faces import FROM_THE_RIGHT, bold_of, face, family_of
from clubdesk.documents.shaping import SHAPED, ShapedFont
from clubdesk.documents.text import JOINERS, is_mark

REPLACEMENT = "\ufffd"
"""Printed for a character that no font has; `Fonts.missing_in` tells which those are."""

HEAVY = "*"
"""Ends the name of a font that has no bold face: the pen thickens its outlines."""

LATIN, HAN = "NotoSans", "wqy"
"""The families of plain glyphs."""

_ESCAPED = {code: chr(code) for code in range(256)} | {
    ord("("): "\\(", ord(")"): "\\)", ord("\\"): "\\\\", 10: "\\n", 13: "\\r",
}  # fmt: skip

Shows = tuple[tuple[str, str], ...]
"""(font, codes) in order. Of a shaped font (`SHAPED`) the codes are operators, else a string's inside."""


class Glyph(NamedTuple):
    """A character in a PDF: the font's name in the file, its code there, its width for size 1."""

    font: str
    code: str
    width: float


class _Common(NamedTuple):
    """The font of most text, with the codes and widths of its characters."""

    font: str
    codes: dict[str, str]
    widths: dict[str, float]


class Fonts:
    """The fonts of one PDF."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._files = {False: (_font("NotoSans-Regular.ttf"), _font("wqy-microhei.ttc"))}
        self._files[True] = (_font("NotoSans-Bold.ttf"), _font("wqy-microhei.ttc"))
        self._glyphs: dict[tuple[str, bool], Glyph] = {}
        self._common = {bold: _Common(self.glyph(" ", bold).font, {}, {}) for bold in (False, True)}
        self._shaped: dict[tuple[str, bool], ShapedFont] = {}
        self._family_of: dict[str, str] = {}
        self._plain: set[str] = set()
        self._known: set[str] = set()

    def glyph(self, character: str, bold: bool) -> Glyph:
        """The plain glyph of a character, or of U+FFFD when it has none."""
        found = self._glyphs.get((character, bold))
        if found is None:
            found = self._glyphs[character, bold] = self._make(character, bold)
        return found

    def set(self, text: str, bold: bool) -> tuple[Shows, float]:
        """Any text, from left to right: what shows it, and its width for size 1."""
        font, codes, widths = self._common[bold]
        try:  # nearly all text is of one font: its codes are looked up and joined without a step in between
            return ((font, "".join(map(codes.__getitem__, text))),), sum(map(widths.__getitem__, text))
        except KeyError:
            return self._set_plain(text, bold) if self.is_plain(text) else self._shape(text, bold)

    def reaches(self, text: str, bold: bool) -> list[float] | None:
        """Where each character ends for size 1; None when the text isn't all of the font of most text.

        Such text has a space wherever a line may break.
        """
        try:
            return list(accumulate(map(self._common[bold].widths.__getitem__, text)))
        except KeyError:
            return None

    def _set_plain(self, text: str, bold: bool) -> tuple[Shows, float]:
        font, codes, widths = self._common[bold]
        glyphs = [self.glyph(character, bold) for character in text]
        for character, glyph in zip(text, glyphs, strict=True):
            if glyph.font == font:
                codes[character], widths[character] = glyph.code, glyph.width
        return merged([(glyph.font, glyph.code) for glyph in glyphs]), sum(glyph.width for glyph in glyphs)

    def is_plain(self, text: str) -> bool:
        """Whether each character stands for itself, so that glyph after glyph gives the text."""
        unknown = set(text) - self._plain
        if not unknown:
            return True
        if is_mixed(text):
            return False
        plain = {character for character in unknown if self._is_plain(character)}
        self._plain |= plain
        return plain == unknown

    def _shape(self, text: str, bold: bool) -> tuple[Shows, float]:
        """Text that isn't plain."""
        families = self._families(text)
        shows: list[tuple[str, str]] = []
        width = 0.0
        for (part, rtl), family in in_order(text, lambda _, place: families[place]):
            if family in (LATIN, HAN) and not rtl and self.is_plain(part):
                shown, wide = self.set(part, bold)
                shows += shown
                width += wide
                continue
            if not family:
                shows += [self.glyph(REPLACEMENT, bold)[:2]] * len(part)
                width += self.glyph(REPLACEMENT, bold).width * len(part)
                continue
            font = self._shaped_font(family, bold)
            run = font.run(part, rtl=rtl)
            heavy = HEAVY if bold and not bold_of(family, bold=bold) else ""
            shows.append((font.name + heavy, run.operators))
            width += run.width
        return merged(shows), width

    def missing_in(self, text: str) -> str:
        """The characters of a cleaned text that no font has, each once, in order."""
        unknown = set(text) - self._known
        missing = {character for character in unknown if not self._has(character)}
        self._known |= unknown - missing
        return "".join(dict.fromkeys(character for character in text if character in missing))

    def _families(self, text: str) -> list[str]:
        """The family that draws each character; marks and joiners stay with what they belong to."""
        families: list[str] = []
        current = ""
        for place, character in enumerate(text):
            joined = place > 0 and (is_mark(character) or character in JOINERS or text[place - 1] == "\u200d")
            between = character == " " and current in FROM_THE_RIGHT
            if not (current and (joined or between)):
                current = self._family(character)
            families.append(current)
        return families

    def _family(self, character: str) -> str:
        """The family that has this character; "" when none does."""
        family = self._family_of.get(character)
        if family is None:
            family = self._family_of[character] = self._find_family(character)
        return family

    def _find_family(self, character: str) -> str:
        file = self._file(character, bold=False)
        if file is not None:
            return LATIN if file is self._files[False][0] else HAN
        families = filter(None, (family_of(character), HAN, LATIN))
        return next((family for family in families if face(family, bold=False).has(character)), "")

    def _has(self, character: str) -> bool:
        return character in JOINERS or bool(self._family(character))

    def _is_plain(self, character: str) -> bool:
        return (
            not is_mark(character)
            and character not in JOINERS
            and self._file(character, bold=False) is not None
        )

    def _shaped_font(self, family: str, bold: bool) -> ShapedFont:
        key = (family, bold_of(family, bold=bold))
        font = self._shaped.get(key)
        if font is None:
            font = ShapedFont(f"{SHAPED}{len(self._shaped)}", face(family, bold=key[1]))
            self._shaped[key] = font
            self._document.delayedFonts.append(font)
        return font

    def _make(self, character: str, bold: bool) -> Glyph:
        font = self._file(character, bold=bold)
        if font is None:
            return self.glyph(REPLACEMENT, bold)
        ((subset, code),) = font.splitString(character, self._document)
        name = str(font.getSubsetInternalName(subset, self._document))
        heavy = HEAVY if bold and font is self._files[True][1] else ""
        width = font.face.getCharWidth(ord(character)) / 1000
        return Glyph(name + heavy, "".join(_ESCAPED[byte] for byte in code), width)

    def _file(self, character: str, *, bold: bool) -> Any:
        # ReportLab's ToUnicode is wrong above U+FFFF: copied text would not be the name
        if ord(character) > 0xFFFF:
            return None
        return next((font for font in self._files[bold] if ord(character) in font.face.charToGlyph), None)


def merged(shows: list[tuple[str, str]]) -> Shows:
    """The same with neighbours of one font put together."""
    together: list[tuple[str, str]] = []
    for font, codes in shows:
        if together and together[-1][0] == font:
            together[-1] = (font, together[-1][1] + codes)
        else:
            together.append((font, codes))
    return tuple(together)


def widened(shows: Shows, room: float) -> Shows:
    """The same with room behind it, for size 1; the pen must write it as a `spread` line."""
    font, codes = shows[-1]
    move = f"{-room * 1000:.1f}"
    return (*shows[:-1], (font, f"{codes} [{move}]TJ" if font.startswith(SHAPED) else f"{codes}){move}("))


@lru_cache
def _font(file: str) -> Any:
    return TTFont(file.partition(".")[0], str(paths.resources() / "fonts" / file))
