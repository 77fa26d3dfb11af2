"""One open club: run changes and questions, undo and redo, tell who listens.

    workspace.do(set_name, 17, given="Bo")            begin, run, record, commit, announce
    workspace.read(find_members, Search("ek"))        begin, run, roll back

Both block and may be called from any thread; changes wait for each other.
"""

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.model.roster import RosterLine
from clubdesk.services.news import News
from clubdesk.services.today import today
from clubdesk.storage import orders, roster
from clubdesk.storage.changelog import Change, ChangeBatch, ChangeRow, told
from clubdesk.storage.database import Database, open_database
from clubdesk.storage.failures import in_words
from clubdesk.storage.recorder import Recorder
from clubdesk.storage.undo import next_redo, next_undo, revert
from clubdesk.storage.upgrade import ensure_newest

P = ParamSpec("P")
R = TypeVar("R")
F = TypeVar("F", bound=Callable[..., Any])
PATIENCE = 0.5  # seconds that the window may stand still


def change(label: str) -> Callable[[F], F]:
    """Mark a function as a change; `label` names it in the menu and in the history: Undo {label}.

    The label is marked with N_ and may hold placeholders, filled by `describe(session, count=3)`.
    """

    def mark(function: F) -> F:
        function.label = label  # type: ignore[attr-defined]
        return function

    return mark


@dataclass(frozen=True, slots=True)
class Step:
    """A change that can be undone or redone."""

    change: int
    label: str  # in the window's language


class Workspace:
    """An open club, as one officer."""

    def __init__(self, database: Database, *, officer: str) -> None:
        self.officer = officer
        self.news = News()
        self._database = database
        self._writing = threading.Lock()
        self._day: dt.date | None = None
        self._keep_day()
        self._seen = self.read(_newest_change)

    @classmethod
    def open(cls, address: str | Path, *, officer: str) -> "Workspace":
        """Open a club file or a PostgreSQL address, upgraded if need be; Problem in words if that fails."""
        with in_words():
            database = open_database(address)
            try:
                ensure_newest(database)
                return cls(database, officer=officer)
            except BaseException:
                database.close()
                raise

    @property
    def file(self) -> Path | None:
        """The club file; None for a club on a server."""
        return self._database.file

    def do(self, work: Callable[Concatenate[Session, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a change in a transaction, as one undo step and one entry in the history."""
        label = getattr(work, "label", None)
        if label is None:
            raise TypeError(f"{work.__name__} is no @change")
        self._keep_day()
        with self._change() as session:
            recorder = session.info["recorder"] = Recorder()
            result = work(session, *args, **kwargs)
            session.flush()
            self._record(session, recorder, label=label, kind="do")
        self.news.announce(recorder.tables())
        return result

    def do_now(self, work: Callable[Concatenate[Session, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a small change on a thread that mustn't wait, such as the window's.

        Problem when a long one is under way, such as an import.
        """
        if not self._writing.acquire(timeout=PATIENCE):
            raise Problem(_("Another change is still under way."), _("Try again when it is done."))
        self._writing.release()
        return self.do(work, *args, **kwargs)

    def read(self, question: Callable[Concatenate[Session, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Ask a question; whatever it does to the session is rolled back."""
        with in_words(), Session(self._database.reader) as session:
            return question(session, *args, **kwargs)

    def undo(self) -> Step | None:
        """Take back this officer's newest step; None when there is none, Conflict when others built on it."""
        return self._revert(next_undo, "undo")

    def redo(self) -> Step | None:
        """Do again what was undone last; None when there is nothing or something new was done since."""
        return self._revert(next_redo, "redo")

    def next_undo(self) -> Step | None:
        """What undo would take back."""
        return self.read(lambda session: _step(next_undo(session, self.officer)))

    def next_redo(self) -> Step | None:
        """What redo would do again."""
        return self.read(lambda session: _step(next_redo(session, self.officer)))

    def check_news(self) -> None:
        """Announce what other officers changed since the last look (and what a new day changed)."""
        self._keep_day()
        newest = self.read(_newest_change)
        if newest > self._seen:
            tables = self.read(_tables_since, self._seen)
            self._seen = newest
            self.news.announce(tables)

    def close(self) -> None:
        """Let go of the file; safe to call twice."""
        with suppress(Problem):
            self._tidy()
        self._database.close()

    def __enter__(self) -> "Workspace":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _tidy(self) -> None:
        if self._database.is_sqlite:
            with in_words(), self._database.reader.connect() as connection:
                raw = connection.connection.driver_connection
                assert raw is not None
                raw.execute("PRAGMA optimize")

    def _revert(self, which: Callable[[Session, str], Change | None], kind: str) -> Step | None:
        with self._change() as session:
            step = which(session, self.officer)
            if step is None:
                return None
            recorder = revert(session, step)
            self._record(session, recorder, label=step.label, kind=kind, undoes=step.id)
        self.news.announce(recorder.tables())
        return _step(step)

    def _record(
        self, session: Session, recorder: Recorder, *, label: str, kind: str, undoes: int | None = None
    ) -> None:
        people = roster.people_of(session, recorder.touched())
        roster.refresh(session, people, today())
        newest = _newest_change(session)
        written = recorder.write(session, officer=self.officer, label=label, kind=kind, undoes=undoes)
        if written and newest <= self._seen:  # else others' news are still to be announced
            self._seen = written

    def _keep_day(self) -> None:
        """Renew the lines that a new day has changed: a verification ran out, a letter became silent."""
        day = today()
        if self._day == day:
            return
        if self.read(lambda s: s.scalar(select(func.count()).where(RosterLine.status_changes_on <= day))):
            with self._change() as session:
                roster.refresh_aged(session, day)
        self._day = day
        orders.forget(self._database.reader)  # another officer's clubdesk may have renewed them
        self.news.announce(frozenset({"person"}))

    @contextmanager
    def _change(self) -> Iterator[Session]:
        with self._writing, in_words(), _session(self._database.writer) as session:
            yield session
            session.commit()
            orders.forget(self._database.reader)


@contextmanager
def _session(engine: Engine) -> Iterator[Session]:
    with Session(engine, expire_on_commit=False) as session:
        yield session


def _step(found: Change | None) -> Step | None:
    return Step(found.id, told(found.label, found.details)) if found else None


def _newest_change(session: Session) -> int:
    return session.scalar(select(func.max(Change.id))) or 0


def _tables_since(session: Session, seen: int) -> frozenset[str]:
    rows = session.scalars(select(ChangeRow.table_name).where(ChangeRow.change_id > seen).distinct())
    batches = session.scalars(select(ChangeBatch.table_name).where(ChangeBatch.change_id > seen).distinct())
    return frozenset(rows) | frozenset(batches)
