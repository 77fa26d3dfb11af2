"""Glyphs: which font has a character, and how a PDF writes it.

Noto Sans has Latin, Greek and Cyrillic, WenQuanYi Micro Hei has Han and Kana. Spaces, digits and
punctuation stay in Noto Sans, so that a number looks the same wherever it stands.
"""

from functools import lru_cache
from typing import Any, NamedTuple

from reportlab.pdfbase.ttfonts import TTFont

from clubdesk import paths

REPLACEMENT = "\ufffd"
"""Printed for a character that no font has; `Fonts.missing_in` tells which those are."""

HEAVY = "*"
"""Ends the name of a font that has no bold face: the pen thickens its outlines."""

_ESCAPED = {code: chr(code) for code in range(256)} | {
    ord("("): "\\(", ord(")"): "\\)", ord("\\"): "\\\\", 10: "\\n", 13: "\\r",
}  # fmt: skip


class Glyph(NamedTuple):
    """A character in a PDF: the font's name in the file, its code there, its width for size 1."""

    font: str
    code: str
    width: float


class Fonts:
    """The fonts of one PDF; each glyph is asked of ReportLab once."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._faces = {False: (_font("NotoSans-Regular.ttf"), _font("wqy-microhei.ttc"))}
        self._faces[True] = (_font("NotoSans-Bold.ttf"), _font("wqy-microhei.ttc"))
        self._glyphs: dict[tuple[str, bool], Glyph] = {}
        self._known: set[str] = set()

    def glyph(self, character: str, bold: bool) -> Glyph:
        """The glyph of a character, or of U+FFFD when no font has it."""
        found = self._glyphs.get((character, bold))
        if found is None:
            found = self._glyphs[character, bold] = self._make(character, bold)
        return found

    def missing_in(self, text: str) -> str:
        """The characters of a cleaned text that no font has, each once, in order."""
        unknown = set(text) - self._known
        missing = {character for character in unknown if self._face(character, bold=False) is None}
        self._known |= unknown - missing
        return "".join(dict.fromkeys(character for character in text if character in missing))

    def _make(self, character: str, bold: bool) -> Glyph:
        font = self._face(character, bold=bold)
        if font is None:
            return self.glyph(REPLACEMENT, bold)
        ((subset, code),) = font.splitString(character, self._document)
        name = str(font.getSubsetInternalName(subset, self._document))
        heavy = HEAVY if bold and font is self._faces[True][1] else ""
        width = font.face.getCharWidth(ord(character)) / 1000
        return Glyph(name + heavy, "".join(_ESCAPED[byte] for byte in code), width)

    def _face(self, character: str, *, bold: bool) -> Any:
        # ReportLab's ToUnicode is wrong above U+FFFF: copied text would not be the name
        if ord(character) > 0xFFFF:
            return None
        return next((font for font in self._faces[bold] if ord(character) in font.face.charToGlyph), None)


@lru_cache
def _font(file: str) -> Any:
    return TTFont(file.partition(".")[0], str(paths.resources() / "fonts" / file))
