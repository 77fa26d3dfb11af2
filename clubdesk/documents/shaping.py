"""Glyphs whose look and place depend on their neighbours: Arabic, Devanagari, Thai, marks, emoji.

HarfBuzz chooses and places them. In the PDF each pair of a glyph and what it means has a code of its own, so
that copied text is the name itself; where several glyphs mean something only together, an ActualText tells.
"""

import struct
from itertools import groupby, pairwise
from typing import Any, NamedTuple

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from clubdesk.documents.faces import Face

SHAPED = "/G"
"""Begins the name of a shaped font: what it shows is operators, not the inside of a string."""

RISE = "@"
"""Around the height of a raised glyph in thousandths of the size, which only the pen knows."""

NOTHING = "\u200d"
"""Meant by a glyph whose cluster is told by its other glyphs."""

_KEPT = 4096
_NEAR = 0.5  # thousandths: what nobody sees
_LAYOUT_TABLES = (
    *("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "HVAR", "MATH", "MVAR", "OS/2", "STAT", "VORG", "avar"),
    *("gasp", "kern", "meta", "name", "post", "vhea", "vmtx"),
)


class Run(NamedTuple):
    """Shaped text: the operators that show it, and its width for size 1."""

    operators: str
    width: float


class _Glyph(NamedTuple):
    number: int
    advance: float
    x: float
    y: float
    cluster: int


class ShapedFont:
    """One typeface in one PDF: shapes runs, remembers the glyphs they use, embeds them at the end."""

    def __init__(self, name: str, face: Face) -> None:
        self.name = name
        self._face = face
        self._codes: dict[tuple[int, str], int] = {}  # by glyph and meaning, from 1
        self._runs: dict[tuple[str, bool], Run] = {}
        self._nominal: dict[int, str] | None = None
        self._advances: dict[int, float] = {}

    def run(self, text: str, *, rtl: bool) -> Run:
        """One run of text in one script and direction; words that come again are kept."""
        made = self._runs.get((text, rtl))
        if made is None:
            if len(self._runs) > _KEPT:
                self._runs.clear()
            made = self._runs[text, rtl] = self._make(text, rtl=rtl)
        return made

    def _make(self, text: str, *, rtl: bool) -> Run:
        glyphs = self._shape(text, rtl=rtl)
        starts = sorted({glyph.cluster for glyph in glyphs})
        ends = dict(pairwise([*starts, len(text)]))
        codes: list[int] = []
        for start, group in groupby(glyphs, key=lambda glyph: glyph.cluster):
            together = list(group)
            meanings = self._meanings(together, text[start : ends[start]], rtl=rtl)
            codes += [
                self._code(glyph.number, meant) for glyph, meant in zip(together, meanings, strict=True)
            ]
        operators = self._operators(glyphs, codes)
        if len(starts) < len(glyphs) and not rtl:  # readers turn right-to-left text by themselves
            operators = f"/Span<</ActualText<feff{text.encode('utf-16-be').hex()}>>>BDC {operators} EMC"
        return Run(operators, sum(glyph.advance for glyph in glyphs) / 1000)

    def _shape(self, text: str, *, rtl: bool) -> list[_Glyph]:
        buffer = hb.Buffer()
        buffer.add_codepoints([ord(character) for character in text])
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        hb.shape(self._face.font, buffer)
        scale = self._face.scale * 1000
        return [
            _Glyph(
                info.codepoint,
                place.x_advance * scale,
                place.x_offset * scale,
                place.y_offset * scale,
                info.cluster,
            )
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]

    def _meanings(self, glyphs: list[_Glyph], cluster: str, *, rtl: bool) -> list[str]:
        """What each glyph of a cluster means, as a reader finds it who goes from left to right."""
        if len(glyphs) == 1:
            return [cluster[::-1] if rtl else cluster]
        left = list(cluster)
        meanings = [self._nominal_of(glyph.number) for glyph in glyphs]
        for place, meant in enumerate(meanings):
            if meant in left:
                left.remove(meant)
            else:
                meanings[place] = ""
        rest = "".join(left[::-1] if rtl else left)
        for place, meant in enumerate(meanings):
            if not meant:
                meanings[place], rest = rest or NOTHING, ""
        return meanings

    def _code(self, number: int, meaning: str) -> int:
        return self._codes.setdefault((number, meaning), len(self._codes) + 1)

    def _nominal_of(self, number: int) -> str:
        if self._nominal is None:
            font = self._face.font
            self._nominal = {
                glyph: chr(code)
                for code in self._face.file.unicodes
                if (glyph := font.get_nominal_glyph(code)) is not None
            }
        return self._nominal.get(number, "")

    def _operators(self, glyphs: list[_Glyph], codes: list[int]) -> str:
        said: list[str] = []
        shown: list[str] = []  # codes and moves of one TJ
        rise = 0

        def flush() -> None:
            if shown:
                said.append(f"[{' '.join(shown)}]TJ".replace("> <", ""))
                shown.clear()

        for glyph, code in zip(glyphs, codes, strict=True):
            if round(glyph.y) != rise:
                flush()
                rise = round(glyph.y)
                said.append(f"{RISE}{rise}{RISE}")
            if abs(glyph.x) > _NEAR:
                shown.append(_move(-glyph.x))
            shown.append(f"<{code:04x}>")
            over = glyph.advance - self._advance(glyph.number) - glyph.x
            if abs(over) > _NEAR:
                shown.append(_move(-over))
        flush()
        if rise:
            said.append(f"{RISE}0{RISE}")
        return " ".join(said)

    def _advance(self, number: int) -> float:
        found = self._advances.get(number)
        if found is None:
            found = self._face.font.get_glyph_h_advance(number) * self._face.scale * 1000
            self._advances[number] = found
        return found

    # ReportLab asks for this at the end of a document

    def addObjects(self, document: Any) -> None:  # noqa: N802
        """Embed the glyphs that were used, as a font of codes two bytes long (Identity-H)."""
        data, places = self._subset()
        name = pdfdoc.PDFName(f"CLUBDE+{self._face.family}{self.name[len(SHAPED) :]}")
        extents = self._face.font.get_font_extents("ltr")
        scale = self._face.scale * 1000
        descriptor = _dictionary(
            Type=pdfdoc.PDFName("FontDescriptor"),
            FontName=name,
            Flags=4,
            FontBBox=pdfdoc.PDFArray([-1000, -500, 2000, 1200]),
            ItalicAngle=0,
            Ascent=round(extents.ascender * scale),
            Descent=round(extents.descender * scale),
            CapHeight=700,
            StemV=80,
            FontFile2=_stream(document, data, Length1=len(data)),
        )
        by_number = _dictionary(
            Type=pdfdoc.PDFName("Font"),
            Subtype=pdfdoc.PDFName("CIDFontType2"),
            BaseFont=name,
            CIDSystemInfo=_dictionary(
                Registry=pdfdoc.PDFString("Adobe"), Ordering=pdfdoc.PDFString("Identity"), Supplement=0
            ),
            FontDescriptor=document.Reference(descriptor),
            DW=1000,
            W=pdfdoc.PDFArray(self._widths()),
            CIDToGIDMap=_stream(document, places),
        )
        font = _dictionary(
            Type=pdfdoc.PDFName("Font"),
            Subtype=pdfdoc.PDFName("Type0"),
            BaseFont=name,
            Encoding=pdfdoc.PDFName("Identity-H"),
            DescendantFonts=pdfdoc.PDFArray([document.Reference(by_number)]),
            ToUnicode=_stream(document, self._to_unicode()),
        )
        document.idToObject[pdfdoc.BasicFonts].dict[self.name[1:]] = document.Reference(font, self.name)

    def _subset(self) -> tuple[bytes, bytes]:
        """A font file with the glyphs used, and which of them each code shows."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update({0, *(number for number, _meaning in self._codes)})
        wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
        wanted.drop_table_tag_set.update(
            int.from_bytes(table.ljust(4).encode(), "big") for table in _LAYOUT_TABLES
        )
        plan = hb.SubsetPlan(self._face.file, wanted)
        made = plan.execute()
        moved = dict(plan.old_to_new_glyph_mapping)
        places = [0, *(moved[number] for number, _meaning in self._codes)]
        return bytes(made.blob.data), struct.pack(f">{len(places)}H", *places)

    def _widths(self) -> list[Any]:
        widths = [round(self._advance(number), 1) for number, _meaning in self._codes]
        return [1, pdfdoc.PDFArray(widths)]

    def _to_unicode(self) -> bytes:
        meant = self._codes.items()
        return to_unicode(
            [f"<{code:04x}><{meaning.encode('utf-16-be').hex()}>" for (_number, meaning), code in meant]
        )


def to_unicode(lines: list[str], *, last: str = "ffff") -> bytes:
    """What codes mean, as a PDF says it: a line for each code, all codes as long as the `last` one."""
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    return "\n".join(
        (
            "/CIDInit/ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def",
            "/CMapName/Adobe-Identity-UCS def/CMapType 2 def",
            f"1 begincodespacerange<{'0' * len(last)}><{last}>endcodespacerange",
            *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
            "endcmap CMapName currentdict/CMap defineresource pop end end",
        )
    ).encode()


def _move(distance: float) -> str:
    return f"{distance:.1f}".removesuffix(".0")


def _dictionary(**entries: Any) -> Any:
    return pdfdoc.PDFDictionary(entries)


def _stream(document: Any, content: bytes, **entries: Any) -> Any:
    made = pdfdoc.PDFStream()
    made.content = content
    for name, value in entries.items():
        made.dictionary[name] = value
    made.filters = [pdfdoc.PDFZCompress]
    return document.Reference(made)
