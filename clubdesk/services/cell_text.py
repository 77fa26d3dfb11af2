"""The text of a cell in files that leave and enter: nothing invisible in it, never a formula."""

import re
import unicodedata

# C0 and C1 controls but tab and line ends; marks that turn or hide text; halves of UTF-16 pairs
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")


def visible(text: str) -> str:
    """`text` composed (NFC) and without control, bidirectional and zero-width characters; lines stay."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def clean(text: str) -> str:
    """Text as it is kept: `visible`, without blanks around it."""
    return visible(text).strip()


def is_formula(text: str) -> bool:
    """Whether a spreadsheet program would compute a cell with this text."""
    return text[:1] in _FORMULA_STARTS if text else False


def guarded(text: str) -> str:
    """`text` so that spreadsheet programs take it for text: '+49 30 1234."""
    return f"'{text}" if is_formula(text) else text


def unguarded(text: str) -> str:
    """The text without the mark that `guarded` puts before it; 't Hart keeps his."""
    return text[1:] if text[:1] == "'" and is_formula(text[1:]) else text
