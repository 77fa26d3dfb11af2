"""All tables of a club file, imported in one place."""

from clubdesk.model import clubs, events, letters, persons, roster, scans, vehicles
from clubdesk.model.base import Base, Row

__all__ = ["Base", "Row", "clubs", "events", "letters", "persons", "roster", "scans", "vehicles"]
