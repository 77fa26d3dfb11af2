"""A stack of paper comes back: letters are printed, marked by hand, scanned badly, and read."""

import datetime as dt
import io
import random
from pathlib import Path

import pytest
from PIL import Image

from clubdesk.services import letters
from clubdesk.services.letters import StackResult
from clubdesk.services.workspace import Workspace
from tests.factories import owner
from tests.services.slips import MARKS, as_tiff, marked, pages, scanned
from tests.services.test_letters import codes_of, status

DAY = dt.date(2026, 11, 2)
BACK = dt.date(2026, 11, 20)
ANSWERS = ("verified", "changed", "not-owner", "refused")


def printed(club: Workspace, people: list[int]) -> tuple[list[str], list[Image.Image]]:
    """Codes and pages of a run that went to the post."""
    run = club.do(letters.prepare_run, people, on=DAY).run
    assert run
    club.do(letters.mark_posted, run, on=DAY)
    return codes_of(club, run), pages(club.read(letters.print_run, run).data)


def record(club: Workspace, *files: Path) -> StackResult:
    return club.do(letters.record_stack, letters.read_stack(club, files), on=BACK)


@pytest.fixture
def chance() -> random.Random:
    return random.Random(7)


def test_a_shuffled_stack_ends_with_the_right_statuses(
    club: Workspace, tmp_path: Path, chance: random.Random
) -> None:
    """Forty letters, five kinds of mark, four answers; tilted, upside down, blurred, folded, noisy."""
    people = [owner(club, f"Anna {n}", "Berg") for n in range(40)]
    codes, sheets = printed(club, people)
    seen = []
    for number, sheet in enumerate(sheets):
        page = marked(sheet, number % 4, mark=MARKS[number % 5], chance=chance)
        turn, tilt = 180 * (number % 3 == 0), chance.uniform(-5, 5)
        fold = number % 2 == 0
        seen.append(scanned(page, tilt=tilt, turn=turn, blur=number % 3 * 0.5, noise=12, fold=fold))
    chance.shuffle(seen)
    found = record(club, as_tiff(tmp_path / "stack.tif", seen))
    assert {slip.code for slip in found.slips} == set(codes)
    assert (found.unread, found.problems) == ((), ())
    said = {code: ANSWERS[number % 4] for number, code in enumerate(codes)}
    assert [slip.code for slip in found.slips if slip.answer not in ("", said[slip.code])] == []
    assert found.count("doubtful") <= 1
    said_by = {slip.person: said[slip.code] for slip in found.slips}
    for slip in club.read(letters.open_slips):
        club.do(letters.answer_slip, slip.id, answer=said_by[slip.person])
    ends = {"changed": "verified"}
    assert {who: status(club, who) for who in people} == {
        who: ends.get(answer, answer) for who, answer in said_by.items()
    }


@pytest.mark.parametrize("boxes", [(), (0, 2)], ids=["no box", "two boxes"])
def test_what_is_not_plain_waits_for_an_officer(
    club: Workspace, tmp_path: Path, chance: random.Random, boxes: tuple[int, ...]
) -> None:
    anna = owner(club, "Anna", "Berg")
    _codes, (sheet,) = printed(club, [anna])
    for number in boxes:
        sheet = marked(sheet, number, chance=chance)
    found = record(club, as_tiff(tmp_path / "slip.tif", [scanned(sheet, turn=180)]))
    assert [(slip.result, slip.answer) for slip in found.slips] == [("doubtful", "")]
    assert status(club, anna) == "posted"
    (slip,) = club.read(letters.open_slips)
    shown = Image.open(io.BytesIO(club.read(letters.slip_picture, slip.id)))
    assert shown.width > shown.height  # the slip alone, not the page
    assert club.do(letters.answer_slip, slip.id, answer="not-owner").result == "not-owner"
    assert status(club, anna) == "not-owner"
    assert club.read(letters.open_slips) == []
    club.undo()
    assert [slip.name for slip in club.read(letters.open_slips)] == ["Anna Berg"]
