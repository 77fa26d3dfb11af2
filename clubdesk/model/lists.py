"""Saved lists of people: a search that is asked anew each time, or the people it found on one day."""

from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from clubdesk.model.base import Row


class SavedList(Row):
    """Live: `search` is asked each time. Frozen: the people are kept, and `search` tells how."""

    __tablename__ = "saved_list"

    name: Mapped[str]
    position: Mapped[int]  # in the sidebar
    frozen: Mapped[bool] = mapped_column(default=False)
    search: Mapped[dict[str, Any]]


class ListPerson(Row):
    """Somebody in a frozen list."""

    __tablename__ = "list_person"

    list_id: Mapped[int] = mapped_column(ForeignKey("saved_list.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)

    __table_args__ = (UniqueConstraint("list_id", "person_id"),)
