"""The roster: find, show and change people."""

from clubdesk.services.member_list import MEMBERSHIP_KINDS, STATES, MemberRow, Search
from clubdesk.services.members.addresses import AddressLine, add_address, remove_address, set_address
from clubdesk.services.members.card import MemberCard, OwnedVehicle, member_card
from clubdesk.services.members.contacts import ContactLine, add_contact, remove_contact, set_contact
from clubdesk.services.members.custom import (
    CustomFieldLine,
    add_custom_field,
    custom_fields,
    custom_values,
    remove_custom_field,
    set_custom_field,
    set_custom_value,
)
from clubdesk.services.members.deleting import delete_people
from clubdesk.services.members.editing import (
    add_member,
    add_vehicle,
    end_ownership,
    set_ownership,
    set_person,
    set_vehicle,
)
from clubdesk.services.members.finding import (
    SORTS,
    chapter_counts,
    count_people,
    country_counts,
    find_among_all,
    find_members,
    member_rows,
    model_counts,
    status_counts,
)
from clubdesk.services.members.households import (
    HouseholdMember,
    leave_household,
    make_household,
    rename_household,
    share_address,
)
from clubdesk.services.members.numbers import next_number, taken_by
from clubdesk.services.members.offices import OfficeLine, add_office, remove_office, roles, set_office
from clubdesk.services.members.periods import (
    PeriodLine,
    add_membership,
    remove_membership,
    set_membership,
    set_period,
)
from clubdesk.services.members.photos import photo_of, set_photo
from clubdesk.services.members.reasons import found_rows
from clubdesk.services.members.records import MemberRecord, VehicleRecord, member_records
from clubdesk.services.members.suggesting import Suggestion, did_you_mean
from clubdesk.services.members.tags import add_tag, set_tags, tag_counts, take_tag

__all__ = [
    "MEMBERSHIP_KINDS",
    "SORTS",
    "STATES",
    "AddressLine",
    "ContactLine",
    "CustomFieldLine",
    "HouseholdMember",
    "MemberCard",
    "MemberRecord",
    "MemberRow",
    "OfficeLine",
    "OwnedVehicle",
    "PeriodLine",
    "Search",
    "Suggestion",
    "VehicleRecord",
    "add_address",
    "add_contact",
    "add_custom_field",
    "add_member",
    "add_membership",
    "add_office",
    "add_tag",
    "add_vehicle",
    "chapter_counts",
    "count_people",
    "country_counts",
    "custom_fields",
    "custom_values",
    "delete_people",
    "did_you_mean",
    "end_ownership",
    "find_among_all",
    "find_members",
    "found_rows",
    "leave_household",
    "make_household",
    "member_card",
    "member_records",
    "member_rows",
    "model_counts",
    "next_number",
    "photo_of",
    "remove_address",
    "remove_contact",
    "remove_custom_field",
    "remove_membership",
    "remove_office",
    "rename_household",
    "roles",
    "set_address",
    "set_contact",
    "set_custom_field",
    "set_custom_value",
    "set_membership",
    "set_office",
    "set_ownership",
    "set_period",
    "set_person",
    "set_photo",
    "set_tags",
    "set_vehicle",
    "share_address",
    "status_counts",
    "tag_counts",
    "take_tag",
    "taken_by",
]
