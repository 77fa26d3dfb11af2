"""Make vehicles, take them out of the club, and make one of two that are the same car."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.model.vehicles import Ownership, Vehicle
from clubdesk.services.checks import checked
from clubdesk.services.members.editing import VEHICLE_FIELDS
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import describe


@change(N_("New vehicle {name}"))
def new_vehicle(session: Session, /, **values: Any) -> int:
    """A vehicle whose owner isn't known (yet); its id. `values` are its fields by name."""
    vehicle = Vehicle(**{name: checked(name, values[name]) for name in VEHICLE_FIELDS if name in values})
    if not (vehicle.make or vehicle.model or vehicle.vin or vehicle.plate):
        raise Problem(_("A vehicle needs a model, a plate or a VIN."))
    session.add(vehicle)
    describe(session, name=called(vehicle))
    return vehicle.id


@change(N_("Vehicles deleted: {count}"))
def delete_vehicles(session: Session, vehicle_ids: Sequence[int]) -> None:
    """Take vehicles out of the club, with who owned them when."""
    for vehicle_id in vehicle_ids:
        for ownership in session.scalars(select(Ownership).where(Ownership.vehicle_id == vehicle_id)):
            session.delete(ownership)
        session.flush()
        session.delete(vehicle_of(session, vehicle_id))
    describe(session, count=len(vehicle_ids))


@change(N_("{name}: two entries of the same car made one"))
def merge_vehicles(session: Session, keep: int, other: int) -> None:
    """Keep one of two vehicles: its owners and what it doesn't know come from the other, which goes."""
    if keep == other:
        raise Problem(_("That is one and the same vehicle."))
    kept, gone = vehicle_of(session, keep), vehicle_of(session, other)
    join_vehicles(session, kept, gone)
    describe(session, name=called(kept))


def join_vehicles(session: Session, kept: Vehicle, gone: Vehicle) -> None:
    """The work of `merge_vehicles`, within another change."""
    for name in VEHICLE_FIELDS:
        if getattr(kept, name) in ("", None):
            setattr(kept, name, getattr(gone, name))
    moved = session.scalars(select(Ownership).where(Ownership.vehicle_id == gone.id).order_by(Ownership.id))
    for ownership in moved.all():
        ownership.vehicle_id = kept.id
    session.flush()
    join_ownerships(session, kept.id)
    session.delete(gone)
    session.flush()


def join_ownerships(session: Session, vehicle_id: int) -> None:
    """Who owns a car twice at the same time owns it once, since the first day known."""
    by_person: dict[int, Ownership] = {}
    owned = select(Ownership).where(Ownership.vehicle_id == vehicle_id, Ownership.end.is_(None))
    for ownership in session.scalars(owned.order_by(Ownership.id)).all():
        first = by_person.setdefault(ownership.person_id, ownership)
        if first is not ownership:
            first.start = min((day for day in (first.start, ownership.start) if day), default=None)
            session.delete(ownership)
    session.flush()


def vehicle_of(session: Session, vehicle_id: int) -> Vehicle:
    vehicle = session.get(Vehicle, vehicle_id)
    if vehicle is None:
        raise Problem(_("This vehicle is no longer in the club."), _("Undo brings it back."))
    return vehicle


def called(vehicle: Vehicle) -> str:
    """Tesla Model 3 Performance; else what tells the car apart."""
    return f"{vehicle.make} {vehicle.name}".strip() or vehicle.plate or vehicle.vin
