"""A stack of paper comes back: letters are printed, marked by hand, scanned badly, and read."""

import datetime as dt
import io
import random
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from clubdesk.errors import Problem
from clubdesk.services import letters
from clubdesk.services.letters import StackResult
from clubdesk.services.members import delete_people, member_card
from clubdesk.services.progress import Progress
from clubdesk.services.today_work import today_work
from clubdesk.services.workspace import Workspace
from tests.factories import new_club, owner, person
from tests.services.slips import MARKS, as_jpeg, as_tiff, marked, pages, scanned
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


def test_the_same_stack_again_changes_nothing(club: Workspace, tmp_path: Path, chance: random.Random) -> None:
    anna = person(club, "Anna", "Berg")
    _codes, (sheet,) = printed(club, [anna])
    stack = as_tiff(
        tmp_path / "stack.tif", [marked(sheet, 0, chance=chance), Image.new("L", sheet.size, 250)]
    )
    first = record(club, stack)
    assert ([slip.result for slip in first.slips], first.unread) == (["verified"], (("stack.tif", 2),))
    again = record(club, stack)
    assert [slip.result for slip in again.slips] == ["already-recorded"]
    assert "Already recorded on 20 Nov 2026" in again.slips[0].message
    assert len(club.read(letters.open_pages)) == 1
    (letter,) = club.read(member_card, anna).letters
    assert letter.slip is not None  # the evidence is found from the person's letters
    assert Image.open(io.BytesIO(club.read(letters.slip_picture, letter.slip))).format == "JPEG"


def test_a_stack_is_one_step(club: Workspace, tmp_path: Path, chance: random.Random) -> None:
    people = [owner(club, "Anna", "Berg"), owner(club, "Bo", "Lund")]
    _codes, sheets = printed(club, people)
    record(club, as_tiff(tmp_path / "stack.tif", [marked(sheet, 1, chance=chance) for sheet in sheets]))
    assert len(club.read(letters.open_proposals)) == 2
    club.undo()
    assert [status(club, who) for who in people] == ["posted", "posted"]
    assert not club.read(letters.open_proposals)
    club.redo()
    assert [status(club, who) for who in people] == ["verified", "verified"]


def test_two_slips_on_one_page_and_a_photo_askew(
    club: Workspace, tmp_path: Path, chance: random.Random
) -> None:
    people = [person(club, "Anna", "Berg"), person(club, "Bo", "Lund")]
    _codes, sheets = printed(club, people)
    both = Image.new("L", (sheets[0].width, 1240), 255)
    for number, sheet in enumerate(sheets):
        slip = marked(sheet, number, chance=chance).crop((0, 1205, sheet.width, 1700))
        both.paste(slip, (0, 60 + number * 600))
    width, height = both.size
    corners = (30, 20, 0, height, width, height - 40, width - 60, 0)  # seen from the side
    askew = both.transform(both.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=120)
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(as_jpeg(askew))
    found = record(club, photo)
    assert [slip.answer for slip in found.slips] == ["verified", "changed"]


def test_a_second_slip_that_cannot_be_read_is_not_lost(
    club: Workspace, tmp_path: Path, chance: random.Random
) -> None:
    people = [person(club, "Anna", "Berg"), person(club, "Bo", "Lund")]
    codes, sheets = printed(club, people)
    both = Image.new("L", (sheets[0].width, 1240), 255)
    for number, sheet in enumerate(sheets):
        both.paste(marked(sheet, 0, chance=chance).crop((0, 1205, sheet.width, 1700)), (0, number * 620))
    ImageDraw.Draw(both).rectangle((985, 745, 1100, 855), fill=0)  # a stain
    stack = as_tiff(tmp_path / "two.tif", [both])
    found = record(club, stack)
    assert ([slip.code for slip in found.slips], found.unread) == ([codes[0]], (("two.tif", 1),))
    (page,) = club.read(letters.open_pages)
    assert club.do(letters.answer_page, page.id, code=codes[1], answer="verified").recorded
    assert club.read(letters.open_pages) == []
    assert [status(club, who) for who in people] == ["verified", "verified"]
    record(club, stack)
    assert club.read(letters.open_pages) == []


