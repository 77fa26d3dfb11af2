"""What came back on paper or by mail, kept as evidence, and what people want corrected."""

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from clubdesk.model.base import Base, Row


class ScanImage(Base):
    """The picture of a page. It never changes and isn't recorded: the history would hold it a second time.

    It stays when its scan is undone, so that redo finds it again.
    """

    __tablename__ = "scan_image"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    data: Mapped[bytes]  # JPEG


class Scan(Row):
    """One page of a stack, or one mail. Without slips and not set aside it waits for an officer."""

    __tablename__ = "scan"

    file: Mapped[str]
    page: Mapped[int]  # from 1; 0 is the text of a mail
    way: Mapped[str]  # scan | mail
    received_on: Mapped[dt.date]
    digest: Mapped[str] = mapped_column(index=True)  # tells a page that comes again
    text: Mapped[str] = mapped_column(default="")  # of a mail
    image_id: Mapped[int | None] = mapped_column(ForeignKey("scan_image.id"))
    set_aside_on: Mapped[dt.date | None]


class ScannedSlip(Row):
    """A reply slip on a page, or a code in a mail. Of the code itself only the letter is kept."""

    __tablename__ = "scanned_slip"

    scan_id: Mapped[int] = mapped_column(ForeignKey("scan.id"), index=True)
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letter.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    state: Mapped[str]  # recorded | doubtful | already-recorded | expired | unknown-code | unread | set-aside
    answer: Mapped[str] = mapped_column(default="")  # verified | changed | not-owner | refused; "" unclear
    place: Mapped[dict[str, Any]]  # {"corners": of its code, as shares of the page}; {} in a mail


class EditProposal(Row):
    """Something about a person that a reply wants corrected; an officer does it or refuses."""

    __tablename__ = "edit_proposal"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    reply_id: Mapped[int | None] = mapped_column(ForeignKey("reply.id"), index=True)
    slip_id: Mapped[int | None] = mapped_column(ForeignKey("scanned_slip.id"), index=True)
    text: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="open", index=True)  # open | done | refused
    made_on: Mapped[dt.date]
    decided_on: Mapped[dt.date | None]
