"""Labels and envelopes: choose the paper, see it, save it. The next start on a sheet is remembered."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from clubdesk.documents.address_papers import envelopes, label_sheets
from clubdesk.documents.content import Printed
from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext
from clubdesk.services.addressees import Addressees, print_addresses
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.fields import ChoiceField, NumberField
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.notice import Notice
from clubdesk.ui.common.on_off_chip import OnOffChip
from clubdesk.ui.common.pdf_preview import PdfPreview
from clubdesk.ui.common.print_dialog import print_paper
from clubdesk.ui.common.printer_fit import PrinterFit
from clubdesk.ui.common.save_pdf import save_pdf
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.tasks import Tasks

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

PAPER, START = "addresses.paper", "addresses.start"  # in Settings.window
WIDTH, HEIGHT = 860, 480
NAMED = 4  # people without an address that are named


class AddressPapers(QDialog):
    """`find` asks for the people; it runs in a worker. `name` is the file that is proposed."""

    def __init__(
        self,
        parent: QWidget,
        workspace: "Workspace",
        tasks: Tasks,
        shell: Shell,
        *,
        name: str,
        find: Callable[[], Addressees],
    ) -> None:
        super().__init__(parent)
        self._workspace, self._tasks, self._shell, self._name, self._find = (
            workspace,
            tasks,
            shell,
            name,
            find,
        )
        self._found, self._printed, self._asked = Addressees(()), Printed(b"", 0), 0
        self.setWindowTitle(_("Labels and envelopes"))
        self.resize(WIDTH, HEIGHT)
        kept = shell.settings.window
        self.paper = ChoiceField(_("Paper"), lambda _: self._changed(), _papers())
        self.paper.set_value(kept.get(PAPER, "avery-l7160"))
        self.start = NumberField(_("Begin at label"), lambda _: self._changed())
        self.start.set_value(int(kept.get(START, "1")))
        self.with_sender = OnOffChip(_("Return address above"), on=True)
        self.outlines = OnOffChip(_("Draw the edges, for a test on plain paper"))
        self.preview = PdfPreview(tasks)
        self.print = button(_("Print…"), self._print, drawing="printer")
        self._notice, self._count = Notice(), label("", "strong")
        self._left_out = label("", "muted", wrap=True)
        self.save = button(_("Save PDF…"), self._save, kind="primary", drawing="download")
        self._let_out(ready=False)
        self._rest = QTimer(self, singleShot=True, interval=120)
        self._rest.timeout.connect(self._draw)
        self._lay_out()
        for chip in (self.with_sender, self.outlines):
            chip.toggled.connect(lambda _: self._changed())
        tasks.start(lambda _: find(), done=self._show_people, failed=self._notice.show_problem)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(sizes.GAP)
        left.addWidget(label(_("Labels and envelopes"), "heading"))
        left.addWidget(self._count)
        left.addWidget(self._left_out)
        self._fit = button(_("Fit to the printer…"), self._show_fit, kind="link")
        for part in (self.paper, self._fit, self.start, self.with_sender, self.outlines):
            left.addWidget(part)
        left.addWidget(self._notice)
        left.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(sizes.GRID)
        foot.addWidget(self.save)
        foot.addWidget(self.print)
        foot.addWidget(button(_("Close"), self.reject))
        foot.addStretch()
        left.addLayout(foot)
        line = QHBoxLayout(self)
        line.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.EDGE)
        line.setSpacing(sizes.MARGIN)
        line.addLayout(left, 2)
        line.addWidget(self.preview, 3)

    # What is shown

    def _show_people(self, found: Addressees) -> None:
        self._found = found
        count = len(found.people)
        self._count.setText(ngettext("{count} address", "{count} addresses", count))
        names = ", ".join(one.name for one in found.left_out[:NAMED])
        more = " …" if len(found.left_out) > NAMED else ""
        without = ngettext("{count} without an address", "{count} without an address", len(found.left_out))
        self._left_out.setText(f"{without}: {names}{more}" if found.left_out else "")
        self._left_out.setVisible(bool(found.left_out))
        self._changed()

    def _changed(self) -> None:
        """Draw it anew, after a moment of rest."""
        on_labels = self.paper.value() in label_sheets()
        self.start.setVisible(on_labels)
        self.outlines.setVisible(on_labels)
        self._let_out(ready=False)
        self._rest.start()

    def _draw(self) -> None:
        self._asked += 1
        asked, people, paper = self._asked, self._found.people, str(self.paper.value())
        try:
            start = int(self.start.value() or 1)
        except Problem:
            return  # the field says so itself
        options = {"with_sender": self.with_sender.isChecked(), "outlines": self.outlines.isChecked()}
        self._tasks.draw(
            lambda _: self._workspace.read(print_addresses, people, paper=paper, start=start, **options),
            done=lambda printed: self._show(printed) if asked == self._asked else None,
            failed=lambda error: self._refuse(error) if asked == self._asked else None,
        )

    def _show(self, printed: Printed) -> None:
        self._printed = printed
        self.preview.show_pdf(printed.data)
        self._let_out(ready=True)
        self._notice.hide()
        if printed.findings:
            said = " · ".join(f"{found.name}: {found.text}" for found in printed.findings[:NAMED])
            self._notice.say(
                ngettext("{count} needs a look.", "{count} need a look.", len(printed.findings)),
                said,
                look="warning",
            )

    def _refuse(self, error: BaseException) -> None:
        self.preview.clear()
        self._notice.show_problem(error)

    # What is done

    def _let_out(self, *, ready: bool) -> None:
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)

    def _show_fit(self) -> None:
        PrinterFit(self, self._tasks, self._shell, paper=str(self.paper.value())).open()

    def _save(self) -> None:
        save_pdf(self, self._shell, name=self._name, data=self._printed.data)
        self._remember()

    def _print(self) -> None:
        printed = self._printed
        print_paper(
            self,
            self._shell,
            self._tasks,
            title=self._name,
            pages=printed.pages,
            data=printed.data,
            paper=str(self.paper.value()),
            done=self._remember,
        )

    def _remember(self) -> None:
        """The next labels begin behind these."""
        paper, kept = str(self.paper.value()), self._shell.settings.window
        kept[PAPER] = paper
        if sheet := label_sheets().get(paper):
            after = int(self.start.value() or 1) - 1 + len(self._found.people)
            kept[START] = str(after % sheet.labels + 1)


def _papers() -> list[tuple[object, str]]:
    labels = [(name, sheet.title) for name, sheet in label_sheets().items()]
    return [
        *labels,
        *((name, _("Envelope {size}").format(size=form.title)) for name, form in envelopes().items()),
    ]