def test_a_page_without_a_code_is_typed_while_looking_at_it(club: Workspace, tmp_path: Path) -> None:
    anna = person(club, "Anna", "Berg")
    (code,), (sheet,) = printed(club, [anna])
    record(club, as_tiff(tmp_path / "cut.tif", [sheet.crop((0, 1200, 900, 1700))]))
    (page,) = club.read(letters.open_pages)
    wrong = club.do(letters.answer_page, page.id, code="K3M", answer="refused")
    assert (wrong.result, len(club.read(letters.open_pages))) == ("mistyped", 1)
    assert club.do(letters.answer_page, page.id, code=code, answer="refused").name == "Anna Berg"
    assert (status(club, anna), club.read(letters.open_pages)) == ("refused", [])
    club.undo()
    club.do(letters.set_page_aside, page.id)
    assert (status(club, anna), club.read(letters.open_pages)) == ("posted", [])


def test_cancel_keeps_what_was_read(club: Workspace, tmp_path: Path, chance: random.Random) -> None:
    people = [person(club, "Anna", "Berg"), person(club, "Bo", "Lund")]
    _codes, sheets = printed(club, people)
    stack = as_tiff(tmp_path / "stack.tif", [marked(sheet, 0, chance=chance) for sheet in sheets])
    asked = iter(range(9))
    progress = Progress(lambda _done, _total: progress.cancel() if next(asked) == 1 else None)
    read = letters.read_stack(club, [stack], progress=progress)
    assert (read.stopped, len(read.pages)) == (True, 1)
    assert club.do(letters.record_stack, read, on=BACK).recorded == 1


def test_files_that_are_no_scans_are_told_and_the_rest_is_read(
    club: Workspace, tmp_path: Path, chance: random.Random
) -> None:
    _codes, (sheet,) = printed(club, [person(club, "Anna", "Berg")])
    words, broken = tmp_path / "notes.txt", tmp_path / "broken.pdf"
    words.write_text("Hello", encoding="utf-8")
    broken.write_bytes(b"%PDF-1.7 nothing")
    good = as_tiff(tmp_path / "good.tif", [marked(sheet, 0, chance=chance)])
    found = record(club, words, broken, tmp_path / "gone.png", good)
    assert [file for file, _reason in found.problems] == ["notes.txt", "broken.pdf", "gone.png"]
    assert found.recorded == 1


def test_another_clubs_code_is_told(club: Workspace, tmp_path: Path, empty_club: Path) -> None:
    with new_club(tmp_path / "other.clubdesk") as other:
        _codes, sheets = printed(other, [person(other, "Per", "Lund")])
    found = record(club, as_tiff(tmp_path / "slip.tif", sheets))
    assert [(slip.result, slip.name) for slip in found.slips] == [("unknown-code", "")]


def test_a_correction_waits_until_it_is_settled(
    club: Workspace, tmp_path: Path, chance: random.Random
) -> None:
    anna = person(club, "Anna", "Berg")
    _codes, (sheet,) = printed(club, [anna])
    record(club, as_tiff(tmp_path / "slip.tif", [marked(sheet, 1, chance=chance)]))
    (proposal,) = club.read(letters.open_proposals, person=anna)
    assert (proposal.name, proposal.has_image) == ("Anna Berg", True)
    assert club.read(today_work).to_correct == (anna,)
    club.do(letters.finish_proposal, proposal.id)
    assert club.read(letters.open_proposals) == []
    with pytest.raises(Problem, match="settled"):
        club.do(letters.refuse_proposal, proposal.id)
    club.undo()
    assert len(club.read(letters.open_proposals)) == 1


def test_who_answered_on_paper_can_be_deleted_and_comes_back(
    club: Workspace, tmp_path: Path, chance: random.Random
) -> None:
    """Their slips go with them, the page they stood on too; an undo brings all of it back."""
    anna, bo = (owner(club, given, "Berg") for given in ("Anna", "Bo"))
    _codes, sheets = printed(club, [anna, bo])
    record(club, as_tiff(tmp_path / "stack.tif", [marked(page, 1, chance=chance) for page in sheets]))
    club.do(delete_people, [anna])
    assert [slip.person for slip in club.read(letters.open_proposals)] == [bo]
    club.undo()
    assert status(club, anna) == "verified"
    slip = club.read(member_card, anna).letters[0].slip
    assert slip is not None and club.read(letters.slip_picture, slip)
