"""What languages write differently, without CLDR at the start of the program but as CLDR says."""

import pytest
from babel.numbers import format_decimal

from clubdesk.i18n import LANGUAGES, texts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [0, 999, 1000, 2431, 1_234_567])
def test_counts_are_grouped_as_the_language_does(language: str, count: int) -> None:
    assert texts(language).number(count) == format_decimal(count, locale=language)


def test_sentences_with_a_count_group_it_too() -> None:
    assert texts("de").plural("{count} letter", "{count} letters", 2431).startswith("2.431 ")
