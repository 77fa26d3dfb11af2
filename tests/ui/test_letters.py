"""From the people who need a letter to the replies on the desk, through the window."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clubdesk.services.clubs import add_chapter, set_club
from clubdesk.services.letters import (
    letter_ids,
    letter_lines,
    mark_posted,
    mark_printed,
    prepare_run,
    print_run,
    run_card,
    runs,
)
from clubdesk.services.members import Search, find_members
from clubdesk.services.sample import codes_as_read
from clubdesk.services.today import today
from clubdesk.services.workspace import Workspace
from clubdesk.settings import Settings
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.appearance import Appearance
from clubdesk.ui.common.columns import text_of
from clubdesk.ui.common.empty import Empty
from clubdesk.ui.common.table_model import TableModel
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.wishes import PrintLetters, RecordReplies, ShowRun, WriteTemplate
from clubdesk.ui.features import FEATURES
from clubdesk.ui.letters.page import LettersPage
from clubdesk.ui.main_window import MainWindow
from tests.factories import new_club, person

Opened = Callable[..., LettersPage]


@pytest.fixture
def file(tmp_path: Path, empty_club: Path) -> Path:
    """Anna and Bo of Munich, Per of nowhere."""
    file = tmp_path / "club.clubdesk"
    with new_club(file, template=empty_club) as club:
        club.do(set_club, sample=True, language="de", city="München")
        club.do(add_chapter, name="München")
        person(club, "Anna", "Großmüller")
        person(club, "Bo", "Berg", chapter="")
        person(club, "Per", "Lund", street="", postcode="", city="", country="")
    return file


@pytest.fixture
def window(qtbot: QtBot, dressed: QApplication, settings: Settings) -> Iterator[MainWindow]:
    features = [feature for feature in FEATURES if feature.key == "letters"]
    made = MainWindow(settings, Tasks(), Appearance(dressed, settings), features)
    made.resize(1280, 760)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, file: Path) -> Opened:
    def show(wish: object = None) -> LettersPage:
        window.open_club(str(file))
        qtbot.waitUntil(lambda: isinstance(window.page(), LettersPage))
        page = window.page()
        assert isinstance(page, LettersPage)
        qtbot.waitUntil(lambda: page._model.searched)
        if wish is not None:
            page.open_with(wish)
        return page

    return show


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Where the next PDFs go; nothing left means that the officer presses Cancel."""
    files = [tmp_path / "letters.pdf"]
    monkeypatch.setattr(dialogs, "save_file", lambda *_, **__: files.pop(0) if files else None)
    return files


def club_of(page: LettersPage) -> Workspace:
    return page._workspace


def filled(file: Path, *, posted: bool = True) -> list[str]:
    """A run for all; its codes in the order of the names Anna, Bo."""
    with Workspace.open(file, officer="Bo") as club:
        run = club.do(prepare_run, everybody(club)).run
        assert run is not None
        if posted:
            club.do(mark_printed, run)
            club.do(mark_posted, run)
        return club.read(codes_as_read, run)


def everybody(club: Workspace) -> Sequence[int]:
    return club.read(find_members, Search())


def texts(model: TableModel, column: int) -> list[str]:
    return [text_of(model.value(row, column)) for row in range(model.rowCount())]


def ready(qtbot: QtBot, page: LettersPage, count: int) -> None:
    qtbot.waitUntil(lambda: page.flow.count == count and page._prepare.isEnabled())


def test_a_club_without_letters_offers_to_write_some(qtbot: QtBot, opened: Opened) -> None:
    page = opened()
    empty = page.table.findChild(Empty)
    assert empty is not None
    qtbot.waitUntil(empty.isVisible)
    empty._button.click()
    assert page.flow.isVisible()
    assert not page.run_pane.isVisible()


def test_who_gets_one_and_who_does_not(qtbot: QtBot, opened: Opened) -> None:
    page = opened(PrintLetters())
    ready(qtbot, page, 2)
    recipients, left_out, _odd = page.flow.models
    qtbot.waitUntil(lambda: texts(recipients, 0) == ["Bo Berg", "Anna Großmüller"])
    qtbot.waitUntil(lambda: texts(left_out, 0) == ["Per Lund"])
    assert texts(left_out, 1) == ["no address"]
    assert page._prepare.text() == "Prepare 2 letters"
    assert page.flow.tabs.notice.isVisible()
    qtbot.waitUntil(lambda: page.flow.preview._name.text() == "Bo Berg")
    with qtbot.waitSignal(page.flow.preview.preview.page_changed):
        page.flow.preview.step(1)
    assert page.flow.preview._name.text() == "Anna Großmüller"


