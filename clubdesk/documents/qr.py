"""QR codes at print speed: the library encodes, linearity multiplies.

For a fixed version, level, mask and length every module of a QR code is an affine function over GF(2) of
the payload's bits. So the code of a payload is the code of zeros, exclusive-or the difference that each set
bit makes, and those differences are encoded once per length.
"""

from functools import lru_cache
from itertools import product
from typing import NamedTuple

import segno

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
"""The symbols of the alphanumeric mode, in the order of their values."""

LEVEL = "q"
MASK = 2
"""One mask for all, since a changing one would not be linear."""

_LONGEST_LINEAR = 20


class Code(NamedTuple):
    """A QR code: how many modules wide it is, and its rows in hexadecimal, each padded to whole bytes."""

    modules: int
    rows: str


def code(payload: str) -> Code:
    """The QR code of any text, at level Q and in the smallest version that holds it.

    Reply codes and letter numbers (upper case, digits, hyphens) are version 1 and cost microseconds.
    """
    if 0 < len(payload) <= _LONGEST_LINEAR:
        try:
            return _press(len(payload))(payload)
        except KeyError:
            pass
    modules, bits = _encode(payload)
    return _code(modules, bits)


class Press:
    """Makes the codes of alphanumeric payloads of one length."""

    def __init__(self, length: int) -> None:
        self._length = length
        self._modules, self._zeros = _encode("0" * length)
        self._tables = [(start, self._differences(start)) for start in range(0, length, 2)]

    def __call__(self, payload: str) -> Code:
        bits = self._zeros
        for start, table in self._tables:
            bits ^= table[payload[start : start + 2]]
        return _code(self._modules, bits)

    def _differences(self, start: int) -> dict[str, int]:
        """What each pair of symbols at `start` changes; it is the sum of its value's bits' differences."""
        symbols = min(2, self._length - start)
        table = [0] * 45**symbols
        for value in range(1, len(table)):
            low = value & -value
            table[value] = (
                table[value ^ low] ^ table[low] if value != low else self._difference(start, symbols, value)
            )
        pairs = product(ALPHABET, repeat=symbols)  # in the order of their values
        return {"".join(pair): changed for pair, changed in zip(pairs, table, strict=True)}

    def _difference(self, start: int, symbols: int, value: int) -> int:
        pair = ALPHABET[value // 45] + ALPHABET[value % 45]
        payload = "0" * start + pair[-symbols:] + "0" * (self._length - start - symbols)
        return _encode(payload)[1] ^ self._zeros


_press = lru_cache(Press)


def _encode(payload: str) -> tuple[int, int]:
    # without the mode digits alone would be encoded as a number, which is not linear with the others
    mode = "alphanumeric" if set(payload) <= set(ALPHABET) else None
    made = segno.make(payload, mode=mode, error=LEVEL, mask=MASK, boost_error=False, micro=False)
    modules = len(made.matrix)
    padding = -modules % 8
    bits = 0
    for row in made.matrix:
        for module in row:
            bits = bits << 1 | module
        bits <<= padding
    return modules, bits


def _code(modules: int, bits: int) -> Code:
    digits = modules * ((modules + 7) // 8 * 2)
    return Code(modules, f"{bits:0{digits}x}")
