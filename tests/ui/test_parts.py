"""Chips, flow, notices, the preview and the dialog for what nobody expected."""

import io

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from clubdesk.errors import Cancelled, Problem
from clubdesk.ui.common.chips import Chip, Chips, Choice
from clubdesk.ui.common.notice import Notice
from clubdesk.ui.common.pdf_preview import PdfPreview
from clubdesk.ui.common.report import ReportDialog, report
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.toast import Toast

CHOICES = [Choice("m", "München", 128), Choice("o", "Oslo", 2_431)]


def test_a_chip_chooses_several(qtbot: QtBot) -> None:
    chip = Chip("Chapter", lambda: CHOICES)
    qtbot.addWidget(chip)
    chip._fill()
    assert [action.text() for action in chip._menu.actions()] == ["München\t128", "Oslo\t2,431"]
    for action in chip._menu.actions():
        action.trigger()
    assert list(chip.chosen) == ["m", "o"]
    assert chip.text() == "München +1"
    chip.clear()
    assert list(chip.chosen) == []
    assert chip.accessibleName() == "Chapter"


def test_chips_go_on_in_the_next_line(qtbot: QtBot) -> None:
    chips = Chips()
    qtbot.addWidget(chips)
    for number in range(6):
        chips.add(Chip(f"Verifizierungsstand {number}", lambda: CHOICES))
    chips.resize(300, chips.heightForWidth(300))
    chips.show()
    inside = QRect(0, 0, chips.width(), chips.height())
    assert all(inside.contains(chip.geometry()) for chip in chips.chips)
    assert len({chip.y() for chip in chips.chips}) > 1


def test_a_notice_shows_problems_only(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.show_problem(Cancelled())
    assert not notice.isVisible()
    notice.show_problem(Problem("The file is open in Excel.", "Close it there."))
    assert notice.isVisible()


def test_a_toast_offers_undo(qtbot: QtBot) -> None:
    undone: list[bool] = []
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(600, 400)
    over.show()
    toast = Toast(over, lambda: undone.append(True))
    toast.say("3 people deleted", undo=True)
    toast._undo.click()
    assert undone == [True]
    assert not toast.isVisible()


@pytest.fixture
def paper() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    for number in range(3):
        canvas.drawString(72, 700, f"page {number}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_the_preview_steps_through_pages(qtbot: QtBot, tasks: Tasks, paper: bytes) -> None:
    preview = PdfPreview(tasks)
    qtbot.addWidget(preview)
    preview.resize(400, 600)
    preview.show()
    with qtbot.waitSignal(preview.page_changed) as first:
        preview.show_pdf(paper)
    assert first.args == [1, 3]
    with qtbot.waitSignal(preview.page_changed) as second:
        preview.step(1)
    assert second.args == [2, 3]
    assert preview._paper.image.width() > 300


def test_a_report_can_be_read_without_the_club(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    try:
        print(1 // 0)
    except ZeroDivisionError as error:
        text = report(type(error), error, error.__traceback__)
    assert "ZeroDivisionError" in text
    ReportDialog(text, parent)
