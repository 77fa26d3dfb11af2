"""What somebody may have meant whose words find nobody: the most alike words of the roster."""

from dataclasses import dataclass, replace
from itertools import islice

from sqlalchemy.orm import Session

from clubdesk.model.folding import query_words, search_words
from clubdesk.services.member_list import Search
from clubdesk.services.members.finding import find_members, member_rows
from clubdesk.storage import vocabulary

ALIKE = 70  # of 100: one wrong letter in a word of four, two in one of seven
TRIED = 3  # words in the place of a wrong one


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words that find somebody, and how many people they find."""

    text: str
    count: int


def did_you_mean(session: Session, wanted: Search) -> Suggestion | None:
    """The same search with its mistyped words put right; None when nothing alike finds anybody."""
    tries = [""]
    words = query_words(wanted.text)
    for word in words:
        right = [word] if vocabulary.begins_any(session, word) else _alike(session, word)
        tries = [f"{text} {choice}".strip() for text in tries for choice in right][: TRIED**2]
    found = (_tried(session, replace(wanted, text=text)) for text in tries if text.split() != words)
    return next((suggestion for suggestion in found if suggestion), None)


def _tried(session: Session, search: Search) -> Suggestion | None:
    ids = find_members(session, search)
    if not ids:
        return None
    [row] = member_rows(session, ids[:1])
    written = f"{row.name} {row.town} {row.vehicle} {row.chapter}".split()
    return Suggestion(" ".join(_as_written(word, written) for word in search.text.split()), len(ids))


def _as_written(word: str, written: list[str]) -> str:
    """Großmüller, not grossmuller."""
    shown = (text.strip(",") for text in written if word in search_words(text))
    return next(shown, word)


def _alike(session: Session, word: str) -> list[str]:
    """Words of the roster that are most like this one, those of more people first among equals."""
    from rapidfuzz import fuzz, process  # only when nobody is found

    if not word.isalpha() or len(word) < 3:
        return []
    people = dict(vocabulary.without_digits(session, shortest=len(word) - 2, longest=len(word) + 2))
    best = process.extract(word, people.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE - 5, limit=30)
    ranked = sorted(best, key=lambda match: (-_score(word, match[0]), -people[match[0]]))
    return list(islice((match[0] for match in ranked if _score(word, match[0]) >= ALIKE), TRIED))


def _score(word: str, other: str) -> float:
    """How alike two words are; letters that changed places count as one mistake."""
    from rapidfuzz.distance import OSA

    return 100 * OSA.normalized_similarity(word, other)
