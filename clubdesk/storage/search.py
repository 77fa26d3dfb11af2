"""The search index over the roster: FTS5 in a club file, tsvector on PostgreSQL, the same words in both."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, literal_column, select, text
from sqlalchemy.orm import Session
from sqlalchemy.sql.selectable import Select

from clubdesk.model.dialled import dialled
from clubdesk.model.folding import query_words
from clubdesk.storage import vocabulary

LONGEST = 500  # letters of a word that PostgreSQL compares; it takes 2046 bytes
SHORTEST = 3  # letters that are looked for inside of words: fewer are in nearly all


class Term(NamedTuple):
    """A word of the index, or what such a word begins with."""

    word: str
    begins: bool = True


Needed = Sequence[Sequence[Term]]  # one term of each


def matching(session: Session, query: str) -> Select[int] | None:
    """The slots of people in whose document each word of `query` begins a word; None if it has no words."""
    words = query_words(query)
    if not words:
        return None
    phone = dialled(query)
    ways: list[Needed] = [[[Term(word)] for word in words]]
    if phone:
        ways.append([[Term(phone)]])
    return _hits(session, ways)


def loosely(session: Session, query: str) -> Select[int] | None:
    """The same where a word that begins none may stand inside of one; None if that finds nothing else."""
    needed: list[Sequence[Term]] = []
    loosened = False
    for word in query_words(query):
        terms: Sequence[Term] = [Term(word)]
        if not vocabulary.begins_any(session, word):
            if len(word) < SHORTEST:
                return None
            terms = [Term(found, begins=False) for found in vocabulary.containing(session, word)]
            if not terms:
                return None
            loosened = True
        needed.append(terms)
    return _hits(session, [needed]) if loosened else None


def _hits(session: Session, ways: Sequence[Needed]) -> Select[int]:
    """The slots of the documents that hold what one of these ways needs."""
    rowid: ColumnElement[int] = literal_column("rowid")
    hits = select(rowid).select_from(text("roster_search"))
    if is_sqlite(session.connection()):
        return hits.where(text("roster_search MATCH :words").bindparams(words=_for_fts(ways)))
    # A cast takes the words as they are; to_tsquery would cut them once more.
    return hits.where(text("document @@ CAST(:words AS tsquery)").bindparams(words=_for_tsquery(ways)))


def _for_fts(ways: Sequence[Needed]) -> str:
    def term(term: Term) -> str:
        return f'"{term.word}"*' if term.begins else f'"{term.word}"'

    return " OR ".join(
        "(" + " AND ".join("(" + " OR ".join(map(term, terms)) + ")" for terms in way) + ")" for way in ways
    )


def _for_tsquery(ways: Sequence[Needed]) -> str:
    def term(term: Term) -> str:
        return f"'{term.word[:LONGEST]}'" + ":*" * term.begins

    return " | ".join(
        "(" + " & ".join("(" + " | ".join(map(term, terms)) + ")" for terms in way) + ")" for way in ways
    )


def index_documents(session: Session, documents: Sequence[tuple[int, str]]) -> None:
    """Put documents, by the slots of their people, in the place of the old ones."""
    if not documents:
        return
    connection = session.connection()
    if is_sqlite(connection):
        statement = "INSERT OR REPLACE INTO roster_search (rowid, document) VALUES (:slot, :words)"
    else:
        statement = (
            "INSERT INTO roster_search (rowid, document)"
            " VALUES (:slot, array_to_tsvector(string_to_array(:words, ' ')))"
            " ON CONFLICT (rowid) DO UPDATE SET document = EXCLUDED.document"
        )
    connection.execute(text(statement), [{"slot": slot, "words": words} for slot, words in documents])


def forget(session: Session, slots: Sequence[int]) -> None:
    """Take people out of the index."""
    if slots:
        session.connection().execute(
            text("DELETE FROM roster_search WHERE rowid = :slot"), [{"slot": slot} for slot in slots]
        )


def forget_words(session: Session) -> None:
    """Write the index anew without the words of documents that are gone: FTS5 keeps them until it merges.

    Its own secure-delete would do so at each change, at many times the cost.
    """
    if is_sqlite(session.connection()):
        session.connection().execute(text("INSERT INTO roster_search (roster_search) VALUES ('optimize')"))


def is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
