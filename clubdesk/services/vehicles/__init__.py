"""The club's vehicles: find, show and change them, sell them, decode their VINs."""

from clubdesk.services.vehicles.card import Owner, Twin, VehicleCard, vehicle_card
from clubdesk.services.vehicles.editing import delete_vehicles, merge_vehicles, new_vehicle
from clubdesk.services.vehicles.finding import (
    SORTS,
    VehicleRow,
    VehicleSearch,
    count_vehicles,
    find_vehicle,
    find_vehicles,
    kind_counts,
    ownerless_count,
    vehicle_rows,
    year_counts,
)
from clubdesk.services.vehicles.selling import Sale, new_owner_of, sell_vehicle
from clubdesk.services.vehicles.vin import VinFacts, vin_facts

__all__ = [
    "SORTS",
    "Owner",
    "Sale",
    "Twin",
    "VehicleCard",
    "VehicleRow",
    "VehicleSearch",
    "VinFacts",
    "count_vehicles",
    "delete_vehicles",
    "find_vehicle",
    "find_vehicles",
    "kind_counts",
    "merge_vehicles",
    "new_owner_of",
    "new_vehicle",
    "ownerless_count",
    "sell_vehicle",
    "vehicle_card",
    "vehicle_rows",
    "vin_facts",
    "year_counts",
]
