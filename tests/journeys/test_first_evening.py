"""One evening with the whole program: from the first start to verified members, invitations and a roster."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clubdesk.services import events, letters
from clubdesk.services.clubs import set_club
from clubdesk.services.workspace import Workspace
from clubdesk.settings import Settings
from clubdesk.ui.club.page import ClubPage
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.appearance import Appearance
from clubdesk.ui.common.page import Page
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.events.next_step import Tab
from clubdesk.ui.events.page import EventsPage
from clubdesk.ui.features import FEATURES
from clubdesk.ui.importing.page import ImportingPage
from clubdesk.ui.letters.page import LettersPage
from clubdesk.ui.main_window import MainWindow
from clubdesk.ui.members.page import MembersPage
from tests.documents.reading import Paper
from tests.services.test_letters import codes_of
from tests.ui.test_events import fill, trigger

P = TypeVar("P", bound=Page)
START = dt.datetime.now().astimezone().date() + dt.timedelta(days=60)
LIST = "\n".join(
    (
        "Mitgliedsnummer;Vorname;Nachname;Straße;PLZ;Ort;Modell;Ortsclub",
        "1042;Anna;Großmüller;Leopoldstraße 12;80802;München;Model 3 Performance;München",
        "1043;伟;王;Hansastraße 8;80686;München;Model 3 Performance;München",
        "1044;Øystein;Sørensen;Ringstraße 3;90402;Nürnberg;Model 3 Performance;Nürnberg",
        "1045;Jonathan;O'Neil;Ringstraße 4;90402;Nürnberg;Model Y;Nürnberg",
        "1046;;;;;;;München",
    )
)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """The program as it is started for the first time."""
    kept = Settings(theme="light", officer="Anna", language="en")
    made = MainWindow(kept, Tasks(), Appearance(qapp, kept), FEATURES)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Answer the next "where to?" with this file; wait for it with qtbot."""

    def answer(name: str) -> Path:
        monkeypatch.setattr(dialogs, "save_file", lambda *_, **__: tmp_path / name)
        return tmp_path / name

    return answer


def page_of(qtbot: QtBot, window: MainWindow, kind: type[P], key: str = "") -> P:
    if key:
        window.go(key)
    qtbot.waitUntil(lambda: isinstance(window.page(), kind), timeout=10_000)
    page = window.page()
    assert isinstance(page, kind)
    return page


def workspace(window: MainWindow) -> Workspace:
    assert window.desk is not None
    return window.desk.workspace


def test_from_the_first_start_to_the_printed_roster(
    qtbot: QtBot, window: MainWindow, saved: Callable[[str], Path], tmp_path: Path
) -> None:
    file = tmp_path / "Mitglieder.csv"
    file.write_bytes(LIST.encode("utf-16"))

    window.take_file(file)  # dropped on the window before there is a club: it asks for the club's name
    window.welcome._name._line.setText("Owners Club Bavaria")
    QTest.keyClick(window.welcome._name._line, Qt.Key.Key_Return)
    _import(qtbot, window)
    _name_the_letterhead(qtbot, window)
    codes = _print_letters(qtbot, window, saved("letters.pdf"))
    _record_replies(qtbot, window, codes)
    event = _plan(qtbot, window)
    _invite(qtbot, event, workspace(window), saved("invitations.pdf"))
    _print_roster(qtbot, event, saved("roster.pdf"))
    _undo_all(qtbot, window)


def _import(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(qtbot, window, ImportingPage)
    qtbot.waitUntil(lambda: page.start.text() == "Import 4 people")
    assert page.review.rejected.lines.lines[0][0] == 6
    page.start.trigger()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.finished)
    members = page_of(qtbot, window, MembersPage, "members")
    qtbot.waitUntil(lambda: members.model.rowCount() == 4)


def _name_the_letterhead(qtbot: QtBot, window: MainWindow) -> None:
    """What the club page keeps field by field (tests/ui/test_club.py), in one go."""
    page_of(qtbot, window, ClubPage, "club")
    address = {"street": "Marienplatz 1", "postcode": "80331", "city": "München", "country": "DE"}
    workspace(window).do(set_club, language="de", contact_name="Lukas Wagner", **address)


