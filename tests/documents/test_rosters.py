import datetime as dt
from dataclasses import replace

import pytest

from clubdesk.documents.rosters import Participant, print_roster, print_sign_in
from clubdesk.documents.tables import Column, ListHead, print_table
from clubdesk.documents.template import load_template
from clubdesk.errors import Problem
from clubdesk.i18n import LANGUAGES
from tests.documents.reading import Paper
from tests.documents.samples import CLUB
from tests.documents.test_invitations import school

TODAY = dt.date(2027, 5, 1)
PEOPLE = [
    Participant(name="Anna Großmüller", number="1042", vehicle="Model 3", group="Blue"),
    Participant(name="王伟", vehicle="Model S", group="Green"),
    Participant(name="O'Neil <CEO>", group=""),
    Participant(name="Bjørn Ødegård", group="Blue", waiting=True),
]


def test_roster_tells_who_comes_and_who_waits() -> None:
    sheet = Paper(print_roster(school(), PEOPLE, CLUB, date=TODAY, language="en").data)
    text = sheet.text()
    assert "3 people" in text and "1 person" in text
    assert "Page 1 of 1" in text and "1 May 2027" in text
    assert text.index("Waiting list") < text.index("Bjørn Ødegård")
    for person in PEOPLE:
        assert person.name in text
    assert "Chapter" not in text, "nobody has one"


def test_roster_by_group_keeps_the_groups_order() -> None:
    text = Paper(print_roster(school(), PEOPLE, CLUB, date=TODAY, language="en", by_group=True).data).text()
    places = [text.index(words) for words in ("Blue", "Green", "Without a group", "O'Neil", "Waiting list")]
    assert places == sorted(places)


def test_sign_in_has_a_sheet_per_day() -> None:
    sheet = Paper(print_sign_in(school(), PEOPLE, CLUB, date=TODAY, language="en").data)
    assert sheet.pages == 3
    for page, day in enumerate(("Friday", "Saturday", "Sunday")):
        assert day in sheet.text(page) and "Signature" in sheet.text(page)
        assert "Bjørn" not in sheet.text(page)


def test_heads_are_repeated_and_pages_numbered() -> None:
    people = [replace(PEOPLE[0], name=f"Reader {number}") for number in range(120)]
    sheet = Paper(print_roster(school(), people, CLUB, date=TODAY, language="de").data)
    assert sheet.pages > 2
    for page in range(sheet.pages):
        assert "Fahrzeug" in sheet.text(page)
        assert f"Seite {page + 1} von {sheet.pages}" in sheet.text(page)
    rows = [
        number
        for page in range(sheet.pages)
        for number in range(120)
        if f"Reader {number} " in sheet.text(page)
    ]
    assert rows == list(range(120))


def test_long_name_is_cut_inside_its_column_and_found() -> None:
    long = replace(PEOPLE[0], name="Wolfeschlegelsteinhausenbergerdorff " * 6)
    printed = print_roster(school(), [long], CLUB, date=TODAY, language="en")
    (finding,) = printed.findings
    assert finding.place == "Name"
    assert "…" in Paper(printed.data).text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_all_words(language: str) -> None:
    assert load_template("roster", language).texts.keys() == load_template("roster", "en").texts.keys()


def test_empty_list_is_a_page() -> None:
    printed = print_table([Column(title="Name", share=1)], [], head=ListHead(title="Members", date=TODAY))
    assert printed.pages == 1


def test_landscape_letter_paper() -> None:
    head = ListHead(title="Members", date=TODAY, paper="letter", landscape=True)
    sheet = Paper(print_table([Column(title="Name", share=1)], [("x",)], head=head).data)
    assert sheet.size() == (279.4, 215.9)


def test_unknown_paper_is_a_problem() -> None:
    with pytest.raises(Problem, match="paper"):
        print_table([Column(title="N", share=1)], [], head=ListHead(title="x", date=TODAY, paper="a99"))


def test_reprint_is_identical() -> None:
    sheets = [print_roster(school(), PEOPLE, CLUB, date=TODAY, language="zh").data for _ in range(2)]
    assert sheets[0] == sheets[1]
