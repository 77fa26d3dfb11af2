"""The club itself, its chapters and its officers."""

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from clubdesk.model.base import Base, Row


class Club(Row):
    """The club's settings: one row, shared by all officers."""

    __tablename__ = "club"

    name: Mapped[str]
    tagline: Mapped[str] = mapped_column(default="")
    logo: Mapped[bytes | None]
    letter_paper: Mapped[bytes | None]  # a PDF, PNG or JPEG instead of name, logo and footer
    accent: Mapped[str] = mapped_column(default="#0b6bcb")
    street: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="")  # ISO 3166 alpha-2
    phone: Mapped[str] = mapped_column(default="")
    phone_hours: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    privacy_url: Mapped[str] = mapped_column(default="")
    register_entry: Mapped[str] = mapped_column(default="")  # e.g. VR 12345, printed in the footer
    bank: Mapped[str] = mapped_column(default="")  # where dues are paid to, as it stands in letters
    contact_name: Mapped[str] = mapped_column(default="")  # who signs the letters
    contact_role: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="en")  # of letters to people whose language isn't known
    letter_layout: Mapped[str] = mapped_column(default="din-b")  # of documents.layouts
    reply_days: Mapped[int] = mapped_column(default=90)  # how long a reply code is valid
    silent_days: Mapped[int] = mapped_column(default=30)  # no reply after so many days: silent
    verified_months: Mapped[int] = mapped_column(default=12)  # how long a verification lasts
    letters_limit: Mapped[int] = mapped_column(default=4)  # at most so many letters to a person in 30 days
    number_pattern: Mapped[str] = mapped_column(default="")  # of member numbers: {chapter}-{n:4}
    sample: Mapped[bool] = mapped_column(default=False)  # the sample club: nothing in it is real


class ClubKey(Base):
    """The secret from which reply codes are derived. Never recorded, never exported."""

    __tablename__ = "club_key"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[bytes]


class Chapter(Row):
    """The club of a city or region."""

    __tablename__ = "chapter"

    name: Mapped[str]
    short: Mapped[str] = mapped_column(default="")  # as it stands in member numbers: MUC
    city: Mapped[str] = mapped_column(default="")
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("chapter.id"), index=True)


class Office(Row):
    """A role a person holds for a time, in the club or in one chapter."""

    __tablename__ = "office"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    chapter_id: Mapped[int | None] = mapped_column(ForeignKey("chapter.id"), index=True)
    role: Mapped[str]
    start: Mapped[dt.date | None]
    end: Mapped[dt.date | None]
