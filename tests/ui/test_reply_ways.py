"""What comes back as scans, by mail and by phone, and corrections, through the window."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clubdesk.services import letters
from clubdesk.services.clubs import set_club
from clubdesk.services.members import member_card
from clubdesk.services.sample import codes_as_read
from clubdesk.services.workspace import Workspace
from clubdesk.settings import Settings
from clubdesk.ui.common.appearance import Appearance
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.wishes import RecordReplies, ShowMember
from clubdesk.ui.features import FEATURES
from clubdesk.ui.letters.page import LettersPage
from clubdesk.ui.main_window import MainWindow
from clubdesk.ui.members.page import MembersPage
from tests.factories import new_club, person
from tests.services.slips import as_tiff, marked, pages

Opened = Callable[..., LettersPage]


class Post:
    """A club whose letters to Anna and Bo are out, with their codes and sheets."""

    def __init__(self, file: Path, template: Path) -> None:
        self.file = file
        with new_club(file, template=template) as club:
            club.do(set_club, sample=True, city="München")
            self.anna, self.bo = person(club, "Anna", "Zander"), person(club, "Bo", "Berg")
            run = club.do(letters.prepare_run, [self.anna, self.bo]).run
            assert run is not None
            club.do(letters.mark_posted, run)
            self.codes = club.read(codes_as_read, run)  # Bo's, Anna's
            self.sheets = pages(club.read(letters.print_run, run).data)

    def stack(self, *sheets: Image.Image) -> list[Path]:
        return [as_tiff(self.file.parent / "stack.tif", sheets)]


@pytest.fixture
def post(tmp_path: Path, empty_club: Path) -> Post:
    return Post(tmp_path / "club.clubdesk", empty_club)


@pytest.fixture
def window(dressed: QApplication, settings: Settings) -> Iterator[MainWindow]:
    features = [feature for feature in FEATURES if feature.key in ("letters", "members")]
    made = MainWindow(settings, Tasks(), Appearance(dressed, settings), features)
    made.resize(1280, 760)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def tray(qtbot: QtBot, window: MainWindow, post: Post) -> LettersPage:
    """The reply tray, opened where scans come in."""
    window.open_club(str(post.file))
    qtbot.waitUntil(lambda: window.page() is not None)
    window.go("letters", RecordReplies(scans=True))
    page = window.page()
    assert isinstance(page, LettersPage)
    return page


def status(page: LettersPage, who: int) -> str:
    club: Workspace = page._workspace
    return club.read(member_card, who).status


def test_a_stack_is_dropped_and_the_doubtful_slip_answered_by_a_key(
    qtbot: QtBot, tray: LettersPage, post: Post
) -> None:
    bo, anna = post.sheets
    desk = tray.replies_in.scans
    desk.drop.dropped.emit(post.stack(marked(bo, 0, chance=random.Random(1)), anna.rotate(180)))
    qtbot.waitUntil(lambda: desk.name.text() == "Anna Zander")
    assert desk.drop.hint.text() == "1 reply recorded. 1 to look at."
    assert tray.replies_in.tabText(1) == "Scans and mail (1)"
    assert status(tray, post.bo) == "verified"
    qtbot.waitUntil(lambda: not desk.view.sheet._picture.isNull())
    QTest.keyClick(desk, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: desk.nothing.isVisible())
    assert status(tray, post.anna) == "not-owner"
    assert tray.replies_in.tabText(1) == "Scans and mail"
    QTest.keyClick(desk, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.name.text() == "Anna Zander" and desk._look.isVisible())


def test_a_code_is_typed_beside_the_page(qtbot: QtBot, tray: LettersPage, post: Post) -> None:
    desk = tray.replies_in.scans
    desk.read(post.stack(post.sheets[1].crop((0, 1200, 900, 1700))))
    qtbot.waitUntil(lambda: desk.code.isVisible())
    QTest.keyClick(desk, Qt.Key.Key_F1)
    assert desk.hint.text() == "Type the code that stands on the slip first."
    QTest.keyClicks(desk.code, post.codes[1])
    QTest.keyClick(desk.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.name.text() == "Anna Zander")
    QTest.keyClick(desk.code, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: desk.nothing.isVisible())
    assert status(tray, post.anna) == "refused"


def test_a_pasted_mail_is_shown_and_set_aside(qtbot: QtBot, tray: LettersPage, post: Post) -> None:
    desk = tray.replies_in.scans
    desk.drop.pasted.emit(f"I have moved to Oslo. {post.codes[0]}")
    qtbot.waitUntil(lambda: desk.name.text() == "Bo Berg")
    assert "moved to Oslo" in desk.view.words.toPlainText()
    assert desk.detail.text() == "It seems to say: Details changed"
    QTest.keyClick(desk, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: desk.nothing.isVisible())
    assert status(tray, post.bo) == "posted"


def test_who_calls_is_found_by_name(qtbot: QtBot, tray: LettersPage, post: Post) -> None:
    desk = tray.replies_in.phone
    tray.replies_in.setCurrentWidget(desk)
    assert not desk.answers.buttons["verified"].isEnabled()
    QTest.keyClicks(desk.search.line, "zander")
    qtbot.waitUntil(lambda: desk.who.text() == "Anna Zander")
    QTest.keyClick(desk.search.line, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: status(tray, post.anna) == "verified")
    qtbot.waitUntil(lambda: desk.search.line.text() == "")


def test_a_mistyped_code_is_taken_by_one_key(qtbot: QtBot, tray: LettersPage, post: Post) -> None:
    tray.replies_in.setCurrentWidget(tray.tray)
    code, typed = tray.tray.code, list(post.codes[1].replace("-", ""))
    typed[4] = "A" if typed[4] != "A" else "B"
    QTest.keyClicks(code, "".join(typed))
    qtbot.waitUntil(lambda: tray.tray.suggested.isVisible())
    assert tray.tray.suggested.buttons[0].text() == "Anna Zander  F5"
    QTest.keyClick(code, Qt.Key.Key_F5)
    assert code.text() == post.codes[1]
    QTest.keyClick(code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: status(tray, post.anna) == "verified")


def test_a_correction_is_shown_with_its_person_until_it_is_done(
    qtbot: QtBot, tray: LettersPage, post: Post, window: MainWindow
) -> None:
    desk = tray.replies_in.scans
    desk.read(post.stack(marked(post.sheets[1], 1, chance=random.Random(1))))
    qtbot.waitUntil(lambda: status(tray, post.anna) == "verified")
    window.go("members", ShowMember(post.anna))
    page = window.page()
    assert isinstance(page, MembersPage)
    qtbot.waitUntil(lambda: page.member_pane.person == post.anna)
    corrections = page.member_pane.corrections
    qtbot.waitUntil(corrections.isVisible)
    qtbot.waitUntil(lambda: not corrections.view.sheet._picture.isNull())
    corrections.done.click()
    qtbot.waitUntil(lambda: not corrections.isVisible())
    page.member_pane.tabs.setCurrentWidget(page.member_pane.letters)
    qtbot.waitUntil(lambda: page.member_pane.letters._slip.isVisible())
    page.member_pane.letters._slip.click()
    qtbot.waitUntil(lambda: not page.member_pane.letters.reply.sheet._picture.isNull())


def test_the_tray_fits_a_small_window(
    qtbot: QtBot, tray: LettersPage, post: Post, window: MainWindow
) -> None:
    desk = tray.replies_in.scans
    desk.read(post.stack(post.sheets[1].crop((0, 1200, 900, 1700))))
    qtbot.waitUntil(lambda: desk.code.isVisible())
    window.resize(960, 540)
    qtbot.wait(20)
    assert (window.width(), window.height()) == (960, 540)
    for made in desk.answers.buttons.values():
        assert made.height() >= 24
