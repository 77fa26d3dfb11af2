"""Phone numbers as people dial them: from abroad, at home, with or without blanks."""

import re

_DIALLED = re.compile(r"[+(]?[\d\s()/.–-]{6,}")
# Country codes of one and of two digits (ITU-T E.164); all others have three.
_SHORT_CODE = re.compile(r"1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]")
FEWEST = 6  # digits: fewer may be a post code or a year


def dialled_words(phone: str) -> list[str]:
    """In which runs of digits a number is found: +49 (0)89 1234 -> 49891234, 0891234, 891234."""
    digits = _digits(phone)
    home = _home(phone, digits)
    return list(dict.fromkeys([digits, home, f"0{home}"])) if digits else []


def dialled(text: str) -> str:
    """The digits under which a search finds the number that somebody typed; empty if it is none."""
    if not _DIALLED.fullmatch(text.strip()):
        return ""
    digits = _digits(text)
    return _home(text, digits) if len(digits) >= FEWEST else ""


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", phone.replace("(0)", ""))


def _home(phone: str, digits: str) -> str:
    """Without the country code and the zero for calls at home."""
    if phone.strip().startswith("+"):
        return digits[_code(digits) :]
    if digits.startswith("00"):
        return digits[2 + _code(digits[2:]) :]
    return digits.removeprefix("0")


def _code(digits: str) -> int:
    found = _SHORT_CODE.match(digits)
    return found.end() if found else 3
