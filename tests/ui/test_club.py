"""The club's settings are kept when a field is left, and the letter at the right follows them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from clubdesk.services.clubs import ClubSettings, add_chapter, chapters, club_settings
from clubdesk.services.workspace import Workspace
from clubdesk.ui.club.accent_field import AccentField
from clubdesk.ui.club.page import ClubPage
from clubdesk.ui.club.picture_field import PictureField
from clubdesk.ui.common.fields import Field, TextField
from clubdesk.ui.common.tasks import Tasks
from tests.documents.test_letter_paper import pdf
from tests.factories import person
from tests.ui.shells import FakeShell


@pytest.fixture
def shell(tasks: Tasks) -> FakeShell:
    return FakeShell(tasks)


@pytest.fixture
def page(qtbot: QtBot, club: Workspace, tasks: Tasks, shell: FakeShell) -> Iterator[ClubPage]:
    person(club)
    made = ClubPage(club, tasks, shell)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    deaf = club.news.subscribe(lambda tables: tasks.later(lambda: made.changed(tables)))
    made.show()
    qtbot.waitUntil(lambda: text_of(made, "name").line.text() == "Owners Club Bavaria")
    yield made
    deaf()


def text_of(page: ClubPage, name: str) -> TextField:
    field = page.form.fields[name]
    assert isinstance(field, TextField)
    return field


def write(field: Field, text: str) -> None:
    assert isinstance(field, TextField)
    field.line.setText(text)
    field.line.editingFinished.emit()


def settings(club: Workspace) -> ClubSettings:
    return club.read(club_settings)


def test_every_setting_has_its_field(page: ClubPage) -> None:
    assert set(page.form.fields) == {*ClubSettings.__dataclass_fields__} - {"sample"}


def test_leaving_a_field_keeps_it_and_undo_brings_it_back(
    qtbot: QtBot, page: ClubPage, club: Workspace
) -> None:
    write(page.form.fields["tagline"], "München · Nürnberg")
    write(page.form.fields["silent_days"], "45")
    qtbot.waitUntil(lambda: settings(club).silent_days == 45)
    assert settings(club).tagline == "München · Nürnberg"
    club.undo()
    qtbot.waitUntil(lambda: text_of(page, "silent_days").line.text() == "30")


@pytest.mark.parametrize(
    ("name", "text"),
    [("name", ""), ("accent", "blue"), ("reply_days", "0"), ("reply_days", ""), ("email", "no mail")],
)
def test_what_can_not_be_right_stays_in_its_field_with_the_reason(
    page: ClubPage, club: Workspace, name: str, text: str
) -> None:
    before = settings(club)
    write(page.form.fields[name], text)
    assert settings(club) == before
    assert page.form.fields[name]._wrong.text()
    assert text_of(page, name).line.text() == text


def test_the_letter_follows_the_settings(qtbot: QtBot, page: ClubPage) -> None:
    qtbot.waitUntil(lambda: page.preview._pages > 0)
    before = page.preview._pdf
    layout = page.form.fields["letter_layout"]
    box = layout.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    qtbot.waitUntil(lambda: page.preview._pdf != before)


def test_a_colour_is_picked(page: ClubPage, club: Workspace) -> None:
    accent = page.form.fields["accent"]
    assert isinstance(accent, AccentField)
    accent.dots[2].click()
    assert settings(club).accent == accent.dots[2].colour
    assert [dot.isChecked() for dot in accent.dots].index(True) == 2


def test_a_logo_is_taken_refused_and_removed(
    qtbot: QtBot, page: ClubPage, club: Workspace, tmp_path: Path
) -> None:
    logo = page.form.fields["logo"]
    assert isinstance(logo, PictureField)
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    picture.save(str(tmp_path / "logo.png"))
    logo.box.dropped.emit(tmp_path / "logo.png")
    assert settings(club).logo == (tmp_path / "logo.png").read_bytes()
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no picture")
    logo.take(broken)
    assert logo._wrong.isVisible()
    logo.take(tmp_path / "gone.png")
    assert settings(club).logo is not None
    logo.remove.click()
    assert settings(club).logo is None
    club.undo()
    qtbot.waitUntil(lambda: logo.value() is not None)


def test_a_page_becomes_the_letter_paper(page: ClubPage, club: Workspace, tmp_path: Path) -> None:
    field = page.form.fields["letter_paper"]
    assert isinstance(field, PictureField)
    file = tmp_path / "paper.pdf"
    good = pdf("red")
    file.write_bytes(good)
    field.box.dropped.emit(file)
    assert settings(club).letter_paper == good
    assert QColor(field.box._picture.pixel(field.box._picture.width() // 2, 1)) == QColor("red")
    file.write_bytes(pdf("red", size=(842, 595)))
    field.take(file)
    assert "wider than tall" in field.problem
    assert settings(club).letter_paper == good


def test_a_picture_dropped_on_the_logo_is_taken_and_the_letter_shows_it(
    qtbot: QtBot, page: ClubPage, club: Workspace, tmp_path: Path
) -> None:
    logo = page.form.fields["logo"]
    assert isinstance(logo, PictureField)
    qtbot.waitUntil(lambda: page.preview._pages > 0, timeout=20_000)
    before = page.preview._pdf
    for name, taken in (("logo.jpg", True), ("logo.png", True), ("logo.gif", False)):
        picture = QImage(40, 20, QImage.Format.Format_RGB32)
        picture.fill(QColor("red"))
        assert picture.save(str(tmp_path / name)) or not taken
        source = QMimeData()
        source.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, source, button, none)
        enter.ignore()
        logo.box.dragEnterEvent(enter)
        assert enter.isAccepted() == taken
        if taken:
            logo.box.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, source, button, none))
            assert settings(club).logo == (tmp_path / name).read_bytes()
            assert not logo.box._picture.isNull()
            assert logo.remove.isVisible()
    qtbot.waitUntil(lambda: page.preview._pdf != before, timeout=20_000)


def test_chapters_are_renamed_and_added(
    qtbot: QtBot, page: ClubPage, club: Workspace, shell: FakeShell
) -> None:
    club.do(add_chapter, name="Oslo")
    qtbot.waitUntil(lambda: len(page.chapters.rows) == 2)
    munich, oslo = page.chapters.rows.values()
    write(munich.name, "München und Umland")
    write(oslo.name, "münchen und umland")
    taken = "There is a chapter “münchen und umland” already."
    qtbot.waitUntil(lambda: oslo.name._wrong.text() == taken)
    page.chapters.new.line.setText("Bergen")
    page.chapters.add()
    page.chapters.add()
    assert page.chapters.new._wrong.text() == "A chapter needs a name."
    assert shell.toasts == [("Chapter Bergen added", True)]
    assert [c.name for c in club.read(chapters)] == ["Bergen", "München und Umland", "Oslo"]
    qtbot.waitUntil(lambda: len(page.chapters.rows) == 3)
