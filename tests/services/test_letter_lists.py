"""The lists of letters, and codes looked up before they are recorded."""

import datetime as dt
import re

from clubdesk.model.identity import first_id_of, new_id
from clubdesk.services.letters import (
    check_letters,
    letter_ids,
    letter_lines,
    look_up_code,
    prepare_run,
    preview_letter,
    print_run,
    record_replies,
    replies_recorded_on,
)
from clubdesk.services.today import today
from clubdesk.services.workspace import Workspace
from tests.factories import person


def code_of(club: Workspace, run: int) -> str:
    """The first code in the run's PDF, as its reader would type it."""
    import pypdfium2

    page = pypdfium2.PdfDocument(club.read(print_run, run).data)[0]
    found = re.search(r"\b[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}\b", page.get_textpage().get_text_range())
    assert found
    return found.group()


def test_letters_are_listed_in_any_order(club: Workspace) -> None:
    people = [
        person(club, given, "Berg", language=tongue) for given, tongue in (("Bo", "de"), ("Anna", "nb"))
    ]
    run = club.do(prepare_run, people).run
    assert run is not None
    paper = club.read(letter_lines, club.read(letter_ids, run))
    assert sorted(line.number for line in paper) == [line.number for line in paper]
    named = club.read(letter_lines, club.read(letter_ids, run, sort="name", descending=True))
    assert [line.name for line in named] == ["Bo Berg", "Anna Berg"]
    for sort in ("town", "language", "answer"):
        assert len(club.read(letter_ids, run, sort=sort)) == 2


def test_a_code_shows_its_reader_before_it_is_recorded(club: Workspace) -> None:
    run = club.do(prepare_run, [person(club)]).run
    assert run is not None
    code = code_of(club, run)
    found = club.read(look_up_code, code.lower().replace("-", " "))
    assert (found.result, found.name) == ("open", "Anna Großmüller")
    club.do(record_replies, [code])
    assert club.read(look_up_code, code).result == "already-recorded"
    assert club.read(look_up_code, "000-000-0000").result == "unknown-code"


def test_replies_are_counted_by_the_day_they_were_recorded(club: Workspace) -> None:
    run = club.do(prepare_run, [person(club)]).run
    assert run is not None
    club.do(record_replies, [code_of(club, run)], on=today() - dt.timedelta(days=3))
    assert club.read(replies_recorded_on, today()) == 1
    assert club.read(replies_recorded_on, today() - dt.timedelta(days=3)) == 0


def test_ids_tell_when_rows_came() -> None:
    now = dt.datetime.now().astimezone()
    assert first_id_of(now - dt.timedelta(seconds=5)) < new_id() < first_id_of(now + dt.timedelta(seconds=5))


def test_previews_say_what_is_wrong_with_the_letter(club: Workspace) -> None:
    reader = person(club, "Anna", "Großmüller")
    odd = person(club, "\U00012000", "Ur")  # cuneiform: no bundled font has it
    assert club.read(check_letters, [reader]) == ()
    assert club.read(check_letters, [reader, odd])[0].name.endswith("Ur")
    one, other = (club.read(preview_letter, reader, on=dt.date(2027, 3, day)).data for day in (1, 2))
    assert one != other


def test_the_number_of_a_letter_is_no_code(club: Workspace) -> None:
    run = club.do(prepare_run, [person(club)]).run
    assert run is not None
    number = club.read(letter_lines, club.read(letter_ids, run))[0].number
    found = club.read(look_up_code, number.lower())
    assert (found.result, found.name) == ("mistyped", "")
    assert found.message.startswith("This is the number of a letter.")
