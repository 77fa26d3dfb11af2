"""The search index over the roster: FTS5 in a club file, tsvector on PostgreSQL, the same words in both."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, literal_column, select, text
from sqlalchemy.orm import Session
from sqlalchemy.sql.selectable import Select

from clubdesk.model.folding import query_words

LONGEST = 500  # letters of a word that PostgreSQL compares; it takes 2046 bytes


def matching(session: Session, query: str) -> Select[int] | None:
    """The slots of people in whose document each word of `query` begins a word; None if it has no words."""
    words = query_words(query)
    if not words:
        return None
    rowid: ColumnElement[int] = literal_column("rowid")
    hits = select(rowid).select_from(text("roster_search"))
    if _is_sqlite(session.connection()):
        return hits.where(
            text("roster_search MATCH :words").bindparams(words=" AND ".join(f'"{w}"*' for w in words))
        )
    return hits.where(
        # A cast takes the words as they are; to_tsquery would cut them once more.
        text("document @@ CAST(:words AS tsquery)").bindparams(
            words=" & ".join(f"'{word[:LONGEST]}':*" for word in words)
        )
    )


def index_documents(session: Session, documents: Sequence[tuple[int, str]]) -> None:
    """Put documents, by the slots of their people, in the place of the old ones."""
    if not documents:
        return
    connection = session.connection()
    if _is_sqlite(connection):
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
    if _is_sqlite(session.connection()):
        session.connection().execute(text("INSERT INTO roster_search (roster_search) VALUES ('optimize')"))


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