def test_other_people_are_chosen(qtbot: QtBot, opened: Opened) -> None:
    page = opened(PrintLetters())
    ready(qtbot, page, 2)
    page.flow.people.buttons["chapter"].click()
    assert not page._prepare.isEnabled()  # until it is known who is in the chapter
    ready(qtbot, page, 1)
    QTest.keyClicks(page.flow.people.text, "berg")
    assert page.flow.people.buttons["search"].isChecked()
    qtbot.waitUntil(lambda: texts(page.flow.models[0], 0) == ["Bo Berg"])
    page.open_with(PrintLetters((page.flow.models[0].ids[0],)))
    assert page.flow.people.buttons["these"].isVisible()
    ready(qtbot, page, 1)


def test_from_people_to_the_post(qtbot: QtBot, opened: Opened, saved: list[Path], window: MainWindow) -> None:
    page, pdf = opened(PrintLetters()), saved[0]
    ready(qtbot, page, 2)
    page._prepare.trigger()
    qtbot.waitUntil(pdf.exists)
    qtbot.waitUntil(lambda: texts(page._model, 2) == ["Printed"])
    assert not list(pdf.parent.glob("*.part"))
    assert page.run_pane.isVisible()
    qtbot.waitUntil(lambda: page.run_pane.post.property("kind") == "primary")
    page.run_pane.post.click()
    qtbot.waitUntil(lambda: texts(page._model, 2) == ["Posted"])
    assert window._toast.isVisible()
    window._toast._undo.click()
    qtbot.waitUntil(lambda: texts(page._model, 2) == ["Printed"])


def test_a_run_without_file_waits_as_a_draft(qtbot: QtBot, opened: Opened, saved: list[Path]) -> None:
    saved.clear()
    page = opened(PrintLetters())
    ready(qtbot, page, 2)
    page._prepare.trigger()
    qtbot.waitUntil(lambda: texts(page._model, 2) == ["Draft"])
    qtbot.waitUntil(lambda: page.run_pane.save.property("kind") == "primary")
    assert page.run_pane._note.text() == "Next: save the PDF and print it."


def test_a_file_that_cannot_be_written_is_told(
    qtbot: QtBot, opened: Opened, saved: list[Path], file: Path
) -> None:
    filled(file, posted=False)
    saved[0] = saved[0].parent / "nowhere" / "letters.pdf"
    page = opened()
    qtbot.waitUntil(lambda: page.run_pane.save.isVisible())
    page.run_pane.save.click()
    qtbot.waitUntil(page.notice.isVisible)
    assert texts(page._model, 2) == ["Draft"]


def test_printing_again_gives_the_same_bytes(
    qtbot: QtBot, opened: Opened, saved: list[Path], file: Path
) -> None:
    filled(file)
    page, pdf = opened(), saved[0]
    qtbot.waitUntil(lambda: page.table.current_id() is not None and page.run_pane._again.isVisible())
    page.run_pane._again.trigger()
    qtbot.waitUntil(pdf.exists)
    run = page.table.current_id()
    assert run is not None
    assert pdf.read_bytes() == club_of(page).read(print_run, run).data


def test_only_what_was_not_posted_is_deleted(
    qtbot: QtBot, opened: Opened, file: Path, window: MainWindow
) -> None:
    filled(file)
    filled(file, posted=False)
    page = opened()
    qtbot.waitUntil(lambda: texts(page._model, 2) == ["Draft", "Posted"])
    draft, posted = page._model.ids
    page.open_with(ShowRun(posted))
    qtbot.waitUntil(lambda: page.run_pane.record.isVisible())
    assert not page.run_pane._delete.isVisible()
    page.open_with(ShowRun(draft))
    qtbot.waitUntil(lambda: page.run_pane._delete.isVisible())
    page.run_pane._delete.trigger()
    qtbot.waitUntil(lambda: texts(page._model, 2) == ["Posted"])
    window._toast._undo.click()
    qtbot.waitUntil(lambda: texts(page._model, 2) == ["Draft", "Posted"])


def test_no_code_is_shown_with_the_letters(qtbot: QtBot, opened: Opened, file: Path) -> None:
    codes = filled(file)
    page = opened()
    qtbot.waitUntil(lambda: page.run_pane.letters.rowCount() == 2)
    shown = " ".join(text for column in range(5) for text in texts(page.run_pane.letters, column))
    assert "Anna Großmüller" in shown
    assert not any(code in shown for code in codes)


