"""The Members page on real clubs: finding, looking, changing, making and deleting people."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clubdesk.services import letters, members
from clubdesk.services.members import MemberCard, Search
from clubdesk.services.progress import NO_PROGRESS, Progress
from clubdesk.services.today import today
from clubdesk.services.workspace import Workspace
from clubdesk.settings import Settings
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.chips import Choice
from clubdesk.ui.common.columns import Noted
from clubdesk.ui.common.fields import TextField
from clubdesk.ui.common.offer_field import OfferField
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.wishes import FindMembers, PrintLetters, ShowMember
from clubdesk.ui.members.page import MembersPage
from tests.factories import owner, person

R = TypeVar("R")


class Desk:
    """A window's part of the bargain: it notes what the page asks for."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.went: list[tuple[str, object]] = []
        self.toasts: list[str] = []
        self.said = ""

    def go(self, page: str, wish: object = None) -> None:
        self.went.append((page, wish))

    def toast(
        self, text: str, *, undo: bool = False, verb: str = "", run: Callable[[], object] | None = None
    ) -> None:
        self.toasts.append(text)

    def say(self, text: str) -> None:
        self.said = text

    def show_problem(self, error: BaseException) -> None:
        raise error

    def run(
        self,
        title: str,
        work: Callable[[Progress], R],
        *,
        done: Callable[[R], object],
        failed: Callable[[BaseException], object] | None = None,
    ) -> None:
        done(work(NO_PROGRESS))

    def open_club(self, address: str) -> None: ...

    def leave_club(self) -> None: ...


@pytest.fixture
def desk(settings: Settings) -> Desk:
    return Desk(settings)


@pytest.fixture
def people(club: Workspace) -> dict[str, int]:
    return {
        "anna": owner(club, "Anna", "Großmüller", number="1042", email="anna@example.org"),
        "wang": owner(club, "伟", "王", model="Model Y", number="1043", city="上海", chapter="上海"),
        "oystein": owner(club, "Øystein", "Sørensen", number="1044", city="Oslo", chapter="Oslo"),
        "jon": person(club, "Jonathan", "O'Neil", number="1046", city="Lincoln"),
    }


@pytest.fixture
def page(
    qtbot: QtBot, club: Workspace, people: dict[str, int], tasks: Tasks, desk: Desk
) -> Iterator[MembersPage]:
    yield from opened(qtbot, club, tasks, desk)


def opened(qtbot: QtBot, club: Workspace, tasks: Tasks, desk: Desk) -> Iterator[MembersPage]:
    page = MembersPage(club, tasks, desk)
    stop = club.news.subscribe(lambda tables: tasks.later(lambda: page.changed(tables)))
    qtbot.addWidget(page)
    page.resize(1280, 760)
    page.show()
    qtbot.waitUntil(lambda: page.model.searched)
    yield page
    stop()


def names(page: MembersPage) -> list[str]:
    return [str(page.model.value(place, 0)) for place in range(page.model.rowCount())]


def shown(qtbot: QtBot, page: MembersPage, person_id: int) -> MemberCard:
    """Select somebody and wait until the pane shows them."""
    assert page.table.go_to(person_id)
    return card(qtbot, page, person_id)


def card(qtbot: QtBot, page: MembersPage, person_id: int) -> MemberCard:
    pane = page.member_pane
    qtbot.waitUntil(lambda: pane._card is not None and pane._card.id == person_id)
    assert pane._card is not None
    return pane._card


def line(page: MembersPage, name: str) -> TextField | OfferField:
    field = page.member_pane.form.fields[name]
    assert isinstance(field, TextField | OfferField)
    return field


def write(page: MembersPage, name: str, text: str) -> None:
    """Type into a field and leave it."""
    field = line(page, name)
    field.line.setText(text)
    field.line.setModified(True)
    field.line.editingFinished.emit()


def read(club: Workspace, person_id: int) -> MemberCard:
    return club.read(members.member_card, person_id)


