from hypothesis import given
from hypothesis import strategies as some

from clubdesk.documents.text import clean, pieces


def test_clean_composes_and_takes_out_what_hides() -> None:
    assert clean("  A\u0308nna\u202e\u200b \t\n Groß\x00 ") == "Änna Groß"


@given(some.text())
def test_clean_is_stable_and_on_one_line(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert once.isprintable() or not once.isascii()


def test_chinese_breaks_anywhere_but_not_before_a_closing_mark() -> None:
    assert [piece for piece, _ in pieces("您好，（会员）王伟。")] == [
        "您",
        "好，",
        "（会",
        "员）",
        "王",
        "伟。",
    ]


def test_words_and_their_spaces() -> None:
    assert pieces("Guten Tag 王伟!") == [("Guten", True), ("Tag", True), ("王", True), ("伟!", False)]


@given(some.text())
def test_pieces_lose_nothing_but_spaces(text: str) -> None:
    cleaned = clean(text)
    assert "".join(piece for piece, _ in pieces(cleaned)) == cleaned.replace(" ", "")
