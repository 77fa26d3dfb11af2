"""The roster: find, show and change people."""

from clubdesk.services.member_list import STATES, MemberRow, Search
from clubdesk.services.members.card import MemberCard, OwnedVehicle, PeriodLine, member_card
from clubdesk.services.members.deleting import delete_people
from clubdesk.services.members.editing import (
    add_member,
    add_vehicle,
    end_ownership,
    set_address,
    set_membership,
    set_ownership,
    set_person,
    set_vehicle,
)
from clubdesk.services.members.finding import (
    SORTS,
    chapter_counts,
    count_people,
    find_among_all,
    find_members,
    member_rows,
    model_counts,
    status_counts,
)
from clubdesk.services.members.reasons import found_rows
from clubdesk.services.members.records import MemberRecord, VehicleRecord, member_records

__all__ = [
    "SORTS",
    "STATES",
    "MemberCard",
    "MemberRecord",
    "MemberRow",
    "OwnedVehicle",
    "PeriodLine",
    "Search",
    "VehicleRecord",
    "add_member",
    "add_vehicle",
    "chapter_counts",
    "count_people",
    "delete_people",
    "end_ownership",
    "find_among_all",
    "find_members",
    "found_rows",
    "member_card",
    "member_records",
    "member_rows",
    "model_counts",
    "set_address",
    "set_membership",
    "set_ownership",
    "set_person",
    "set_vehicle",
    "status_counts",
]
