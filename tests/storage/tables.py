"""What stands in a club's tables, for comparing."""

from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from clubdesk.model.base import Base
from clubdesk.services.workspace import Workspace

LOG = ("change", "change_row", "change_batch")


def contents(club: Workspace) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but the change log, the search index included."""
    return club.read(_contents)


def _contents(session: Session) -> dict[str, list[tuple[Any, ...]]]:
    tables = {
        table.name: sorted((tuple(row) for row in session.execute(select(table))), key=repr)
        for table in Base.metadata.sorted_tables
        if table.name not in LOG
    }
    tables["search"] = [
        tuple(row)
        for row in session.execute(text("SELECT rowid, document FROM roster_search ORDER BY rowid"))
    ]
    return tables
