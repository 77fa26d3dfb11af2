"""Replies that don't come as a clean code: mistyped, by mail, by phone."""

import datetime as dt
import random
from email.message import EmailMessage
from pathlib import Path

import pytest

from clubdesk.errors import Problem
from clubdesk.model.codes import ALPHABET
from clubdesk.services import letters
from clubdesk.services.letters.mail import is_mail, proposed_answer, read_mail
from clubdesk.services.members import member_card
from clubdesk.services.workspace import Workspace
from tests.factories import person
from tests.services.slips import as_jpeg, marked, pages
from tests.services.test_letters import DAY, posted, status


def mail(text: str, *, html: str = "") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Anna Berg <anna@example.org>"
    made["Subject"] = "Verification"
    made["Date"] = "Mon, 09 Nov 2026 21:15:00 +0100"
    made.set_content(text)
    if html:
        made.clear_content()
        made.set_content(html, subtype="html")
    return made


def saved(folder: Path, made: EmailMessage) -> Path:
    file = folder / "reply.eml"
    file.write_bytes(made.as_bytes())
    return file


# Mistyped codes


def test_a_wrong_symbol_and_swapped_neighbours_are_understood(club: Workspace) -> None:
    people = [person(club, f"Anna {n}", "Berg") for n in range(3)]
    for code in posted(club, people):
        symbols = code.replace("-", "")
        owner = club.read(letters.look_up_code, code, on=DAY).name
        for place in range(10):
            other = ALPHABET[(ALPHABET.index(symbols[place]) + 7) % 32]
            typed = symbols[:place] + other + symbols[place + 1 :]
            assert owner in [found.name for found in club.read(letters.suggest_codes, typed, on=DAY)]
        for place in range(9):
            first, second = symbols[place], symbols[place + 1]
            typed = (symbols[:place] + second + first + symbols[place + 2 :]).lower()
            if first != second:
                assert owner in [found.name for found in club.read(letters.suggest_codes, typed, on=DAY)]


def test_only_open_codes_near_the_typed_one_are_suggested(club: Workspace) -> None:
    (code,) = posted(club, [person(club)])
    near = code[:-1] + ("0" if code[-1] != "0" else "2")
    assert [found.code for found in club.read(letters.suggest_codes, near, on=DAY)] == [code]
    for typed in ("", "K3M", code, code[:-3] + "000", "not a code!"):
        assert club.read(letters.suggest_codes, typed, on=DAY) == []
    club.do(letters.record_replies, [code], on=DAY)
    assert club.read(letters.suggest_codes, near, on=DAY) == []


# Mail


def test_a_mail_proposes_and_an_officer_decides(club: Workspace, tmp_path: Path) -> None:
    anna = person(club, "Anna", "Berg")
    (code,) = posted(club, [anna])
    file = saved(tmp_path, mail(f"Hello, I have sold my car.\nCode: {code.lower()}\n> All correct?"))
    found = club.do(letters.record_stack, letters.read_stack(club, [file]))
    assert [(slip.result, slip.name, slip.page) for slip in found.slips] == [("doubtful", "Anna Berg", 0)]
    (slip,) = club.read(letters.open_slips)
    assert (slip.proposed, slip.received_on, slip.has_image) == ("not-owner", dt.date(2026, 11, 9), False)
    assert "I have sold my car" in slip.text
    assert status(club, anna) == "posted"
    club.do(letters.answer_slip, slip.id, answer="not-owner")
    assert status(club, anna) == "not-owner"
    again = club.do(letters.record_stack, letters.read_stack(club, [file]))
    assert [slip.result for slip in again.slips] == ["already-recorded"]


def test_a_photo_in_a_mail_is_read_as_a_scan(club: Workspace, tmp_path: Path) -> None:
    anna = person(club, "Anna", "Berg")
    run = club.do(letters.prepare_run, [anna], on=DAY).run
    assert run
    club.do(letters.mark_posted, run, on=DAY)
    (sheet,) = pages(club.read(letters.print_run, run).data)
    made = mail("Here is my slip.")
    photo = as_jpeg(marked(sheet, 0, chance=random.Random(1)))
    made.add_attachment(photo, maintype="image", subtype="jpeg", filename="slip.jpg")
    found = club.do(letters.record_stack, letters.read_stack(club, [saved(tmp_path, made)]))
    assert [(slip.file, slip.result) for slip in found.slips] == [("reply.eml: slip.jpg", "verified")]
    assert found.unread == ()  # the words only came with the slip
    (letter,) = club.read(member_card, anna).letters
    assert letter.answered_on == dt.date(2026, 11, 9)  # the day of the mail


def test_html_is_read_as_text_and_words_are_no_codes(club: Workspace) -> None:
    (code,) = posted(club, [person(club, "Anna", "Berg")])
    html = f"<p>Alles <b>korrekt</b><script>alert('{code}')</script></p><p>{code[:7]}<i>{code[7:]}</i></p>"
    read = letters.read_text(club, mail("", html=html).as_string(), name="mail")
    (page,) = read.pages
    assert "alert" not in page.text
    assert [(slip.code, slip.proposed) for slip in page.slips] == [(code, "verified")]
    words = letters.read_text(club, "conference membership different 0123456789", name="mail")
    assert [page.slips for page in words.pages] == [()]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Everything is correct.", "verified"),
        ("Ich bin umgezogen.", "changed"),
        ("Jeg har solgt bilen", "not-owner"),
        ("我要退会", "refused"),
        ("I have moved and sold the car", ""),
        ("> everything is correct\nWho are you?", ""),
    ],
)
def test_what_a_mail_seems_to_say(text: str, answer: str) -> None:
    assert proposed_answer(text) == answer


def test_mails_with_odd_headers_are_read() -> None:
    odd = b"From: x\nDate: nonsense\nContent-Type: text/plain; charset=klingon\n\nGr\xfc\xdfe"
    assert is_mail(odd)
    assert read_mail(odd).sent_on is None
    assert read_mail(odd).text.startswith("Gr")
    assert not is_mail(b"Dear club: hello\nI moved.")


# Phone


def test_a_reply_by_phone_names_who_asked(club: Workspace) -> None:
    anna = person(club, "Anna", "Berg")
    with pytest.raises(Problem, match="No letter to Anna Berg"):
        club.do(letters.record_by_phone, anna, answer="verified", asked_by="Bo", on=DAY)
    posted(club, [anna])
    with pytest.raises(Problem, match="Say who spoke"):
        club.do(letters.record_by_phone, anna, answer="verified", asked_by=" ", on=DAY)
    found = club.do(letters.record_by_phone, anna, answer="verified", asked_by="Bo", on=DAY)
    assert (found.result, status(club, anna)) == ("verified", "verified")
    step = club.next_undo()
    assert step and "Anna Berg by phone" in step.label
    club.undo()
    assert status(club, anna) == "posted"