def action(page: QWidget, start: str) -> QAction:
    return next(made for made in page.actions() if made.text().startswith(start))


# Finding


def test_typing_shows_only_the_newest_answer(qtbot: QtBot, page: MembersPage, desk: Desk) -> None:
    counts: list[int] = []
    page.model.found.connect(counts.append)
    QTest.keyClicks(page.filters.field, "grossmuller")
    qtbot.waitUntil(lambda: names(page) == ["Anna Großmüller"])
    assert counts[-1] == 1
    assert page.head._count.text() == "1 of 4"
    assert desk.said == "1 of 4 members"


def test_chips_count_and_combine(qtbot: QtBot, page: MembersPage) -> None:
    filters = page.filters
    qtbot.waitUntil(lambda: bool(filters.counts.models))
    assert [(c.key, c.count) for c in filters.models._choices()] == [
        ("Model 3 Performance", 2),
        ("Model Y", 1),
    ]
    filters.models.choose(Choice("Model 3 Performance", "Model 3 Performance"), Choice("Model Y", "Model Y"))
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    filters.chapters.choose(Choice("Oslo", "Oslo"))
    qtbot.waitUntil(lambda: names(page) == ["Øystein Sørensen"])
    assert filters._clear.isVisible()
    filters._clear.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    assert not filters._clear.isVisible()


def test_nothing_found_offers_to_drop_what_is_to_blame(qtbot: QtBot, page: MembersPage) -> None:
    page.filters.show(Search(text="anna", chapters=("Oslo",)))
    qtbot.waitUntil(lambda: page.table.nothing._button.text().startswith("Drop"))
    assert page.table.nothing._button.text() == "Drop “anna”: one is found"
    page.table.nothing._button.click()
    qtbot.waitUntil(lambda: names(page) == ["Øystein Sørensen"])


@pytest.mark.parametrize("column", range(5))
def test_every_usual_column_sorts(qtbot: QtBot, page: MembersPage, column: int) -> None:
    with qtbot.waitSignal(page.model.found):
        page.table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    assert page.model.rowCount() == 4


def test_the_empty_club_says_how_to_begin(qtbot: QtBot, club: Workspace, tasks: Tasks, desk: Desk) -> None:
    for page in opened(qtbot, club, tasks, desk):
        assert page.table.nothing.isVisible()
        page.table.nothing._button.click()
        assert desk.went == [("importing", None)]


def test_a_wish_selects_who_a_filter_hides(qtbot: QtBot, page: MembersPage, people: dict[str, int]) -> None:
    page.open_with(FindMembers(Search(chapters=("Oslo",))))
    qtbot.waitUntil(lambda: names(page) == ["Øystein Sørensen"])
    page.open_with(ShowMember(people["wang"]))
    assert card(qtbot, page, people["wang"]).name == "王伟"
    assert page.filters.search() == Search()


# Looking


def test_the_pane_tells_who_they_are(qtbot: QtBot, page: MembersPage, people: dict[str, int]) -> None:
    shown(qtbot, page, people["anna"])
    pane = page.member_pane
    assert (pane._title.text(), pane._line.text()) == ("Anna Großmüller", "Member 1042 · München")
    assert pane._note.text() == "Not invited: never verified."
    assert line(page, "city").line.text() == "München"


def test_the_letter_is_drawn(
    qtbot: QtBot, page: MembersPage, people: dict[str, int], club: Workspace
) -> None:
    run = club.do(letters.prepare_run, [people["anna"]])
    assert run.run is not None
    club.do(letters.mark_posted, run.run)
    shown(qtbot, page, people["anna"])
    tab = page.member_pane.letters
    page.member_pane.tabs.setCurrentIndex(2)
    qtbot.waitUntil(lambda: tab.preview._pages == 1, timeout=15_000)
    assert len(tab.lines._buttons) == 1
    tab._run.click()
    assert "letters" in str(page._shell.went)  # type: ignore[attr-defined]


