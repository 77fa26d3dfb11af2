"""An officer changes the words of a letter, sees them on paper while typing, and prints with them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from clubdesk.services.clubs import set_club
from clubdesk.services.letters import prepare_run, print_run
from clubdesk.services.template_texts import template_texts
from clubdesk.services.templates import TEMPLATE_KINDS, template_lines, template_text
from clubdesk.services.workspace import Workspace
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.wishes import WriteTemplate
from clubdesk.ui.templates.draft import Draft
from clubdesk.ui.templates.editor import Editor
from clubdesk.ui.templates.page import TemplatesPage
from clubdesk.ui.templates.paragraphs import Paragraphs
from clubdesk.ui.templates.text_box import TextBox
from clubdesk.ui.templates.words_edit import WordsEdit
from tests.factories import person
from tests.ui.shells import FakeShell

KIND = "verification"


@pytest.fixture
def shell(tasks: Tasks) -> FakeShell:
    return FakeShell(tasks)


@pytest.fixture
def page(qtbot: QtBot, club: Workspace, tasks: Tasks, shell: FakeShell) -> Iterator[TemplatesPage]:
    club.do(set_club, language="en", city="München", sample=True)
    person(club, "Anna", "Großmüller", language="en")
    person(club, "王", "伟", language="zh")
    made = TemplatesPage(club, tasks, shell)
    qtbot.addWidget(made)
    made.resize(1300, 760)
    deaf = club.news.subscribe(lambda tables: tasks.later(lambda: made.changed(tables)))
    made.show()
    yield made
    deaf()


@pytest.fixture
def opened(qtbot: QtBot, page: TemplatesPage) -> TemplatesPage:
    page.open_with(WriteTemplate(KIND, "en"))
    qtbot.waitUntil(lambda: page.editor.form is not None)
    return page


def text(page: TemplatesPage, key: str) -> WordsEdit:
    assert page.editor.form
    box = page.editor.form.boxes[key]
    assert isinstance(box, TextBox)
    return box.edit


def paragraphs(page: TemplatesPage) -> Paragraphs:
    assert page.editor.form
    box = page.editor.form.boxes["paragraphs"]
    assert isinstance(box, Paragraphs)
    return box


def write(edit: WordsEdit, words: str) -> None:
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, words)


def kept(club: Workspace, key: str) -> object:
    return club.read(template_texts, KIND, "en").now[key]


def words_of(pdf: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    words = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(words.split())


def test_every_paper_is_listed_in_every_language(qtbot: QtBot, page: TemplatesPage) -> None:
    qtbot.waitUntil(lambda: set(page.overview.rows) == set(TEMPLATE_KINDS))
    assert {len(row.buttons) for row in page.overview.rows.values()} == {4}
    first = page.overview.buttons()[0]
    page.overview.take_focus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    QTest.keyClick(page.overview, Qt.Key.Key_Down)
    page.overview.rows["badge"].buttons["de"].click()
    qtbot.waitUntil(lambda: page.editor.draft is not None)
    assert page.editor.draft
    assert (page.editor.draft.kind, page.editor.draft.language) == ("badge", "de")
    page.leave()
    assert page.overview.isVisible()


def test_a_changed_paragraph_is_seen_kept_and_printed(
    qtbot: QtBot, opened: TemplatesPage, club: Workspace
) -> None:
    qtbot.waitUntil(lambda: opened.proof.preview._pages > 0, timeout=20_000)
    edit = paragraphs(opened).edit_at(0)
    write(edit, "We greet you, ")
    assert not edit.completion.is_open
    QTest.keyClicks(edit, "{giv")
    popup = edit.completion._popup
    assert popup is not None and popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert edit.words() == "We greet you, {member.given}"
    qtbot.waitUntil(lambda: "We greet you, Anna" in words_of(opened.proof.preview._pdf), timeout=20_000)
    edit.left.emit()  # without a screen the window isn't active again after the list
    assert kept(club, "paragraphs") == ["We greet you, {member.given}"]
    anna = club.read(lambda session: opened.proof.readers[0].person)
    run = club.do(prepare_run, [anna]).run
    assert run is not None
    assert "We greet you, Anna" in words_of(club.read(print_run, run).data)
    own = [(line.kind, line.language) for line in club.read(template_lines) if line.own]
    assert own == [(KIND, "en")]


def test_a_mistake_is_told_found_and_not_kept(qtbot: QtBot, opened: TemplatesPage, club: Workspace) -> None:
    before = kept(club, "closing")
    write(text(opened, "closing"), "Yours, {member.nam}")
    text(opened, "subject").setFocus()
    assert opened.editor.form
    box = opened.editor.form.boxes["closing"]
    assert isinstance(box, TextBox)
    assert box.wrong.text == "There is no merge field “member.nam”."
    assert kept(club, "closing") == before
    (found,) = opened.editor.mistakes.buttons
    assert found.text() == "Closing words: There is no merge field “member.nam”."
    found.click()
    assert box.edit.hasFocus()
    assert box.edit.textCursor().selectedText() == "{member.nam}"
    QTest.keyClicks(box.edit, "Anna")
    assert not opened.editor.mistakes.isVisible()
    text(opened, "subject").setFocus()
    assert kept(club, "closing") == "Yours, Anna"


def test_leaving_with_a_mistake_asks(
    opened: TemplatesPage, club: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(text(opened, "closing"), "{if member.given}")
    asked: list[str] = []
    answer = "Keep editing"

    def ask(_parent: object, _text: str, _why: str, verbs: tuple[str, ...]) -> str:
        asked.append(answer)
        assert answer in verbs
        return answer

    monkeypatch.setattr(dialogs, "ask", ask)
    opened.leave()
    assert opened.editor.isVisible()
    assert not opened.may_close()
    answer = "Drop the change"
    opened.leave()
    assert opened.overview.isVisible()
    assert len(asked) == 3
    assert club.next_undo() is None or not [line for line in club.read(template_lines) if line.own]


def test_undo_brings_the_words_before_back(qtbot: QtBot, opened: TemplatesPage, club: Workspace) -> None:
    before = kept(club, "subject")
    write(text(opened, "subject"), "Hello")
    text(opened, "closing").setFocus()
    assert kept(club, "subject") == "Hello"
    club.undo()
    qtbot.waitUntil(lambda: text(opened, "subject").words() == before)
    assert opened.editor.draft
    assert not opened.editor.draft.is_own


def test_a_text_goes_back_to_the_shipped_one(opened: TemplatesPage, club: Workspace) -> None:
    before = kept(club, "subject")
    write(text(opened, "subject"), "Hello")
    assert opened.editor.form
    box = opened.editor.form.boxes["subject"]
    assert box.mark.restore.isVisible()
    box.mark.restore.click()
    assert kept(club, "subject") == before
    assert not box.mark.restore.isVisible()
    assert not [line for line in club.read(template_lines) if line.own]
    text(opened, "subject").undo()
    assert text(opened, "subject").words() == "Hello"


def test_the_whole_template_goes_back_to_the_shipped_one(
    qtbot: QtBot, opened: TemplatesPage, club: Workspace, shell: FakeShell
) -> None:
    before = kept(club, "subject")
    write(text(opened, "subject"), "Hello")
    opened.editor.commit()
    opened._reset.trigger()
    qtbot.waitUntil(lambda: text(opened, "subject").words() == before)
    assert shell.toasts == [("The club writes in the shipped words again.", True)]
    club.undo()
    qtbot.waitUntil(lambda: text(opened, "subject").words() == "Hello")


def test_paragraphs_are_added_parted_joined_moved_and_removed(opened: TemplatesPage, club: Workspace) -> None:
    part = paragraphs(opened)
    write(part.edit_at(0), "One two")
    part.add.click()
    QTest.keyClicks(part.edit_at(1), "three")
    part.edit_at(0).go_to(3, 3)
    QTest.keyClick(part.edit_at(0), Qt.Key.Key_Return)
    assert part.words() == ["One", "two", "three"]
    part.rows[2].up.click()
    assert part.words() == ["One", "three", "two"]
    assert kept(club, "paragraphs") == ["One", "three", "two"]
    part.edit_at(1).go_to(0, 0)
    QTest.keyClick(part.edit_at(1), Qt.Key.Key_Backspace)
    assert part.words() == ["One three", "two"]
    part.rows[0].away.click()
    assert kept(club, "paragraphs") == ["two"]
    source = QMimeData()
    source.setText("a\n\nb")
    part.edit_at(0).go_to(3, 3)
    part.edit_at(0).insertFromMimeData(source)
    assert part.words() == ["twoa", "b"]


def test_a_file_is_exported_and_imported_with_all_that_is_wrong_in_it(
    qtbot: QtBot, opened: TemplatesPage, club: Workspace, tmp_path: Path, shell: FakeShell,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    file = tmp_path / "letter.toml"
    monkeypatch.setattr(dialogs, "save_file", lambda *_, **__: file)
    opened._save_file()
    qtbot.waitUntil(file.is_file)
    assert file.read_text("utf-8") == club.read(template_text, KIND, "en") or "subject" in file.read_text(
        "utf-8"
    )
    file.write_text('subject = "{member.nobody}"\nclosing = 5\n', "utf-8")
    drop(opened, file)
    assert opened.notice.isVisible()
    assert opened.notice._hint.text().splitlines() == [
        "subject, line 1: There is no merge field “member.nobody”.",
        "closing, line 2: This is a text.",
    ]
    assert not [line for line in club.read(template_lines) if line.own]
    file.write_text('subject = "From a file"\njustified = true\n', "utf-8")
    drop(opened, file)
    assert text(opened, "subject").words() == "From a file"
    assert opened.editor.form
    assert opened.editor.form.justified.isChecked()
    assert kept(club, "subject") == "From a file"
    assert shell.toasts[-1] == ("letter.toml imported", True)


def drop(page: TemplatesPage, file: Path) -> None:
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile(str(file))])
    page.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            source,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_fields_and_conditions_are_picked_with_the_reader_s_values(
    qtbot: QtBot, opened: TemplatesPage
) -> None:
    strange = ("event", "dues", "payment")  # to a verification letter
    qtbot.waitUntil(lambda: not any(line.group in strange for line in opened.fields.lines))
    opened.fields.aboutToShow.emit()
    menus = [menu for menu in opened.fields.findChildren(QMenu) if menu.parent() is opened.fields]
    assert [menu.title() for menu in menus] == [
        "Member", "Vehicle", "Letter", "Club", "Only if it is known", "Only if it is not known",
    ]  # fmt: skip
    edit = text(opened, "closing")
    write(edit, "Bye")
    edit.selectAll()
    opened.fields.chosen.emit("{if member.given}", "{end}")
    assert edit.words() == "{if member.given}Bye{end}"
    given = next(action for action in menus[0].actions() if action.text().startswith("Given name"))
    assert given.text() == "Given name\tAnna"
    given.trigger()
    assert edit.words() == "{if member.given}Bye{member.given}{end}"


def test_readers_are_stepped_through(qtbot: QtBot, opened: TemplatesPage) -> None:
    qtbot.waitUntil(lambda: len(opened.proof.readers) == 1)
    opened.editor.languages.chosen.emit("nb")
    qtbot.waitUntil(lambda: len(opened.proof.readers) == 2)  # nobody reads Norwegian: it is shown to others
    opened.proof.step(1)
    qtbot.waitUntil(lambda: not opened.proof.on.isEnabled())


def test_what_is_being_written_stays_when_news_come(page: TemplatesPage, club: Workspace) -> None:
    draft = Draft(club.read(template_texts, KIND, "en"))
    draft.set("subject", "Being written")
    fresh = club.read(template_texts, KIND, "en")
    news = type(fresh)(KIND, "en", fresh.shipped, dict(fresh.now) | {"subject": "s", "closing": "c"})
    assert draft.hear(news)
    assert (draft.now["subject"], draft.now["closing"]) == ("Being written", "c")
    assert not draft.hear(news)
    assert isinstance(page.editor, Editor)
