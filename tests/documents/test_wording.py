from collections.abc import Mapping

import pytest

from clubdesk.documents.letters import KIND, print_letters
from clubdesk.documents.template import check_template, read_template
from clubdesk.documents.wording import DEEPEST, read_wording
from tests.documents.reading import Paper
from tests.documents.samples import ANNA, CLUB


def said(text: str, values: Mapping[str, str]) -> str:
    return read_wording(text).fill(lambda name: values.get(name, ""))


@pytest.mark.parametrize(
    ("text", "with_car", "without"),
    [
        ("A{if vehicle.name} {vehicle.name}{end}.", "A Model 3.", "A."),
        ("{if vehicle.name}yes{else}no{end}", "yes", "no"),
        ("{if not vehicle.name}no{else}yes{end}", "yes", "no"),
        ("{if vehicle.name}{if not member.chapter}a{end}b{end}c", "abc", "c"),
    ],
)
def test_conditions_choose_by_what_is_filled(text: str, with_car: str, without: str) -> None:
    assert read_wording(text).mistakes == ()
    assert said(text, {"vehicle.name": "Model 3"}) == with_car
    assert said(text, {"vehicle.name": " "}) == without


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("{if vehicle.name}x", "“{if vehicle.name}” has no {end}."),
        ("x{else}", "“{else}” belongs to no condition."),
        ("{if vehicle.name}{else}{else}{end}", "“{else}” belongs to no condition."),
        ("{end}", "“{end}” belongs to no condition."),
        ("{if vehicle.colour}x{end}", "There is no merge field “vehicle.colour”."),
        ("{if 1 == 1}x", "“{if 1 == 1}” is not a merge field."),
    ],
)
def test_a_condition_that_is_wrong_is_told(text: str, mistake: str) -> None:
    assert read_wording(text).mistakes == (mistake,)


def test_conditions_stand_only_so_deep() -> None:
    def nested(times: int) -> str:
        return "{if vehicle.name}" * times + "x" + "{end}" * times

    assert read_wording(nested(DEEPEST)).mistakes == ()
    assert len(read_wording(nested(100_000)).mistakes) == 1


@pytest.mark.parametrize("text", ["x = " + "[" * 50_000, "a" + ".a" * 25_000 + " = 1", "#" * 70_000])
def test_a_hostile_file_is_a_finding(text: str) -> None:
    assert check_template(text, kind=KIND)


def test_an_empty_paragraph_is_left_out_for_its_reader() -> None:
    text = 'paragraphs = ["Hallo.", "{if member.chapter}Gruß an {member.chapter}.{end}"]'
    own = read_template(text, kind=KIND, language="de")
    other = type(ANNA)(**{name: getattr(ANNA, name) for name in ANNA.__dataclass_fields__} | {"chapter": ""})
    assert [len(own.fill_paragraphs(letter, CLUB)) for letter in (ANNA, other)] == [2, 1]
    sheet = Paper(print_letters([ANNA, other], CLUB, templates={"de": own}).data)
    assert f"Gruß an {ANNA.chapter}." in sheet.text(0)
    assert "Gruß an" not in sheet.text(1)


def test_a_mistake_knows_where_it_stands() -> None:
    wording = read_wording("{member.nobody}, {x} {if member.given}a{if member.title}b{end} {else}{else}")
    told = "{member.nobody}, {x} {if member.given}a{if member.title}b{end} {else}{else}"
    assert [told[start:end] for start, end in wording.places] == [
        "{member.nobody}",
        "{x}",
        "{else}",
        "{if member.given}",
    ]
    assert len(wording.places) == len(wording.mistakes)
