"""Labels stand on their sheet, envelopes carry the address where the post looks for it."""

import datetime as dt

import pytest

from clubdesk.documents.address_papers import (
    Addressee,
    envelopes,
    label_sheets,
    print_envelopes,
    print_labels,
)
from clubdesk.errors import Problem
from tests.documents.reading import Paper

DAY = dt.date(2026, 11, 27)
ANNA = Addressee("Anna Großmüller", ("Anna Großmüller", "Xaver-Weg 1", "80802 München"))
WEI = Addressee("王伟", ("王伟", "北京市朝阳区建国路1号"))
LONG = Addressee(
    "Long", ("Freifrau Dr. Wilhelmine-Charlotte von Schwarzenberg-Hohenlohe", *("Xylophonstraße 1",) * 5)
)


def page_of(people: list[Addressee], page: int = 0, **options: object) -> Paper:
    return Paper(print_labels(people, date=DAY, **{"sheet": "avery-l7160", **options}).data)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", label_sheets())
def test_every_label_lies_on_its_paper(name: str) -> None:
    sheet = label_sheets()[name]
    width, height = Paper(print_labels([ANNA], sheet=name, date=DAY).data).size()
    last = sheet.area(sheet.labels - 1)
    assert 0 <= last.x <= last.x + last.width <= width + 0.2
    assert 0 <= last.y <= last.y + last.height <= height + 0.2


@pytest.mark.parametrize("start", [1, 5, 21])
def test_the_first_label_is_where_the_officer_says(start: int) -> None:
    label = label_sheets()["avery-l7160"].area(start - 1)
    inside = page_of([ANNA], start=start).text_within(
        label.x, label.y, label.x + label.width, label.y + label.height
    )
    assert "AnnaGroßmüller" in inside
    assert "80802München" in inside


def test_a_full_sheet_goes_on_with_the_next_one() -> None:
    printed = print_labels([ANNA] * 20, sheet="avery-l7160", date=DAY, start=3)
    assert printed.pages == 2
    assert Paper(printed.data).text(1).count("Anna") == 1
    assert print_labels([ANNA] * 21, sheet="avery-l7160", date=DAY).pages == 1


def test_the_sender_stands_above() -> None:
    text = page_of([WEI], sender="Owners Club · 80331 München").text()
    assert text.index("Owners Club") < text.index("王伟")


def test_what_does_not_fit_is_found_and_stays_on_its_label() -> None:
    printed = print_labels([LONG, ANNA], sheet="avery-5160", date=DAY)
    label = label_sheets()["avery-5160"].area(0)
    boxes = [box for _char, box in Paper(printed.data).places() if box.left < label.x + label.width]
    assert all(box.bottom <= label.y + label.height for box in boxes)
    assert {finding.name for finding in printed.findings} <= {"Long"}


@pytest.mark.parametrize("name", envelopes())
def test_an_envelope_has_its_address_at_its_place(name: str) -> None:
    form = envelopes()[name]
    paper = Paper(print_envelopes([ANNA, WEI], envelope=name, date=DAY, sender="Owners Club").data)
    assert paper.pages == 2
    assert paper.size() == (form.width, form.height)
    x, y = form.address
    assert "Xaver-Weg1" in paper.text_within(x, y, form.width, form.height)
    assert "OwnersClub" in paper.text_within(0, 0, form.width / 2, 20)


def test_what_cannot_be_printed_is_a_problem() -> None:
    with pytest.raises(Problem, match="label sheet"):
        print_labels([ANNA], sheet="papyrus", date=DAY)
    with pytest.raises(Problem, match="1 to 21"):
        print_labels([ANNA], sheet="avery-l7160", date=DAY, start=22)
    with pytest.raises(Problem, match="nobody"):
        print_envelopes([], envelope="dl", date=DAY)
