from dataclasses import replace

import pytest

from clubdesk.documents.fields import FIELDS
from clubdesk.documents.invitations import EVENT_KINDS, kind_of_template
from clubdesk.documents.letters import KIND, print_letters
from clubdesk.documents.template import check_template, load_template, read_template, shipped_text
from clubdesk.errors import Problem
from clubdesk.i18n import LANGUAGES
from tests.documents.reading import Paper
from tests.documents.samples import ANNA, CLUB

KINDS = [KIND, *map(kind_of_template, EVENT_KINDS)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_shipped_templates_are_whole_and_right(kind: str, language: str) -> None:
    assert check_template(shipped_text(kind, language), kind=kind) == ()
    assert load_template(kind, language).texts.keys() == load_template(kind, "en").texts.keys()


def test_check_finds_everything_with_its_place() -> None:
    text = 'subject = "Hi {member.nmae}"\nsalutation = 3\nparagraphs = ["{x", "{0.__class__}"]\n'
    text += '[slip]\ncute = "x"\n'
    found = [(finding.place, finding.text) for finding in check_template(text, kind=KIND)]
    assert found == [
        ("subject, line 1", "There is no merge field “member.nmae”."),
        ("salutation, line 2", "This is a text."),
        ("paragraphs, line 3", "“{” is not a merge field."),
        ("paragraphs, line 3", "“{0.__class__}” is not a merge field."),
        ("slip.cute, line 5", "There is no text of this name."),
    ]


def test_broken_toml_is_one_finding_with_its_line() -> None:
    (finding,) = check_template('subject = "x"\nclosing = \n', kind=KIND)
    assert finding.place == "line 2"


def test_officers_words_replace_the_shipped_ones() -> None:
    text = 'subject = "Eine Frage, {member.given}"\nparagraphs = ["Lieber {member.name}, {club.city}!"]'
    own = read_template(text, kind=KIND, language="de")
    letters = [replace(ANNA, name=f"Leser {number}", given=f"G{number}") for number in range(2)]
    sheet = Paper(print_letters(letters, CLUB, templates={"de": own}).data)
    for number in range(2):
        assert f"Eine Frage, G{number}" in sheet.text(number)
        assert f"Lieber Leser {number}, München!" in sheet.text(number)
        assert "Herzliche Grüße" in sheet.text(number)


def test_personal_fields_in_the_slip_stay_each_readers_own() -> None:
    own = read_template('[slip]\ncorrect = "Ja, {member.name}"', kind=KIND, language="de")
    letters = [replace(ANNA, name=f"Leser {number}") for number in range(2)]
    sheet = Paper(print_letters(letters, CLUB, templates={"de": own}).data)
    assert [f"Ja, Leser {number}" in sheet.text(number) for number in range(2)] == [True, True]


def test_a_text_too_long_for_its_page_is_found() -> None:
    own = read_template(f'paragraphs = ["{"lang " * 380}", "{"noch " * 380}"]', kind=KIND, language="de")
    printed = print_letters([ANNA], CLUB, templates={"de": own})
    assert [finding.place for finding in printed.findings] == ["text"]


def test_mistakes_refuse_the_template() -> None:
    with pytest.raises(Problem) as caught:
        read_template('closing = "{nothing.here}"', kind=KIND, language="de")
    assert "closing, line 1" in caught.value.hint


def test_every_field_has_a_sample_and_can_be_read() -> None:
    for field in FIELDS.values():
        assert field.label and field.sample
        assert isinstance(field.read(ANNA, CLUB), str)


def test_a_template_may_be_justified() -> None:
    assert read_template("justified = true", kind="verification", language="en").justified
    assert not read_template('closing = "Bye"', kind="verification", language="en").justified
    (finding,) = check_template('justified = "yes"', kind="verification")
    assert "line 1" in finding.place
