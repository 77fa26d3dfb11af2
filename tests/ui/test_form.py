"""Leaving a field commits it; what is wrong stays visible."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clubdesk.errors import Problem
from clubdesk.ui.common.dates import parse_date
from clubdesk.ui.common.fields import ChoiceField, DateField, LinesField, TextField
from clubdesk.ui.common.form import Form


def test_leaving_a_field_commits_a_change_once(qtbot: QtBot) -> None:
    kept: list[object] = []
    field = TextField("Surname", kept.append)
    qtbot.addWidget(field)
    field.set_value("Berg")
    field.line.editingFinished.emit()
    field.line.setText(" Lund ")
    field.line.editingFinished.emit()
    field.line.editingFinished.emit()
    assert kept == ["Lund"]


def test_a_refused_value_stays_with_its_reason(qtbot: QtBot) -> None:
    def refuse(_: object) -> None:
        raise Problem("A VIN has 17 characters.", "This one has 3.")

    field = TextField("VIN", refuse)
    qtbot.addWidget(field)
    field.show()
    field.line.setText("ABC")
    field.commit()
    assert field.line.text() == "ABC"
    assert field._wrong.isVisible()
    assert field._wrong.text() == "A VIN has 17 characters. This one has 3."


def test_news_do_not_overwrite_what_is_being_typed(qtbot: QtBot) -> None:
    field = TextField("Town", print)
    qtbot.addWidget(field)
    field.show()
    field.line.setFocus()
    qtbot.waitUntil(field.line.hasFocus)
    QTest.keyClicks(field.line, "Os")
    field.set_value("Bergen")
    assert field.line.text() == "Os"


@pytest.mark.parametrize(
    "text",
    [
        "12 Mar 2027", "12.3.2027", "12/3/27", "2027-03-12", "March 12, 2027", "12. März 2027",
        "12. mars 2027", "2027年3月12日", "12-03-2027",
    ],
)  # fmt: skip
def test_dates_are_understood(text: str) -> None:
    assert parse_date(text) == dt.date(2027, 3, 12)


@pytest.mark.parametrize("text", ["31.2.2027", "soon", "12", "2027", "99.99.9999", "12 Mar"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(Problem):
        parse_date(text)


def test_the_month_may_stand_first_where_nothing_else_makes_sense() -> None:
    assert parse_date("3/25/2027") == dt.date(2027, 3, 25)


def test_a_date_is_shown_in_words(qtbot: QtBot) -> None:
    kept: list[object] = []
    field = DateField("Born", kept.append)
    qtbot.addWidget(field)
    field.line.setText("1.2.1990")
    field.line.editingFinished.emit()
    assert kept == [dt.date(1990, 2, 1)]
    assert field.line.text() == "1 Feb 1990"


def test_scrolling_over_a_choice_leaves_the_caret(qtbot: QtBot) -> None:
    field = ChoiceField("Language", print, [("de", "Deutsch"), ("nb", "Norsk")])
    qtbot.addWidget(field)
    assert field.box.focusPolicy() == Qt.FocusPolicy.StrongFocus  # the wheel doesn't take the caret


def test_a_choice_commits_its_key(qtbot: QtBot) -> None:
    kept: list[object] = []
    field = ChoiceField("Language", kept.append, [("de", "Deutsch"), ("nb", "Norsk")])
    qtbot.addWidget(field)
    field.set_value("de")
    field.box.setCurrentIndex(1)
    field.box.activated.emit(1)
    assert kept == ["nb"]


def test_lines_commit_when_left(qtbot: QtBot) -> None:
    kept: list[object] = []
    form = Form()
    note, other = form.add(LinesField("Notes", kept.append)), form.add(TextField("Town", print))
    qtbot.addWidget(form)
    form.show()
    note.text.setFocus()
    qtbot.waitUntil(note.text.hasFocus)
    QTest.keyClicks(note.text, "rides well")
    other.line.setFocus()
    qtbot.waitUntil(lambda: kept == ["rides well"])


def test_a_wide_form_has_two_columns(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    one, two = form.add(TextField("Given name", print)), form.add(TextField("Surname", print))
    form.resize(700, 300)
    form.show()
    qtbot.waitUntil(lambda: one.y() == two.y() and one.x() < two.x())
    form.resize(400, 300)
    qtbot.waitUntil(lambda: one.y() < two.y() and one.x() == two.x())
