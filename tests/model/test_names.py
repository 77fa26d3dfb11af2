"""Names as shown, sorted and printed; ids in the order of time; who may be invited."""

from itertools import pairwise
from typing import Any

import pytest

from clubdesk.model.eligibility import Candidate, Rule, is_model, why_not
from clubdesk.model.identity import new_id, new_ids
from clubdesk.model.names import full_name, initials, sort_name
from clubdesk.model.roster import number_key


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ({"given": "Anna", "surname": "Großmüller"}, "Anna Großmüller"),
        ({"given": "Anna Cornelia", "prefix": "van den", "surname": "Wolf"}, "Anna Cornelia van den Wolf"),
        ({"given": "伟", "surname": "王"}, "王伟"),
        ({"given": "マイケル", "surname": "スミス"}, "スミス マイケル"),
        ({"given": "Wei", "surname": "Wang"}, "Wei Wang"),
        ({"given": "Lena"}, "Lena"),
        ({"given": "María", "surname": "García", "surname2": "López"}, "María García López"),
        ({"given": "Anna", "surname": "Berg", "printed_name": "Dr. A. Berg"}, "Dr. A. Berg"),
    ],
)
def test_names(parts: dict[str, str], shown: str) -> None:
    assert full_name(**parts) == shown


def test_sorted_by_surname_without_prefix_and_accents() -> None:
    assert sort_name(given="Anna", prefix="van den", surname="Wolf") == "wolf anna van den"
    assert sort_name(given="Øystein", surname="Ødegård") < sort_name(given="A", surname="Sørensen")


def test_member_numbers_sort_as_people_read_them() -> None:
    assert sorted(["A-10", "10", "9", "A-2", "100"], key=number_key) == ["9", "10", "100", "A-2", "A-10"]


def test_initials() -> None:
    assert initials("Owners Club Bavaria") == "OC"
    assert initials("") == "?"


def test_ids_are_unique_and_in_the_order_of_time() -> None:
    ids = [new_id(), *new_ids(5000), new_id()]
    assert all(a < b for a, b in pairwise(ids))
    assert ids[-1] < 2**63


MEMBER: dict[str, Any] = {
    "status": "verified",
    "status_day": None,
    "is_member": True,
    "chapters": ["Oslo"],
    "vehicles": ["Model 3 Performance"],
}


@pytest.mark.parametrize(
    ("changed", "rules", "reason"),
    [
        ({}, [Rule("verified"), Rule("model", "model 3 performance")], ""),
        ({}, [Rule("model", "Roadster"), Rule("model", "Model 3")], ""),
        ({}, [Rule("chapter", "OSLO")], ""),
        ({"status": "lapsed"}, [Rule("verified")], "ran out"),
        ({"status": "unverified"}, [Rule("verified")], "never verified"),
        ({"status": "unverified"}, [], ""),
        (
            {"vehicles": ["Model Y"]},
            [Rule("model", "Model 3 Performance")],
            "owns no Model 3 Performance (Model Y)",
        ),
        ({"vehicles": []}, [Rule("model", "Model 3")], "no vehicle known"),
        ({}, [Rule("chapter", "Bergen"), Rule("chapter", "Bodø")], "not in chapter Bergen or Bodø"),
        ({"is_member": False}, [], "not a member now"),
    ],
)
def test_who_may_be_invited(changed: dict[str, Any], rules: list[Rule], reason: str) -> None:
    why = why_not(Candidate(**{**MEMBER, **changed}), rules)
    assert reason in why and bool(reason) == bool(why)


def test_a_model_includes_its_variants() -> None:
    assert is_model("Model 3 Performance", "Model 3")
    assert not is_model("Model 3", "Model 3 Performance")
    assert not is_model("Model 30", "Model 3")