def _print_letters(qtbot: QtBot, window: MainWindow, file: Path) -> list[str]:
    """Print and post a letter to everybody; the codes that stand on them."""
    page = page_of(qtbot, window, LettersPage, "letters")
    page.new_letters()
    qtbot.waitUntil(lambda: page.flow.count == 4 and page._prepare.isEnabled(), timeout=10_000)
    page._prepare.trigger()
    qtbot.waitUntil(file.exists, timeout=10_000)
    club = workspace(window)
    qtbot.waitUntil(lambda: club.read(letters.runs)[0].state == "printed")
    codes = codes_of(club, club.read(letters.runs)[0].id)
    paper = Paper(file.read_bytes())
    assert paper.pages == 4
    read = [[code for code in paper.codes(n) if not code.startswith("L-")] for n in range(4)]
    assert read == [[code] for code in codes]
    names = " ".join(paper.text(n) for n in range(4))
    assert all(name in names for name in ("Anna Großmüller", "王伟", "Øystein Sørensen", "Jonathan O'Neil"))
    qtbot.waitUntil(lambda: page.run_pane.post.isVisible())
    page.run_pane.post.click()
    qtbot.waitUntil(lambda: club.read(letters.runs)[0].state == "posted")
    return codes


def _record_replies(qtbot: QtBot, window: MainWindow, codes: list[str]) -> None:
    page = page_of(qtbot, window, LettersPage)
    page.record_replies()
    qtbot.waitUntil(page.tray.code.isVisible)
    for code in codes:
        QTest.keyClicks(page.tray.code, code.lower().replace("-", " ") + "\r")
        qtbot.waitUntil(lambda: page.tray.code.text() == "")
    qtbot.waitUntil(lambda: page.tray._count.text() == "4 recorded today")


def _plan(qtbot: QtBot, window: MainWindow) -> EventsPage:
    page = page_of(qtbot, window, EventsPage, "events")
    page.begin()
    page.form.kinds.cards["driving-school"].click()
    fill(page.form.fields["title"].focusProxy(), "Three days on the track")
    fill(page.form.fields["start"].focusProxy(), START.strftime("%d.%m.%Y"))
    fill(page.form.fields["capacity"].focusProxy(), "2")
    qtbot.waitUntil(lambda: bool(page.form.chips._counts[0]))
    trigger(page.form.chips.models._menu, "Model 3 Performance")
    qtbot.waitUntil(lambda: page.form._reached.text() == "3 may be invited, of 4.")
    page.form.finish.click()
    qtbot.waitUntil(lambda: page.view.head.next.text() == "Invite 3 people")
    return page


def _invite(qtbot: QtBot, page: EventsPage, club: Workspace, file: Path) -> None:
    """Invite, save the invitations, and take the answers by the codes that stand on them."""
    view = page.view
    view.head.next.click()
    qtbot.waitUntil(view.papers.save.isEnabled, timeout=10_000)
    view.papers.save.click()
    qtbot.waitUntil(file.exists)
    paper = Paper(file.read_bytes())
    assert paper.pages == 3
    view.tabs.setCurrentIndex(Tab.PARTICIPANTS.value)
    for number in range(3):
        (code,) = [code for code in paper.codes(number) if not code.startswith("E-")]
        QTest.keyClicks(view.participants.code.line, code + "\r")
        qtbot.waitUntil(lambda: view.participants.code.line.text() == "")
    qtbot.waitUntil(lambda: club.read(events.events)[0].waiting == 1)


def _print_roster(qtbot: QtBot, page: EventsPage, file: Path) -> None:
    view = page.view
    view.tabs.setCurrentIndex(Tab.PAPERS.value)
    view.papers.choices["roster"].click()
    qtbot.waitUntil(view.papers.save.isEnabled, timeout=10_000)
    view.papers.save.click()
    qtbot.waitUntil(file.exists)
    text = Paper(file.read_bytes()).text()
    assert "Three days on the track" in text and "Warteliste" in text
    assert all(name in text for name in ("Anna Großmüller", "王伟", "Øystein Sørensen"))
    assert "O'Neil" not in text


def _undo_all(qtbot: QtBot, window: MainWindow) -> None:
    """Ctrl+Z, pressed often enough, leads back to the empty club, and to everything again."""
    club = workspace(window)
    steps = 0
    while club.undo():
        steps += 1
    members = page_of(qtbot, window, MembersPage, "members")
    qtbot.waitUntil(lambda: members.model.searched and members.model.rowCount() == 0)
    for _ in range(steps):
        assert club.redo()
    qtbot.waitUntil(lambda: members.model.rowCount() == 4)