def test_who_has_no_address_gets_no_letter_and_is_told_why(
    qtbot: QtBot, page: MembersPage, club: Workspace
) -> None:
    somebody = club.do(members.add_member, given="Bo")
    page.open_with(ShowMember(somebody))
    page.reload()
    card(qtbot, page, somebody)
    page.member_pane.tabs.setCurrentIndex(2)
    tab = page.member_pane.letters
    qtbot.waitUntil(tab._no_letter.isVisible, timeout=15_000)
    assert "no address" in tab._no_letter._sentence.text()


def test_several_people_get_a_state_of_their_own(qtbot: QtBot, page: MembersPage, desk: Desk) -> None:
    page.table.selectAll()
    several = page.member_pane.several
    assert several.isVisible()
    assert several.count.text() == "4 people are selected"
    assert desk.said == "4 members, 4 selected"
    page.table.clearSelection()
    assert not several.isVisible()


def test_letters_go_to_the_selection_else_to_all_found(
    qtbot: QtBot, page: MembersPage, desk: Desk, people: dict[str, int]
) -> None:
    page.print_letters()
    page.filters.chapters.choose(Choice("Oslo", "Oslo"))
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.print_letters()
    page.filters.clear()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    page.table.go_to(people["jon"])
    assert action(page, "Print").text() == "Print letter"
    page.print_letters()
    wishes = [PrintLetters(), PrintLetters((people["oystein"],)), PrintLetters((people["jon"],))]
    assert desk.went == [("letters", wish) for wish in wishes]


# Changing


def test_leaving_a_field_keeps_it(
    qtbot: QtBot, page: MembersPage, people: dict[str, int], club: Workspace
) -> None:
    anna = people["anna"]
    shown(qtbot, page, anna)
    write(page, "surname", "Berger")
    write(page, "street", "Ringstraße 1")
    write(page, "chapter", "Nürnberg")
    write(page, "start", "14.4.2020")
    write(page, "household", "Berger")
    kept = read(club, anna)
    assert (kept.name, kept.address["street"], kept.household) == ("Anna Berger", "Ringstraße 1", "Berger")
    assert (kept.memberships[0].chapter, kept.memberships[0].start) == ("Nürnberg", dt.date(2020, 4, 14))
    qtbot.waitUntil(lambda: "Anna Berger" in names(page))
    qtbot.waitUntil(lambda: page.member_pane._line.text() == "Member 1042 · Nürnberg since 14 Apr 2020")
    club.undo()
    qtbot.waitUntil(lambda: line(page, "household").line.text() == "")


def test_a_refused_value_stays_while_others_are_kept(
    qtbot: QtBot, page: MembersPage, people: dict[str, int], club: Workspace
) -> None:
    shown(qtbot, page, people["anna"])
    write(page, "email", "nowhere")
    write(page, "phone", "089 123")
    qtbot.waitUntil(lambda: page.member_pane._card == read(club, people["anna"]))
    assert line(page, "email").line.text() == "nowhere"
    assert line(page, "email")._wrong.isVisible()
    shown(qtbot, page, people["jon"])
    qtbot.waitUntil(lambda: line(page, "email").line.text() == "")
    assert not line(page, "email")._wrong.isVisible()
    assert read(club, people["anna"]).values["email"] == "anna@example.org"
    assert page.notice.isVisible(), "what is not kept must not vanish without a word"
    assert page.notice.text.startswith("Anna Großmüller: “nowhere” is no e-mail address.")


def test_a_stale_form_says_so_and_shows_the_rest(
    qtbot: QtBot, club: Workspace, people: dict[str, int], tasks: Tasks, desk: Desk
) -> None:
    page = MembersPage(club, tasks, desk)  # hears no news: as with a club on a server
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.model.searched)
    shown(qtbot, page, people["anna"])
    club.do(members.set_person, people["anna"], surname="Lund", mobile="0170 1")
    write(page, "surname", "Berg")
    assert page.notice.isVisible()
    assert line(page, "surname").line.text() == "Berg"
    assert line(page, "mobile").line.text() == "0170 1"
    assert read(club, people["anna"]).values["surname"] == "Lund"
    write(page, "surname", "Berg")
    assert read(club, people["anna"]).values["surname"] == "Berg"


