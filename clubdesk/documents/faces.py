"""The bundled typefaces beside Noto Sans and WenQuanYi: which one has the letters of a script.

All are Noto, one file for each script, loaded when a text first needs it.
"""

from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

import uharfbuzz as hb

from clubdesk import paths

BOLD = ("NotoNaskhArabic", "NotoSans", "NotoSansDevanagari", "NotoSansHebrew", "NotoSansThai")
"""Families with a bold file; the outlines of the others are thickened."""

FROM_THE_RIGHT = ("NotoNaskhArabic", "NotoSansHebrew", "NotoSansSyriac", "NotoSansThaana")
"""Families of scripts that are written from right to left."""

_BLOCKS = {
    "NotoSansArmenian": "530-58f fb13-fb17",
    "NotoSansHebrew": "590-5ff fb1d-fb4f",
    "NotoNaskhArabic": "600-6ff 750-77f 8a0-8ff fb50-fdff fe70-fefe",
    "NotoSansSyriac": "700-74f",
    "NotoSansThaana": "780-7bf",
    "NotoSansDevanagari": "900-97f 1cd0-1cff a8e0-a8ff",
    "NotoSansBengali": "980-9ff",
    "NotoSansGurmukhi": "a00-a7f",
    "NotoSansGujarati": "a80-aff",
    "NotoSansOriya": "b00-b7f",
    "NotoSansTamil": "b80-bff",
    "NotoSansTelugu": "c00-c7f",
    "NotoSansKannada": "c80-cff",
    "NotoSansMalayalam": "d00-d7f",
    "NotoSansSinhala": "d80-dff",
    "NotoSansThai": "e00-e7f",
    "NotoSansLao": "e80-eff",
    "NotoSansMyanmar": "1000-109f a9e0-a9ff aa60-aa7f",
    "NotoSansGeorgian": "10a0-10ff 1c90-1cbf 2d00-2d2f",
    "NotoSansEthiopic": "1200-139f 2d80-2ddf ab00-ab2f",
    "NotoSansCherokee": "13a0-13ff ab70-abbf",
    "NotoSansKhmer": "1780-17ff 19e0-19ff",
    "NotoSansOlChiki": "1c50-1c7f",
    "NotoEmoji": "20e3-20e3 231a-231b 23e9-23f3 2600-27bf 2b50-2b55 1f000-1faff",
    "NotoSansSymbols2": "2300-2319 231c-23e8 2400-25ff 2b00-2b4f",
}
_RANGES = sorted(
    (int(first, 16), int(last, 16), family)
    for family, blocks in _BLOCKS.items()
    for first, last in (block.split("-") for block in blocks.split())
)
_STARTS = [first for first, _last, _family in _RANGES]


class Face(NamedTuple):
    """One font file as HarfBuzz reads it; `scale` turns its units into parts of the size."""

    family: str
    file: hb.Face
    font: hb.Font
    scale: float

    def has(self, character: str) -> bool:
        return self.font.get_nominal_glyph(ord(character)) is not None


def family_of(character: str) -> str:
    """The family whose script a character belongs to; "" for what Noto Sans and WenQuanYi may have."""
    code = ord(character)
    place = bisect_right(_STARTS, code) - 1
    return _RANGES[place][2] if place >= 0 and code <= _RANGES[place][1] else ""


def bold_of(family: str, *, bold: bool) -> bool:
    """Whether bold text of this family comes from a file of its own."""
    return bold and family in BOLD


@lru_cache
def face(family: str, *, bold: bool) -> Face:
    """A typeface; the regular one where no bold one is bundled."""
    name = "wqy-microhei.ttc" if family == "wqy" else f"{family}-{'Bold' if bold else 'Regular'}.ttf"
    blob = hb.Blob.from_file_path(str(paths.resources() / "fonts" / name))
    file = hb.Face(blob, 0)
    return Face(family, file, hb.Font(file), 1 / file.upem)
