"""Persons: names, addresses, ways to reach them, memberships, households, tags, photos."""

import datetime as dt

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from clubdesk.model.base import Row

#: Kinds of membership that make a supporter, not a member.
SUPPORTERS = ("reservation", "shareholder", "fan")
KINDS = ("member", *SUPPORTERS)


class Household(Row):
    """People who share a home and may get one letter together."""

    __tablename__ = "household"

    name: Mapped[str]


class Person(Row):
    """Anybody in the roster: member or supporter."""

    __tablename__ = "person"

    number: Mapped[str] = mapped_column(default="")  # the club's member number, as the club writes it
    title: Mapped[str] = mapped_column(default="")  # as printed above the name: Frau, Dr., Mr
    given: Mapped[str] = mapped_column(default="")
    given2: Mapped[str] = mapped_column(default="")
    prefix: Mapped[str] = mapped_column(default="")  # of the surname: von, van den
    surname: Mapped[str] = mapped_column(default="")
    surname2: Mapped[str] = mapped_column(default="")
    native_name: Mapped[str] = mapped_column(default="")  # the name in its own script
    printed_name: Mapped[str] = mapped_column(default="")  # the name as printed; wins over all parts
    language: Mapped[str] = mapped_column(default="")  # of letters; empty: the club's
    birth: Mapped[dt.date | None]
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    mobile: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
    household_id: Mapped[int | None] = mapped_column(ForeignKey("household.id"), index=True)

    addresses: Mapped[list["Address"]] = relationship(cascade="all, delete-orphan", passive_deletes=False)
    memberships: Mapped[list["Membership"]] = relationship(cascade="all, delete-orphan")

    __table_args__ = (Index(None, "number"), Index(None, "email"))


class Address(Row):
    """Where a person can be written to. A returned address isn't written to again until it is edited."""

    __tablename__ = "address"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[str] = mapped_column(default="home")  # postal | home | work | other
    street: Mapped[str] = mapped_column(default="")
    street2: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")
    region: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="")  # ISO 3166 alpha-2; empty: the club's own
    status: Mapped[str] = mapped_column(default="ok")  # ok | returned | blocked
    status_reason: Mapped[str] = mapped_column(default="")  # moved | unknown | deceased | abroad ...
    start: Mapped[dt.date | None]
    end: Mapped[dt.date | None]


class Contact(Row):
    """A further phone or e-mail of a person; the first ones stand in the person's own columns."""

    __tablename__ = "contact"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    way: Mapped[str]  # phone | email
    kind: Mapped[str] = mapped_column(default="home")  # home | work | mobile | other
    value: Mapped[str]  # as typed


LONGEST_TAG = 40


class Tag(Row):
    """A word by which officers put people together."""

    __tablename__ = "tag"

    name: Mapped[str] = mapped_column(unique=True)


class PersonTag(Row):
    """A person has a tag."""

    __tablename__ = "person_tag"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    tag_id: Mapped[int] = mapped_column(ForeignKey("tag.id"), index=True)

    __table_args__ = (UniqueConstraint("person_id", "tag_id"),)


class Photo(Row):
    """The picture of a person, apart from the person so that no list loads it."""

    __tablename__ = "photo"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), unique=True)
    picture: Mapped[bytes]  # JPEG


class Membership(Row):
    """One period in one chapter. Who leaves and comes back stays one person with two periods."""

    __tablename__ = "membership"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    chapter_id: Mapped[int | None] = mapped_column(ForeignKey("chapter.id"), index=True)
    kind: Mapped[str] = mapped_column(default="member")  # of KINDS, or in the words of an imported list
    start: Mapped[dt.date | None]
    end: Mapped[dt.date | None]
