"""How much a text looks as if people had written it, by which a file's encoding is recognised.

Members' lists are short and full of names, where statistical detectors err: they want running text. So each
possible encoding is tried, and what comes out is compared with the alphabets of the languages it is used for.
"""

import re
from collections import Counter
from itertools import pairwise

# the letters beyond a-z; a reading of the bytes must be explained by few of these
_LATIN = {
    "cp1252": "äöüß éèêëàâçîïôùûœ áéíóúñü ãõçáéíóúâêôà àèéìòù åäö æøå ëïéöü",
    "cp1250": "ąćęłńóśźż áčďéěíňóřšťúůýž áäčďéíĺľňóôŕšťúýž áéíóöőúüű ăâîşţ čćđšž",
    "cp1254": "çğıöşüâ",
    "cp1257": "ąčęėįšųūž āčēģīķļņšūž äõöüšž",
}
_OTHER = {  # script: frequent letters, all letters
    "cyrillic": ("оеаинтсрвл", "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ"),
    "greek": ("αοιετσνηυρςάόί", "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ"),
}
_USES = {
    "cp1252": ("cp1252",),
    "cp1250": ("cp1250",),
    "mac-roman": ("cp1252",),
    "cp850": ("cp1252",),
    "cp852": ("cp1250",),
    "iso8859-2": ("cp1250",),
    "cp1254": ("cp1254",),
    "cp1257": ("cp1257",),
    "cp1251": ("cyrillic",),
    "koi8-r": ("cyrillic",),
    "cp866": ("cyrillic",),
    "cp1253": ("greek",),
    "iso8859-7": ("greek",),
}
SINGLE_BYTE = tuple(_USES)
EASTERN = ("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949")
_TYPOGRAPHY = frozenset("’‘“”„–—…«»€§°·ºª№´\u00a0•©®")
_WORD = re.compile(r"[^\W\d_]+")
_SYMBOL_IN_WORD = re.compile(r"(?<=[^\W\d_])[^\w\s\x00-\x7f’‘´·–—](?=[^\W\d_])")
_STUCK = re.compile(r"(?<=[A-Za-z])[^\W\x00-\x7f]|[^\W\x00-\x7f](?=[A-Za-z])")


def plausibility(text: str, encoding: str) -> float:
    """From about -1 (garbage) to 1 (every letter belongs there) for `text`, read as `encoding`."""
    strange = [char for char in text if char > "\x7f"]
    if not strange:
        return 1.0
    if encoding in EASTERN:
        weights = sum(_eastern_weight(char, encoding) for char in strange)
        return (weights - 2 * len(_STUCK.findall(text))) / len(strange)
    script = _USES[encoding][0]
    score = _latin_score(text, strange, script) if script in _LATIN else _script_score(text, strange, script)
    return score - 1.5 * _misplaced(text) / len(strange)


def _latin_score(text: str, strange: list[str], script: str) -> float:
    """Few languages should explain all letters: the best one counts fully, the others less."""
    letters = Counter(char for char in strange if char.isalpha())
    explained = _explained(dict(_lower(letters)), _LATIN[script].split())
    dense = sum(len(run) for run in re.findall(r"[^\W\d_\x00-\x7f]{3,}", text))
    punctuation = sum(char in _TYPOGRAPHY for char in strange)
    symbols = len(strange) - letters.total() - punctuation
    return (explained + 0.98 * punctuation - dense - symbols) / len(strange)


def _lower(letters: Counter[str]) -> Counter[str]:
    lower: Counter[str] = Counter()
    for char, count in letters.items():
        lower[char.lower()] += count
    return lower


def _explained(letters: dict[str, int], alphabets: list[str]) -> float:
    total, weight = 0.0, 1.0
    while letters:
        best = max(alphabets, key=lambda alphabet: sum(letters.get(char, 0) for char in alphabet))
        share = sum(letters.get(char, 0) for char in best)
        if not share:
            break
        total += weight * share
        letters = {char: count for char, count in letters.items() if char not in best}
        weight = 0.7
    return total


def _script_score(text: str, strange: list[str], script: str) -> float:
    """Cyrillic and Greek stand in words of their own, never beside Latin letters."""
    frequent, alphabet = _OTHER[script]
    known = float(sum(char.lower() in alphabet for char in strange))
    known -= 0.2 * sum(char.lower() not in frequent for char in strange)
    mixed = sum(
        len(word) for word in _WORD.findall(text) if not word.isascii() and re.search("[A-Za-z]", word)
    )
    return (2 * known - len(strange) - mixed) / len(strange)


def _misplaced(text: str) -> int:
    """Capitals and symbols in the midst of words: AdŽle, M§ller, иВАН."""
    capitals = sum(b.isupper() and a.islower() and not (a + b).isascii() for a, b in pairwise(text))
    return capitals + len(_SYMBOL_IN_WORD.findall(text))


def _eastern_weight(char: str, encoding: str) -> float:
    """How usual a character is, which the old standards say by its place: common ones come first."""
    try:
        code = char.encode(encoding)
    except UnicodeEncodeError:
        return -1.0
    if "\uff61" <= char <= "\uff9f" or "\ue000" <= char <= "\uf8ff" or len(code) == 4:
        return -0.5  # half-width kana, private use: what Latin text turns into
    if len(code) == 1:
        return -1.0
    kana, hangul = "\u3040" <= char <= "\u30ff", "\uac00" <= char <= "\ud7a3"
    if kana or hangul:
        return 1.0 if encoding in ("cp932", "euc_jp" if kana else "cp949", "cp949" if hangul else "") else 0.3
    if "\u3000" <= char <= "\u303f" or "\uff01" <= char <= "\uff5e":
        return 0.6
    return _han_weight(code, encoding) if "\u4e00" <= char <= "\u9fff" else -0.3


def _han_weight(code: bytes, encoding: str) -> float:
    common = {
        "gb18030": (0xB0, 0xD7),
        "big5hkscs": (0xA4, 0xC6),
        "cp932": (0x88, 0x97),
        "euc_jp": (0xB0, 0xCF),
        "cp949": (1, 0),
    }
    low, high = common[encoding]
    if encoding == "gb18030" and code[1] < 0xA1:
        return 0.2
    return 1.0 if low <= code[0] <= high else 0.4
