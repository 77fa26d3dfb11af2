"""Text made comparable: without case, accents and spelling variants.

A search document holds a name in both usual foldings (Müller: muller and mueller), with Han and Kana
characters as words of their own; a query is folded by the same rules.
"""

import re
import unicodedata
from collections.abc import Iterable

_SPELLED = {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "þ": "th"}
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_WORD = re.compile(r"[^\W_]+")  # an underscore parts words, as it does in the index
_PHONE = re.compile(r"[+(0][\d()./ -]*[(/ ][\d()./ -]*")  # typed in groups
_NOT_ALNUM = re.compile(r"[\W_]+")


class _Folded(dict[int, str]):
    """Code point -> what it folds to, worked out once: str.translate then runs without Python."""

    def __init__(self, *, han_apart: bool) -> None:
        super().__init__()
        self._han_apart = han_apart

    def __missing__(self, point: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(point)).casefold()
        folded = "".join(_SPELLED.get(c, c) for c in plain if not unicodedata.combining(c))
        if self._han_apart and _is_han(folded):
            folded = f" {folded} "
        self[point] = folded
        return folded


def _is_han(char: str) -> bool:
    return (
        "\u3040" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff"
    )


_PLAIN = _Folded(han_apart=False)
_APART = _Folded(han_apart=True)


def fold(text: str) -> str:
    """`text` in lower case without accents: Großmüller, Øystein -> grossmuller, oystein."""
    return text.lower() if text.isascii() else text.translate(_PLAIN)


def search_words(text: str) -> list[str]:
    """The words under which `text` is found; empty for text without letters and digits."""
    if text.isascii():
        return _WORD.findall(text.lower())
    words = _WORD.findall(text.translate(_APART))
    composed = unicodedata.normalize("NFC", text).casefold()
    variant = composed.translate(_UMLAUTS)
    return words if variant == composed else words + _WORD.findall(variant.translate(_APART))


def compact(text: str) -> str:
    """A plate, phone or VIN without its punctuation, as somebody would type it in one go."""
    return _NOT_ALNUM.sub("", fold(text))


def search_document(texts: list[str], numbers: list[str], more: Iterable[str] = ()) -> str:
    """All words of a person: `texts` as they are, `numbers` (plate, VIN) also without punctuation.

    `more` are words already folded.
    """
    words = search_words(" ".join(texts + numbers))
    words += [short for number in numbers if (short := compact(number))]
    words += more
    return " ".join(dict.fromkeys(words))


def query_words(text: str) -> list[str]:
    """What somebody typed, as words each of which must begin a word of the document."""
    typed = text.strip()
    if _PHONE.fullmatch(typed) and len(digits := compact(typed)) >= 6:
        return [digits.removeprefix("00")]  # one number: the document has it in one word
    return _WORD.findall(text.translate(_APART))
