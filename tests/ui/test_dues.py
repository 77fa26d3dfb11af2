"""The page of dues: from the first kind to the receipt, as an officer works through a bank statement."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from clubdesk.services import dues
from clubdesk.services.clubs import set_club
from clubdesk.services.workspace import Workspace
from clubdesk.settings import Settings
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.appearance import Appearance
from clubdesk.ui.common.columns import text_of
from clubdesk.ui.common.feature import Feature
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.dues.charge_dialog import ChargeDialog
from clubdesk.ui.dues.kinds_dialog import KindsDialog
from clubdesk.ui.dues.page import DuesPage
from clubdesk.ui.main_window import MainWindow
from tests.documents.reading import Paper
from tests.factories import new_club, person

FEATURES = (Feature("dues", "Dues", "coins", DuesPage),)


@pytest.fixture
def file(tmp_path: Path, empty_club: Path) -> Path:
    file = tmp_path / "club.clubdesk"
    with new_club(file, template=empty_club) as club:
        club.do(set_club, country="DE", language="en")
        for number, given in enumerate(("Anna", "Bo", "Cleo"), 1):
            person(club, given, "Ek", number=f"M-{number}")
    return file


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication, settings: Settings, file: Path) -> Iterator[DuesPage]:
    window = MainWindow(settings, Tasks(), Appearance(dressed, settings), FEATURES)
    window.resize(1280, 760)
    window.show()
    window.open_club(str(file))
    qtbot.waitUntil(lambda: isinstance(window.page(), DuesPage))
    shown = window.page()
    assert isinstance(shown, DuesPage)
    qtbot.waitUntil(lambda: shown.model.searched)
    yield shown
    window.close()
    window.deleteLater()


def club_of(page: DuesPage) -> Workspace:
    return page._workspace


def charged(page: DuesPage, qtbot: QtBot, *, due_on: dt.date = dt.date(2026, 2, 1)) -> None:
    kind = club_of(page).do(dues.save_kind, None, name="Fee", amount="60")
    club_of(page).do(dues.charge, kind, start=dt.date(2026, 1, 1), due_on=due_on)
    qtbot.waitUntil(lambda: len(page.model.ids) == 3)
    qtbot.waitUntil(lambda: bool(page._kinds))


def column(page: DuesPage, place: int) -> list[str]:
    rows = page.model.source.rows(list(page.model.ids))
    return [text_of(row.cells[place]) for row in rows]


def test_a_newcomer_makes_a_kind_and_asks_for_it(page: DuesPage, qtbot: QtBot) -> None:
    assert any("No dues yet" in words.text() for words in page.table.nothing.findChildren(QLabel))
    page.show_kinds()
    kinds = page.findChild(KindsDialog)
    assert isinstance(kinds, KindsDialog)
    qtbot.waitUntil(lambda: kinds.currency.value() == "EUR")
    kinds.name.line.setText("Membership fee")
    kinds.amount.line.setText("sixty")
    kinds.save.click()
    assert "no amount" in kinds.notice.text
    kinds.amount.line.setText("60,00")
    kinds.save.click()
    qtbot.waitUntil(lambda: kinds._heading.text() == "Membership fee")
    kinds.accept()
    qtbot.waitUntil(lambda: len(page._kinds) == 1)
    page.ask()
    asking = page.findChild(ChargeDialog)
    assert isinstance(asking, ChargeDialog)
    qtbot.waitUntil(asking.ask.isEnabled)
    assert asking.ask.text() == "Ask 3 people"
    asking.ask.click()
    qtbot.waitUntil(lambda: len(page.model.ids) == 3)
    club_of(page).undo()
    qtbot.waitUntil(lambda: len(page.model.ids) == 0)


def test_a_payment_is_recorded_and_too_much_is_refused(page: DuesPage, qtbot: QtBot) -> None:
    charged(page, qtbot)
    page.table.go_to(page.model.ids[0])
    pane = page.due_pane
    qtbot.waitUntil(lambda: pane.amount.value() == "€60.00")
    pane.amount.line.setText("70")
    pane.pay.click()
    qtbot.waitUntil(lambda: "Only €60.00" in pane.amount.problem)
    pane.amount.line.setText("20")
    QTest.keyClick(pane.amount.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.amount.value() == "€40.00")
    assert club_of(page).read(dues.dues_totals).open == {"EUR": 16000}
    qtbot.waitUntil(lambda: "160" in page.head._count.text())


def test_a_bank_statement_is_ticked_off(page: DuesPage, qtbot: QtBot) -> None:
    charged(page, qtbot)
    page.table.selectAll()
    page.pay_chosen()
    qtbot.waitUntil(lambda: column(page, 1) == ["Paid"] * 3)
    page.pay_chosen()
    qtbot.waitUntil(lambda: "Nothing is open" in page.notice.text)
    club_of(page).undo()
    qtbot.waitUntil(lambda: column(page, 1) == ["Overdue"] * 3)


def test_reminders_are_noted_once_they_are_saved(
    page: DuesPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    charged(page, qtbot)
    pdf = tmp_path / "reminders.pdf"
    monkeypatch.setattr(dialogs, "save_file", lambda *_, **__: None)
    page.remind()
    qtbot.wait(200)
    assert not any(column(page, 6)), "nobody saved them"
    monkeypatch.setattr(dialogs, "save_file", lambda *_, **__: pdf)
    page.remind()
    qtbot.waitUntil(lambda: all(column(page, 6)))
    assert Paper(pdf.read_bytes()).pages == 3


def test_chips_and_words_narrow_the_list(page: DuesPage, qtbot: QtBot) -> None:
    charged(page, qtbot)
    qtbot.waitUntil(lambda: page._totals.states == {"overdue": 3})
    page.states.choose(page._state_choices()[0])
    assert page.head.search
    page.head.search.setText("m-2")
    qtbot.waitUntil(lambda: column(page, 0) == ["Bo Ek"])
    page._show_all()
    qtbot.waitUntil(lambda: len(page.model.ids) == 3)


def test_waived_with_a_reason(page: DuesPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    charged(page, qtbot)
    page.table.go_to(page.model.ids[0])
    monkeypatch.setattr(dialogs, "ask_text", lambda *_: "honorary member")
    page.due_pane.waive_wanted.emit()
    qtbot.waitUntil(lambda: column(page, 1).count("Waived") == 1)
    qtbot.waitUntil(lambda: "honorary member" in page.due_pane._note.text())
    page.due_pane.ask_again_wanted.emit()
    qtbot.waitUntil(lambda: column(page, 1) == ["Overdue"] * 3)


def test_a_receipt_is_saved(
    page: DuesPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    charged(page, qtbot)
    pdf = tmp_path / "receipt.pdf"
    monkeypatch.setattr(dialogs, "save_file", lambda *_, **__: pdf)
    paid = club_of(page).do(dues.pay, page.model.ids[0])
    page.due_pane.receipt_wanted.emit(paid.payment)
    qtbot.waitUntil(pdf.exists)
    qtbot.waitUntil(lambda: paid.receipt in Paper(pdf.read_bytes()).text())
