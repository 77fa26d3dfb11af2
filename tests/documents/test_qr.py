import random

import pytest
import segno

from clubdesk.documents import qr


def by_segno(payload: str) -> str:
    mode = "alphanumeric" if set(payload) <= set(qr.ALPHABET) else None
    matrix = segno.make(payload, mode=mode, error="q", mask=qr.MASK, boost_error=False, micro=False).matrix
    rows = ("".join(map(str, row)) for row in matrix)
    width = (len(matrix) + 7) // 8 * 8
    return "".join(f"{int(row.ljust(width, '0'), 2):0{width // 4}x}" for row in rows)


@pytest.mark.parametrize("length", [1, 2, 11, 12, 20])
def test_same_bits_as_the_library(length: int) -> None:
    chance = random.Random(length)
    for _ in range(40):
        payload = "".join(chance.choices(qr.ALPHABET, k=length))
        assert qr.code(payload).rows == by_segno(payload)


@pytest.mark.parametrize("payload", ["K3M-9QX-2RTF", "L-26-0311-7"])
def test_codes_of_letters_are_version_1(payload: str) -> None:
    assert qr.code(payload).modules == 21


@pytest.mark.parametrize("payload", ["lower case, ümlaut", "A" * 200])
def test_any_other_payload_works(payload: str) -> None:
    assert qr.code(payload).rows == by_segno(payload)