def test_a_membership_ends_and_begins_again(
    qtbot: QtBot, page: MembersPage, people: dict[str, int], club: Workspace
) -> None:
    oystein = people["oystein"]
    shown(qtbot, page, oystein)
    write(page, "end", "3 Nov 2026")
    periods = page.member_pane.belongings.memberships
    qtbot.waitUntil(lambda: any("3 Nov 2026" in c._facts.text() for c in periods.cards.values()))
    assert line(page, "chapter").line.text() == ""
    write(page, "chapter", "Bergen")
    assert [period.chapter for period in read(club, oystein).memberships] == ["Oslo", "Bergen"]


def test_what_is_typed_is_kept_when_another_row_is_chosen(
    qtbot: QtBot, page: MembersPage, people: dict[str, int], club: Workspace
) -> None:
    shown(qtbot, page, people["anna"])
    line(page, "city").line.setText("Fürth")
    shown(qtbot, page, people["jon"])
    assert read(club, people["anna"]).address["city"] == "Fürth"
    assert read(club, people["jon"]).address["city"] == "Lincoln"


def test_vehicles_are_added_changed_and_sold(
    qtbot: QtBot, page: MembersPage, people: dict[str, int], club: Workspace, desk: Desk
) -> None:
    jon = people["jon"]
    shown(qtbot, page, jon)
    page.member_pane.tabs.setCurrentIndex(1)
    tab = page.member_pane.vehicles
    tab.add.click()
    assert tab.new is not None
    new = tab.new
    change(new.fields["variant"], "Plaid")
    assert not read(club, jon).vehicles
    change(new.fields["model"], "Model S")
    qtbot.waitUntil(lambda: new in tab.cards.values())
    change(new.fields["vin"], "5yjsa1e26mf123456")
    change(new.fields["start"], "1.5.2024")
    (car,) = read(club, jon).vehicles
    assert (car.name, car.vin, car.start) == ("Model S Plaid", "5YJSA1E26MF123456", dt.date(2024, 5, 1))
    change(new.fields["end"], "1.4.2024")
    assert new.fields["end"]._wrong.isVisible()
    change(new.fields["end"], "1.6.2026")
    assert read(club, jon).vehicles[0].end == dt.date(2026, 6, 1)
    assert desk.toasts == ["Model S Plaid is sold."]


def change(field: Any, text: str) -> None:
    field.line.setText(text)
    field.line.editingFinished.emit()


# Making and deleting


def test_the_first_name_makes_a_member(qtbot: QtBot, page: MembersPage, club: Workspace, desk: Desk) -> None:
    page.filters.chapters.choose(Choice("Oslo", "Oslo"))
    action(page, "New member").trigger()
    write(page, "phone", "089 1")
    assert club.read(members.count_people) == 4
    write(page, "given", "Bo")
    qtbot.waitUntil(lambda: page.table.selected_count() == 1)
    (bo,) = page.table.selected_ids()
    write(page, "surname", "Lund")
    kept = read(club, bo)
    assert (kept.name, kept.values["phone"]) == ("Bo Lund", "089 1")
    assert page.filters.search() == Search()
    assert len(desk.toasts) == 1


def test_escape_drops_a_new_member(
    qtbot: QtBot, page: MembersPage, club: Workspace, people: dict[str, int]
) -> None:
    shown(qtbot, page, people["anna"])
    page.begin_new()
    given = line(page, "given").line
    given.setFocus()
    qtbot.waitUntil(given.hasFocus)
    QTest.keyClicks(given, "Bo")
    QTest.keyClick(given, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.table.hasFocus)
    assert club.read(members.count_people) == 4
    assert not page.member_pane.is_new


