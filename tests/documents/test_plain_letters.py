from dataclasses import fields

import pytest

from clubdesk.documents.content import PersonalLetter, Printed
from clubdesk.documents.layouts import LAYOUTS
from clubdesk.documents.plain_letters import print_plain_letters
from clubdesk.documents.template import Template, read_template
from clubdesk.i18n import LANGUAGES
from tests.documents.reading import Paper
from tests.documents.samples import ANNA, CLUB

KIND = "letter-welcome"


def plain(**changes: object) -> PersonalLetter:
    said = {field.name: getattr(ANNA, field.name) for field in fields(PersonalLetter)}
    return PersonalLetter(**said | {"number": "", "code": "", "answer_by": None} | changes)


def worded(paragraphs: list[str]) -> dict[str, Template]:
    text = "paragraphs = [" + ", ".join(f'"{paragraph}"' for paragraph in paragraphs) + "]"
    return {"de": read_template(text, kind=KIND, language="de")}


def printed(
    letters: list[PersonalLetter], paragraphs: list[str] | None = None, *, layout: str = "din-b"
) -> Printed:
    templates = worded(paragraphs) if paragraphs else {}
    return print_plain_letters(letters, CLUB, kind=KIND, templates=templates, layout=layout)


@pytest.mark.parametrize("language", LANGUAGES)
def test_welcome_says_who_is_welcome_and_asks_nothing(language: str) -> None:
    paper = printed([plain(language=language)])
    text = Paper(paper.data).text()
    assert (paper.pages, paper.findings) == (1, ())
    assert "1042" in text and "München" in text and "317654" in text
    assert "{" not in text and "X-" not in text
    assert Paper(paper.data).codes() == []


def test_what_is_not_known_is_not_said() -> None:
    bare = plain(language="en", member_number="", chapter="", vehicle="", vin_tail="")
    text = Paper(printed([bare]).data).text()
    assert "You are now a member." in text and "VIN" not in text


def test_a_long_letter_goes_on_with_whose_it_is_and_which_page() -> None:
    paragraphs = [f"Absatz {number} " + "mit Worten " * 60 + f"Ende {number}." for number in range(9)]
    paper = printed([plain(), plain(name="Bo Berg")], paragraphs)
    read = Paper(paper.data)
    assert paper.pages == read.pages == 4
    assert "Seite" not in read.text(0) and "Seite 2/2" in read.text(1) and "Anna" in read.text(1)
    assert "Bo Berg" in read.text(3)
    both = read.text(0) + read.text(1)
    assert all(both.count(f"Ende {number}.") == 1 for number in range(9))


@pytest.mark.parametrize("count", range(18, 34))
def test_neither_a_line_nor_a_signature_stands_alone(count: int) -> None:
    read = Paper(printed([plain()], ["eine Zeile"] * count).data)
    last = read.pages - 1
    assert "Herzliche Grüße" in read.text(last) and "Lukas Wagner, Mitglieder" in read.text(last)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_window_shows_the_address_and_nothing_of_the_text(layout: str) -> None:
    window = LAYOUTS[layout].window
    shown = Paper(printed([plain(language="en")], layout=layout).data).text_within(
        window.x, window.y, window.x + window.width, window.y + window.height
    )
    assert "80802München" in shown
    assert "Welcome" not in shown and "1042" not in shown


def test_the_text_keeps_clear_of_the_footer() -> None:
    read = Paper(printed([plain()], ["Wort " * 300] * 5).data)
    for page in range(read.pages):
        lowest = max(
            place.bottom
            for character, place in read.places(page)
            if place.bottom < LAYOUTS["din-b"].footer - 3
        )
        assert lowest < LAYOUTS["din-b"].footer - 7


def test_twice_the_same() -> None:
    assert printed([plain()]).data == printed([plain()]).data
