"""A run of letters on its whole way: printed, jammed, reprinted, posted, scanned back, counted.

24 letters in the test run; CLUBDESK_ROUND_TRIP=2000 takes as many as a large club sends.
"""

import datetime as dt
import os
import random
from collections import Counter
from pathlib import Path

import pypdfium2
from PIL import Image

from clubdesk.services import letters
from clubdesk.services.workspace import Workspace
from tests.factories import owner
from tests.services.slips import MARKS, as_tiff, marked, scanned
from tests.services.test_letters import codes_of, status

COUNT = int(os.environ.get("CLUBDESK_ROUND_TRIP", "24"))
STACK = 100  # pages that are scanned in one go
POSTED, BACK = dt.date(2026, 11, 2), dt.date(2026, 11, 20)
ANSWERS = ("verified", "changed", "not-owner", "refused")
ENDS = {"verified": "verified", "changed": "verified", "not-owner": "not-owner", "refused": "refused"}
NAMES = ("Anna Großmüller", "王 小明", "Αθηνά Παππά", "محمد الأحمد", "Bjørn Ødegård")


def fate(number: int) -> str:
    """What becomes of a letter: every tenth comes back, every seventh is never answered."""
    if number % 10 == 9:
        return "returned"
    return "silent" if number % 7 == 6 else ANSWERS[number % 4]


def test_a_run_on_its_whole_way(club: Workspace, tmp_path: Path) -> None:
    chance = random.Random(11)
    people = [owner(club, f"{NAMES[n % 5].split()[0]} {n}", NAMES[n % 5].split()[1]) for n in range(COUNT)]
    run = club.do(letters.prepare_run, people, on=POSTED).run
    assert run
    whole = club.read(letters.print_run, run)
    assert (whole.pages, whole.findings) == (COUNT, ())
    club.do(letters.mark_printed, run, on=POSTED)

    jammed = letters.parse_pages(f"3-{3 + COUNT // 4}", last=COUNT)
    again = club.read(letters.print_run, run, pages=jammed)
    before = _texts(whole.data)
    assert _texts(again.data) == [before[page - 1] for page in jammed]
    club.do(letters.note_spoiled, run, jammed)
    club.do(letters.mark_posted, run, on=POSTED)

    rows = club.read(letters.letter_lines, club.read(letters.letter_ids, run))
    fates = {row.person: fate(number) for number, row in enumerate(rows)}
    back = [row.number for row in rows if fates[row.person] == "returned"]
    results = club.do(letters.record_returned, back, reason="moved", on=BACK)
    assert all(result.recorded for result in results)

    answered = [number for number, row in enumerate(rows) if fates[row.person] in ANSWERS]
    chance.shuffle(answered)
    codes = codes_of(club, run)
    slips: list[letters.SlipResult] = []
    unread = 0
    for some in _stacks(answered):
        result = _scan(club, tmp_path, whole.data, some, chance)
        assert result.problems == ()
        slips += result.slips
        unread += len(result.unread)
        for page in club.read(letters.open_pages):  # an officer types what no scanner can read
            number = some[page.page - 1]
            typed = club.do(letters.answer_page, page.id, code=codes[number], answer=fate(number))
            if typed.result == "already-recorded":  # a stain was taken for a second slip
                club.do(letters.set_page_aside, page.id)
    assert unread <= len(answered) // 500
    assert {slip.code for slip in slips} <= {codes[number] for number in answered}

    doubtful = {slip.person for slip in slips if slip.result == "doubtful"}
    assert len(doubtful) <= max(1, len(answered) // 100), "an officer looks at one page in a hundred"
    for waiting in club.read(letters.open_slips):
        club.do(letters.answer_slip, waiting.id, answer=fates[waiting.person])
    ends = {**ENDS, "returned": "returned", "silent": "posted"}
    wrong = {
        person: (status(club, person), wanted)
        for person, wanted in fates.items()
        if status(club, person) not in (ends[wanted], "silent" if wanted == "silent" else ends[wanted])
    }
    assert wrong == {}

    total, count = club.read(letters.letter_statistics).total, Counter(fates.values())
    assert (total.sent, total.verified) == (COUNT, count["verified"] + count["changed"])
    assert (total.returned, total.open) == (count["returned"], count["silent"])
    card = club.read(letters.run_card, run)
    assert (card.sheets, card.spoiled) == (COUNT + len(jammed), len(jammed))


def _texts(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]


def _stacks(numbers: list[int]) -> list[list[int]]:
    return [numbers[start : start + STACK] for start in range(0, len(numbers), STACK)]


def _scan(
    club: Workspace, folder: Path, pdf: bytes, numbers: list[int], chance: random.Random
) -> letters.StackResult:
    """These letters come back with a box ticked, and are scanned badly: tilted, folded, upside down."""
    seen: list[Image.Image] = []
    for number in numbers:
        page = marked(_page(pdf, number), number % 4, mark=MARKS[number % 5], chance=chance)
        turn, tilt = 180 * (number % 3 == 0), chance.uniform(-5, 5)
        blur, fold = number % 3 * 0.5, number % 2 == 0
        seen.append(scanned(page, tilt=tilt, turn=turn, blur=blur, noise=12, fold=fold))
    stack = letters.read_stack(club, [as_tiff(folder / "stack.tif", seen)])
    return club.do(letters.record_stack, stack, on=BACK)


def _page(pdf: bytes, number: int) -> Image.Image:
    file = pypdfium2.PdfDocument(pdf)
    page: Image.Image = file[number].render(scale=150 / 72, grayscale=True).to_pil()
    return page.convert("L")
