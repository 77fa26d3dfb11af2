"""Make a club, and its settings."""

import re
import secrets
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clubdesk import paths
from clubdesk.errors import Problem
from clubdesk.i18n import LANGUAGES, N_, _
from clubdesk.model.clubs import Chapter, Club, ClubKey
from clubdesk.model.events import EligibilityRule
from clubdesk.model.folding import fold
from clubdesk.services.cell_text import clean
from clubdesk.services.checks import checked
from clubdesk.services.workspace import Workspace, change
from clubdesk.storage.database import Database, create_file, is_server, open_database
from clubdesk.storage.failures import in_words
from clubdesk.storage.recorder import Recorder, describe
from clubdesk.storage.upgrade import format_of, migrate

COUNTS = ("reply_days", "silent_days", "verified_months", "letters_limit")
MOST = 4000
LONGEST_STEM = 60  # letters of a file's name; systems take 255 bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ClubSettings:
    """The club's settings as the window shows them; the fields are those of `model.clubs.Club`."""

    name: str
    tagline: str
    accent: str
    street: str
    postcode: str
    city: str
    country: str
    phone: str
    phone_hours: str
    email: str
    privacy_url: str
    register_entry: str
    bank: str
    contact_name: str
    contact_role: str
    language: str
    letter_layout: str
    reply_days: int
    silent_days: int
    verified_months: int
    letters_limit: int
    number_pattern: str
    sample: bool
    logo: bytes | None
    letter_paper: bytes | None


def create_club(address: str | Path, *, name: str, officer: str) -> Workspace:
    """Make a new club, as a file or as a schema of a PostgreSQL database, and open it."""
    if not name.strip():
        raise Problem(_("A club needs a name."), _("Give the name that stands on its letters."))
    with in_words():
        database = open_database(address) if is_server(address) else create_file(Path(address))
        try:
            _found(database, name.strip())
            return Workspace(database, officer=officer)
        except BaseException:
            database.close()
            if database.file:
                discard_new_file(database.file)
            raise


def _found(database: Database, name: str) -> None:
    if format_of(database):
        raise Problem(_("There is a club already at this address."), _("Open it, or give another schema."))
    migrate(database)
    with Session(database.writer) as session:
        session.info["recorder"] = Recorder()  # founding is no step that could be undone
        session.add(ClubKey(id=1, key=secrets.token_bytes(32)))
        session.add(Club(name=name))
        session.commit()


def discard_new_file(file: Path) -> None:
    """Remove a club file that could not be finished, with all that lies beside it."""
    for name in (file.name, f"{file.name}-wal", f"{file.name}-shm", f".{file.name}.lock"):
        file.with_name(name).unlink(missing_ok=True)


def club_settings(session: Session) -> ClubSettings:
    club = the_club(session)
    return ClubSettings(**{field.name: getattr(club, field.name) for field in fields(ClubSettings)})


@change(N_("Change the club's settings"))
def set_club(session: Session, /, **values: str | int | bool | bytes | None) -> None:
    """Change settings by name, e.g. `set_club(session, city="Oslo")`; Problem for bad values."""
    club = the_club(session)
    for name, value in values.items():
        if name not in {field.name for field in fields(ClubSettings)}:
            raise TypeError(f"no club setting {name}")
        setattr(club, name, checked_setting(name, value))


def checked_setting(name: str, value: Any) -> Any:
    """The value as it is kept; Problem when it can't be right."""
    kept = clean(value) if isinstance(value, str) else value
    _check_setting(name, kept)
    if name == "number_pattern":
        from clubdesk.services.members.numbers import checked_pattern  # numbers know the club

        return checked_pattern(kept)
    return checked("email", kept) if name == "email" else kept


def _check_setting(name: str, value: Any) -> None:
    if name == "name" and not str(value).strip():
        raise Problem(_("A club needs a name."), _("Give the name that stands on its letters."))
    if name == "accent" and not re.fullmatch("#[0-9a-fA-F]{6}", str(value)):
        raise Problem(_("{value} is no colour.").format(value=value), _("Write it like #0b6bcb."))
    if name == "language" and value not in LANGUAGES:
        raise Problem(
            _("There are no letters in the language {value}.").format(value=value), ", ".join(LANGUAGES)
        )
    if name in COUNTS and (value is None or not 0 < int(value) < MOST):
        raise Problem(
            _("{value} is too few or too many.").format(value=value)
            if value is not None
            else _("A number is missing."),
            _("Give a number above zero."),
        )
    if name == "logo" and value:
        from clubdesk.documents.logo import read_logo  # Pillow: only when there is a logo

        read_logo(bytes(value))
    if name == "letter_paper" and value:
        from clubdesk.documents.letter_paper import read_letter_paper

        read_letter_paper(bytes(value))


def the_club(session: Session) -> Club:
    return session.scalars(select(Club)).one()


def club_key(session: Session) -> bytes:
    """The secret from which this club's reply codes are derived."""
    return session.scalars(select(ClubKey.key)).one()


@dataclass(frozen=True, slots=True)
class ChapterLine:
    """A chapter, for choices and chips."""

    id: int
    name: str


def chapters(session: Session) -> list[ChapterLine]:
    """All chapters by name."""
    return [
        ChapterLine(c.id, c.name) for c in session.scalars(select(Chapter).order_by(func.lower(Chapter.name)))
    ]


@change(N_("Add chapter {name}"))
def add_chapter(session: Session, *, name: str, city: str = "") -> int:
    """A new chapter; its id. Problem when there is one of that name."""
    chapter = Chapter(name=_free_name(session, name), city=city)
    session.add(chapter)
    describe(session, name=chapter.name)
    return chapter.id


@change(N_("Rename chapter {before} to {name}"))
def rename_chapter(session: Session, chapter_id: int, *, name: str) -> None:
    """Give a chapter another name; Problem when there is another one of that name."""
    chapter = session.get(Chapter, chapter_id)
    if chapter is None:
        raise Problem(_("This chapter is gone."), _("Undo brings it back."))
    before, chapter.name = chapter.name, _free_name(session, name, but=chapter_id)
    for rule in session.scalars(select(EligibilityRule).where(EligibilityRule.kind == "chapter")):
        if fold(rule.value) == fold(before):
            rule.value = chapter.name
    describe(session, before=before, name=chapter.name)


def _free_name(session: Session, name: str, *, but: int = 0) -> str:
    """The name, tidied up, if no chapter but that one has it."""
    tidy = " ".join(clean(name).split())
    if not tidy:
        raise Problem(_("A chapter needs a name."))
    others = session.execute(select(Chapter.id, Chapter.name).where(Chapter.id != but))
    if any(other.casefold() == tidy.casefold() for _id, other in others):
        raise Problem(_("There is a chapter “{name}” already.").format(name=tidy))
    return tidy


def default_place(name: str) -> Path:
    """Where a new club's file goes unless the officer says otherwise; a name that isn't taken."""
    stem = re.sub(r"[^\w\- ]+", "", name)[:LONGEST_STEM].strip() or "club"
    place = paths.clubs() / f"{stem}.clubdesk"
    count = 2
    while place.exists():
        place = paths.clubs() / f"{stem} {count}.clubdesk"
        count += 1
    return place