def test_letters_that_need_a_look_are_listed(qtbot: QtBot, opened: Opened, file: Path) -> None:
    with Workspace.open(file, officer="Bo") as club:
        person(club, "\U00012000", "Ur")  # cuneiform, which no bundled typeface has
    page = opened(PrintLetters())
    ready(qtbot, page, 3)
    qtbot.waitUntil(lambda: page.flow.models[2].rowCount() == 1)
    assert page.flow.tabs.tabs.isTabVisible(2)
    assert "1 letter needs a look." in page.flow.tabs.notice._text.text()


# The tray


def tray(qtbot: QtBot, page: LettersPage) -> QWidget:
    page.window().activateWindow()
    qtbot.waitUntil(page.tray.code.hasFocus)
    return page.tray.code


def test_replies_are_recorded_by_keyboard_alone(qtbot: QtBot, opened: Opened, file: Path) -> None:
    code = filled(file)[0]
    page = opened(RecordReplies())
    field = tray(qtbot, page)
    QTest.keyClicks(field, code.lower().replace("-", " ").replace("0", "o"))
    qtbot.waitUntil(lambda: "press Enter" in page.tray.hint.text())
    assert page.tray.hint.text().startswith("Bo Berg")
    assert not page.tray.replies.entries
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(page.tray.model, 0) == ["Verified"])
    assert field.hasFocus()
    assert page.tray.code.text() == ""
    qtbot.waitUntil(lambda: page.tray._count.text() == "1 recorded today")
    QTest.keyClicks(field, code)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(page.tray.model, 0) == ["Recorded before", "Verified"])
    assert page.tray.code.text() == ""


def test_a_wrong_code_stays_to_be_mended(qtbot: QtBot, opened: Opened, file: Path) -> None:
    filled(file)
    page = opened(RecordReplies())
    field = tray(qtbot, page)
    QTest.keyClicks(field, "k3m")
    assert page.tray.hint.text() == "3 of 10 letters and digits"
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(page.tray.model, 0) == ["Mistyped"])
    assert page.tray.code.selectedText() == "k3m"
    QTest.keyClicks(field, "0000000000")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(page.tray.model, 0) == ["Unknown code", "Mistyped"])


def test_keys_choose_the_answer(qtbot: QtBot, opened: Opened, file: Path) -> None:
    code = filled(file)[0]
    page = opened(RecordReplies())
    field = tray(qtbot, page)
    QTest.keyClick(field, Qt.Key.Key_F3)
    assert page.tray.answer.chosen() == "not-owner"
    page.tray.date.line.setText("1.2.2020")
    page.tray.date.commit()
    QTest.keyClicks(field, code)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(page.tray.model, 0) == ["No owner"])
    card = club_of(page).read(run_card, club_of(page).read(runs)[0].id)
    assert card.answers == {"not-owner": 1}


def test_ctrl_z_takes_the_last_reply_back(
    qtbot: QtBot, opened: Opened, file: Path, window: MainWindow
) -> None:
    codes = filled(file)
    page = opened(RecordReplies())
    field = tray(qtbot, page)
    for code in codes:
        QTest.keyClicks(field, code)
        QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(page.tray.model, 0) == ["Verified", "Verified"])
    qtbot.waitUntil(lambda: window._undo.undo.isEnabled())
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: texts(page.tray.model, 0) == ["Taken back", "Verified"])
    assert field.hasFocus()
    assert club_of(page).read(runs)[0].replies == 1


def test_a_scanner_reaches_the_code_wherever_the_focus_is(qtbot: QtBot, opened: Opened, file: Path) -> None:
    page = opened(RecordReplies())
    field = tray(qtbot, page)
    button = page.tray.answer._buttons["refused"]
    button.setFocus()
    QTest.keyClicks(button, "K3")
    assert field.hasFocus()
    assert page.tray.code.text() == "K"  # the test sends the 3 to the button itself
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert page.tray.isVisible()
    assert page.tray.code.text() == ""
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert page.table.isVisible()


def test_a_reply_counts_on_the_day_it_came(qtbot: QtBot, opened: Opened, file: Path) -> None:
    """A code that expired yesterday is taken when the reply arrived before."""
    with Workspace.open(file, officer="Bo") as club:
        long_ago = today() - dt.timedelta(days=100)
        run = club.do(prepare_run, everybody(club), on=long_ago).run
        assert run is not None
        code = club.read(codes_as_read, run)[0]
    page = opened(RecordReplies())
    field = tray(qtbot, page)
    QTest.keyClicks(field, code)
    qtbot.waitUntil(lambda: "Send a new letter" in page.tray.hint.text())
    page.tray.code.setText("")
    page.tray.date.line.setText(str(today() - dt.timedelta(days=50)))
    page.tray.date.commit()
    QTest.keyClicks(field, code)
    qtbot.waitUntil(lambda: "press Enter" in page.tray.hint.text())


