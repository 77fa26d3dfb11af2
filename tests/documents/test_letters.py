import io
from dataclasses import replace

import pytest
from PIL import Image

from clubdesk.documents.content import VerificationLetter
from clubdesk.documents.layouts import LAYOUTS
from clubdesk.documents.letters import print_letters
from clubdesk.errors import Cancelled, Problem
from tests.documents.reading import Paper
from tests.documents.samples import ANNA, CLUB


def paper(*letters: VerificationLetter, layout: str = "din-b") -> Paper:
    return Paper(print_letters(letters or [ANNA], CLUB, layout=layout).data)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_window_shows_return_zone_number_and_address_only(layout: str) -> None:
    sheet, window = paper(layout=layout), LAYOUTS[layout].window
    seen = sheet.text_within(window.x, window.y, window.x + window.width, window.y + window.height)
    assert sheet.size() == ((215.9, 279.4) if layout == "us-10" else (210, 297))
    for line in (*ANNA.address, ANNA.number, CLUB.return_line):
        assert line.replace(" ", "") in seen
    for hidden in (ANNA.code, "1042", "bestätigen", "317654"):
        assert hidden not in seen


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("lines", [3, 6, 8])
def test_address_stays_in_its_window(layout: str, lines: int) -> None:
    address = ("Anna Großmüller", *(f"Xylophonstraße {number}" for number in range(lines - 1)))
    sheet, window = paper(replace(ANNA, address=address, name="-"), layout=layout), LAYOUTS[layout].window
    below = window.y + window.height + 5
    boxes = [box for character, box in sheet.places() if character == "X" and box.top < below]
    assert len(boxes) == lines - 1
    for box in boxes:
        assert window.x <= box.left and box.right <= window.x + window.width
        assert window.y <= box.top and box.bottom <= window.y + window.height


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_is_too_long_in_any_layout(layout: str) -> None:
    printed = print_letters([ANNA], CLUB, layout=layout)
    assert not printed.findings
    places = Paper(printed.data).places()
    window = LAYOUTS[layout].window
    own = [box for character, box in places if box.top < window.y + window.height and character.strip()]
    beside = [box for box in own if box.right < window.x or box.left > window.x + window.width]
    assert len(beside) > 50  # letterhead and information block
    assert all(box.left > 0 and box.right < LAYOUTS[layout].width for box in own)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_one_code_of_the_reply_and_one_of_the_letter(layout: str) -> None:
    assert paper(layout=layout).codes() == [ANNA.code, ANNA.number]


@pytest.mark.parametrize("language", ["de", "en", "nb", "zh"])
def test_every_language_prints_whole(language: str) -> None:
    printed = print_letters([replace(ANNA, language=language)], CLUB)
    assert not printed.findings
    text = Paper(printed.data).text()
    assert text.count(ANNA.code) == 2
    assert "{" not in text


@pytest.mark.parametrize(
    "name",
    [
        "王伟",
        "Bjørn Ødegård",
        "Ελένη Παπαδοπούλου",
        "Жанна Щербакова",
        "Ñandú Şahin",
        "田中さくら",
        "O'Neil <CEO>",
    ],
)
def test_names_copy_back_as_they_are(name: str) -> None:
    sheet = paper(replace(ANNA, name=name, address=(name, "Weg 1", "80331 München")))
    assert sheet.text().count(name) >= 3
    assert sheet.outline() == [f"L-26-0311-7 {name}"]


def test_markup_in_a_name_is_only_text() -> None:
    name = "<img src=/etc/passwd> {club.name} &amp; \\(x)"
    assert name in paper(replace(ANNA, name=name)).text()


def test_character_without_glyph_is_a_finding() -> None:
    printed = print_letters([ANNA, replace(ANNA, name="Anna \u0f40 Groß", address=("x", "y"))], CLUB)
    (finding,) = printed.findings
    assert (finding.name, finding.place) == ("Anna \u0f40 Groß", "name")
    assert "\u0f40" in finding.text
    assert "\ufffd" in Paper(printed.data).text(1)


