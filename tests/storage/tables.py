"""What stands in a club's tables, for comparing."""

from typing import Any

from sqlalchemy import Select, Table, select, text
from sqlalchemy.orm import Session

from clubdesk.model.base import Base
from clubdesk.services.workspace import Workspace

SEARCH = (
    "SELECT person_id, document FROM roster_search LEFT JOIN roster ON slot = roster_search.rowid"
    " ORDER BY person_id"
)
LOG = ("change", "change_row", "change_batch")


def contents(club: Workspace) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but the change log, the search index included."""
    return club.read(_contents)


def _contents(session: Session) -> dict[str, list[tuple[Any, ...]]]:
    tables = {
        table.name: sorted((tuple(row) for row in session.execute(_told(table))), key=repr)
        for table in Base.metadata.sorted_tables
        if table.name not in LOG
    }
    tables["search"] = [tuple(row) for row in session.execute(text(SEARCH))]
    return tables


def _told(table: Table) -> Select[Any]:
    """All but the slots, which come as they are free."""
    return select(*(column for column in table.c if column.name != "slot"))
