"""One vehicle with its owners of then and now, and other cars that seem to be the same."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.model.roster import RosterLine
from clubdesk.model.vehicles import Ownership, Vehicle
from clubdesk.services.vehicles.finding import VehicleRow, vehicle_rows


@dataclass(frozen=True, slots=True)
class Owner:
    """Who owned a vehicle from when to when; `end` is None while they own it."""

    ownership: int
    person: int
    name: str
    start: dt.date | None
    end: dt.date | None


@dataclass(frozen=True, slots=True)
class Twin:
    """Another vehicle in the club with the same VIN."""

    id: int
    name: str
    owners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VehicleCard:
    """A vehicle for the pane: the owners of now first, then the last before them."""

    row: VehicleRow
    history: tuple[Owner, ...]
    twins: tuple[Twin, ...]

    @property
    def owner(self) -> Owner | None:
        """Who owns it now, the one who bought it last where there are more."""
        return next((owner for owner in self.history if owner.end is None), None)


def vehicle_card(session: Session, vehicle_id: int) -> VehicleCard:
    """All about one vehicle; Problem when it is gone."""
    rows = vehicle_rows(session, [vehicle_id])
    if not rows:
        raise Problem(_("This vehicle is no longer in the club."), _("Undo brings it back."))
    return VehicleCard(rows[0], _history(session, vehicle_id), _twins(session, rows[0]))


def _history(session: Session, vehicle_id: int) -> tuple[Owner, ...]:
    owned = (
        select(Ownership.id, Ownership.person_id, RosterLine.name, Ownership.start, Ownership.end)
        .join(RosterLine, RosterLine.person_id == Ownership.person_id)
        .where(Ownership.vehicle_id == vehicle_id)
    )
    owners = [Owner(*row) for row in session.execute(owned)]
    return tuple(sorted(owners, key=_newest_first, reverse=True))


def _newest_first(owner: Owner) -> tuple[dt.date, dt.date, int]:
    return owner.end or dt.date.max, owner.start or dt.date.min, owner.ownership


def _twins(session: Session, row: VehicleRow) -> tuple[Twin, ...]:
    if not row.vin:
        return ()
    same = select(Vehicle.id).where(Vehicle.vin == row.vin, Vehicle.id != row.id).order_by(Vehicle.id)
    rows = vehicle_rows(session, session.scalars(same).all())
    return tuple(Twin(other.id, other.name, other.owners) for other in rows)
