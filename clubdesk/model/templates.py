"""The club's own words for its papers."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from clubdesk.model.base import Row


class OwnTemplate(Row):
    """What the club writes instead of a shipped template; where there is none, the shipped one is used."""

    __tablename__ = "template"
    __table_args__ = (UniqueConstraint("kind", "language"),)

    kind: Mapped[str]  # of resources/templates: verification, invitation-social ...
    language: Mapped[str]
    text: Mapped[str]  # TOML
