"""Find words in short lists that are in memory already, as the search of the roster finds them."""

from clubdesk.model.folding import fold


def has_words(text: str, words: str) -> bool:
    """Whether every word typed occurs in the text, whatever its accents and capitals."""
    folded = fold(text)
    return all(word in folded for word in fold(words).split())