def number_of(page: LettersPage, row: int = 0) -> str:
    club = club_of(page)
    run = club.read(runs)[0].id
    return club.read(letter_lines, club.read(letter_ids, run))[row].number


def test_a_returned_envelope_is_recorded_by_its_number(qtbot: QtBot, opened: Opened, file: Path) -> None:
    filled(file)
    page = opened(RecordReplies())
    field = tray(qtbot, page)
    assert not page.tray.reason.isVisible()
    QTest.keyClick(field, Qt.Key.Key_F9)
    assert page.tray.reason.isVisible()
    page.tray.reason.set_value("unknown")
    QTest.keyClicks(field, number_of(page).lower())
    qtbot.waitUntil(lambda: "Addressee unknown" in page.tray.hint.text())
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(page.tray.model, 0) == ["Came back"])
    QTest.keyClicks(field, "L-26-0001-0")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(page.tray.model, 0) == ["Mistyped", "Came back"])
    assert club_of(page).read(run_card, club_of(page).read(runs)[0].id).returned == 1
    club_of(page).undo()
    qtbot.waitUntil(lambda: texts(page.tray.model, 0) == ["Mistyped", "Taken back"])


def test_jammed_pages_are_printed_again(
    qtbot: QtBot, opened: Opened, file: Path, saved: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(file)
    page = opened()
    qtbot.waitUntil(lambda: page.run_pane.letters.rowCount() == 2)
    target = saved[0]
    monkeypatch.setattr(dialogs, "ask_text", lambda *_: "9")
    page.run_pane.pages_wanted.emit()
    assert page.notice.isVisible()
    assert saved == [target]
    monkeypatch.setattr(dialogs, "ask_text", lambda *_: "2")
    page.run_pane.pages_wanted.emit()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: "3 sheets printed, 1 spoiled" in page.run_pane._line.text())


def test_each_letter_is_saved_as_a_file(
    qtbot: QtBot, opened: Opened, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(file)
    page = opened()
    qtbot.waitUntil(lambda: page.run_pane.letters.rowCount() == 2)
    folder = tmp_path / "letters"
    folder.mkdir()
    monkeypatch.setattr("clubdesk.ui.letters.pdf_file.choose_folder", lambda *_, **__: None)
    page.run_pane.singly_wanted.emit()
    monkeypatch.setattr("clubdesk.ui.letters.pdf_file.choose_folder", lambda *_, **__: folder)
    page.run_pane.singly_wanted.emit()
    qtbot.waitUntil(lambda: len(list(folder.glob("L-*.pdf"))) == 2)


def test_letters_are_cancelled_and_a_run_is_closed(qtbot: QtBot, opened: Opened, file: Path) -> None:
    filled(file)
    page = opened()
    qtbot.waitUntil(lambda: page.run_pane.letters.rowCount() == 2)
    page.run_pane.table.go_to(page.run_pane.letters.ids[1])
    page.run_pane.void_wanted.emit()
    qtbot.waitUntil(lambda: texts(page.run_pane.letters, 2)[1].startswith("Cancelled"))
    page.run_pane.close_wanted.emit()
    qtbot.waitUntil(lambda: page.runs.lines[page.table.current_id() or 0].state == "closed")


def test_how_letters_were_answered(qtbot: QtBot, opened: Opened, file: Path) -> None:
    filled(file)
    page = opened()
    page.show_statistics()
    qtbot.waitUntil(lambda: page.statistics._total.text() == "2 letters posted, 0% answered")
    assert texts(page.statistics.model, 0) == ["In no chapter", "München"]
    page.statistics.since.line.setText("1.1.2099")
    page.statistics.since.commit()
    qtbot.waitUntil(lambda: page.statistics.model.rowCount() == 0)
    page.leave()
    assert page._stack.currentWidget() is page.table


def test_the_wording_of_the_letters_is_a_click_away(
    qtbot: QtBot, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(PrintLetters(second=True))
    gone: list[tuple[str, object]] = []
    monkeypatch.setattr(page._shell, "go", lambda key, wish=None: gone.append((key, wish)))
    qtbot.waitUntil(lambda: page.flow.writing.kind.value() == "verification-2")
    page.flow.writing.language.set_value("nb")
    page.flow.writing.words.click()
    page.leave()
    page._templates.trigger()
    assert gone == [("templates", WriteTemplate("verification-2", "nb")), ("templates", None)]
