"""Erase people for good: their rows, their scans, and what the history tells of them."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clubdesk.i18n import N_
from clubdesk.model.dues import Payment
from clubdesk.model.letters import Letter, LetterRun, Reply
from clubdesk.model.persons import Person
from clubdesk.model.roster import RosterLine
from clubdesk.model.scans import Scan
from clubdesk.model.vehicles import Ownership
from clubdesk.services.members.bin import name_in, overdue_in_bin
from clubdesk.services.members.deleting import delete_people
from clubdesk.services.members.merging import MERGED
from clubdesk.services.progress import NO_PROGRESS, Progress
from clubdesk.services.today import today
from clubdesk.services.workspace import change
from clubdesk.storage import roster, search
from clubdesk.storage.changelog import Change, ChangeRow, Image
from clubdesk.storage.erasing import deleted_rows, erase_images, erase_pictures, forget_step
from clubdesk.storage.recorder import describe

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

Rows = dict[str, set[int]]


@change(N_("Erased for good: {count}"))
def erase_people(session: Session, person_ids: Sequence[int], *, progress: Progress = NO_PROGRESS) -> None:
    """Erase people, in the roster or in the bin. It can't be undone; runs keep the count of their letters."""
    forget_step(session)
    wanted = _with_merged(session, set(person_ids))
    living = list(session.scalars(select(Person.id).where(Person.id.in_(wanted))))
    called = set(session.scalars(select(RosterLine.name).where(RosterLine.person_id.in_(living))))
    _count_letters(session, living)
    delete_people(session, living, progress=progress)
    session.flush()
    rows, names = _in_the_log(session, wanted)
    for table, row_id in deleted_rows(session):
        rows[table].add(row_id)
    rows["payment"] |= _payments_of(session, rows["due"])
    rows = _of_nobody_else(session, rows)
    erase_pictures(session)
    erase_images(session, rows, names | called)
    roster.refresh(session, living, today())
    search.forget_words(session)
    describe(session, count=len(set(person_ids)))


def empty_old_bin(workspace: "Workspace") -> int:
    """Erase who was deleted longer ago than the bin keeps people; how many they were."""
    old = workspace.read(overdue_in_bin)
    if old:
        workspace.do(erase_people, old)
    return len(old)


def _count_letters(session: Session, people: Collection[int]) -> None:
    """The runs keep how many letters they had, and how many were answered."""
    counted = (
        select(Letter.run_id, func.count(Letter.id), func.count(Reply.id))
        .outerjoin(Reply, Reply.letter_id == Letter.id)
        .where(Letter.person_id.in_(people), Letter.voided_on.is_(None))
        .group_by(Letter.run_id)
    )
    for run_id, letters, replies in session.execute(counted).all():
        run = session.get_one(LetterRun, run_id)
        run.erased, run.erased_replies = run.erased + letters, run.erased_replies + replies


def _in_the_log(session: Session, people: Collection[int]) -> tuple[Rows, set[str]]:
    """The rows that the change log tells of these people, by table, and the names they had."""
    rows: Rows = defaultdict(set)
    names: set[str] = set()
    for row in session.scalars(select(ChangeRow).execution_options(yield_per=1000)):
        for image in (row.before, row.after):
            if image is not None and _is_of(row, image, people):
                rows[row.table_name].add(row.row_id)
                for field, table in (("vehicle_id", "vehicle"), ("scan_id", "scan")):
                    if image.get(field):
                        rows[table].add(image[field])
                if row.table_name == Person.__tablename__:
                    names.add(name_in(image))
    return rows, names - {""}


def _payments_of(session: Session, dues: Collection[int]) -> set[int]:
    """The payments that the change log tells of for these dues: they don't name the person."""
    told = session.scalars(select(ChangeRow).where(ChangeRow.table_name == Payment.__tablename__))
    return {row.row_id for row in told if (row.after or row.before or {}).get("due_id") in dues}


def _with_merged(session: Session, people: set[int]) -> set[int]:
    """These people, and the entries that became part of theirs and were not parted again."""
    steps = select(Change.details).where(Change.label == MERGED)
    merges = [(told.get("kept"), told.get("gone")) for told in session.scalars(steps)]
    ended = _ended_by_merging(session)
    found: set[int] = set()
    while people - found:
        found |= people
        people = found | {gone for kept, gone in merges if kept in found and gone in ended}
    return found


def _ended_by_merging(session: Session) -> set[int]:
    """Who is gone because they became part of another: not who was parted again, even if deleted since."""
    steps = (
        select(ChangeRow.row_id, ChangeRow.after, Change.label)
        .join(Change, Change.id == ChangeRow.change_id)
        .where(ChangeRow.table_name == Person.__tablename__)
        .order_by(Change.id)
    )
    # the latest deletion of each; a row that is gone is null in JSON, which SQL doesn't take for NULL
    last = {person: label for person, after, label in session.execute(steps) if after is None}
    ended = {person for person, label in last.items() if label == MERGED}
    return ended - set(session.scalars(select(Person.id).where(Person.id.in_(ended))))


def _is_of(row: ChangeRow, image: Image, people: Collection[int]) -> bool:
    if row.table_name == Person.__tablename__:
        return row.row_id in people
    return image.get("person_id") in people


def _of_nobody_else(session: Session, rows: Rows) -> Rows:
    """Without the vehicles that somebody else has or had, and the pages with somebody else's slip."""
    others = {
        "vehicle": select(Ownership.vehicle_id).where(Ownership.vehicle_id.in_(rows["vehicle"])),
        "scan": select(Scan.id).where(Scan.id.in_(rows["scan"])),
    }
    for table, still in others.items():
        rows[table] -= set(session.scalars(still))
    return {table: ids for table, ids in rows.items() if ids}
