"""Verification letters: runs, letters, replies, verifications."""

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from clubdesk.model.base import Row


class LetterRun(Row):
    """One batch of letters: draft, printed, posted, closed. The dates tell the state."""

    __tablename__ = "letter_run"

    number: Mapped[int]  # counts within the year
    title: Mapped[str]
    kind: Mapped[str] = mapped_column(default="verification")  # of template: verification | verification-2
    layout: Mapped[str]  # of documents.layouts
    # What it is printed from, so that a reprint is the same after the club or its texts changed.
    wording: Mapped[dict[str, Any]] = mapped_column(default=dict)  # TOML by language
    letterhead: Mapped[dict[str, Any]] = mapped_column(default=dict)
    logo: Mapped[bytes | None]
    letter_paper: Mapped[bytes | None]
    dated: Mapped[dt.date]  # the day printed on the letters
    answer_by: Mapped[dt.date]  # the last day on which the codes are taken
    printed_on: Mapped[dt.date | None]
    posted_on: Mapped[dt.date | None]
    closed_on: Mapped[dt.date | None]
    erased: Mapped[int] = mapped_column(default=0)  # letters whose people are erased for good
    erased_replies: Mapped[int] = mapped_column(default=0)

    @property
    def state(self) -> str:
        return run_state(self.printed_on, self.posted_on, self.closed_on)


def run_state(printed: dt.date | None, posted: dt.date | None, closed: dt.date | None) -> str:
    """draft | printed | posted | closed"""
    return "closed" if closed else "posted" if posted else "printed" if printed else "draft"


class Letter(Row):
    """One person's letter in a run, with a snapshot of all that is printed, so a reprint is byte-identical.

    The reply code itself is nowhere kept: it is derived from the club's key, `id` and `code_turn`
    (clubdesk.model.codes); only its two fingerprints are stored.
    """

    __tablename__ = "letter"

    run_id: Mapped[int] = mapped_column(ForeignKey("letter_run.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    position: Mapped[int]  # the order in the PDF, from 1
    # The position of the letter at the top of its envelope, when a household's letters lie in one.
    envelope: Mapped[int | None]
    number: Mapped[str] = mapped_column(index=True)  # L-26-0311-7: shown in the window of the envelope
    language: Mapped[str]
    snapshot: Mapped[dict[str, Any]]
    code_turn: Mapped[int] = mapped_column(default=0)
    code_index: Mapped[bytes] = mapped_column(unique=True)  # finds the letter by its code
    code_proof: Mapped[bytes]  # binds the code to letter, person and expiry
    expires: Mapped[dt.date]
    voided_on: Mapped[dt.date | None]
    returned_on: Mapped[dt.date | None]
    returned_reason: Mapped[str] = mapped_column(default="")
    spoiled: Mapped[int] = mapped_column(default=0)  # sheets that a printer ruined

    __table_args__ = (UniqueConstraint("run_id", "position"),)


class Reply(Row):
    """What somebody answered to a letter. The first one redeems the letter's code."""

    __tablename__ = "reply"

    letter_id: Mapped[int] = mapped_column(ForeignKey("letter.id"), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    answer: Mapped[str]  # verified | refused | not-owner
    received_on: Mapped[dt.date]
    way: Mapped[str] = mapped_column(default="code")  # code | scan | mail | phone
    note: Mapped[str] = mapped_column(default="")  # who asked on the phone
    slip_id: Mapped[int | None] = mapped_column(ForeignKey("scanned_slip.id"), index=True)


class Verification(Row):
    """A person is verified from a day until a day; it ages, and can be ended early."""

    __tablename__ = "verification"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    reply_id: Mapped[int | None] = mapped_column(ForeignKey("reply.id"), index=True)
    evidence: Mapped[str]  # letter, or what else proved it (services.letters.evidence)
    start: Mapped[dt.date]
    until: Mapped[dt.date]  # the last day on which it holds
    ended_on: Mapped[dt.date | None]
    ended_reason: Mapped[str] = mapped_column(default="")
