"""Which rows of the club's tables are about one person."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.model.clubs import Office
from clubdesk.model.custom import CustomValue
from clubdesk.model.dues import Due, Payment
from clubdesk.model.events import Invitation, Registration
from clubdesk.model.letters import Letter, LetterRun, Reply, Verification
from clubdesk.model.lists import ListPerson
from clubdesk.model.persons import Address, Contact, Membership, Person, PersonTag, Photo
from clubdesk.model.scans import EditProposal, ScannedSlip
from clubdesk.model.vehicles import Ownership, Vehicle

THEIRS: tuple[Any, ...] = (
    Address, Contact, PersonTag, Photo, CustomValue, Membership, Office, Ownership, Letter, Reply,
    Verification, Invitation, Registration, ScannedSlip, EditProposal, Due, ListPerson,
)  # fmt: skip


def rows_of_person(session: Session, person_id: int) -> dict[str, list[int]]:
    """The ids of a person's rows by table, with their vehicles and the runs their letters were in."""
    rows = {Person.__tablename__: [person_id]}
    for table in THEIRS:
        rows[table.__tablename__] = _ids(session, table.id, table.person_id == person_id)
    rows[Vehicle.__tablename__] = _ids(session, Ownership.vehicle_id, Ownership.person_id == person_id)
    rows[LetterRun.__tablename__] = _ids(session, Letter.run_id, Letter.person_id == person_id)
    rows[Payment.__tablename__] = _ids(session, Payment.id, Payment.due_id.in_(rows[Due.__tablename__]))
    return {table: ids for table, ids in rows.items() if ids}


def _ids(session: Session, column: Any, condition: Any) -> list[int]:
    return list(session.scalars(select(column).where(condition).distinct()))
