"""The tab of papers: choose one, see it as it will be printed, save it."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext
from clubdesk.services.events import EventCard
from clubdesk.services.progress import Progress
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button, icon_button
from clubdesk.ui.common.empty import Empty
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.notice import Notice
from clubdesk.ui.common.pdf_preview import PdfPreview
from clubdesk.ui.common.print_dialog import print_paper
from clubdesk.ui.common.save_pdf import save_pdf
from clubdesk.ui.common.save_ways import ways_button
from clubdesk.ui.common.theme import theme
from clubdesk.ui.common.wishes import WriteTemplate
from clubdesk.ui.events.office import Office
from clubdesk.ui.events.paper import PAPERS, Paper, sample_invitation
from clubdesk.ui.events.turning_box import ACROSS, DOWN, TurningBox

if TYPE_CHECKING:
    from clubdesk.documents.content import Printed

TURNS_AT = 760
CHOICES = 264  # how wide the list of papers stands beside the preview
WIDEST = 700  # of the preview: as large as a sheet of paper
FINDINGS = 5


class PapersTab(TurningBox):
    """Prints in a worker whenever it is shown and something has changed."""

    def __init__(self, office: Office) -> None:
        super().__init__(TURNS_AT)
        self._office = office
        self._card: EventCard | None = None
        self._printed: Printed | None = None
        self._asked, self._stale = 0, True
        self.paper = PAPERS[0]
        self.preview = PdfPreview(office.tasks)
        self.preview.setMaximumWidth(theme().px(WIDEST))
        self.nothing = Empty()
        self.findings = Notice()
        self._sentence = label("", "muted", wrap=True)
        self.save = button(_("Save PDF…"), self._save, drawing="download", kind="primary")
        self.ways = ways_button(self, office.shell, name=self._name, make=self._make)
        self.print = button(_("Print…"), self._print, drawing="printer")
        self.words = icon_button("signature", _("Change the wording…"), self._change_words)
        self.choices = {paper.key: self._choice(paper) for paper in PAPERS}
        self._choice_box = QBoxLayout(DOWN)
        self.box.setContentsMargins(0, sizes.GAP, 0, 0)
        self.box.setSpacing(sizes.GAP)
        self.box.addWidget(self._make_side())
        self.box.addWidget(self._make_sheet(), 1)
        self.turned()
        self._clear()

    def _choice(self, paper: Paper) -> QPushButton:
        made = button(_(paper.title), lambda: self.choose(paper.key), drawing=paper.drawing)
        made.setProperty("kind", "choice")
        made.setCheckable(True)
        made.setToolTip(_(paper.sentence))
        return made

    def _make_side(self) -> QWidget:
        self._side, group = QWidget(), QButtonGroup(self)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.GAP)
        self._choice_box.setSpacing(sizes.HALF)
        for choice in self.choices.values():
            group.addButton(choice)
            self._choice_box.addWidget(choice)
        self.choices[self.paper.key].setChecked(True)
        foot = self._foot = QBoxLayout(DOWN)
        foot.setSpacing(sizes.GAP)
        foot.addWidget(self._sentence)
        saving = QHBoxLayout()
        saving.setSpacing(sizes.HALF)
        saving.addWidget(self.save, 1)
        saving.addWidget(self.words)
        saving.addWidget(self.ways)
        foot.addLayout(saving)
        foot.addWidget(self.print)
        for part in (self._choice_box, foot):
            column.addLayout(part)
        column.addWidget(self.findings)
        column.addStretch()
        return self._side

    def _make_sheet(self) -> QWidget:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.preview, 1)
        column.addWidget(self.nothing, 1)
        return sheet

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.freshen()

    @override
    def turned(self) -> None:
        """Beside the preview the papers stand as a list, above it as a line."""
        across = self.is_across
        width = theme().px(CHOICES)
        self._side.setMinimumWidth(width if across else 0)
        self._side.setMaximumWidth(width if across else 1 << 16)
        self._foot.setStretch(0, 0 if across else 1)
        self._choice_box.setDirection(DOWN if across else ACROSS)
        self._foot.setDirection(DOWN if across else ACROSS)

    # What is shown

    def show_card(self, card: EventCard) -> None:
        if self._card is None or card.line.id != self._card.line.id:
            self._clear()
        self._card, self._stale = card, True
        self.words.setVisible(self._template() is not None)
        for paper in PAPERS:
            self.choices[paper.key].setVisible(bool(card.groups) or not paper.grouped)
        if self.paper.grouped and not card.groups:
            self.choose(PAPERS[0].key)
        self.freshen()

    def choose(self, key: str) -> None:
        """Show another paper."""
        self.paper = next(paper for paper in PAPERS if paper.key == key)
        self.choices[key].setChecked(True)
        self._clear()
        self.freshen()

    def _clear(self) -> None:
        self._printed, self._stale = None, True
        self._let_out(ready=False)
        self._sentence.setText(_(self.paper.sentence))
        self.words.setVisible(self._template() is not None)
        for part in (self.preview, self.nothing, self.findings):
            part.hide()

    def freshen(self) -> None:
        """Print again if something has changed and anybody looks."""
        if self._card is None or not self._stale or not self.isVisible():
            return
        self._stale = False
        self._asked += 1
        asked, event, paper, club = self._asked, self._card.line.id, self.paper, self._office.workspace
        is_sample = paper is PAPERS[0] and not self._card.line.invited
        self._let_out(ready=False)

        def work(progress: Progress) -> "Printed | None":
            return sample_invitation(club, event) if is_sample else paper.print_it(club, event, progress)

        self._office.shell.run(
            _("Printing: {paper}").format(paper=_(paper.title)),
            work,
            done=lambda printed: self._show(printed, is_sample=is_sample) if asked == self._asked else None,
            failed=lambda error: self._could_not(error) if asked == self._asked else None,
        )

    def _show(self, printed: "Printed | None", *, is_sample: bool) -> None:
        self._printed = None if is_sample else printed
        self._let_out(ready=self._printed is not None)
        self.preview.setVisible(printed is not None)
        self.nothing.setVisible(printed is None)
        if printed is None:
            self.nothing.say("users", _("Nobody can be invited yet. Look at the audience."))
            return
        self.preview.show_pdf(printed.data)
        pages = ngettext("One page.", "{count} pages.", printed.pages)
        sample = _("This is a sample: nobody is invited yet.")
        self._sentence.setText(f"{_(self.paper.sentence)} {sample if is_sample else pages}")
        self._show_findings(printed)

    def _show_findings(self, printed: "Printed") -> None:
        found = [" ".join(filter(None, (f.name, f.text, f.place))) for f in printed.findings]
        self.findings.hide()
        if found:
            words = ngettext("One thing to look at", "{count} things to look at", len(found))
            self.findings.say(words, "\n".join(found[:FINDINGS]), look="warning")

    def _could_not(self, error: BaseException) -> None:
        self._printed = None
        self.preview.hide()
        self.findings.hide()
        self.nothing.show()
        if isinstance(error, Problem):
            self.nothing.say("info-circle", f"{error.message} {error.hint}")
        else:
            self.nothing.say("info-circle", _("Not printed."), _("Print it now"), self._again)

    def _again(self) -> None:
        self._stale = True
        self.freshen()

    def _let_out(self, *, ready: bool) -> None:
        self.save.setEnabled(ready)
        self.ways.setEnabled(ready)
        self.print.setEnabled(ready)

    def _name(self) -> str:
        return f"{self._card.line.title} - {_(self.paper.title)}" if self._card else ""

    def _template(self) -> str | None:
        """The kind of template in whose words the paper is written; a roster has none."""
        if self.paper.template is None or self._card is None:
            return None
        return self.paper.template.format(kind=self._card.line.kind)

    def _change_words(self) -> None:
        if (kind := self._template()) is not None:
            self._office.shell.go("templates", WriteTemplate(kind))

    def _make(self, progress: Progress, *, tagged: bool) -> "Printed":
        assert self._card is not None
        return self.paper.print_it(self._office.workspace, self._card.line.id, progress, tagged=tagged)

    def _save(self) -> None:
        if self._printed is not None:
            save_pdf(self, self._office.shell, name=self._name(), data=self._printed.data)

    def _print(self) -> None:
        if (printed := self._printed) is not None:
            print_paper(
                self,
                self._office.shell,
                self._office.tasks,
                title=self._name(),
                pages=printed.pages,
                data=printed.data,
                paper=self.paper.layout(self._office.workspace),
            )
