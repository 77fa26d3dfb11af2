"""A dialog for papers: what is chosen at the left, how it will look at the right, saved or printed."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from clubdesk.documents.content import Printed
from clubdesk.i18n import _, ngettext
from clubdesk.services.letters import LeftOut
from clubdesk.services.progress import Progress
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.notice import Notice
from clubdesk.ui.common.pdf_preview import PdfPreview
from clubdesk.ui.common.print_dialog import print_paper
from clubdesk.ui.common.save_pdf import save_pdf
from clubdesk.ui.common.save_ways import ways_button
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.tasks import Tasks

WIDTH, HEIGHT = 860, 480
NAMED = 4  # people that are named


class PaperDialog(QDialog):
    """Subclasses add their fields to `options` and say in `draw` what is printed, which runs in a worker.

    `name` is the file that is proposed.
    """

    def __init__(self, parent: QWidget, tasks: Tasks, shell: Shell, *, title: str, name: str) -> None:
        super().__init__(parent)
        self.tasks, self.shell, self._name = tasks, shell, name
        self.printed, self._asked = Printed(b"", 0), 0
        self.setWindowTitle(title)
        self.resize(WIDTH, HEIGHT)
        self.options = QVBoxLayout()
        self.preview = PdfPreview(tasks)
        self.notice, self.count = Notice(), label("", "strong")
        self.left_out = label("", "muted", wrap=True)
        self.save = button(_("Save PDF…"), self._save, kind="primary", drawing="download")
        self.print = button(_("Print…"), self._print, drawing="printer")
        self.ways = ways_button(self, shell, name=lambda: self._name, make=self._make)
        self._work: Callable[..., Any] = lambda **_: self.printed
        self._rest = QTimer(self, singleShot=True, interval=120)
        self._rest.timeout.connect(self._draw)
        self._lay_out(title)
        self._let_out(ready=False)

    def _lay_out(self, title: str) -> None:
        left = QVBoxLayout()
        left.setSpacing(sizes.GAP)
        for part in (label(title, "heading"), self.count, self.left_out):
            left.addWidget(part)
        self.options.setSpacing(sizes.GAP)
        left.addLayout(self.options)
        left.addWidget(self.notice)
        left.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(sizes.GRID)
        for made in (self.save, self.ways, self.print, button(_("Close"), self.reject)):
            foot.addWidget(made)
        foot.addStretch()
        left.addLayout(foot)
        line = QHBoxLayout(self)
        line.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.EDGE)
        line.setSpacing(sizes.MARGIN)
        line.addLayout(left, 2)
        line.addWidget(self.preview, 3)

    # What subclasses say

    def draw(self) -> Callable[..., Any] | None:
        """What a worker does for the paper chosen now, with `tagged=`; None while a field is wrong."""
        raise NotImplementedError

    def printed_in(self, drawn: Any) -> Printed:
        """The paper in what the worker gave."""
        assert isinstance(drawn, Printed)
        return drawn

    def show_drawn(self, drawn: Any) -> None:
        """Show what else the worker gave."""

    def paper(self) -> str:
        """The layout or sheet that the printer must meet; "" when there is none."""
        return ""

    def let_out(self) -> None:
        """It was saved or printed."""

    # What is shown

    def show_left_out(self, left_out: tuple[LeftOut, ...]) -> None:
        """Who can't be written to."""
        names = ", ".join(one.name for one in left_out[:NAMED])
        more = " …" if len(left_out) > NAMED else ""
        without = ngettext("{count} without an address", "{count} without an address", len(left_out))
        self.left_out.setText(f"{without}: {names}{more}" if left_out else "")
        self.left_out.setVisible(bool(left_out))

    def show_paper(self, printed: Printed) -> None:
        self.printed = printed
        self.preview.show_pdf(printed.data)
        self._let_out(ready=True)
        self.notice.hide()
        if printed.findings:
            said = " · ".join(f"{found.name}: {found.text}" for found in printed.findings[:NAMED])
            words = ngettext("{count} needs a look.", "{count} need a look.", len(printed.findings))
            self.notice.say(words, said, look="warning")

    def changed(self) -> None:
        """Draw it anew, after a moment of rest."""
        self._let_out(ready=False)
        self._rest.start()

    def _draw(self) -> None:
        work = self.draw()
        if work is None:
            return
        self._asked += 1
        self._work, asked = work, self._asked
        self.tasks.draw(
            lambda _: work(),
            done=lambda drawn: self._show(drawn) if asked == self._asked else None,
            failed=lambda error: self._refuse(error) if asked == self._asked else None,
        )

    def _show(self, drawn: Any) -> None:
        self.show_drawn(drawn)
        self.show_paper(self.printed_in(drawn))

    def _make(self, _progress: Progress, *, tagged: bool) -> Printed:
        return self.printed_in(self._work(tagged=tagged))

    def _refuse(self, error: BaseException) -> None:
        self.preview.clear()
        self.notice.show_problem(error)

    # What is done

    def _let_out(self, *, ready: bool) -> None:
        self.save.setEnabled(ready)
        self.ways.setEnabled(ready)
        self.print.setEnabled(ready)

    def _save(self) -> None:
        save_pdf(self, self.shell, name=self._name, data=self.printed.data, done=self.let_out)

    def _print(self) -> None:
        printed = self.printed
        print_paper(
            self,
            self.shell,
            self.tasks,
            title=self._name,
            pages=printed.pages,
            data=printed.data,
            paper=self.paper(),
            done=self.let_out,
        )
