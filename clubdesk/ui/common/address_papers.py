"""Labels and envelopes: choose the paper, see it, save it. The next start on a sheet is remembered."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clubdesk.documents.address_papers import envelopes, label_sheets
from clubdesk.documents.content import Printed
from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext
from clubdesk.services.addressees import Addressees, print_addresses
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.fields import ChoiceField, NumberField
from clubdesk.ui.common.on_off_chip import OnOffChip
from clubdesk.ui.common.paper_dialog import PaperDialog
from clubdesk.ui.common.printer_fit import PrinterFit
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.tasks import Tasks

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

PAPER, START = "addresses.paper", "addresses.start"  # in Settings.window


class AddressPapers(PaperDialog):
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
        super().__init__(parent, tasks, shell, title=_("Labels and envelopes"), name=name)
        self._workspace, self._found = workspace, Addressees(())
        kept = shell.settings.window
        self.sheet = ChoiceField(_("Paper"), lambda _: self._turn(), _papers())
        self.sheet.set_value(kept.get(PAPER, "avery-l7160"))
        self.start = NumberField(_("Begin at label"), lambda _: self.changed())
        self.start.set_value(int(kept.get(START, "1")))
        self.with_sender = OnOffChip(_("Return address above"), on=True)
        self.outlines = OnOffChip(_("Draw the edges, for a test on plain paper"))
        fit = button(_("Fit to the printer…"), self._show_fit, kind="link")
        for part in (self.sheet, fit, self.start, self.with_sender, self.outlines):
            self.options.addWidget(part)
        for chip in (self.with_sender, self.outlines):
            chip.toggled.connect(lambda _: self.changed())
        tasks.start(lambda _: find(), done=self._show_people, failed=self.notice.show_problem)

    def _show_people(self, found: Addressees) -> None:
        self._found = found
        count = len(found.people)
        self.count.setText(ngettext("{count} address", "{count} addresses", count))
        self.show_left_out(found.left_out)
        self._turn()

    def _turn(self) -> None:
        """Envelopes have neither a start nor edges."""
        on_labels = self.paper() in label_sheets()
        self.start.setVisible(on_labels)
        self.outlines.setVisible(on_labels)
        self.changed()

    @override
    def paper(self) -> str:
        return str(self.sheet.value())

    @override
    def draw(self) -> Callable[..., Printed] | None:
        try:
            start = int(self.start.value() or 1)
        except Problem:
            return None  # the field says so itself
        people, paper = self._found.people, self.paper()
        with_sender, outlines = self.with_sender.isChecked(), self.outlines.isChecked()
        return lambda *, tagged=False: self._workspace.read(
            print_addresses,
            people,
            paper=paper,
            start=start,
            with_sender=with_sender,
            outlines=outlines,
            tagged=tagged,
        )

    def _show_fit(self) -> None:
        PrinterFit(self, self.tasks, self.shell, paper=self.paper()).open()

    @override
    def let_out(self) -> None:
        """The next labels begin behind these."""
        kept = self.shell.settings.window
        kept[PAPER] = self.paper()
        if sheet := label_sheets().get(self.paper()):
            after = int(self.start.value() or 1) - 1 + len(self._found.people)
            kept[START] = str(after % sheet.labels + 1)


def _papers() -> list[tuple[object, str]]:
    labels = [(name, sheet.title) for name, sheet in label_sheets().items()]
    return [
        *labels,
        *((name, _("Envelope {size}").format(size=form.title)) for name, form in envelopes().items()),
    ]
