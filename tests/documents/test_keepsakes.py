"""Badges and certificates, read back from the paper."""

from dataclasses import fields, replace
from io import BytesIO

import pytest
from PIL import Image

from clubdesk.documents.badges import badge_sheets, print_badges
from clubdesk.documents.certificates import print_certificates
from clubdesk.documents.content import EventPaper, PersonalLetter
from clubdesk.documents.template import read_template
from clubdesk.errors import Problem
from clubdesk.i18n import LANGUAGES
from tests.documents.reading import Paper
from tests.documents.samples import ANNA, CLUB
from tests.documents.test_invitations import school

SHEET = "avery-l4785"
LONG = "Maximiliane Freifrau von Hohenlohe-Schillingsfürst-Waldenburg"


def paper(**changes: object) -> EventPaper:
    said = {field.name: getattr(ANNA, field.name) for field in fields(PersonalLetter)}
    return EventPaper(**said | {"event": school(), "number": "", "code": "", "answer_by": None} | changes)


@pytest.mark.parametrize("name", badge_sheets())
def test_every_badge_lies_on_its_sheet(name: str) -> None:
    form = badge_sheets()[name]
    printed = print_badges([paper()] * (form.labels + 1), CLUB, sheet=name)
    read = Paper(printed.data)
    width, height = read.size()
    last = form.area(form.labels - 1)
    assert last.x + last.width <= width and last.y + last.height <= height
    assert printed.pages == 2 and read.text(0).count("Großmüller") == form.labels
    assert "Großmüller" in read.text_within(last.x, last.y, last.x + last.width, last.y + last.height)


def test_a_badge_shows_given_name_event_chapter_and_group() -> None:
    form = badge_sheets()[SHEET]
    read = Paper(print_badges([paper(group="Blue")], CLUB, sheet=SHEET, start=4).data)
    area = form.area(3)
    shown = read.text_within(area.x, area.y, area.x + area.width, area.y + area.height)
    for words in ("Anna", "Großmüller", school().title, "München", "Blue"):
        assert words.replace(" ", "") in shown


def test_a_chinese_name_is_not_taken_apart() -> None:
    wei = paper(name="王小明", given="小明", surname="王", language="en")
    assert "王小明" in Paper(print_badges([wei], CLUB, sheet=SHEET).data).text()


def test_a_long_name_is_whole_or_found() -> None:
    whole = print_badges([paper(name=LONG, given="")], CLUB, sheet=SHEET)
    assert whole.findings == () and "Waldenburg" in Paper(whole.data).text()
    cut = print_badges([paper(name=LONG * 9, given="")], CLUB, sheet=SHEET)
    assert [finding.place for finding in cut.findings] == ["name"]


def test_badges_that_cannot_be() -> None:
    for people, options in (
        ([], {"sheet": SHEET}),
        ([paper()], {"sheet": "none"}),
        ([paper()], {"sheet": SHEET, "start": 11}),
    ):
        with pytest.raises(Problem):
            print_badges(people, CLUB, **options)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_certificate_says_who_took_part_in_what(language: str) -> None:
    printed = print_certificates([paper(language=language)], CLUB)
    text = Paper(printed.data).text()
    assert Paper(printed.data).size() == (297.0, 210.0)
    assert "Anna Großmüller" in text and school().title in text and school().venue in text
    assert "{" not in text and printed.findings == ()


def test_certificates_in_the_clubs_own_words() -> None:
    own = read_template('title = "Bravo, {member.given}"', kind="certificate", language="de")
    text = Paper(print_certificates([paper()], CLUB, paper="letter", templates={"de": own}).data).text()
    assert "Bravo, Anna" in text and "Hiermit bestätigen wir" in text


def test_a_certificate_with_too_much_text_is_found_and_keeps_its_signatures() -> None:
    words = ", ".join(f'"{"viele Worte " * 40}"' for _ in range(5))
    own = read_template(f"paragraphs = [{words}]", kind="certificate", language="de")
    printed = print_certificates([paper()], CLUB, templates={"de": own})
    assert [finding.place for finding in printed.findings] == ["text"]
    assert "Für den Club" in Paper(printed.data).text()


def test_the_logo_stands_on_top() -> None:
    picture = BytesIO()
    Image.new("RGB", (300, 100), "red").save(picture, "PNG")
    page = Paper(print_certificates([paper()], replace(CLUB, logo=picture.getvalue())).data)._file[0]
    assert page.render(scale=1).to_pil().getpixel((421, 85))[:3] == (255, 0, 0)
