"""What is found under which spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubdesk.model.dialled import dialled, dialled_words
from clubdesk.model.folding import fold, query_words, search_document
from clubdesk.model.pinyin import pinyin_words


def found(document: str, query: str) -> bool:
    """Whether each word of the query begins a word of the document, as the index does it."""
    words = document.split()
    return all(any(word.startswith(part) for word in words) for part in query_words(query))


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("Großmüller", "grossmüll"), ("Großmüller", "GROSSMUELLER"), ("Großmüller", "grossmuller"),
        ("Øystein Sørensen", "oystein sor"), ("Øystein Sørensen", "oeystein"), ("Åkebergveien", "aakeberg"),
        ("Łódź", "lodz"), ("Zoë de Vries", "vries zoe"), ("王伟", "王"), ("王伟", "伟"), ("李小龙", "小龙"),
        ("Æther", "aether"), ("İstanbul", "istanbul"), ("o\u0308x", "öx"), ("Αθήνα", "αθηνα"),
        ("O'Neil", "neil"), ("anna@example.org", "anna@example.org"),
    ],
)  # fmt: skip
def test_found(name: str, query: str) -> None:
    assert found(search_document([name], []), query)


@pytest.mark.parametrize(("name", "query"), [("Großmüller", "müller"), ("王伟", "李"), ("Anna", "annab")])
def test_not_found(name: str, query: str) -> None:
    assert not found(search_document([name], []), query)


@pytest.mark.parametrize("query", ["4989123", "49 89 123", "MCL1234", "m-cl 1234", "317654"])
def test_numbers_are_found_with_and_without_their_punctuation(query: str) -> None:
    numbers = ["+49 89 1234567", "M-CL 1234", "5YJ3E1EA7KF317654", "317654"]
    assert found(search_document([], numbers), query)


@given(st.text(max_size=60))
def test_a_text_is_found_under_itself(text: str) -> None:
    document = search_document([text], [])
    assert found(document, text)
    assert fold(fold(text)) == fold(text)


def test_a_phone_of_dashes_leaves_no_empty_word() -> None:
    assert search_document(["Anna"], ["-", "/"]) == "anna"


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("王小明", "wang"), ("王小明", "xiaoming"), ("王小明", "wangxiaoming"), ("王小明", "xiaomingwang"),
        ("王小明", "wxm"), ("王小明", "xiao ming"), ("曾国藩", "zeng"), ("曾国藩", "zengguofan"),
        ("吕布", "lv"), ("吕布", "lü bu"), ("吕布", "lyu"), ("欧阳娜娜", "ouyang"), ("Wang 王 Bo", "wang"),
    ],
)  # fmt: skip
def test_chinese_names_are_found_by_pinyin(name: str, query: str) -> None:
    assert found(search_document([name], [], pinyin_words(name)), query)


def test_pinyin_of_names_without_han_characters_is_nothing() -> None:
    assert pinyin_words("Großmüller さくら 3") == []


@pytest.mark.parametrize("known", ["+49 (0)89 123 4567", "0049 89 1234567", "089/1234567", "+49891234567"])
@pytest.mark.parametrize("typed", ["+49 89 1234567", "0049-89-123", "089 123 45", "(089) 1234567"])
def test_a_phone_is_found_however_it_is_dialled(known: str, typed: str) -> None:
    assert any(word.startswith(dialled(typed)) for word in dialled_words(known))


@pytest.mark.parametrize("text", ["80331", "anna 0891234", "12 345", ""])
def test_what_is_no_phone(text: str) -> None:
    assert dialled(text) == ""
