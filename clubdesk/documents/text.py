"""Characters before they become glyphs: what is taken out of a text, and where a line may break."""

import re
import unicodedata
from itertools import pairwise

LONGEST = 10_000
"""Characters of one text that are printed; a longer one is cut, since wrapping would never end."""

_SPACES = re.compile(r"\s+")
JOINERS = frozenset("\u200c\u200d\ufe0e\ufe0f")
"""What joins or parts its neighbours, or chooses how they look; never drawn itself."""

_LINKED = "\u0600-\u08ff\u0900-\u109f\u1780-\u17ff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
"""Scripts in which two words may differ by a joiner alone; elsewhere a joiner only hides."""

_HIDDEN = re.compile(
    "[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]"
    f"|(?<![{_LINKED}])[\u200c\u200d]|[\u200c\u200d](?![{_LINKED}])"
)
_THAI = re.compile("[\u0e00-\u0e7f]")
_WIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)
_UNPRINTABLE = frozenset({"Cc", "Cs", "Cn"})
_NOT_FIRST = frozenset("，。、；：？！）》」』】〉〕｝”’…—·%％,.;:?!)]}々ー")
_NOT_LAST = frozenset("（《「『【〈〔｛“‘([{$￥#")


def clean(text: str) -> str:
    """The text as it is printed: composed (NFC), on one line, without control and direction characters.

    Direction and zero-width characters make two names look alike that aren't the same.
    """
    if not text.isprintable() or "  " in text or len(text) > LONGEST:
        shown = _HIDDEN.sub("", _SPACES.sub(" ", text[:LONGEST]))
        text = "".join(char for char in shown if unicodedata.category(char) not in _UNPRINTABLE)
        text = _SPACES.sub(" ", text)  # two blanks may have stood around what is gone
    return text.strip() if text.isascii() else unicodedata.normalize("NFC", text).strip()


def pieces(text: str) -> list[tuple[str, bool]]:
    """What a line may break between, each with whether a space precedes it.

    Words of alphabets stay whole, Thai breaks between the words of a dictionary; Han, Kana and Hangul break
    anywhere, except that no line begins with a closing mark or ends with an opening one.
    """
    found: list[tuple[str, bool]] = []
    for word in text.split(" "):
        if not word:
            continue
        if not word.isascii() and _WIDE.search(word):
            found += [(part, number == 0) for number, part in enumerate(_wide_parts(word))]
        elif not word.isascii() and _THAI.search(word):
            found += [(part, number == 0) for number, part in enumerate(_thai_parts(word))]
        else:
            found.append((word, True))
    return found


def clusters(text: str) -> list[str]:
    """The text in what readers take for single characters: a base with its marks, joined emoji."""
    found: list[str] = []
    for character in text:
        joined = found and (
            is_mark(character) or character in JOINERS or found[-1][-1] == "\u200d" or _is_tone(character)
        )
        if joined:
            found[-1] += character
        else:
            found.append(character)
    return found


def is_mark(character: str) -> bool:
    """Whether it stands on, under or beside the character before it."""
    return character > "\u02ff" and unicodedata.category(character).startswith("M")


def _is_tone(character: str) -> bool:
    return "\U0001f3fb" <= character <= "\U0001f3ff"  # the skin of the emoji before


def _thai_parts(word: str) -> list[str]:
    import thaibreak  # a library of its own, and few letters are Thai

    parts = [word[start:end] for start, end in pairwise(thaibreak.boundaries(word))]
    return parts or [word]


def _wide_parts(word: str) -> list[str]:
    parts: list[str] = []
    for character in word:
        if parts and not _may_break(parts[-1][-1], character):
            parts[-1] += character
        else:
            parts.append(character)
    return parts


def _may_break(before: str, after: str) -> bool:
    if after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return bool(_WIDE.match(before) or _WIDE.match(after)) and not unicodedata.combining(after)
