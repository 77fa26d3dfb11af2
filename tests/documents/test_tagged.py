import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from clubdesk.documents.address_papers import Addressee, print_envelopes, print_labels
from clubdesk.documents.archive import attach, protect
from clubdesk.documents.content import Printed
from clubdesk.documents.control_sheet import ControlLine, print_control_sheet
from clubdesk.documents.invitations import print_invitations
from clubdesk.documents.letter_statistics import ChapterLine, print_letter_statistics
from clubdesk.documents.letters import print_letters
from clubdesk.documents.rosters import print_roster, print_sign_in
from clubdesk.errors import Problem
from tests.documents.reading import Paper
from tests.documents.samples import ANNA, CLUB
from tests.documents.tagging import Heard, complaints, failures
from tests.documents.test_invitations import invitation, school
from tests.documents.test_rosters import PEOPLE

DAY = dt.date(2027, 5, 1)
NAMES = ("Anna Großmüller", "王小明", "محمد عبد الله", "क्षत्रिय श्री", "น้ำผึ้ง รักดี", "שלום כהן", "Rally 🚗 Ek")
READERS = [replace(ANNA, name=name, address=(name, "Weg 1", "80802 München")) for name in NAMES]
TO = [Addressee(name, (name, "Weg 1", "80802 München")) for name in NAMES]
LINE = ChapterLine(chapter="Oslo", sent=5, verified=2, declined=1, returned=0, open=2, rate=0.4, days=3)
BARE = replace(CLUB, phone="", return_line="", footer="")
LINES = [ControlLine(1, "L-1", "Li", "Oslo")] * 90


def _letters() -> Printed:
    return print_letters(READERS, CLUB, tagged=True)


def _bare() -> Printed:
    return print_letters([replace(ANNA, language="zh")], BARE, layout="us-10", tagged=True)


def _invitations() -> Printed:
    return print_invitations([invitation(school())], CLUB, tagged=True)


def _roster() -> Printed:
    return print_roster(school(), PEOPLE * 40, CLUB, date=DAY, language="de", by_group=True, tagged=True)


def _sign_in() -> Printed:
    return print_sign_in(school(), PEOPLE, CLUB, date=DAY, language="nb", tagged=True)


def _labels() -> Printed:
    return print_labels(TO * 4, sheet="avery-l7160", date=DAY, sender="Club", tagged=True)


def _envelopes() -> Printed:
    return print_envelopes(TO, envelope="dl", date=DAY, sender="Club", tagged=True)


def _control() -> Printed:
    return print_control_sheet(LINES, CLUB, run="R", date=DAY, language="en", tagged=True)


def _statistics() -> Printed:
    return print_letter_statistics(
        [LINE], LINE, CLUB, date=DAY, since=None, until=None, language="en", tagged=True
    )


PAPERS = (_letters, _bare, _invitations, _roster, _sign_in, _labels, _envelopes, _control, _statistics)


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_can_be_heard_and_archived(paper: Callable[[], Printed], tmp_path: Path) -> None:
    data = paper().data
    assert failures(data) == []
    assert complaints(data, tmp_path) == []
    assert paper().data == data, "the same input gives the same bytes"
    with pikepdf.open(BytesIO(data)) as file:
        assert file.Root.ViewerPreferences.DisplayDocTitle
        with file.open_metadata() as said:
            for key, tag in (
                ("Title", "dc:title"),
                ("Producer", "pdf:Producer"),
                ("Creator", "xmp:CreatorTool"),
            ):
                assert said[tag] == str(file.docinfo[f"/{key}"])
            assert str(file.docinfo.CreationDate)[2:10] == said["xmp:CreateDate"][:10].replace("-", "")


def test_a_letter_is_read_from_its_head_to_its_slip() -> None:
    heard = Heard(print_letters([ANNA, replace(ANNA, language="en")], CLUB, tagged=True).data)
    texts = [text for text in heard.texts() if text][: len(heard.texts()) // 2]
    whole = "\n".join(texts)
    wanted = (
        CLUB.name, "L-26-0311-7", "Leopoldstraße 12", "1042", "Guten Tag", "K3M-9QX-2RTF", CLUB.contact_role
    )  # fmt: skip
    places = [whole.index(words) for words in wanted]
    assert places == sorted(places)
    assert heard.languages == ["de", "en"]
    assert len(heard.texts("H1")) == 2 and all(heard.texts("H1"))
    figures = heard.texts("Figure")
    assert [figure for figure in figures if ANNA.code in figure] and [f for f in figures if ANNA.number in f]
    assert "ﬁ" not in whole and "  " not in whole


def test_words_at_the_ends_of_lines_stay_apart() -> None:
    heard = Heard(print_letters([ANNA], CLUB, tagged=True).data)
    text = " ".join(heard.texts("P"))
    plain = Paper(print_letters([ANNA], CLUB).data).text()
    words = set(plain.replace("\u2026", " ").split())
    assert {word for word in text.split() if len(word) > 12} <= words


@pytest.mark.parametrize("name", NAMES)
def test_names_of_all_scripts_are_heard_as_they_are_written(name: str) -> None:
    heard = Heard(print_labels([Addressee(name, (name,))], sheet="avery-l7160", date=DAY, tagged=True).data)
    assert [text for text in heard.texts() if text] == [name]


def test_tables_have_heads_once_and_a_cell_for_each_column() -> None:
    heard = Heard(print_roster(school(), PEOPLE * 40, CLUB, date=DAY, language="en", tagged=True).data)
    assert heard.texts("TH")[0] == "Name"
    assert len(heard.texts("Table")) == 2, "who comes, and who waits"
    columns = len(heard.texts("TH")) // 2
    assert len(heard.texts("TD")) == columns * 160


def test_what_carries_another_file_is_archived_as_such(tmp_path: Path) -> None:
    letters = print_letters([ANNA], CLUB, tagged=True).data
    data = attach(
        letters, name="event.ics", content=b"BEGIN:VCALENDAR", mime="text/calendar", about="É", date=DAY
    )
    assert failures(data, "3u", "ua1") == []
    assert complaints(data, tmp_path) == []
    with pikepdf.open(BytesIO(data)) as file:
        (name,) = file.attachments
        assert name == "event.ics"
        assert file.attachments[name].get_file().read_bytes() == b"BEGIN:VCALENDAR"
    again = attach(
        letters, name="event.ics", content=b"BEGIN:VCALENDAR", mime="text/calendar", about="É", date=DAY
    )
    assert again == data


@pytest.mark.parametrize("tagged", [False, True])
def test_a_password_keeps_others_out(tagged: bool) -> None:
    data = protect(print_letters([ANNA], CLUB, tagged=tagged).data, "correct horse")
    for password in ("", "wrong horse"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(BytesIO(data), password=password)
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(data)
    assert len(pypdfium2.PdfDocument(data, password="correct horse")) == 1
    with pikepdf.open(BytesIO(data), password="correct horse") as file:
        assert (file.encryption.R, file.encryption.bits) == (6, 256)
        if tagged:
            said = file.Root.Metadata.read_bytes()
            assert b"pdfuaid:part>1" in said and b"<pdfaid:" not in said, "PDF/A forbids a password"


@pytest.mark.parametrize("password", ["short", "é" * 64])
def test_a_bad_password_is_refused(password: str) -> None:
    with pytest.raises(Problem):
        protect(b"", password)


def test_many_letters_are_checked_quickly() -> None:
    assert failures(print_letters([ANNA] * 50, CLUB, tagged=True).data) == []