def test_delete_takes_the_selected_and_undo_brings_them_back(
    qtbot: QtBot, page: MembersPage, club: Workspace, people: dict[str, int], desk: Desk
) -> None:
    page.table.go_to(people["anna"])
    index = page.model.index(page.model.place_of(people["jon"]), 0)
    flags = QItemSelectionModel.SelectionFlag
    page.table.selectionModel().select(index, flags.Select | flags.Rows)
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert desk.toasts == ["2 members are deleted."]
    club.undo()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    assert read(club, people["anna"]).vehicles


def test_del_in_a_field_of_the_form_deletes_nobody(
    qtbot: QtBot, page: MembersPage, club: Workspace, people: dict[str, int]
) -> None:
    shown(qtbot, page, people["anna"])
    surname = line(page, "surname").line
    surname.setFocus()
    surname.setCursorPosition(len(surname.text()))
    qtbot.waitUntil(surname.hasFocus)
    QTest.keyClick(surname, Qt.Key.Key_Delete)
    qtbot.wait(50)
    assert club.read(members.count_people) == 4


def test_keys_lead_into_the_form_and_back(qtbot: QtBot, page: MembersPage, people: dict[str, int]) -> None:
    page.table.go_to(people["anna"])
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    given = line(page, "given").line
    qtbot.waitUntil(given.hasFocus)
    QTest.keyClick(given, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.table.hasFocus)
    assert page.table.current_id() == people["anna"]


def test_rows_say_why_they_match(
    qtbot: QtBot, page: MembersPage, club: Workspace, people: dict[str, int]
) -> None:
    club.do(members.set_person, people["jon"], notes="Helps at the pop-up market in May every year")
    assert [reason for _, reason in club.read(members.found_rows, [people["anna"]], "gross")] == [""]
    page.filters.field.setText("anna@")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.filters.field.setText("market")
    qtbot.waitUntil(
        lambda: page.model.value(0, 0) == Noted("Jonathan O'Neil", "note: … pop-up market in May every")
    )
    assert page.table.grab().width() > 0


def test_a_mistyped_name_is_put_right_by_one_click(
    qtbot: QtBot, page: MembersPage, people: dict[str, int]
) -> None:
    page.filters.field.setText("grosmuler")
    button = page.table.nothing._button
    qtbot.waitUntil(lambda: button.text() == "Did you mean “Großmüller”? one is found")
    button.click()
    qtbot.waitUntil(lambda: list(page.model.ids) == [people["anna"]])
    assert page.filters.field.text() == "Großmüller"


def test_the_history_tells_of_all_that_is_theirs(
    qtbot: QtBot, page: MembersPage, club: Workspace, people: dict[str, int]
) -> None:
    run = club.do(letters.prepare_run, [people["anna"], people["jon"]])
    assert run.run is not None
    club.do(letters.mark_posted, run.run)
    club.do(members.set_address, people["jon"], city="Boston")
    shown(qtbot, page, people["anna"])
    page.member_pane.tabs.setCurrentIndex(4)
    told = page.member_pane.history.lines
    qtbot.waitUntil(lambda: len(told._buttons) == 4)
    words = [made.accessibleName() for made in told._buttons.values()]
    assert [word.partition(", ")[0] for word in words] == [
        "Letter run Verification 2026-1 posted".replace("2026", str(today().year)),
        "Letters prepared: 2",
        "New vehicle of Anna Großmüller",
        "New member Anna Großmüller",
    ]


