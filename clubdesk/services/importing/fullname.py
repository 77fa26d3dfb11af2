"""Cut a name written in one cell into its parts."""

import re
import tomllib
from functools import lru_cache
from typing import NamedTuple

from clubdesk import paths

_HAN = re.compile(r"[\u3400-\u9fff\uac00-\ud7a3々〆\U00020000-\U0003ffff]+")
_KANA = re.compile(r"[\u3040-\u30ff]")
_DOTS = re.compile(r"[·・‧•]")


class NameParts(NamedTuple):
    given: str = ""
    surname: str = ""
    prefix: str = ""
    title: str = ""


def split_name(text: str) -> NameParts:
    """Title, given name, prefix and surname; a single word is taken as the given name."""
    text = " ".join(text.split())
    if _DOTS.search(text):  # how Chinese and Japanese write foreign names: 艾达·布鲁赫
        *names, surname = _DOTS.split(text)
        return NameParts("·".join(names).strip(), surname.strip())
    if is_eastern(text):
        return _eastern(text)
    if "," in text:
        surname, _comma, given = text.partition(",")
        return _comma_name(surname.strip(), given.strip())
    title, words = _title(text.split(" "))
    return _western(words)._replace(title=title)


def split_surname(surname: str) -> tuple[str, str]:
    """Prefix and surname proper: van den Wolf -> (van den, Wolf)."""
    words = surname.split()
    count = 0
    while count < len(words) - 1 and words[count] in _words("prefixes"):
        count += 1
    if count and words[0] in _words("inner"):
        count = 0
    return " ".join(words[:count]), " ".join(words[count:])


def is_eastern(text: str) -> bool:
    """Whether a name is written in Chinese, Japanese or Korean."""
    return bool(_HAN.search(text) or _KANA.search(text))


@lru_cache
def _words(kind: str) -> frozenset[str]:
    with (paths.resources() / "import" / "names.toml").open("rb") as file:
        return frozenset(tomllib.load(file)[kind])


def _eastern(text: str) -> NameParts:
    """Family name first: 王伟, 欧阳修, 山田 太郎, 김민수. Four characters are a surname of two."""
    if " " in text:
        first, _space, rest = text.partition(" ")
        return NameParts(rest, first)
    if not _HAN.fullmatch(text) or len(text) < 2:
        return NameParts(text)
    size = 2 if len(text) > 2 and (text[:2] in _words("compound") or len(text) >= 4) else 1
    return NameParts(text[size:], text[:size])


def _comma_name(surname: str, given: str) -> NameParts:
    """Fischer, Dr. Paul von / von Fischer, Paul / King, Jr."""
    if _bare(given) in _words("suffixes"):
        return _western([*surname.split(), given])
    title, words = _title(given.split())
    trailing = len(words)
    while trailing > 1 and words[trailing - 1] in _words("prefixes"):
        trailing -= 1
    prefix, core = split_surname(surname)
    return NameParts(" ".join(words[:trailing]), core, " ".join([*words[trailing:], prefix]).strip(), title)


def _title(words: list[str]) -> tuple[str, list[str]]:
    count = 0
    while count < len(words) - 1 and re.split(r"[.-]", words[count].lower())[0] in _words("titles"):
        count += 1
    return " ".join(words[:count]), words[count:]


def _western(words: list[str]) -> NameParts:
    if len(words) < 2:
        return NameParts(" ".join(words))
    if _is_shouted(words[0]) and not any(_is_shouted(word) for word in words[1:]):  # DUPONT Jean
        return NameParts(" ".join(words[1:]), words[0])
    if len(words) > 3 and words[-2] in _words("joints"):
        return NameParts(" ".join(words[:-3]), " ".join(words[-3:]))
    end = len(words) - (2 if _bare(words[-1]) in _words("suffixes") and len(words) > 2 else 1)
    start = end
    while start > 1 and words[start - 1] in _words("prefixes"):
        start -= 1
    return NameParts(" ".join(words[:start]), " ".join(words[end:]), " ".join(words[start:end]))


def _bare(word: str) -> str:
    return word.lower().strip(".")


def _is_shouted(word: str) -> bool:
    return len(word) > 2 and word.isupper() and "." not in word
