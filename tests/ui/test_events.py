"""The page of events: a newcomer plans a driving school, invites, takes answers and prints."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from clubdesk.model.codes import derive_code
from clubdesk.model.events import Invitation
from clubdesk.services import events, letters
from clubdesk.services.clubs import club_key
from clubdesk.services.today import today
from clubdesk.services.workspace import Workspace
from clubdesk.settings import Settings
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.appearance import Appearance
from clubdesk.ui.common.feature import Feature
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.wishes import NewEvent, ShowEvent, WriteTemplate
from clubdesk.ui.events.next_step import Tab
from clubdesk.ui.events.page import EventsPage
from clubdesk.ui.main_window import MainWindow
from tests.factories import owner, person
from tests.services.test_letters import posted

FEATURES = (Feature("events", "Events", "calendar-event", EventsPage),)
DAY = dt.timedelta(days=1)
START = today() + 60 * DAY
PERFORMANCE = "Model 3 Performance"


def verified(club: Workspace, given: str, *, model: str = PERFORMANCE) -> int:
    person_id = owner(club, given, "Berg", model=model)
    (code,) = posted(club, [person_id], on=today() - 20 * DAY)
    club.do(letters.record_replies, [code], on=today() - 5 * DAY)
    return person_id


def school(club: Workspace, *, capacity: int | None = 2) -> int:
    return club.do(
        events.create_event,
        kind="driving-school",
        title="Driving school on the track",
        start=START,
        days=3,
        capacity=capacity,
        models=[PERFORMANCE],
    )


def code_of(club: Workspace, person_id: int) -> str:
    """The code as the invited person reads it on paper."""
    invited = select(Invitation).where(Invitation.person_id == person_id)

    def read(session: object) -> str:
        row = session.scalars(invited).one()  # type: ignore[attr-defined]
        return derive_code(club_key(session), row.id, turn=row.code_turn)  # type: ignore[arg-type]

    return club.read(read)


def states(club: Workspace, event: int) -> dict[str, str]:
    return {row.name: row.state for row in club.read(events.participants, event)}


@pytest.fixture
def window(qtbot: QtBot, dressed: QApplication, settings: Settings, club: Workspace) -> Iterator[MainWindow]:
    """A window with its own hold of the club that the tests look into."""
    assert club.file is not None
    made = MainWindow(settings, Tasks(), Appearance(dressed, settings), FEATURES)
    made.resize(1366, 768)
    made._show(club, None)
    made.show()
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> EventsPage:
    shown = window.page()
    assert isinstance(shown, EventsPage)
    qtbot.waitUntil(lambda: shown.model.searched)
    return shown


def open_event(qtbot: QtBot, page: EventsPage, event: int, tab: Tab = Tab.EVENT) -> None:
    page.show_event(event)
    qtbot.waitUntil(lambda: page.view.tabs.isVisible() and page.view._found is not None)
    page.view.tabs.setCurrentIndex(tab.value)


def select_people(qtbot: QtBot, page: EventsPage, *people: int) -> None:
    table = page.view.participants.table
    qtbot.waitUntil(lambda: all(page.view.participants.model.place_of(p) >= 0 for p in people))
    table.clearSelection()
    for person_id in people:
        index = page.view.participants.model.index(page.view.participants.model.place_of(person_id), 0)
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        table.selectionModel().select(index, flags)
        table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
    table.setFocus()


def fill(field: QWidget | None, text: str) -> None:
    """Type over what stands in a field and leave it with Tab."""
    assert field is not None
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text + "\t")


def toast(window: MainWindow) -> str:
    return window._toast._text.text() if window._toast.isVisible() else ""


def trigger(menu: QMenu, word: str) -> None:
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text().startswith(word)).trigger()


# The whole way


def test_a_newcomer_plans_a_driving_school_and_invites(
    qtbot: QtBot, window: MainWindow, page: EventsPage, club: Workspace
) -> None:
    verified(club, "Anna")
    verified(club, "Bo")
    verified(club, "Cy", model="Model Y")
    owner(club, "Di", "Berg")
    assert page.table.nothing.isVisible()
    page.table.nothing.findChild(QPushButton).click()  # type: ignore[union-attr]
    form = page.form
    form.kinds.cards["driving-school"].click()
    fill(form.fields["title"].focusProxy(), "Three days on the track")
    fill(form.fields["start"].focusProxy(), START.strftime("%d.%m.%Y"))
    fill(form.fields["capacity"].focusProxy(), "24")
    qtbot.waitUntil(lambda: bool(form.chips._counts[0]))
    trigger(form.chips.models._menu, PERFORMANCE)
    qtbot.waitUntil(lambda: form._reached.text() == "2 may be invited, of 4.")
    form.finish.click()
    view = page.view
    qtbot.waitUntil(lambda: view.head.next.text() == "Invite 2 people")
    (line,) = club.read(events.events)
    assert (line.last_day, line.capacity) == (START + 2 * DAY, 24)
    view.head.next.click()
    qtbot.waitUntil(lambda: view.papers.save.isEnabled())
    assert toast(window) == "2 people invited."
    assert view.tabs.currentIndex() == Tab.PAPERS.value
    assert view.papers._printed is not None and view.papers._printed.pages == 2
    view.tabs.setCurrentIndex(Tab.EVENT.value)
    assert view.head.next.text() == "Print the invitations"


def test_a_form_says_what_is_missing(qtbot: QtBot, page: EventsPage, club: Workspace) -> None:
    page.open_with(NewEvent())
    fill(page.form.fields["days"].focusProxy(), "x")
    page.form.finish.click()
    wrong = {name for name, field in page.form.fields.items() if field._wrong.isVisible()}
    assert wrong == {"title", "start", "days"}
    assert club.read(events.events) == []


def test_a_kind_proposes_its_days_and_a_begun_form_stays(page: EventsPage) -> None:
    page.begin()
    assert page.form.fields["days"].value() == 3
    page.form.kinds.cards["social"].click()
    assert page.form.fields["days"].value() == 1
    fill(page.form.fields["title"].focusProxy(), "Party")
    page.begin()
    assert page.form.fields["title"].value() == "Party"


# The list


def test_the_list_shows_searches_and_opens(qtbot: QtBot, page: EventsPage, club: Workspace) -> None:
    first = school(club)
    club.do(
        events.create_event, kind="social", title="Größe & Glück", start=START + 30 * DAY, venue="Gasthof"
    )
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert page.model.value(0, 0) == "Driving school on the track"
    assert page.head._count.text() == "2 events, 2 to come"
    assert page.head.search is not None
    QTest.keyClicks(page.head.search, "grosse gast")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.head.search.clear()
    trigger(page._kinds._menu, "Driving school")
    qtbot.waitUntil(lambda: list(page.model.ids) == [first])
    rect = page.table.visualRect(page.model.index(0, 0))
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    qtbot.waitUntil(page.view.tabs.isVisible)
    assert page.view.event_id == first
    QTest.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.table.isVisible()


def test_an_event_is_deleted_and_comes_back(
    qtbot: QtBot, window: MainWindow, page: EventsPage, club: Workspace
) -> None:
    event = school(club)
    open_event(qtbot, page, event)
    page.view.delete()
    qtbot.waitUntil(lambda: "deleted" in toast(window))
    assert page.table.isVisible() and club.read(events.events) == []
    window._toast._undo.click()
    qtbot.waitUntil(lambda: list(page.model.ids) == [event])
    page.table.go_to(event)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)


def test_an_event_that_is_gone_leads_back_to_the_list(
    qtbot: QtBot, page: EventsPage, club: Workspace
) -> None:
    event = school(club)
    page.open_with(ShowEvent(event))
    qtbot.waitUntil(page.view.tabs.isVisible)
    club.undo()
    qtbot.waitUntil(page.table.isVisible)


# The event itself


def test_leaving_a_field_keeps_it(qtbot: QtBot, page: EventsPage, club: Workspace) -> None:
    event = school(club)
    open_event(qtbot, page, event)
    fields = page.view.details.fields
    for name, text in (("venue", "Musterring"), ("answer_by", "1.12.2030"), ("capacity", "\b")):
        fill(fields[name].focusProxy(), text)
    card = club.read(events.event_card, event)
    assert (card.line.venue, card.answer_by, card.line.capacity) == ("Musterring", dt.date(2030, 12, 1), None)
    fill(fields["capacity"].focusProxy(), "none")
    assert fields["capacity"]._wrong.isVisible()


def test_days_are_added_moved_and_removed(qtbot: QtBot, page: EventsPage, club: Workspace) -> None:
    event = school(club)
    open_event(qtbot, page, event)
    days = page.view.details.days

    def dates() -> list[dt.date]:
        return [day.date for day in club.read(events.event_card, event).days]

    days.add()
    qtbot.waitUntil(lambda: days.date.value() == START + 3 * DAY)
    days.date.line.setText((START + 10 * DAY).isoformat())
    days.date.line.editingFinished.emit()
    assert dates() == [START, START + DAY, START + 2 * DAY, START + 10 * DAY]
    days.date.line.setText(START.isoformat())
    days.date.commit()
    assert days.date._wrong.text() == "The event has this day already."
    days.remove.click()
    qtbot.waitUntil(lambda: dates() == [START, START + DAY, START + 2 * DAY])


def test_the_programme_is_edited_line_by_line(qtbot: QtBot, page: EventsPage, club: Workspace) -> None:
    event = school(club)
    open_event(qtbot, page, event)
    programme = page.view.details.days.programme

    def sessions() -> list[tuple[str, str, str]]:
        day = club.read(events.event_card, event).days[0]
        return [(line.starts, line.title, line.place) for line in day.sessions]

    lines = len(sessions())
    starts, _ends, _title, where = programme.rows[0].fields
    fill(starts, "7.15")
    assert sessions()[0][0] == "07:15" and starts.text() == "07:15"
    fill(where, "Paddock")
    assert sessions()[0][2] == "Paddock"
    programme.more.click()
    new = programme.rows[-1]
    fill(new.fields[0], "25:99")
    fill(new.fields[2], "Dinner")
    assert programme._wrong.isVisible() and len(sessions()) == lines
    fill(new.fields[0], "1930")
    assert sessions()[-1] == ("19:30", "Dinner", "") and not programme._wrong.isVisible()
    programme._remove(programme.rows[0])
    assert len(sessions()) == lines


def test_undo_reaches_the_programme(qtbot: QtBot, page: EventsPage, club: Workspace) -> None:
    event = school(club)
    open_event(qtbot, page, event)
    programme = page.view.details.days.programme
    lines = len(programme.rows)
    programme._remove(programme.rows[-1])
    assert len(programme.rows) == lines - 1
    club.undo()
    qtbot.waitUntil(lambda: len(programme.rows) == lines)


def test_a_line_that_is_not_complete_waits(qtbot: QtBot, page: EventsPage, club: Workspace) -> None:
    open_event(qtbot, page, school(club))
    programme = page.view.details.days.programme
    programme.more.click()
    fill(programme.rows[-1].fields[0], "1930")
    assert programme._hint.isVisible()
    page.view.details.days.choose(club.read(events.event_card, page.view.event_id or 0).days[1].id)
    assert programme.rows[-1].is_complete()


# The audience


def test_rules_are_chips_and_everybody_has_a_reason(qtbot: QtBot, page: EventsPage, club: Workspace) -> None:
    anna, cy = verified(club, "Anna"), verified(club, "Cy", model="Model Y")
    di = owner(club, "Di", "Berg")
    event = school(club)
    open_event(qtbot, page, event, Tab.AUDIENCE)
    tab = page.view.audience
    guests, left_out = (table._model for table in tab.tables)
    qtbot.waitUntil(lambda: list(guests.ids) == [anna])
    qtbot.waitUntil(lambda: left_out.rowCount() == 2)
    reasons = {left_out.value(place, 0): left_out.value(place, 1) for place in range(2)}
    assert reasons["Cy Berg"] == "owns no Model 3 Performance (Model Y)"
    qtbot.waitUntil(lambda: bool(tab.chips._counts[0]))
    trigger(tab.chips.models._menu, "Model Y")
    qtbot.waitUntil(lambda: list(guests.ids) == [anna, cy])
    tab.chips.verified.click()
    qtbot.waitUntil(lambda: list(guests.ids) == [anna, cy, di])
    assert tab.sides._titles[0].text() == "3 may be invited"
    QTest.keyClicks(tab.search, "cy")
    qtbot.waitUntil(lambda: list(guests.ids) == [cy])
    club.undo()
    qtbot.waitUntil(lambda: tab.chips.verified.isChecked())


def test_people_without_address_are_left_out_and_named(
    qtbot: QtBot, window: MainWindow, page: EventsPage, club: Workspace
) -> None:
    verified(club, "Anna")
    person(club, "Bo", "Berg", street="", postcode="", city="")
    event = club.do(events.create_event, kind="social", title="Party", start=START, verified=False)
    open_event(qtbot, page, event)
    assert page.view.head.next.text() == "Invite one person"
    page.view.head.next.click()
    qtbot.waitUntil(page.notice.isVisible)
    assert "Bo Berg" in page.notice._hint.text()
    assert list(states(club, event)) == ["Anna Berg"]


# Participants


@pytest.fixture
def invited(club: Workspace, window: MainWindow) -> tuple[int, list[int]]:
    """A driving school with two places and four people invited."""
    people = [verified(club, name) for name in ("Anna", "Bo", "Cy", "Di")]
    event = school(club)
    club.do(events.invite, event)
    return event, people


def test_keys_record_answers_and_the_waiting_list_moves_up(
    qtbot: QtBot, window: MainWindow, page: EventsPage, club: Workspace, invited: tuple[int, list[int]]
) -> None:
    event, (anna, bo, cy, _di) = invited
    open_event(qtbot, page, event, Tab.PARTICIPANTS)
    select_people(qtbot, page, anna, bo)
    QTest.keyClick(page.view.participants.table, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: toast(window) == "Accepted: 2.")
    select_people(qtbot, page, cy)
    QTest.keyClick(page.view.participants.table, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: "so they wait" in toast(window))
    select_people(qtbot, page, anna)
    QTest.keyClick(page.view.participants.table, Qt.Key.Key_D)
    qtbot.waitUntil(
        lambda: toast(window) == "Anna Berg has cancelled. Moved up from the waiting list: Cy Berg."
    )
    assert states(club, event) == {
        "Anna Berg": "cancelled", "Bo Berg": "accepted", "Cy Berg": "accepted", "Di Berg": "open",
    }  # fmt: skip
    club.undo()
    assert states(club, event)["Cy Berg"] == "waiting"
    qtbot.waitUntil(lambda: page.view.participants._source.state_of(cy) == "waiting")


def test_codes_are_typed_or_scanned_one_after_the_other(
    qtbot: QtBot, window: MainWindow, page: EventsPage, club: Workspace, invited: tuple[int, list[int]]
) -> None:
    event, (anna, bo, *_rest) = invited
    open_event(qtbot, page, event, Tab.PARTICIPANTS)
    code = page.view.participants.code
    code.line.setFocus()
    QTest.keyClicks(code.line, code_of(club, anna).lower() + "\r")
    code.answer.set_value("declined")
    QTest.keyClicks(code.line, code_of(club, bo) + "\r")
    assert code.line.hasFocus() and code.line.text() == ""
    qtbot.waitUntil(lambda: states(club, event)["Anna Berg"] == "accepted")
    qtbot.waitUntil(lambda: states(club, event)["Bo Berg"] == "declined")
    QTest.keyClicks(code.line, "AAA-AAA-AAAB\r")
    qtbot.waitUntil(code._wrong.isVisible)
    assert code.line.text() == "AAA-AAA-AAAB"


def test_a_code_of_another_event_is_recorded_there(
    qtbot: QtBot, window: MainWindow, page: EventsPage, club: Workspace, invited: tuple[int, list[int]]
) -> None:
    event, (anna, *_rest) = invited
    other = club.do(events.create_event, kind="social", title="Party", start=START)
    open_event(qtbot, page, other, Tab.PARTICIPANTS)
    QTest.keyClicks(page.view.participants.code.line, code_of(club, anna) + "\r")
    qtbot.waitUntil(lambda: toast(window).startswith("The code was for another event."))
    assert states(club, event)["Anna Berg"] == "accepted"
    window._toast._undo.click()  # Show
    qtbot.waitUntil(lambda: page.view.event_id == event)


def test_run_groups_are_given_to_those_who_come(
    qtbot: QtBot, window: MainWindow, page: EventsPage, club: Workspace, invited: tuple[int, list[int]]
) -> None:
    event, (anna, bo, *_rest) = invited
    club.do(events.answer_invitation, event, anna, answer="accepted")
    open_event(qtbot, page, event, Tab.PARTICIPANTS)
    tab = page.view.participants
    qtbot.waitUntil(lambda: tab._source.state_of(anna) == "accepted")
    select_people(qtbot, page, bo)
    assert not tab._group_button.isEnabled()
    select_people(qtbot, page, anna, bo)
    trigger(tab.groups, "Novice")
    qtbot.waitUntil(lambda: toast(window) == "Run group Novice: 1")
    groups = {row.id: row.group for row in club.read(events.participants, event)}
    assert (groups[anna], groups[bo]) == ("Novice", "")


def test_more_places_let_people_move_up(
    qtbot: QtBot, window: MainWindow, page: EventsPage, club: Workspace, invited: tuple[int, list[int]]
) -> None:
    event, people = invited
    club.do(events.answer_invitations, event, people, answer="accepted")
    open_event(qtbot, page, event)
    fill(page.view.details.fields["capacity"].focusProxy(), "3")
    assert toast(window) == "Moved up from the waiting list: 1"


# Papers


def test_every_paper_is_shown_and_saved(
    qtbot: QtBot,
    window: MainWindow,
    page: EventsPage,
    club: Workspace,
    invited: tuple[int, list[int]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    event, people = invited
    club.do(events.answer_invitations, event, people, answer="accepted")
    file = tmp_path / "paper.pdf"
    asked: list[str] = []

    def save_file(*_: object, name: str, **__: object) -> Path:
        asked.append(name)
        return file

    monkeypatch.setattr(dialogs, "save_file", save_file)
    open_event(qtbot, page, event, Tab.PAPERS)
    papers = page.view.papers
    for key, pages in (("invitations", 4), ("roster", 1), ("groups", 1), ("sign-in", 3)):
        papers.choices[key].click()
        qtbot.waitUntil(papers.save.isEnabled)
        assert papers._printed is not None and papers._printed.pages == pages
        file.unlink(missing_ok=True)
        papers.save.click()
        qtbot.waitUntil(file.exists)
        assert file.read_bytes().startswith(b"%PDF")
    assert asked[-1] == "Driving school on the track - Sign-in sheets.pdf"
    assert list(tmp_path.glob("*.part")) == []
    assert toast(window) == "Saved as paper.pdf"


def test_a_sample_invitation_is_shown_before_anybody_is_invited(
    qtbot: QtBot, page: EventsPage, club: Workspace
) -> None:
    verified(club, "Anna")
    open_event(qtbot, page, school(club), Tab.PAPERS)
    papers = page.view.papers
    qtbot.waitUntil(papers.preview.isVisible)
    assert "sample" in papers._sentence.text() and not papers.save.isEnabled()


def test_the_wording_of_a_paper_is_a_click_away(
    qtbot: QtBot, page: EventsPage, club: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified(club, "Anna")
    open_event(qtbot, page, school(club), Tab.PAPERS)
    papers = page.view.papers
    gone: list[tuple[str, object]] = []
    monkeypatch.setattr(papers._office.shell, "go", lambda key, wish=None: gone.append((key, wish)))
    for key in ("invitations", "certificates"):
        papers.choose(key)
        papers.words.click()
    papers.choose("roster")
    assert not papers.words.isVisible()
    kinds = ["invitation-driving-school", "certificate"]
    assert gone == [("templates", WriteTemplate(kind)) for kind in kinds]


def test_papers_follow_a_changed_title(
    qtbot: QtBot, page: EventsPage, club: Workspace, invited: tuple[int, list[int]]
) -> None:
    event, _people = invited
    open_event(qtbot, page, event, Tab.PAPERS)
    papers = page.view.papers
    qtbot.waitUntil(papers.save.isEnabled)
    before = papers._printed
    club.do(events.set_event, event, title="Another title")
    qtbot.waitUntil(lambda: papers._printed is not before and papers._printed is not None)
    assert papers._printed is not None and before is not None
    assert papers._printed.data != before.data


# Narrow windows


@pytest.mark.parametrize("tab", list(Tab))
def test_everything_is_reached_at_960_by_540(
    qtbot: QtBot, window: MainWindow, page: EventsPage, club: Workspace, tab: Tab
) -> None:
    verified(club, "Anna")
    event = club.do(
        events.create_event, kind="driving-school", title="Donaudampfschifffahrt " * 9, start=START, days=9
    )
    window.resize(960, 540)
    open_event(qtbot, page, event, tab)
    qtbot.wait(50)
    assert (window.width(), window.height()) == (960, 540)
    assert page.view.head.next.isVisible() or tab is Tab.PAPERS
    right = page.view.head.next.mapTo(window, page.view.head.next.rect().topRight()).x()
    assert right <= window.width()
