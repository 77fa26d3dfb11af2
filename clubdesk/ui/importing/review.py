"""The list before it comes in: how it was read, what its columns mean, what would happen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from clubdesk.i18n import _, ngettext, number
from clubdesk.services.importing.fields import FIELDS
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.labels import ShortLabel
from clubdesk.ui.importing.chapter_box import ChapterBox
from clubdesk.ui.importing.counts import Counts
from clubdesk.ui.importing.findings import Findings
from clubdesk.ui.importing.preview import SHOWN, Preview
from clubdesk.ui.importing.source import Outcome, Source
from clubdesk.ui.importing.source_line import SourceLine

LIST, REJECTED, DIFFERENCES, REMARKS = range(4)


class Review(QWidget):
    save_wanted = Signal()  # the rejected rows

    def __init__(self) -> None:
        super().__init__()
        self.source_line, self.counts, self.chapter = SourceLine(), Counts(), ChapterBox()
        self.preview = Preview()
        self.rejected, self.remarks = (
            Findings(_("Why it can't be imported")),
            Findings(_("Please look at it")),
        )
        self.differences = Findings(_("In the club → in the list"))
        self._left_out = ShortLabel("muted")
        self._is_long = False
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        for content in (self.preview, self._rejected_part(), self.differences, self.remarks):
            self.tabs.addTab(content, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.GAP)
        column.addWidget(self.source_line)
        column.addLayout(self._count_line())
        column.addWidget(self.tabs, 1)
        column.addWidget(self._left_out)

    def _count_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(sizes.EDGE)
        line.addWidget(self.counts)
        line.addWidget(self.chapter, 1)
        return line

    def _rejected_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.GRID)
        column.addWidget(self.rejected, 1)
        line = QHBoxLayout()
        self.save = button(_("Save rejected rows…"), self.save_wanted.emit, drawing="download")
        line.addWidget(self.save)
        line.addStretch()
        column.addLayout(line)
        return part

    def show_source(self, source: Source) -> None:
        """Another list, or the same one read in another way."""
        self._is_long = len(source.members.rows) > SHOWN
        self.source_line.show_source(source)
        self.preview.show_source(source)
        self._show_left_out(source)
        self.show_outcome(None)
        self.show_counting()
        self.tabs.setCurrentIndex(LIST)

    def show_meanings(self, source: Source) -> None:
        """The same list, with columns that mean something else."""
        self.preview.show_meanings(source)
        self._show_left_out(source)
        self.show_counting()

    def show_counting(self) -> None:
        self.counts.show_outcome(None)

    def show_outcome(self, outcome: Outcome | None) -> None:
        """What would happen; nothing if that can't be known."""
        rejected = outcome.rejected if outcome else ()
        remarks = outcome.remarks if outcome else ()
        self.counts.show_outcome(outcome, unknown="–")
        self.chapter.show_count(outcome.chapterless if outcome else 0)
        self.preview.show_rejected(rejected)
        self.rejected.lines.show([(entry.row, entry.column, entry.reason) for entry in rejected])
        self.remarks.lines.show([(entry.row, entry.column, entry.text) for entry in remarks])
        differing = outcome.counts.differences if outcome else ()
        self.differences.lines.show(
            [(one.row, _(FIELDS[one.field]), f"{one.ours} → {one.theirs}") for one in differing]
        )
        self._name_tabs(len(rejected), len(differing), len(remarks))

    def _name_tabs(self, rejected: int, differing: int, remarks: int) -> None:
        self.tabs.setTabText(
            LIST, _("First {count} rows").format(count=SHOWN) if self._is_long else _("All rows")
        )
        self.tabs.setTabText(REJECTED, _("Rejected ({count})").format(count=number(rejected)))
        self.tabs.setTabText(REMARKS, _("To look at ({count})").format(count=number(remarks)))
        self.tabs.setTabText(DIFFERENCES, _("They differ ({count})").format(count=number(differing)))
        self.tabs.setTabVisible(REJECTED, rejected > 0)
        self.tabs.setTabVisible(DIFFERENCES, differing > 0)
        self.tabs.setTabVisible(REMARKS, remarks > 0)

    def _show_left_out(self, source: Source) -> None:
        names = source.left_out
        self._left_out.setVisible(bool(names))
        said = ngettext("{count} column is not imported", "{count} columns are not imported", len(names))
        self._left_out.say(f"{said}: {', '.join(names)}")
