"""Text made comparable: without case, accents and spelling variants (speed.md, section 4).

A search document holds a name in both usual foldings (Müller: muller and mueller), with Han and Kana
characters as words of their own; a query is folded by the same rules.
"""

import re
import unicodedata

_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "þ": "th"}
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_HAN = re.compile("([\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff])")
_WORD = re.compile(r"\w+")
_NOT_ALNUM = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """`text` in lower case without accents: Großmüller, Øystein -> grossmuller, oystein."""
    lower = text.casefold()
    if lower.isascii():
        return lower
    plain = unicodedata.normalize("NFKD", lower.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


def search_words(text: str) -> list[str]:
    """The words under which `text` is found; empty for text without letters and digits."""
    if text.isascii():
        return _WORD.findall(text.lower())
    composed = unicodedata.normalize("NFC", text.casefold())
    words = _WORD.findall(_HAN.sub(r" \1 ", fold(composed)))
    variant = composed.translate(_UMLAUTS)
    return words if variant == composed else words + _WORD.findall(fold(variant))


def compact(text: str) -> str:
    """A plate, phone or VIN without its punctuation, as somebody would type it in one go."""
    return _NOT_ALNUM.sub("", fold(text))


def search_document(texts: list[str], numbers: list[str]) -> str:
    """All words of a person: `texts` as they are, `numbers` (phone, plate, VIN) also without punctuation."""
    words = search_words(" ".join(texts + numbers))
    words += [compact(number) for number in numbers if number]
    return " ".join(dict.fromkeys(words))


def query_words(text: str) -> list[str]:
    """What somebody typed, as words each of which must begin a word of the document."""
    composed = unicodedata.normalize("NFC", text)
    return _WORD.findall(_HAN.sub(r" \1 ", fold(composed)))
