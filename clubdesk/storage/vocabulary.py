"""All the words under which people are found, each once: what a search looks through when it finds nobody."""

from collections.abc import Sequence

from sqlalchemy import text
from sqlalchemy.orm import Session

MOST = 200  # words that hold the letters looked for

# Made anew in each session, as the question is rolled back: FTS5 shows its index as a table.
_SHOW = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.roster_words USING fts5vocab(main, roster_search, row)"
_OF_FILE = "SELECT term AS word, doc AS people FROM temp.roster_words"
_OF_SERVER = "SELECT word, ndoc AS people FROM ts_stat('SELECT document FROM roster_search')"


def begins_any(session: Session, word: str) -> bool:
    """Whether anybody is found under a word that begins like this."""
    if _is_file(session):
        query, value = "SELECT 1 FROM roster_search WHERE roster_search MATCH :word LIMIT 1", f'"{word}"*'
    else:
        query = "SELECT 1 FROM roster_search WHERE document @@ CAST(:word AS tsquery) LIMIT 1"
        value = f"'{word[:500]}':*"
    return session.connection().execute(text(query), {"word": value}).first() is not None


def containing(session: Session, word: str) -> Sequence[str]:
    """Words in which these letters stand somewhere, those of most people first."""
    holds = "instr(word, :part)" if _is_file(session) else "strpos(word, :part) > 0"  # quicker than LIKE
    query = f"SELECT word FROM ({_words(session)}) AS words WHERE {holds}"
    query += f" ORDER BY people DESC, word LIMIT {MOST}"
    return session.connection().execute(text(query), {"part": word}).scalars().all()


def without_digits(session: Session, *, shortest: int, longest: int) -> list[tuple[str, int]]:
    """Words of letters alone, and how many people are found under each."""
    query = f"SELECT word, people FROM ({_words(session)}) AS words"
    query += " WHERE length(word) BETWEEN :shortest AND :longest"
    if _is_file(session):
        query += " AND word >= 'a'"  # five of six words begin with a digit; in folded text all letters follow
    found = session.connection().execute(text(query), {"shortest": shortest, "longest": longest})
    return [(word, people) for word, people in found if word.isalpha()]


def _words(session: Session) -> str:
    if not _is_file(session):
        return _OF_SERVER
    session.connection().execute(text(_SHOW))
    return _OF_FILE


def _is_file(session: Session) -> bool:
    return session.connection().dialect.name == "sqlite"
