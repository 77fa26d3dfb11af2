"""What is found under which spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubdesk.model.folding import fold, query_words, search_document


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
