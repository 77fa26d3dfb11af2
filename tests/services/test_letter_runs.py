"""What happens to a run besides replies: jams, cancelled letters, returned envelopes, second letters."""

import datetime as dt
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from clubdesk.errors import Cancelled, Problem
from clubdesk.services import letters
from clubdesk.services.clubs import set_club
from clubdesk.services.letters.returns import read_number
from clubdesk.services.members import member_card, set_address
from clubdesk.services.progress import Progress
from clubdesk.services.workspace import Workspace
from tests.documents.test_letter_paper import picture, top
from tests.factories import person
from tests.services.test_letters import DAY, codes_of, status


@pytest.fixture
def people(club: Workspace) -> list[int]:
    return [person(club, given, "Ek", postcode=f"8080{n}") for n, given in enumerate(("Anna", "Bo", "Cleo"))]


@pytest.fixture
def run(club: Workspace, people: list[int]) -> int:
    made = club.do(letters.prepare_run, people, on=DAY).run
    assert made
    return made


def lines(club: Workspace, run: int) -> list[letters.LetterRow]:
    return club.read(letters.letter_lines, club.read(letters.letter_ids, run))


def texts(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pdfium.PdfDocument(pdf)]


def test_a_reprint_has_the_same_bytes_after_the_club_moved(club: Workspace, run: int) -> None:
    first = club.read(letters.print_run, run).data
    club.do(set_club, name="Owners Club Franken", city="Nürnberg", contact_name="Bo Ek", accent="#aa0000")
    club.do(set_club, letter_paper=picture("PNG"))
    assert club.read(letters.print_run, run).data == first


def test_a_run_keeps_the_letter_paper_it_was_printed_on(club: Workspace, people: list[int]) -> None:
    club.do(set_club, letter_paper=picture("PNG"))
    run = club.do(letters.prepare_run, people, on=DAY).run
    assert run
    first = club.read(letters.print_run, run).data
    assert top(first) == (255, 0, 0)
    club.do(set_club, letter_paper=None)
    assert club.read(letters.print_run, run).data == first


def test_jammed_pages_are_printed_anew_and_counted(club: Workspace, run: int) -> None:
    whole = texts(club.read(letters.print_run, run).data)
    club.do(letters.mark_printed, run, on=DAY)
    again = club.read(letters.print_run, run, pages=letters.parse_pages("2-3", last=3))
    assert texts(again.data) == whole[1:]
    club.do(letters.note_spoiled, run, [2, 3])
    card = club.read(letters.run_card, run)
    assert (card.sheets, card.spoiled) == (5, 2)
    assert club.undo()
    assert club.read(letters.run_card, run).sheets == 3


def test_each_letter_is_a_file_of_its_own(club: Workspace, run: int, tmp_path: Path) -> None:
    whole = texts(club.read(letters.print_run, run).data)
    folder = tmp_path / "files"
    folder.mkdir()
    files = club.read(letters.save_singly, run, folder=folder)
    assert sorted(folder.iterdir()) == sorted(files)
    assert [texts(file.read_bytes()) for file in files] == [[page] for page in whole]
    assert files[0].name == f"{lines(club, run)[0].number} Anna Ek.pdf"


