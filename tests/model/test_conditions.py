"""Conditions as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubdesk.errors import Problem
from clubdesk.model.conditions import COMPARED, Condition, Group, Node, parse, write

OSLO = Condition("chapter", "=", ("Oslo",))
VERIFIED = Condition("verified")


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("chapter = Oslo", OSLO),
        ("chapter=Oslo AND not verified", Group("all", (OSLO, Group("none", (VERIFIED,))))),
        ("chapter = Bad Tölz, Oslo", Condition("chapter", "=", ("Bad Tölz", "Oslo"))),
        ("verified or chapter = Oslo and verified", Group("any", (VERIFIED, Group("all", (OSLO, VERIFIED))))),
        (
            "(verified or chapter = Oslo) and verified",
            Group("all", (Group("any", (VERIFIED, OSLO)), VERIFIED)),
        ),
        ("not (verified or chapter = Oslo)", Group("none", (VERIFIED, OSLO))),
        ("email is empty", Condition("email", "empty")),
        ('name = "and \\"so\\" on"', Condition("name", "=", ('and "so" on',))),
        ("chapter = 慕尼黑", Condition("chapter", "=", ("慕尼黑",))),
    ],
)
def test_parsed(text: str, node: Node) -> None:
    assert parse(text) == node


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", 1), ("chapter =", 10), ("chapter = Oslo and", 19), ("(verified", 10), ("verified)", 9),
        ('name = "Bo', 8), ("email is odd", 10), ("verified verified", 10), ("a ! b", 3), ("and verified", 1),
    ],
)  # fmt: skip
def test_a_wrong_place_is_named(text: str, place: int) -> None:
    with pytest.raises(Problem, match=f"at character {place} "):
        parse(text)


def test_brackets_without_end_are_refused() -> None:
    with pytest.raises(Problem, match="too many brackets"):
        parse("(" * 10_000)


CONDITIONS = st.one_of(
    st.builds(Condition, st.sampled_from(("town", "verified-until"))),
    st.builds(Condition, st.just("town"), st.sampled_from(("known", "empty"))),
    st.builds(
        Condition,
        st.just("name"),
        st.sampled_from(COMPARED),
        st.lists(st.text(max_size=12), min_size=1, max_size=3).map(tuple),
    ),
)


def _groups(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(nodes, min_size=2, max_size=4).map(tuple)
    return st.builds(Group, st.sampled_from(("all", "any", "none")), several)


@given(st.recursive(CONDITIONS, _groups, max_leaves=12))
def test_what_is_written_is_read_as_the_same(node: Node) -> None:
    assert parse(write(node)) == node


@given(st.text(max_size=80))
def test_no_text_is_too_odd(text: str) -> None:
    try:
        read = parse(text)
    except Problem:
        return
    assert parse(write(read)) == read
