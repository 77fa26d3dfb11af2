"""Take people out of the roster, with all that is theirs."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.model.clubs import Office
from clubdesk.model.custom import CustomValue
from clubdesk.model.dues import Due
from clubdesk.model.events import Event, Invitation, Registration
from clubdesk.model.letters import Letter, Reply, Verification
from clubdesk.model.lists import ListPerson
from clubdesk.model.persons import Contact, Person, PersonTag, Photo
from clubdesk.model.scans import EditProposal, Scan, ScannedSlip
from clubdesk.model.vehicles import Ownership, Vehicle
from clubdesk.services.members.households import drop_if_empty
from clubdesk.services.progress import NO_PROGRESS, Progress
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import describe

#: What goes with a person, each before what it refers to.
THEIRS: tuple[Any, ...] = (
    EditProposal, Verification, Reply, ScannedSlip, Letter, Registration, Invitation, Office, Ownership, Due,
    Contact, PersonTag, Photo, CustomValue, ListPerson,
)  # fmt: skip


@change(N_("People deleted: {count}"))
def delete_people(session: Session, person_ids: Sequence[int], *, progress: Progress = NO_PROGRESS) -> None:
    """Take people out of the roster with all that is theirs; undo brings it all back."""
    from clubdesk.services.events.places import fill_places  # the list of members doesn't wait for events

    freed = select(Event).join(Registration).where(Registration.person_id.in_(person_ids))
    events = session.scalars(freed.distinct()).all()
    for done, person_id in enumerate(person_ids):
        progress(done, len(person_ids))
        person = session.get(Person, person_id)
        if person is None:
            raise Problem(_("This person is no longer in the roster."), _("Undo brings them back."))
        cars = session.scalars(
            select(Vehicle).join(Ownership).where(Ownership.person_id == person_id).distinct()
        ).all()
        pages = session.scalars(
            select(Scan).join(ScannedSlip).where(ScannedSlip.person_id == person_id)
        ).all()
        for rows in THEIRS:
            for row in session.scalars(select(rows).where(rows.person_id == person_id)):
                session.delete(row)
            session.flush()
        household = person.household_id
        session.delete(person)
        session.flush()
        drop_if_empty(session, household)
        _delete_unowned(session, cars)
        _delete_empty(session, pages)
    for event in events:
        fill_places(session, event)
    describe(session, count=len(person_ids))


def _delete_unowned(session: Session, cars: Sequence[Vehicle]) -> None:
    """Plate and VIN tell of a person too; a car that somebody else has or had stays."""
    for car in cars:
        if session.scalars(select(Ownership.id).where(Ownership.vehicle_id == car.id)).first() is None:
            session.delete(car)


def _delete_empty(session: Session, pages: Sequence[Scan]) -> None:
    """A page shows whose slip it was; one with somebody else's slip stays."""
    for page in pages:
        if session.scalars(select(ScannedSlip.id).where(ScannedSlip.scan_id == page.id)).first() is None:
            session.delete(page)
