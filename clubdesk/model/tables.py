"""All tables of a club file, imported in one place."""

from clubdesk.model import (
    clubs,
    custom,
    dues,
    events,
    letters,
    lists,
    persons,
    roster,
    scans,
    templates,
    vehicles,
)
from clubdesk.model.base import Base, Row

__all__ = [
    "Base",
    "Row",
    "clubs",
    "custom",
    "dues",
    "events",
    "letters",
    "lists",
    "persons",
    "roster",
    "scans",
    "templates",
    "vehicles",
]