def test_an_officer_verifies_by_what_they_saw(
    qtbot: QtBot, page: MembersPage, club: Workspace, people: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(qtbot, page, people["jon"])
    monkeypatch.setattr(dialogs, "ask_choice", lambda *_: "Known in person")
    page.commands.verify.trigger()
    qtbot.waitUntil(lambda: club.read(members.member_card, people["jon"]).status == "verified")
    monkeypatch.setattr(dialogs, "ask_text", lambda *_: "moved away")
    page.commands.unverify.trigger()
    qtbot.waitUntil(lambda: club.read(members.member_card, people["jon"]).status != "verified")


# What there are several of


def test_addresses_tags_and_own_fields_are_kept(
    qtbot: QtBot, page: MembersPage, people: dict[str, int], club: Workspace
) -> None:
    size = club.do(members.add_custom_field, name="Shoe size", kind="number")
    anna = people["anna"]
    shown(qtbot, page, anna)
    pane = page.member_pane
    pane.belongings.addresses.add.click()
    assert pane.belongings.addresses.new is not None
    change(pane.belongings.addresses.new.fields["street"], "Postfach 1")
    assert len(read(club, anna).addresses) == 1
    change(pane.belongings.addresses.new.fields["city"], "Freising")
    assert read(club, anna).address["street"] == "Postfach 1"
    qtbot.waitUntil(lambda: len(pane.belongings.addresses.cards) == 2)
    change(pane.portrait.tags, "helper, press")
    assert read(club, anna).tags == ("helper", "press")
    qtbot.waitUntil(lambda: len(pane.portrait.tags._chips) == 2)
    pane.portrait.tags._chips[0].click()  # type: ignore[attr-defined]
    assert read(club, anna).tags == ("press",)
    qtbot.waitUntil(lambda: size in pane.own_fields.fields)
    change(pane.own_fields.fields[size], "many")
    assert pane.own_fields.fields[size].problem
    change(pane.own_fields.fields[size], "43,5")
    assert [value for _line, value in read(club, anna).custom] == ["43.5"]


def test_selected_people_become_a_household(
    qtbot: QtBot, page: MembersPage, people: dict[str, int], club: Workspace
) -> None:
    page.table.selectAll()
    page.make_household()
    qtbot.waitUntil(lambda: len(read(club, people["anna"]).household_members) == 3)
    page.table.clearSelection()
    shown(qtbot, page, people["anna"])
    page.member_pane.household.share.click()
    assert {read(club, person).address["city"] for person in people.values()} == {"München"}


def test_the_next_number_is_taken_and_one_taken_twice_is_told(
    qtbot: QtBot, page: MembersPage, people: dict[str, int], club: Workspace
) -> None:
    anna = people["anna"]
    shown(qtbot, page, anna)
    page.member_pane.form.next_number.click()
    assert read(club, anna).values["number"] == "1047"
    write(page, "number", "1043")
    assert page.notice.text.startswith("王伟 has the member number 1043 too.")
    assert read(club, anna).values["number"] == "1043"


def test_fields_of_the_club_tags_and_kind_are_columns(
    qtbot: QtBot, club: Workspace, page: MembersPage
) -> None:
    anna, bo = person(club), person(club, "Bo", "Berg")
    size = club.do(members.add_custom_field, name="Shoe size", kind="number")
    for who, value in ((anna, "9"), (bo, "43.5")):
        club.do(members.set_custom_value, who, field=size, value=value)
    club.do(members.set_tags, bo, tags=["helper"])
    page.reload()
    qtbot.waitUntil(lambda: [c.title for c in page.model.source.columns][-1] == "Shoe size")
    keys = [column.key for column in page.model.source.columns]
    assert page.table.isColumnHidden(keys.index(f"own.{size}"))
    for order, wanted in (
        (Qt.SortOrder.AscendingOrder, [9, 43.5]),
        (Qt.SortOrder.DescendingOrder, [43.5, 9]),
    ):
        with qtbot.waitSignal(page.model.found):
            page.model.sort(keys.index(f"own.{size}"), order)
        shown = [page.model.value(row, keys.index(f"own.{size}")) for row in range(len(page.model.ids))]
        assert [value for value in shown if value is not None] == wanted
    place = page.model.place_of(bo)
    assert page.model.value(place, keys.index("tags")) == "helper"
    assert page.model.value(place, keys.index("kind")) == "Member"
    club.do(members.remove_custom_field, size)
    page.reload()
    qtbot.waitUntil(lambda: page.model.source.columns[-1].key == "tags")
    assert page.model.sorted_by == ("name", False)
