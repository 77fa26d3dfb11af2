"""Where the table of vehicles asks for its rows, and its columns."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from clubdesk.i18n import _
from clubdesk.services.vehicles import (
    VehicleRow,
    VehicleSearch,
    count_vehicles,
    find_vehicles,
    vehicle_rows,
)
from clubdesk.ui.common.columns import Column, Kind, Row, Source

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


class Fleet:
    """`total` is how many vehicles there are at all, as of the last search."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self.total = 0

    def source(self) -> Source:
        return Source(_columns(), self._ids, self._rows, "vehicle")

    def _ids(self, search: VehicleSearch | None, sort: str, descending: bool) -> "array[int]":
        wanted = replace(search or VehicleSearch(), sort=sort, descending=descending)
        self.total = self._workspace.read(count_vehicles)
        return self._workspace.read(find_vehicles, wanted)

    def _rows(self, wanted: Sequence[int]) -> list[Row]:
        return [_line(row) for row in self._workspace.read(vehicle_rows, wanted)]


def _columns() -> tuple[Column, ...]:
    return (
        Column("vehicle", _("Vehicle"), 210),
        Column("year", _("Year"), 64, Kind.NUMBER),
        Column("plate", _("Plate"), 104),
        Column("owner", _("Owner"), 170),
        Column("vin", _("VIN"), 172, Kind.MUTED),
        Column("colour", _("Colour"), 110, Kind.MUTED, shown=False),
    )


def _line(row: VehicleRow) -> Row:
    year = str(row.year) if row.year else None  # as a year, without a separator of thousands
    return Row(row.id, (row.name, year, row.plate, ", ".join(row.owners), row.vin, row.colour))
