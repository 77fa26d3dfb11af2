"""The texts of a template one by one, and how they look to real readers."""

import pytest

from clubdesk.errors import Problem
from clubdesk.i18n import LANGUAGES
from clubdesk.services.clubs import set_club
from clubdesk.services.template_proofs import field_values, print_proof, proof_for, readers
from clubdesk.services.template_texts import (
    differences,
    field_lines,
    read_texts,
    save_texts,
    template_texts,
    text_mistakes,
)
from clubdesk.services.templates import TEMPLATE_KINDS, template_lines, templates_of
from clubdesk.services.workspace import Workspace
from tests.factories import person

KIND = "verification"


def test_only_what_differs_from_the_shipped_words_is_kept(club: Workspace) -> None:
    texts = dict(club.read(template_texts, KIND, "de").now)
    club.do(save_texts, KIND, "de", texts=texts | {"subject": "Bitte", "justified": True})
    lines = club.read(templates_of, KIND)["de"].splitlines()
    assert set(lines) == {'subject = "Bitte"', "justified = true"}
    now = club.read(template_texts, KIND, "de")
    assert differences(now.now, now.shipped) == {"subject": "Bitte", "justified": True}
    club.do(save_texts, KIND, "de", texts=texts)
    assert not [line for line in club.read(template_lines) if line.own]
    club.undo()
    assert club.read(template_texts, KIND, "de").now["subject"] == "Bitte"


def test_texts_with_mistakes_are_not_kept(club: Workspace) -> None:
    texts = dict(club.read(template_texts, KIND, "en").now) | {"closing": "{member.nobody}"}
    with pytest.raises(Problem):
        club.do(save_texts, KIND, "en", texts=texts)
    with pytest.raises(Problem):
        club.do(save_texts, "nothing", "en", texts=texts)


def test_every_mistake_is_told_with_its_place() -> None:
    wrong = {
        "subject": "To {nobody} and {member.given}",
        "paragraphs": ["right", "{if member.given}open", "{end}"],
        "closing": "x" * 2001,
        "justified": True,
    }
    found = [(m.key, m.place, m.start, m.end) for m in text_mistakes(wrong)]
    assert found == [
        ("subject", 0, 3, 11),
        ("paragraphs", 1, 0, 17),
        ("paragraphs", 2, 0, 5),
        ("closing", 0, 0, 0),
    ]
    assert [m.key for m in text_mistakes({"paragraphs": [""] * 41})] == ["paragraphs"]


def test_a_file_gives_all_texts_or_all_findings() -> None:
    texts, findings = read_texts('subject = "Hello"', kind=KIND, language="en")
    assert (texts["subject"], texts["justified"], findings) == ("Hello", False, ())
    texts, findings = read_texts("subject = 5\nnobody = 1", kind=KIND, language="en")
    assert (texts, [finding.place for finding in findings]) == ({}, ["subject, line 1", "nobody, line 2"])


def test_readers_are_those_of_the_language_owners_and_others_in_turn(club: Workspace) -> None:
    assert [reader.person for reader in club.read(readers, "de")] == [0]
    club.do(set_club, language="de", city="München")
    anna = person(club, "Anna", "Großmüller", language="")
    person(club, "Per", "Lund", language="nb")
    person(club, "Jo", "Nowhere", language="de", street="", postcode="", city="")
    assert [reader.person for reader in club.read(readers, "de")] == [anna]
    assert {reader.name for reader in club.read(readers, "zh")} == {"Anna Großmüller", "Per Lund"}


@pytest.mark.parametrize("kind", TEMPLATE_KINDS)
def test_every_kind_is_printed_in_every_language_without_findings(club: Workspace, kind: str) -> None:
    club.do(set_club, language="de", city="München", sample=True)
    anna = person(club, "Anna", "Großmüller")
    for language in LANGUAGES:
        for reader in (anna, 0):
            proof = club.read(proof_for, kind, language, person=reader)
            printed = print_proof(proof, club.read(template_texts, kind, language).now)
            assert (printed.pages, printed.findings) == (1, ())
            values = field_values(proof)
            assert values["member.name"]
            assert [line.sample for line in field_lines(values)] == list(values.values())


def test_mistakes_are_printed_as_they_were_written(club: Workspace) -> None:
    texts = dict(club.read(template_texts, KIND, "en").now) | {"subject": "{member.nobody} {if"}
    assert print_proof(club.read(proof_for, KIND, "en"), texts).pages == 1
