"""Lines of text: words are measured and encoded once per document, lines that come again are kept."""

from bisect import bisect
from typing import NamedTuple

from clubdesk.documents.directions import is_mixed
from clubdesk.documents.fonts import Fonts, Shows, merged, widened
from clubdesk.documents.text import clean, clusters, pieces

MM = 72 / 25.4
"""Points in a millimetre."""

INK, SOFT, LINE, PAPER = "#1c2128", "#5b6470", "#c5ccd5", "#ffffff"

_KEPT = 4096
"""Words and lines that are remembered; names and numbers of a long run come once and must not pile up."""

_LOOSEST = 0.6
"""How much wider a gap of a justified line may become, in sizes; a line that needs more stays ragged."""


class Style(NamedTuple):
    """Size in points, weight and colour."""

    size: float
    bold: bool = False
    ink: str = INK

    def scaled(self, factor: float) -> "Style":
        return self._replace(size=round(self.size * factor, 2))


class Line(NamedTuple):
    """Encoded text that stands on one line, and its width in mm; `spread` has its gaps widened.

    `text` is what it says.
    """

    shows: Shows
    width: float
    spread: bool = False
    text: str = ""


class Fitted(NamedTuple):
    """A line made to fit: maybe smaller than asked for, and not `whole` when it had to be cut."""

    line: Line
    style: Style
    whole: bool


class _Word(NamedTuple):
    shows: Shows
    width: float
    text: str


