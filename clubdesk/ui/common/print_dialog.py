"""Print a finished paper: which printer, how many, on one side or both. The choice is remembered."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext
from clubdesk.services import printers
from clubdesk.services.fitting import fitted
from clubdesk.services.printers import SIDES, PrintOptions, Queue
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.fields import ChoiceField, NumberField
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.notice import Notice
from clubdesk.ui.common.printer_fit import PrinterFit
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.tasks import Tasks

WIDTH = 420
MOST = 99  # copies
QUEUE, HOW, TRAY = "print.queue", "print.sides", "print.tray"  # in Settings.window


def print_paper(
    parent: QWidget,
    shell: Shell,
    tasks: Tasks,
    *,
    title: str,
    pages: int,
    data: bytes,
    paper: str = "",
    done: Callable[[], object] | None = None,
) -> None:
    """Ask how and print; `done` is called once the printer has taken it. Windows asks for itself.

    `paper` is the layout or sheet to which the printer may be fitted; "" for what needn't meet anything.
    """

    def send(options: PrintOptions) -> None:
        _send(shell, title, lambda: fitted(shell.settings, paper, data), options, done)

    if not printers.has_queues():
        send(PrintOptions())
        return
    PrintDialog(parent, shell, tasks, pages=pages, paper=paper, chosen=send).open()


def _send(
    shell: Shell,
    title: str,
    data: Callable[[], bytes],
    options: PrintOptions,
    done: Callable[[], object] | None,
) -> None:
    def finish(_nothing: object) -> None:
        shell.toast(_("{title} is printing.").format(title=title))
        if done is not None:
            done()

    shell.run(
        _("Printing {title}").format(title=title),
        lambda _: printers.print_pdf(data(), options, title=title),
        done=finish,
    )


class PrintDialog(QDialog):
    def __init__(
        self,
        parent: QWidget,
        shell: Shell,
        tasks: Tasks,
        *,
        pages: int,
        paper: str = "",
        chosen: Callable[[PrintOptions], object],
    ) -> None:
        super().__init__(parent)
        self._shell, self._tasks, self._chosen, self._paper = shell, tasks, chosen, paper
        self.setWindowTitle(_("Print"))
        self.setMinimumWidth(WIDTH)
        kept = shell.settings.window
        self.queue = ChoiceField(_("Printer"), lambda _: self._ask_queue())
        self.copies = NumberField(_("Copies"), lambda _: None)
        self.copies.set_value(1)
        sides = (_("One side"), _("Both sides, bound at the long edge"), _("Both sides, at the short edge"))
        self.sides = ChoiceField(_("Sides"), lambda _: None, list(zip(SIDES, sides, strict=True)))
        self.sides.set_value(kept.get(HOW, SIDES[0]))
        self.tray = ChoiceField(_("Tray"), lambda _: None, [("", _("As the printer chooses"))])
        self.notice = Notice()
        self.print = button(_("Print"), self._print, kind="primary", drawing="printer")
        self.print.setEnabled(False)
        self._lay_out(ngettext("{count} page", "{count} pages", pages))
        tasks.start(lambda _: printers.queues(), done=self._show_queues, failed=self.notice.show_problem)

    def _lay_out(self, pages: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.EDGE)
        column.setSpacing(sizes.GAP)
        column.addWidget(label(_("Print"), "heading"))
        column.addWidget(label(pages, "muted"))
        for field in (self.queue, self.copies, self.sides, self.tray):
            column.addWidget(field)
        column.addWidget(self.notice)
        foot = QHBoxLayout()
        foot.setSpacing(sizes.GRID)
        if self._paper:
            foot.addWidget(button(_("Fit to the printer…"), self._fit, kind="link"))
        foot.addStretch()
        foot.addWidget(button(_("Cancel"), self.reject))
        foot.addWidget(self.print)
        column.addLayout(foot)

    def _show_queues(self, names: list[str]) -> None:
        if not names:
            self.notice.show_problem(
                Problem(_("No printer is set up."), _("Set one up in the system, or save the PDF."))
            )
            return
        kept = self._shell.settings.window.get(QUEUE, "")
        self.queue.set_choices([(name, name.replace("_", " ")) for name in names])
        self.queue.set_value(kept if kept in names else names[0])
        self.print.setEnabled(True)
        self._ask_queue()

    def _ask_queue(self) -> None:
        name = str(self.queue.value() or "")
        self._tasks.start(
            lambda _: printers.queue_named(name), done=self._show_queue, failed=self.notice.show_problem
        )

    def _show_queue(self, queue: Queue) -> None:
        if queue.name != self.queue.value():
            return
        self.sides.setVisible(queue.two_sided)
        self.tray.setVisible(bool(queue.trays))
        self.tray.set_choices([("", _("As the printer chooses")), *((tray, tray) for tray in queue.trays)])
        kept: Any = self._shell.settings.window.get(TRAY, "")
        self.tray.set_value(kept if kept in queue.trays else "")

    def _fit(self) -> None:
        PrinterFit(self, self._tasks, self._shell, paper=self._paper).open()

    def _print(self) -> None:
        try:
            said = self.copies.value()
        except Problem as problem:
            self.copies.show_problem(problem)
            return
        copies = 1 if said is None else int(said)
        if not 1 <= copies <= MOST:
            self.copies.show_problem(Problem(_("Print 1 to {most} copies.").format(most=MOST)))
            return
        two_sided = self.sides.isVisibleTo(self)
        options = PrintOptions(
            queue=str(self.queue.value()),
            copies=copies,
            sides=str(self.sides.value()) if two_sided else SIDES[0],
            tray=str(self.tray.value() or ""),
        )
        self._shell.settings.window |= {QUEUE: options.queue, HOW: options.sides, TRAY: options.tray}
        self.accept()
        self._chosen(options)