def test_word_of_200_characters_is_cut_and_found() -> None:
    word = "Donaudampfschiff" * 13
    printed = print_letters([replace(ANNA, name=word, address=(word, "Weg 1"))], CLUB)
    assert {finding.place for finding in printed.findings} >= {"reply slip"}
    edge = LAYOUTS["din-b"].width
    assert all(box.left > 0 and box.right < edge for _, box in Paper(printed.data).places())


def test_direction_marks_are_taken_out() -> None:
    assert "Anna Groß," in paper(replace(ANNA, name="Anna\u202e \u200bGro\u00df")).text()


def test_reprint_is_identical() -> None:
    letters = [replace(ANNA, number=f"L-26-{number:04}-7", language=language) for number, language in
               enumerate(["de", "zh", "en", "nb"] * 3)]  # fmt: skip
    assert print_letters(letters, CLUB).data == print_letters(letters, CLUB).data


def test_letters_keep_their_order_and_their_own_data() -> None:
    letters = [
        replace(ANNA, name=f"Reader {n}", language="en", vin_tail="" if n else "9", vehicle="")
        for n in range(3)
    ]
    sheet = paper(*letters)
    assert sheet.pages == 3
    for number in range(3):
        text = sheet.text(number)
        assert f"Reply from Reader {number}, member 1042" in text
        assert ("I no longer own" in text) == (number == 0)


def test_only_ways_the_club_has() -> None:
    club = replace(CLUB, phone="", email="")
    text = Paper(print_letters([ANNA], club).data).text()
    assert "Abschnitt zurücksenden." in text
    assert "Anrufen." not in text and "E-Mail schreiben." not in text


@pytest.mark.parametrize(
    ("language", "title", "expected"),
    [("de", "Frau", "Guten Tag Frau Großmüller,"), ("de", "", "Guten Tag Anna Großmüller,"),
     ("en", "", "Dear Anna Großmüller,"), ("nb", "", "Hei Anna Großmüller,"),
     ("zh", "女士", "尊敬的Großmüller女士：")],
)  # fmt: skip
def test_salutation(language: str, title: str, expected: str) -> None:
    assert expected in paper(replace(ANNA, language=language, salutation_title=title)).text()


def test_info_tells_what_the_file_is() -> None:
    about = paper().about()
    assert about["Title"] == "Bestätigungsbriefe · Owners Club Bavaria"
    assert about["Author"] == CLUB.name
    assert about["Subject"] == "Bestätigung der Mitgliedschaft"


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_logo_stands_in_the_letterhead(kind: str) -> None:
    data = io.BytesIO()
    Image.new("RGB", (400, 100), "red").save(data, kind)
    page = Paper(print_letters([ANNA], replace(CLUB, logo=data.getvalue())).data)._file[0]
    red, green, _ = page.render(scale=1).to_pil().getpixel((100, 52))
    assert red > 200 > 100 > green


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n broken"])
def test_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(Problem, match="logo"):
        print_letters([ANNA], replace(CLUB, logo=data or b"x"))


def test_huge_picture_is_refused_before_it_is_unpacked() -> None:
    data = io.BytesIO()
    Image.new("1", (6000, 5000)).save(data, "PNG")
    with pytest.raises(Problem, match="25 million"):
        print_letters([ANNA], replace(CLUB, logo=data.getvalue()))


def test_unknown_layout_is_a_problem() -> None:
    with pytest.raises(Problem, match="layout"):
        print_letters([ANNA], CLUB, layout="din-z")


def test_progress_may_cancel() -> None:
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        seen.append((done, total))
        if done >= 50:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_letters([ANNA] * 120, CLUB, progress=progress)
    assert seen == [(0, 120), (50, 120)]


def test_a_page_is_small() -> None:
    letters = [
        replace(ANNA, number=f"L-26-{number:04}-7", name=f"Anna Groß {number}") for number in range(300)
    ]
    printed = print_letters(letters, CLUB)
    assert printed.pages == 300
    assert len(printed.data) / 300 < 2.3 * 1024
