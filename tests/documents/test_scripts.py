"""Names in the scripts of the world: drawn with real glyphs, and copied out as they are."""

import datetime as dt
import unicodedata

import pypdfium2 as pdfium
import pytest

from clubdesk.documents.directions import in_order
from clubdesk.documents.text import clean, clusters, pieces
from clubdesk.documents.typesetter import Style, Typesetter
from clubdesk.documents.writer import Book
from tests.documents.reading import Paper

NAMES = (
    "Øystein Großmüller", "Zażółć Gęślą", "Nguyễn Thị Minh Khai", "Αθηνά Παπαδοπούλου", "Дмитрий Ёлкин",
    "Հայկ Պետրոսյան", "ნინო ბერიძე", "王小明", "陳美玲", "田中さくら", "김민수", "محمد عبد الله",
    "سارا لالهای", "كەيت مۇللەر", "שלום כהן", "ܡܪܝܡ", "क्षत्रिय श्री", "সুনীল গঙ্গোপাধ্যায়",
    "ਗੁਰਪ੍ਰੀਤ", "કૃષ્ણ", "ୱିଲବର୍ଫୋର୍ସ", "தமிழ்ச்செல்வி", "శ్రీనివాస్", "ಕೃಷ್ಣ", "എയ്‌ഡ കൃഷ്ണൻ", "ශ්‍රී",
    "น้ำผึ้ง รักสวัสดี", "ສົມສັກ", "ဒေါ်အောင်ဆန်း", "កញ្ញា",
    "ሰላማዊት", "ᏣᎳᎩ", "ᱥᱟᱱᱛᱟᱲ", "m̃õ", "Rally 🚗🏁", "👨‍👩‍👧 Ek", "👍🏽 ok", "☎ 89",
)  # fmt: skip
BODY, BOLD = Style(11), Style(11, bold=True)


def book() -> Book:
    return Book(width=210, height=297, title="t", author="a", subject="s", date=dt.date(2026, 11, 27))


@pytest.fixture
def setter() -> Typesetter:
    return book().typesetter


def printed(texts: tuple[str, ...], style: Style) -> bytes:
    made = book()
    pen = made.pen()
    for number, text in enumerate(texts):
        pen.text(20, 12 + number * 6.5, made.typesetter.line(text, style), style)
    made.page(pen)
    return made.finish()


def lines_of(data: bytes) -> list[str]:
    text = pdfium.PdfDocument(data)[0].get_textpage().get_text_bounded()
    return [unicodedata.normalize("NFC", line).strip() for line in text.splitlines()]


@pytest.mark.parametrize("style", [BODY, BOLD], ids=["regular", "bold"])
def test_copied_names_are_the_names(style: Style) -> None:
    assert lines_of(printed(NAMES, style)) == [clean(name) for name in NAMES]


def test_every_name_has_its_glyphs(setter: Typesetter) -> None:
    assert [name for name in NAMES if setter.fonts.missing_in(clean(name))] == []
    assert setter.fonts.missing_in("Tenzin བོད་ Ek") == "བོད་"


def test_the_same_names_give_the_same_bytes() -> None:
    assert printed(NAMES, BODY) == printed(NAMES, BODY)


def test_letters_join_and_marks_take_no_room(setter: Typesetter) -> None:
    apart = sum(setter.line(letter, BODY).width for letter in "محمد")
    assert setter.line("محمد", BODY).width < apart
    assert setter.line("น้ำ", BODY).width == pytest.approx(setter.line("นำ", BODY).width)
    assert setter.line("👨‍👩‍👧", BODY).width == pytest.approx(setter.line("👨", BODY).width, rel=0.05)


def test_the_space_behind_an_emoji_is_that_of_the_text(setter: Typesetter) -> None:
    apart = setter.line("🚗", BODY).width + setter.line("Ek", BODY).width
    space = setter.line("a b", BODY).width - setter.line("ab", BODY).width
    assert setter.line("🚗 Ek", BODY).width == pytest.approx(apart + space)


def test_plain_text_stays_with_the_quick_fonts(setter: Typesetter) -> None:
    assert setter.fonts.is_plain("Øystein 王小明 Ёлкин")
    assert not setter.fonts.is_plain("Øystein محمد")
    assert {font[:2] for font, _codes in setter.line("Ek 12 (Oslo)", BODY).shows} == {"/F"}


def test_words_from_right_to_left_stand_in_their_order() -> None:
    def kinds(text: str) -> list[str]:
        return [directed.text for directed, _kind in in_order(text, lambda _text, _place: 0)]

    assert kinds("Anna Ek") == ["Anna Ek"]
    assert kinds("אב 12") == ["12", "אב "]
    assert kinds("Anna אב Ek") == ["Anna ", "אב", " Ek"]


def test_a_line_of_arabic_breaks_as_it_is_read() -> None:
    made = book()
    lines = made.typesetter.wrap("محمد عبد الله", BODY, 12)
    pen = made.pen()
    pen.lines(20, 20, lines, BODY, leading=8)
    made.page(pen)
    assert lines_of(made.finish()) == ["محمد", "عبد الله"]


def test_thai_breaks_between_words() -> None:
    assert [piece for piece, _ in pieces("สวัสดีครับ ภาษาไทย")] == ["สวัสดี", "ครับ", "ภาษา", "ไทย"]


def test_a_cut_name_keeps_its_characters_whole(setter: Typesetter) -> None:
    text = "กี่กี่กี่กี่กี่กี่กี่กี่"
    fitted = setter.fit(text, BODY, 12, smallest=11)
    assert not fitted.whole
    assert fitted.line.width <= 12
    assert clusters(text) == ["กี่"] * 8


def test_joiners_stay_only_where_they_mean_something() -> None:
    assert clean("می‌خواهم") == "می‌خواهم"
    assert clean("An\u200dna\u200c Ek") == "Anna Ek"


@pytest.mark.parametrize(
    "text",
    [
        "Wir bitten Sie herzlich, Ihre Angaben (siehe unten) zu prüfen und zurückzusenden. " * 2,
        "请确认会员资料" * 15,
    ],
    ids=["words", "characters"],
)
def test_justified_lines_are_even_on_both_sides(text: str) -> None:
    made = book()
    lines = made.typesetter.wrap(text, BODY, 80, justified=True)
    pen = made.pen()
    pen.lines(20, 20, lines, BODY, leading=6)
    made.page(pen)
    data = made.finish()
    ends: dict[float, float] = {}
    for _character, place in Paper(data).places():
        line = (place.bottom - 17) // 6
        ends[line] = max(ends.get(line, 0), place.right)
    assert [line.width for line in lines[:-1]] == pytest.approx([80] * (len(lines) - 1))
    assert lines[-1].width < 80
    assert [end for _line, end in sorted(ends.items())][:-1] == pytest.approx(
        [100] * (len(lines) - 1), abs=0.8
    )
    assert "".join(lines_of(data)).replace(" ", "") == text.replace(" ", "")


def test_a_line_with_few_words_stays_ragged(setter: Typesetter) -> None:
    text = "Ek Donaudampfschifffahrtsgesellschaft"
    assert setter.wrap(text, BODY, 75, justified=True) == setter.wrap(text, BODY, 75)
