"""Reply codes and letter numbers: derived, tolerant of how people type, and sure to catch mistakes."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubdesk.model.codes import ALPHABET, code_index, code_proof, damm, derive_code, numbered, read_code

KEY = bytes(range(32))
CODES = st.integers(1, 2**62).map(lambda row_id: derive_code(KEY, row_id))


def test_a_code_comes_again_and_another_turn_gives_another() -> None:
    assert derive_code(KEY, 17) == derive_code(KEY, 17)
    assert len({derive_code(KEY, 17, turn=turn) for turn in range(50)}) == 50
    assert derive_code(KEY, 17) != derive_code(bytes(32), 17)


@given(CODES)
def test_read_as_people_type_it(code: str) -> None:
    assert read_code(code) == code
    assert read_code(f" {code.lower().replace('-', ' ')} ") == code
    assert read_code(code.replace("0", "O").replace("1", "l")) == code


@given(CODES, st.integers(0, 9), st.sampled_from(ALPHABET))
def test_every_wrong_symbol_is_caught(code: str, place: int, symbol: str) -> None:
    symbols = code.replace("-", "")
    wrong = symbols[:place] + symbol + symbols[place + 1 :]
    assert (read_code(wrong) is None) == (symbol != symbols[place])


@given(CODES, st.integers(0, 8))
def test_swapped_neighbours_are_caught(code: str, place: int) -> None:
    symbols = code.replace("-", "")
    swapped = symbols[:place] + symbols[place + 1] + symbols[place] + symbols[place + 2 :]
    assert (read_code(swapped) is None) == (symbols[place] != symbols[place + 1])


@pytest.mark.parametrize("typed", ["", "K3M", "K3M-9QX-2RTFF", "U" * 10, "K3M-9QX-2RT*"])
def test_what_is_no_code(typed: str) -> None:
    assert read_code(typed) is None


def test_fingerprints_depend_on_all_they_bind() -> None:
    code, day = derive_code(KEY, 17), dt.date(2027, 2, 1)
    proof = code_proof(KEY, code, row_id=17, person_id=5, expires=day)
    assert proof != code_proof(KEY, code, row_id=17, person_id=6, expires=day)
    assert proof != code_proof(KEY, code, row_id=17, person_id=5, expires=None)
    assert code_index(KEY, code) != code_index(bytes(32), code)


def test_letter_numbers_have_a_check_digit() -> None:
    number = numbered("L", 2026, 311)
    assert number.startswith("L-26-0311-")
    digits = number.replace("-", "")[1:]
    assert damm(digits) == 0
    assert damm(digits[:2] + digits[3] + digits[2] + digits[4:]) != 0
    assert numbered("L", 2026, 12345).startswith("L-26-12345-")
