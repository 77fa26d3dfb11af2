"""Chinese names in Latin letters: 王小明 is found as wang, xiaoming, wangxiaoming and wxm."""

import re
from functools import lru_cache
from itertools import product

from clubdesk.model.folding import fold

_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]+")
MOST = 4  # readings of a word with characters that are read in several ways


def pinyin_words(text: str) -> list[str]:
    """Under which Latin words the Chinese words of `text` are found; none for text without Han characters."""
    return list(dict.fromkeys(word for part in _HAN.findall(text) for word in _of_word(part)))


@lru_cache(10_000)  # a list has the same names and towns again and again
def _of_word(part: str) -> tuple[str, ...]:
    from pypinyin import Style, pinyin  # 25 MB of tables, for clubs with Chinese names only

    usual = [readings[0] for readings in pinyin(part, style=Style.NORMAL)]
    known = [
        list(dict.fromkeys([first, *readings]))
        for first, readings in zip(usual, pinyin(part, style=Style.NORMAL, heteronym=True), strict=True)
    ]
    # A character is read otherwise as a surname (曾: zeng, 单: shan), so that every reading finds it.
    words = [reading for readings in known for reading in readings]
    for reading in list(product(known[0], *([first] for first in usual[1:])))[:MOST]:
        words += _joined(reading)
    return tuple(written for word in words for written in _written(word))


def _joined(syllables: tuple[str, ...]) -> list[str]:
    """The whole name, the given name alone, the given name first, the initials."""
    surname, given = syllables[0], "".join(syllables[1:])
    initials = "".join(syllable[0] for syllable in syllables)
    return [surname + given, given, given + surname, initials] if given else []


def _written(word: str) -> list[str]:
    """pypinyin writes ü as v, as keyboards do; passports write yu or u."""
    return [word, word.replace("v", "u"), word.replace("v", "yu")] if "v" in word else [fold(word)]
