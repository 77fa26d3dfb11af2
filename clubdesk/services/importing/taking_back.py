"""Take an import back any time later: what nobody touched since goes, later work stays."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.services.chunks import chunks
from clubdesk.services.history import history_lines
from clubdesk.services.importing.personrow import IMPORT
from clubdesk.services.members.finding import member_rows
from clubdesk.services.workspace import change
from clubdesk.storage.changelog import Change
from clubdesk.storage.recorder import describe
from clubdesk.storage.taking_back import Remains, remains_of, take_back

LOOK = 200  # imports among which the newest one is looked for


@dataclass(frozen=True, slots=True)
class Stays:
    """Somebody of whom something stays, and the table that was changed or used since."""

    person: int
    name: str
    because: str


@dataclass(frozen=True, slots=True)
class TakenBack:
    """People removed, people whose old values came back, and who stays as they are."""

    removed: int
    restored: int
    stays: tuple[Stays, ...]


def newest_import(session: Session) -> int | None:
    """The newest import that nobody took back."""
    steps = select(Change.id).where(Change.label == IMPORT, Change.kind == "do").order_by(Change.id.desc())
    lines = history_lines(session, session.scalars(steps.limit(LOOK)).all())
    return next((line.change for line in lines if not line.undone), None)


def plan_taking_back(session: Session, change_id: int) -> TakenBack:
    """What taking this import back would do; nothing is changed."""
    return _told(session, remains_of(session, _import(session, change_id)))


@change(N_("Take back the import of {file}: {removed} removed, {kept} stay"))
def take_back_import(session: Session, change_id: int) -> TakenBack:
    """Remove and restore what is still as the import left it."""
    step = _import(session, change_id)
    done = _told(session, remains_of(session, step))
    describe(session, file=str(step.details.get("file", "")), removed=done.removed, kept=len(done.stays))
    take_back(session, step)
    return done


def _import(session: Session, change_id: int) -> Change:
    step = session.get(Change, change_id)
    if step is None or step.label != IMPORT or step.kind != "do":
        raise Problem(_("This step is no import."), _("Choose a step of the history that brought in a list."))
    return step


def _told(session: Session, remains: Remains) -> TakenBack:
    because = {person: remains.kept[key] for key, person in remains.owners.items()}
    stays = tuple(Stays(person, name, because[person]) for person, name in _names(session, because))
    restored = {
        key[1] if key[0] == "person" else now.get("person_id")
        for key, (now, _before) in remains.restored.items()
    }
    return TakenBack(len(remains.inserted["person"]), len(restored - {None}), stays)


def _names(session: Session, ids: Iterable[int]) -> list[tuple[int, str]]:
    found = [(row.id, row.name) for some in chunks(sorted(ids)) for row in member_rows(session, some)]
    return sorted(found, key=lambda pair: pair[1])
