"""Pages moved to meet the paper, and the page that tells by how much."""

import datetime as dt

import pypdfium2
import pytest

from clubdesk.documents.address_papers import envelopes, label_sheets
from clubdesk.documents.badges import badge_sheets
from clubdesk.documents.fitting import Shift, checked_shift, fitted_paper, print_test_page, shifted
from clubdesk.documents.layouts import LAYOUTS
from clubdesk.documents.letters import print_letters
from clubdesk.errors import Problem
from clubdesk.services.fitting import fitted, keep_shift, kept_shift
from clubdesk.settings import Settings
from tests.documents.reading import Paper
from tests.documents.samples import ANNA, CLUB

DAY = dt.date(2026, 11, 27)


def place_of(pdf: bytes, character: str) -> tuple[float, float]:
    return next((place.left, place.top) for shown, place in Paper(pdf).places() if shown == character)


@pytest.mark.parametrize("shift", [Shift(1.5, -2), Shift(-0.3, 0), Shift(0, 4)])
def test_everything_is_moved_and_stays_text(shift: Shift) -> None:
    pdf = print_letters([ANNA], CLUB).data
    moved = shifted(pdf, shift)
    (x, y), (to_x, to_y) = place_of(pdf, "ß"), place_of(moved, "ß")
    assert (round(to_x - x, 1), round(to_y - y, 1)) == (shift.right, shift.down)
    assert Paper(moved).text() == Paper(pdf).text()
    assert Paper(moved).size() == Paper(pdf).size()
    assert sorted(Paper(moved).codes()) == sorted(Paper(pdf).codes())
    assert moved == shifted(pdf, shift), "the same bytes again"
    assert Paper(moved).outline() == Paper(pdf).outline()


def test_nothing_to_move_leaves_the_bytes() -> None:
    pdf = print_letters([ANNA], CLUB).data
    assert shifted(pdf, Shift()) is pdf


@pytest.mark.parametrize("name", [*LAYOUTS, *label_sheets(), *badge_sheets(), *envelopes()])
def test_a_test_page_is_as_large_as_its_paper(name: str) -> None:
    page = Paper(print_test_page(name, date=DAY).data)
    paper = fitted_paper(name)
    assert page.size() == pytest.approx((paper.width, paper.height), abs=0.1)
    assert paper.title in page.text()


def test_the_rulers_count_from_the_edges_of_the_paper() -> None:
    """The tick of 100 stands 100 mm from the left edge, seen on the rendered page."""
    file = pypdfium2.PdfDocument(print_test_page("din-b", date=DAY).data)
    dots = 254 / 25.4
    seen = file[0].render(scale=254 / 72, grayscale=True).to_pil()
    tip = round(9.5 * dots)  # only the ticks of whole centimetres reach there
    across = [x for x in range(round(95 * dots), round(104 * dots)) if seen.getpixel((x, tip)) < 128]
    down = [y for y in range(round(95 * dots), round(104 * dots)) if seen.getpixel((tip, y)) < 128]
    for found in (across, down):
        assert found and sum(found) / len(found) / dots == pytest.approx(100, abs=0.1)


@pytest.mark.parametrize(("right", "down"), [(11, 0), (0, -10.5)])
def test_a_printer_that_is_far_off_scales(right: float, down: float) -> None:
    with pytest.raises(Problem, match="10 mm"):
        checked_shift(right, down)


def test_each_paper_keeps_its_own_shift() -> None:
    settings = Settings()
    keep_shift(settings, "din-b", Shift(1.5, -2))
    assert kept_shift(settings, "din-b") == Shift(1.5, -2)
    assert kept_shift(settings, "avery-l7160") == Shift()
    settings.window["fit.dl"] = "nonsense"
    assert kept_shift(settings, "dl") == Shift()
    pdf = print_letters([ANNA], CLUB).data
    assert fitted(settings, "din-b", pdf) == shifted(pdf, Shift(1.5, -2))
    assert fitted(settings, "", pdf) is pdf


def test_a_paper_nobody_knows() -> None:
    with pytest.raises(Problem, match="paper"):
        print_test_page("none", date=DAY)
