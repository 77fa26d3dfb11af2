import io
from dataclasses import replace

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from clubdesk.documents.letters import print_letters
from clubdesk.documents.plain_letters import print_plain_letters
from clubdesk.errors import Problem
from tests.documents.reading import Paper
from tests.documents.samples import ANNA, CLUB
from tests.documents.tagging import failures
from tests.documents.test_plain_letters import KIND, plain, worded

A4 = (595, 842)


def pdf(*colours: str, size: tuple[float, float] = A4) -> bytes:
    """A page for each colour, with a band of it at the top."""
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=size)
    for colour in colours:
        canvas.setFillColor(colour)
        canvas.rect(0, size[1] - 20, size[0], 20, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def picture(kind: str, size: tuple[int, int] = (210, 297)) -> bytes:
    held = io.BytesIO()
    Image.new("RGB", size, "red").save(held, kind)
    return held.getvalue()


def top(data: bytes, page: int = 0) -> tuple[int, int, int]:
    """The colour of a page near its upper edge."""
    found: tuple[int, int, int] = Paper(data)._file[page].render(scale=1).to_pil().getpixel((300, 10))
    return found


@pytest.mark.parametrize("paper", [pdf("red"), picture("PNG"), picture("JPEG")])
def test_it_lies_under_the_letter_instead_of_name_logo_and_footer(paper: bytes) -> None:
    data = print_letters([ANNA, ANNA], replace(CLUB, letter_paper=paper)).data
    red, green, _blue = top(data, 1)
    assert red > 250 > 10 > green
    text = Paper(data).text()
    assert ANNA.address[1] in text and ANNA.code in text
    assert CLUB.tagline not in text and CLUB.footer not in text
    assert len(data) < 200_000, "it is in the file once"


def test_further_pages_lie_on_its_second_page_or_on_none() -> None:
    long = worded([f"Absatz {number} " + "mit Worten " * 60 for number in range(9)])
    for paper, colour in ((pdf("red", "blue"), (0, 0, 255)), (pdf("red"), (255, 255, 255))):
        club = replace(CLUB, letter_paper=paper)
        data = print_plain_letters([plain()], club, kind=KIND, templates=long).data
        assert (top(data), top(data, 1)) == ((255, 0, 0), colour)


def test_another_shape_is_not_stretched() -> None:
    narrow = picture("PNG", (100, 297))
    page = (
        Paper(print_letters([ANNA], replace(CLUB, letter_paper=narrow)).data)
        ._file[0]
        .render(scale=1)
        .to_pil()
    )
    assert page.getpixel((20, 10)) == (255, 255, 255) == page.getpixel((575, 10))
    assert page.getpixel((300, 10)) == (255, 0, 0)


def test_a_letter_on_it_can_be_heard_and_archived() -> None:
    data = print_letters([ANNA], replace(CLUB, letter_paper=pdf("red")), tagged=True).data
    assert failures(data) == []


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"%PDF-1.7 broken", "not a readable"), (b"no picture", "not a readable"),
     (pdf("red", size=(842, 595)), "wider than tall")],
)  # fmt: skip
def test_what_is_no_letter_paper_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(Problem, match=why):
        print_letters([ANNA], replace(CLUB, letter_paper=data))