def test_cancelled_half_way_it_leaves_what_was_there(club: Workspace, run: int, tmp_path: Path) -> None:
    old = tmp_path / f"{lines(club, run)[0].number} Anna Ek.pdf"
    old.write_bytes(b"old")

    def cancel(done: int, _all: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        club.read(letters.save_singly, run, folder=tmp_path, progress=Progress(cancel))
    assert list(tmp_path.glob("*.pdf")) == [old]


@pytest.mark.parametrize("text", ["", "0-x", "5-3", "1,,2", "-4", "8-10", "0"])
def test_what_names_no_pages(text: str) -> None:
    with pytest.raises(Problem):
        letters.parse_pages(text, last=9)


def test_a_page_that_is_not_there_is_named(club: Workspace, run: int) -> None:
    assert letters.parse_pages("1, 3–4", last=4) == [1, 3, 4]
    with pytest.raises(Problem, match="page 4") as refused:
        club.read(letters.print_run, run, pages=[3, 4])
    assert "1 to 3" in refused.value.hint


def test_a_cancelled_letter_is_not_printed_and_its_code_is_refused(
    club: Workspace, run: int, people: list[int]
) -> None:
    code = codes_of(club, run)[1]
    club.do(letters.void_letters, [lines(club, run)[1].id], on=DAY)
    assert club.read(letters.print_run, run).pages == 2
    club.do(letters.mark_posted, run, on=DAY)
    (result,) = club.do(letters.record_replies, [code], on=DAY)
    assert result.result == "expired"
    assert "cancelled" in result.message
    assert status(club, people[1]) == "unverified"
    card = club.read(letters.run_card, run)
    assert (card.line.letters, card.voided) == (2, 1)


def test_an_answered_letter_is_not_cancelled(club: Workspace, run: int) -> None:
    club.do(letters.mark_posted, run, on=DAY)
    club.do(letters.record_replies, codes_of(club, run)[:1], on=DAY)
    with pytest.raises(Problem, match="answered"):
        club.do(letters.void_letters, [lines(club, run)[0].id])


def test_a_returned_envelope_stops_letters_until_the_address_is_mended(
    club: Workspace, run: int, people: list[int]
) -> None:
    club.do(letters.mark_posted, run, on=DAY)
    number = lines(club, run)[0].number
    (result,) = club.do(letters.record_returned, [number.lower().replace("-", " ")], reason="moved", on=DAY)
    assert (result.result, result.name, result.number) == ("returned", "Anna Ek", number)
    assert status(club, people[0]) == "returned"
    assert club.read(letters.recipients, people[:1]).left_out[0].reason.endswith("(Moved)")
    (again,) = club.do(letters.record_returned, [number], on=DAY)
    assert again.result == "already-returned"
    club.do(set_address, people[0], street="Neue Straße 2")
    assert club.read(letters.recipients, people[:1]).people == (people[0],)


def test_a_return_undone_leaves_nothing(club: Workspace, run: int, people: list[int]) -> None:
    club.do(letters.mark_posted, run, on=DAY)
    before = club.read(member_card, people[0])
    club.do(letters.record_returned, [lines(club, run)[0].number], on=DAY)
    club.undo()
    assert club.read(member_card, people[0]) == before


def test_an_address_mended_meanwhile_is_not_marked(club: Workspace, run: int, people: list[int]) -> None:
    club.do(letters.mark_posted, run, on=DAY)
    club.do(set_address, people[0], street="Neue Straße 2")
    assert [line.moved for line in lines(club, run)] == [True, False, False]
    (result,) = club.do(letters.record_returned, [lines(club, run)[0].number], on=DAY)
    assert "changed since" in result.message
    assert club.read(letters.recipients, people[:1]).people == (people[0],)


def test_numbers_that_lead_to_no_letter(club: Workspace, run: int) -> None:
    number = lines(club, run)[0].number
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    results = club.do(letters.record_returned, [number, wrong, "K3M-9QX-2RTF", "L-26-9999-0"])
    assert [result.result for result in results] == [
        "not-posted",
        "mistyped",
        "mistyped",
        "unknown-number" if read_number("L-26-9999-0") else "mistyped",
    ]
    with pytest.raises(Problem):
        club.do(letters.record_returned, [number], reason="dog ate it")


def test_second_letters_have_other_words_and_the_same_rules(club: Workspace, people: list[int]) -> None:
    made = club.do(letters.prepare_run, people[:1], kind=letters.SECOND, on=DAY)
    assert made.run
    (text,) = texts(club.read(letters.print_run, made.run).data)
    assert "reminder" in text
    assert "cut here" in text
    (line,) = club.read(letters.runs)
    assert line.title.startswith("Second letters")
    club.do(letters.mark_posted, made.run, on=DAY)
    (result,) = club.do(letters.record_replies, codes_of(club, made.run), on=DAY)
    assert result.result == "verified"


def test_who_expires_soon_may_be_asked_anew(club: Workspace, run: int, people: list[int]) -> None:
    club.do(letters.mark_posted, run, on=DAY)
    club.do(letters.record_replies, codes_of(club, run)[:1], on=DAY)
    end = dt.date(2027, 11, 2)
    assert club.read(letters.recipients, people[:1], on=end - dt.timedelta(days=61)).people == ()
    assert club.read(letters.recipients, people[:1], on=end - dt.timedelta(days=60)).people == (people[0],)


def test_a_run_is_closed_once_it_was_out(club: Workspace, run: int) -> None:
    with pytest.raises(Problem, match="never posted"):
        club.do(letters.close_run, run)
    club.do(letters.mark_posted, run, on=DAY)
    club.do(letters.close_run, run, on=DAY)
    assert club.read(letters.run_card, run).line.state == "closed"
    (late,) = club.do(letters.record_replies, codes_of(club, run)[:1], on=DAY)
    assert late.recorded


def test_the_control_sheet_lists_the_letters_without_their_codes(club: Workspace, run: int) -> None:
    club.do(letters.void_letters, [lines(club, run)[0].id], on=DAY)
    (text,) = texts(club.read(letters.print_control_sheet, run).data)
    kept = [line.number for line in lines(club, run)[1:]]
    assert sorted(kept, key=text.index) == kept
    assert lines(club, run)[0].number not in text
    assert "2 letters" in text
    assert not any(code in text for code in codes_of(club, run))
