"""Fit a paper to the printer: a test page to measure, and by how much everything is moved."""

import re
from typing import Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from clubdesk.documents.fitting import MOST, Shift, checked_shift, fitted_paper
from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.services.fitting import keep_shift, kept_shift, print_test_page
from clubdesk.ui.common import sizes
from clubdesk.ui.common.beside import beside
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.fields import Commit, TextField
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.latest import Latest
from clubdesk.ui.common.notice import Notice
from clubdesk.ui.common.pdf_preview import PdfPreview
from clubdesk.ui.common.save_pdf import save_pdf
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.tasks import Tasks

WIDTH, HEIGHT = 780, 460


class MillimetreField(TextField):
    """A distance such as 1.5 or −0,5; 0 where nothing stands."""

    def __init__(self, title: str, commit: Commit) -> None:
        super().__init__(title, commit, width=10)

    @override
    def value(self) -> float:
        text = self.line.text().strip().removesuffix("mm").strip().replace("−", "-").replace(",", ".")
        if not re.fullmatch(r"[-+]?\d*\.?\d*", text) or text in ("-", "+", "."):
            typed = self.line.text()
            raise Problem(_("“{text}” is no distance.").format(text=typed), _("Write it like −1.5."))
        value = float(text or 0)
        checked_shift(value, 0)
        return value

    @override
    def _show_value(self, value: Any) -> None:
        super()._show_value(f"{value or 0:g}".replace("-", "−"))


class PrinterFit(QDialog):
    """`paper` is the name of a layout, of a sheet or of an envelope."""

    def __init__(self, parent: QWidget, tasks: Tasks, shell: Shell, *, paper: str) -> None:
        super().__init__(parent)
        self._tasks, self._shell, self._paper = tasks, shell, paper
        self._drawing = Latest(tasks)
        self._page = b""
        self.setWindowTitle(_("Fit to the printer"))
        self.resize(WIDTH, HEIGHT)
        shift = kept_shift(shell.settings, paper)
        self.right = MillimetreField(_("Move to the right by (mm)"), lambda _: self._keep())
        self.down = MillimetreField(_("Move down by (mm)"), lambda _: self._keep())
        self.right.set_value(shift.right)
        self.down.set_value(shift.down)
        self.notice, self.preview = Notice(), PdfPreview(tasks)
        self.print = button(_("Print the test page…"), self._print, drawing="printer", kind="primary")
        self.save = button(_("Save the test page…"), self._save, drawing="download")
        self._lay_out()
        self._draw()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(sizes.GAP)
        left.addWidget(label(_("Fit to the printer"), "heading"))
        left.addWidget(label(fitted_paper(self._paper).title, "strong", wrap=True))
        told = _(
            "Printers draw a little beside the place. Print the test page, measure it, and enter how far "
            "everything shall be moved, {most} mm at most. It counts for this paper on this computer."
        )
        left.addWidget(label(told.format(most=int(MOST)), "muted", wrap=True))
        left.addWidget(beside((self.right, 1), (self.down, 1)))
        left.addWidget(self.notice)
        left.addStretch()
        left.addWidget(self.print)
        left.addWidget(self.save)
        left.addWidget(button(_("Close"), self.accept))
        line = QHBoxLayout(self)
        line.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.EDGE)
        line.setSpacing(sizes.MARGIN)
        line.addLayout(left, 2)
        line.addWidget(self.preview, 3)

    def _shift(self) -> Shift:
        return Shift(self.right.value(), self.down.value())

    def _keep(self) -> None:
        """Both are kept as soon as both are right; the field that isn't says so itself."""
        keep_shift(self._shell.settings, self._paper, self._shift())
        self._draw()

    def _draw(self) -> None:
        shift = self._shift()
        self._drawing.ask(
            lambda: print_test_page(self._paper, shift=shift).data,
            done=self._show,
            failed=self.notice.show_problem,
        )

    def _show(self, page: bytes) -> None:
        self._page = page
        self.preview.show_pdf(page)

    def _print(self) -> None:
        from clubdesk.ui.common.print_dialog import print_paper  # which leads here, too

        print_paper(self, self._shell, self._tasks, title=_("Test page"), pages=1, data=self._page)

    def _save(self) -> None:
        save_pdf(self, self._shell, name=_("Test page"), data=self._page)
