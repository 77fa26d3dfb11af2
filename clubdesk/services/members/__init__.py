"""The roster: find, show and change people."""

from clubdesk.services.members.card import MemberCard, OwnedVehicle, PeriodLine, member_card
from clubdesk.services.members.editing import (
    add_member,
    add_vehicle,
    delete_people,
    end_ownership,
    set_address,
    set_membership,
    set_person,
    set_vehicle,
)
from clubdesk.services.members.finding import (
    SORTS,
    MemberRow,
    Search,
    count_people,
    find_members,
    member_rows,
    status_counts,
)
from clubdesk.services.members.records import MemberRecord, VehicleRecord, member_records

__all__ = [
    "SORTS",
    "MemberCard",
    "MemberRecord",
    "MemberRow",
    "OwnedVehicle",
    "PeriodLine",
    "Search",
    "VehicleRecord",
    "add_member",
    "add_vehicle",
    "count_people",
    "delete_people",
    "end_ownership",
    "find_members",
    "member_card",
    "member_records",
    "member_rows",
    "set_address",
    "set_membership",
    "set_person",
    "set_vehicle",
    "status_counts",
]