class Typesetter:
    """Sets text for one document.

    `spaced` lines keep the space at which they were broken, so that who hears them hears words.
    """

    def __init__(self, fonts: Fonts, *, spaced: bool = False) -> None:
        self.fonts = fonts
        self._spaced = spaced
        self._words: dict[tuple[str, bool], _Word] = {}
        self._whole: dict[tuple[str, bool], _Word] = {}
        self._lines: dict[tuple[str, Style, float, float, bool], tuple[Line, ...]] = {}

    def line(self, text: str, style: Style) -> Line:
        """The whole text on one line, however wide."""
        key = (text, style.bold)
        word = self._whole.get(key)
        if word is None:
            if len(self._whole) > _KEPT:
                self._whole.clear()
            word = self._whole[key] = self._make(clean(text), style.bold)
        return Line(word.shows, word.width * style.size / MM, text=word.text)

    def followed(self, line: Line, style: Style) -> Line:
        """A line that goes on in another style: `spaced`, with a space between."""
        if not self._spaced:
            return line
        space = self.fonts.glyph(" ", style.bold)
        return line._replace(shows=(*line.shows, (space.font, space.code)), text=line.text + " ")

    def wrap(
        self, text: str, style: Style, width: float, *, first: float = 0, justified: bool = False
    ) -> tuple[Line, ...]:
        """The text in lines of at most `width` mm, the first one shorter by `first` mm.

        A word that is wider than a line is broken where it must be. `justified` lines, all but the last, are
        as wide as they may be: between words, and between the characters of scripts without spaces.
        """
        whole = self.line(text, style)
        if whole.shows and whole.width <= width - first + 1e-9:
            return (whole,)
        key = (text, style, width, first, justified)
        lines = self._lines.get(key)
        if lines is None:
            if len(self._lines) > _KEPT:
                self._lines.clear()
            text = clean(text)
            plain = None if justified or self._spaced else self._break(text, style, width, first)
            lines = self._lines[key] = plain or tuple(
                self._set(text, style, width, first, justified=justified)
            )
        return lines

    def fit(self, text: str, style: Style, width: float, *, smallest: float) -> Fitted:
        """The text on one line of `width` mm: as it is, else smaller, else cut with an ellipsis."""
        line = self.line(text, style)
        if line.width <= width:
            return Fitted(line, style, whole=True)
        small = style._replace(size=max(smallest, int(style.size * width / line.width * 10) / 10))
        line = self.line(text, small)
        if line.width <= width:
            return Fitted(line, small, whole=True)
        return Fitted(self._cut(clean(text), small, width), small, whole=False)

    def wrap_within(
        self, text: str, style: Style, width: float, *, most: int
    ) -> tuple[tuple[Line, ...], bool]:
        """The text in at most so many lines, and whether it is whole; else it ends with an ellipsis."""
        lines = self.wrap(text, style, width)
        if len(lines) <= most:
            return lines, True
        text = clean(text)
        kept = bisect(range(len(text)), most, key=lambda n: len(self._set(text[:n] + "…", style, width, 0)))
        return tuple(self._set(text[: kept - 1].rstrip() + "…", style, width, 0)), False

    def _cut(self, text: str, style: Style, width: float) -> Line:
        """As much of the text as fits, with an ellipsis."""
        parts = clusters(text)

        def cut(kept: int) -> Line:
            return self.line("".join(parts[:kept]).rstrip() + "…", style)

        return cut(max(0, bisect(range(len(parts)), width, key=lambda kept: cut(kept).width) - 1))

    def _break(self, text: str, style: Style, width: float, first: float) -> tuple[Line, ...] | None:
        """The lines of text in one font, found by where its characters end; None when a word is too wide."""
        reaches = self.fonts.reaches(text, style.bold)
        if reaches is None:
            return None
        scale = style.size / MM
        lines, start, before, room = [], 0, 0.0, (width - first) / scale
        while True:
            end = bisect(reaches, before + room + 1e-9)
            if end < len(text) and text[end] != " ":
                end = text.rfind(" ", start, end)
            if end <= start and text:
                return None
            said = text[start:end]
            shows, wide = self.fonts.set(said, style.bold)
            lines.append(Line(shows, wide * scale, text=said))
            if end >= len(text):
                return tuple(lines)
            start, before, room = end + 1, reaches[end], width / scale

    def _set(
        self, text: str, style: Style, width: float, first: float, *, justified: bool = False
    ) -> list[Line]:
        scale = style.size / MM
        space = self.fonts.glyph(" ", style.bold)
        rows: list[list[_Word]] = [[]]
        room = (width - first) / scale
        taken = 0.0
        for piece, spaced in pieces(text):
            for word in self._fitting(piece, style.bold, width / scale):
                gap = space.width if spaced and taken else 0
                if taken and taken + gap + word.width > room + 1e-9:
                    if spaced and self._spaced:
                        rows[-1].append(_Word(((space.font, space.code),), 0, " "))
                    rows.append([])
                    room, taken, gap = width / scale, 0.0, 0
                if gap:
                    rows[-1].append(_Word(((space.font, space.code),), gap, " "))
                rows[-1].append(word)
                taken += gap + word.width
        if is_mixed(text):  # its words stand in another order than they are read in
            texts = ["".join(word.text for word in row) for row in rows]
            rows = [[self._word(text.rstrip(), style.bold)._replace(text=text)] for text in texts]
        rows = [row for row in rows if row or first]
        lines = [_joined(row, scale) for row in rows]
        if justified:
            for number, row in enumerate(rows[:-1]):
                room = width if number else width - first
                lines[number] = _spread(row, lines[number], room, scale)
        return lines

    def _fitting(self, piece: str, bold: bool, room: float) -> list[_Word]:
        """The piece as one word, or as several when no line is wide enough for it."""
        word = self._word(piece, bold)
        if word.width <= room:
            return [word]
        parts, left = [""], room
        for character in clusters(piece):
            width = self._word(character, bold).width
            if parts[-1] and width > left:
                # after a hyphen if the line has one: Garmisch- | Partenkirchen
                kept, hyphen, over = parts[-1].rpartition("-")
                parts[-1:] = [kept + hyphen, over] if kept else [parts[-1], ""]
                left = room - self._word(parts[-1], bold).width
            parts[-1] += character
            left -= width
        return [self._word(part, bold) for part in parts]

    def _word(self, text: str, bold: bool) -> _Word:
        word = self._words.get((text, bold))
        if word is None:
            if len(self._words) > _KEPT:
                self._words.clear()
            word = self._words[text, bold] = self._make(text, bold)
        return word

    def _make(self, text: str, bold: bool) -> _Word:
        return _Word(*self.fonts.set(text, bold), text)


def _joined(words: list[_Word], scale: float) -> Line:
    shows = merged([show for word in words for show in word.shows])
    said = "".join(word.text for word in words)
    return Line(shows, sum(word.width for word in words) * scale, text=said)


def _spread(words: list[_Word], line: Line, width: float, scale: float) -> Line:
    """The line made `width` mm wide by what is added to each of its gaps; too short a line stays as it is."""
    gaps = [place for place, word in enumerate(words[:-1]) if words[place + 1].text != " "]
    if not gaps:
        return line
    more = (width - line.width) / scale / len(gaps)
    if more > _LOOSEST:
        return line
    shows = [
        show
        for place, word in enumerate(words)
        for show in (widened(word.shows, more) if place in gaps else word.shows)
    ]
    return Line(merged(shows), width, spread=True, text=line.text)
