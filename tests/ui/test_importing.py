"""A list is read, shown, corrected and brought in; what can't be imported is told and can be saved."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clubdesk.services.importing.apply import import_people
from clubdesk.services.importing.personrow import PersonRow
from clubdesk.services.members import Search, count_people, find_members
from clubdesk.services.workspace import Workspace
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.wishes import FindMembers, ImportList, PrintLetters
from clubdesk.ui.importing.page import ImportingPage
from tests.ui.shells import FakeShell

HEADER = "Nr;Vorname;Name;PLZ;Ort;E-Mail;Ortsclub;Beitragsklasse"
ANNA = "1;Anna;Großmüller;80802;München;anna@example.org;München;A"
BO = "2;Bo;Lund;0150;Oslo;bo@example.org;;B"
BAD = "3;Max;Muster;80331;München;no mail;;A"


@pytest.fixture
def shell(tasks: Tasks) -> FakeShell:
    return FakeShell(tasks)


@pytest.fixture
def page(qtbot: QtBot, club: Workspace, tasks: Tasks, shell: FakeShell) -> Iterator[ImportingPage]:
    made = ImportingPage(club, tasks, shell)
    qtbot.addWidget(made)
    made.resize(960, 540)
    deaf = club.news.subscribe(lambda tables: tasks.later(lambda: made.changed(tables)))
    made.show()
    yield made
    deaf()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(tmp_path / "list.csv", HEADER, ANNA, BO, BAD)


def write(file: Path, *lines: str, encoding: str = "cp1252") -> Path:
    file.write_text("\n".join(lines), encoding=encoding)
    return file


def counts(page: ImportingPage) -> list[str]:
    return [number.text() for number in page.review.counts.numbers]


def reviewed(qtbot: QtBot, page: ImportingPage, file: Path) -> None:
    page.open_with(ImportList(file))
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.review and page._outcome is not None)


def test_a_list_is_shown_before_anything_happens(
    qtbot: QtBot, page: ImportingPage, club: Workspace, file: Path
) -> None:
    reviewed(qtbot, page, file)
    assert counts(page) == ["2", "0", "0", "1"]
    assert page.start.text() == "Import 2 people"
    assert page.review.source_line.encoding.text() == "Encoding: Western European (Windows-1252)"
    assert page.review.source_line.delimiter.text() == "Separator: ;"
    boxes = page.review.preview.columns.boxes
    assert [box.currentText() for box in boxes[:3]] == ["Member number", "Given name", "Surname"]
    assert page.review._left_out.text() == "1 column is not imported: Beitragsklasse"
    [line] = page.review.rejected.lines.lines
    assert line[:2] == (4, "E-Mail")
    assert club.read(count_people) == 0


def test_the_list_comes_in_and_again_changes_nothing(
    qtbot: QtBot, page: ImportingPage, club: Workspace, shell: FakeShell, file: Path
) -> None:
    reviewed(qtbot, page, file)
    page.start.trigger()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.finished)
    assert club.read(count_people) == 2
    assert shell.toasts == [("2 people added. 1 row rejected.", True)]
    page.finished.letters.click()
    page.finished.people.click()
    (letters, wish), (members, search) = shell.gone
    assert (letters, members) == ("letters", "members")
    assert isinstance(wish, PrintLetters)
    assert len(wish.people) == 2
    assert isinstance(search, FindMembers)
    assert search.search.statuses == ("unverified",)
    reviewed(qtbot, page, file)
    assert counts(page) == ["0", "0", "2", "1"]
    assert (page.start.text(), page.start.isEnabled()) == ("Nothing to import", False)


def test_undo_leads_back_to_the_list(qtbot: QtBot, page: ImportingPage, club: Workspace, file: Path) -> None:
    reviewed(qtbot, page, file)
    page.start.trigger()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.finished)
    club.undo()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.review)
    assert counts(page) == ["2", "0", "0", "1"]


def test_a_column_gets_another_meaning(qtbot: QtBot, page: ImportingPage, file: Path) -> None:
    reviewed(qtbot, page, file)
    boxes, fields = page.review.preview.columns.boxes, page.review.preview.columns.fields
    boxes[7].setCurrentIndex(fields.index("email"))
    boxes[7].activated.emit(fields.index("email"))
    qtbot.waitUntil(lambda: counts(page) == ["0", "0", "0", "3"])
    assert boxes[5].currentText() == "Not imported"
    assert not page.start.isEnabled()
    boxes[7].setCurrentIndex(0)
    boxes[7].activated.emit(0)
    qtbot.waitUntil(lambda: counts(page) == ["3", "0", "0", "0"])


def test_without_names_the_page_says_what_to_do(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    page.open_with(ImportList(write(tmp_path / "cars.csv", "Foo;Bar", "a;b", "c;d")))
    qtbot.waitUntil(page.notice.isVisible)
    assert page.stack.currentWidget() is page.review
    assert counts(page) == ["–"] * 4
    boxes, fields = page.review.preview.columns.boxes, page.review.preview.columns.fields
    boxes[0].activated.emit(fields.index("surname"))
    qtbot.waitUntil(lambda: counts(page)[0] == "2")
    assert not page.notice.isVisible()


def test_rows_without_a_chapter_get_the_one_that_is_named(
    qtbot: QtBot, page: ImportingPage, club: Workspace, file: Path
) -> None:
    reviewed(qtbot, page, file)
    assert page.review.chapter._words.text() == "Chapter of 1 row that names none"
    line = page.review.chapter.box.lineEdit()
    assert line
    line.setText("Oslo")
    line.editingFinished.emit()
    qtbot.waitUntil(lambda: page._outcome is not None and page._outcome.chapters == ("München", "Oslo"))
    page.start.trigger()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.finished)
    assert len(club.read(find_members, Search(chapters=("Oslo",)))) == 1
    assert len(club.read(find_members, Search(chapters=("München",)))) == 1


def test_another_separator_is_tried_and_a_wrong_encoding_refused(
    qtbot: QtBot, page: ImportingPage, file: Path
) -> None:
    reviewed(qtbot, page, file)
    page.review.source_line.encoding.chosen.emit("utf-8")
    qtbot.waitUntil(page.notice.isVisible)
    assert page.review.source_line.encoding.text().endswith("(Windows-1252)")
    page.review.source_line.delimiter.chosen.emit("|")
    qtbot.waitUntil(lambda: page.review.preview.model().columnCount() == 1)
    assert page.review.source_line.delimiter.text() == "Separator: |"


@pytest.mark.parametrize("data", [b"", bytes(range(256)) * 20, b"%PDF-1.7 x", b'{"a": 1}'])
def test_what_is_no_list_is_a_problem_in_the_page(
    qtbot: QtBot, page: ImportingPage, tmp_path: Path, data: bytes
) -> None:
    file = tmp_path / "odd.csv"
    file.write_bytes(data)
    page.open_with(ImportList(file))
    qtbot.waitUntil(lambda: bool(page.drop.hint.text()))
    assert page.stack.currentWidget() is page.drop
    assert page.drop.choose.isVisible()
    assert not page.drop.headless.isVisible()


def test_a_list_without_column_names_can_be_read_all_the_same(
    qtbot: QtBot, page: ImportingPage, tmp_path: Path
) -> None:
    page.open_with(ImportList(write(tmp_path / "bare.csv", ANNA, BO)))
    qtbot.waitUntil(page.drop.headless.isVisible)
    page.drop.headless.click()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.review)
    assert page.review.source_line.header_row.text() == "Column names: none"
    assert page.review.preview.model().rowCount() == 2


def test_rejected_rows_are_saved_with_their_reasons(
    qtbot: QtBot,
    page: ImportingPage,
    shell: FakeShell,
    file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    saved = tmp_path / "rejected.csv"
    monkeypatch.setattr(dialogs, "save_file", lambda *_args, **_words: saved)
    reviewed(qtbot, page, file)
    page.review.save.click()
    qtbot.waitUntil(lambda: bool(shell.toasts))
    text = saved.read_text(encoding="utf-8-sig")
    assert "Muster" in text
    assert "no mail" in text
    assert "Lund" not in text


def test_cancelling_changes_nothing(
    qtbot: QtBot, page: ImportingPage, club: Workspace, shell: FakeShell, tmp_path: Path
) -> None:
    rows = [f"{n};Anna;Berg {n};80802;München;a{n}@example.org;;A" for n in range(20_000)]
    reviewed(qtbot, page, write(tmp_path / "long.csv", HEADER, *rows))
    page.start.trigger()
    assert shell.running is not None
    shell.running.cancel()
    qtbot.waitUntil(lambda: page.start.isEnabled(), timeout=20_000)
    assert page.stack.currentWidget() is page.review
    assert club.read(count_people) == 0


def test_cells_copied_elsewhere_are_pasted(qtbot: QtBot, page: ImportingPage) -> None:
    QApplication.clipboard().setText("Vorname\tNachname\nAnna\tBerg\nBo\tLund\n")
    page.drop.paste.click()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.review and page._outcome is not None)
    assert counts(page)[0] == "2"
    assert page.review.source_line.delimiter.text() == "Separator: tab"


def test_cards_need_no_header(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    file = tmp_path / "contacts.vcf"
    file.write_text("BEGIN:VCARD\nVERSION:3.0\nN:Berg;Anna\nEMAIL:anna@example.org\nEND:VCARD\n")
    reviewed(qtbot, page, file)
    assert counts(page)[0] == "1"
    assert not page.review.source_line.header_row.isVisible()


def test_where_list_and_club_differ_the_officer_chooses(
    qtbot: QtBot, page: ImportingPage, club: Workspace, tmp_path: Path
) -> None:
    club.do(import_people, [PersonRow(row=1, number="1", given="Anna", surname="Berg", phone="5")], file="x")
    reviewed(qtbot, page, write(tmp_path / "new.csv", "Nr;Vorname;Name;Telefon", "1;Anna;Berg;6"))
    assert [line[2] for line in page.review.differences.lines.lines] == ["5 → 6"]
    assert counts(page) == ["0", "1", "0", "0"]
    page.review.source_line._choose_rule(differ="ours")
    qtbot.waitUntil(lambda: page._outcome is not None)
    assert counts(page) == ["0", "0", "1", "0"]
