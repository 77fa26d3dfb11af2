"""Reply codes: nine symbols and a check symbol, derived from the club's key and the letter.

The code is nowhere stored: `HMAC(key, "code" + letter)` gives 45 bits, written in Crockford's base 32, and a
check symbol over GF(32) that catches every single error and every swap of neighbours. Stored are two
fingerprints: `code_index` finds the letter, `code_proof` binds code, letter, person and expiry together.
"""

import datetime as dt
import hmac

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {symbol: value for value, symbol in enumerate(ALPHABET)} | {"O": 0, "I": 1, "L": 1}
LENGTH = 10


def derive_code(key: bytes, row_id: int, *, turn: int = 0) -> str:
    """The code of a letter or invitation, `XXX-XXX-XXXX`; another `turn` if two codes clash."""
    digest = hmac.digest(key, f"code{row_id}/{turn}".encode(), "sha256")
    number = int.from_bytes(digest[:6], "big") >> 3
    values = [number >> shift & 31 for shift in range(40, -1, -5)]
    return grouped("".join(ALPHABET[value] for value in [*values, _check(values)]))


def grouped(symbols: str) -> str:
    """K3M9QX2RTF -> K3M-9QX-2RTF"""
    return f"{symbols[:3]}-{symbols[3:6]}-{symbols[6:]}"


def read_code(typed: str) -> str | None:
    """The grouped code somebody typed or scanned, tolerant of case, spaces, O for 0, I and L for 1.

    None when it isn't ten symbols or when the check symbol doesn't fit: then it was mistyped.
    """
    values = [_VALUES.get(c, -1) for c in typed.upper() if c.isalnum()]
    if len(values) != LENGTH or -1 in values or _check(values[:-1]) != values[-1]:
        return None
    return grouped("".join(ALPHABET[value] for value in values))


def code_index(key: bytes, code: str) -> bytes:
    """The fingerprint by which a code is found."""
    return hmac.digest(key, b"index" + code.encode(), "sha256")[:16]


def code_proof(key: bytes, code: str, *, row_id: int, person_id: int, expires: dt.date | None) -> bytes:
    """The fingerprint that shows the stored letter is the one the code was printed for."""
    bound = f"letter{row_id}/{person_id}/{expires}/{code}"
    return hmac.digest(key, bound.encode(), "sha256")[:16]


def _check(values: list[int]) -> int:
    """Damm's idea over GF(32): the sum of 2^k * d_k, doubling modulo x^5 + x^2 + 1."""
    total = 0
    for value in values:
        total ^= value
        total = (total << 1) ^ (0b100101 if total & 16 else 0)
    return total & 31


def numbered(letter: str, year: int, count: int) -> str:
    """A letter number with its check digit, as the window shows it: L-26-0311-7.

    `count` counts the letters of the year; the check digit over year and count is Damm's.
    """
    return f"{letter}-{year % 100:02d}-{count:04d}-{damm(f'{year % 100:02d}{count:04d}')}"


_DAMM = ("0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
         "3674209581", "5869720134", "8945362017", "9438617205", "2581436790")  # fmt: skip


def damm(digits: str) -> int:
    """Damm's check digit: catches every wrong digit and every swap of neighbours."""
    interim = 0
    for digit in digits:
        interim = int(_DAMM[interim][int(digit)])
    return interim
