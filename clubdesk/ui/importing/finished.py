"""The list is in: what happened, and where to go from here."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clubdesk.i18n import _
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.picture import Picture
from clubdesk.ui.importing.counts import outcome_sentences
from clubdesk.ui.importing.source import Outcome

CENTRE = Qt.AlignmentFlag.AlignHCenter


class Finished(QWidget):
    def __init__(
        self,
        *,
        print_letters: Callable[[], object],
        show_people: Callable[[], object],
        save_rejected: Callable[[], object],
    ) -> None:
        super().__init__()
        self.sentence, self.hint = label("", "heading", wrap=True), label("", "muted", wrap=True)
        self.letters = button(_("Print letters for them"), print_letters, drawing="printer", kind="primary")
        self.people = button(_("Show them in Members"), show_people, drawing="users")
        self.save = button(_("Save rejected rows…"), save_rejected, drawing="download")
        buttons = QHBoxLayout()
        buttons.setSpacing(sizes.GRID)
        buttons.addStretch()
        for made in (self.letters, self.people, self.save):
            buttons.addWidget(made)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setSpacing(sizes.GRID)
        column.addStretch(2)
        column.addWidget(Picture("circle-check", "verified", sizes.LARGE_ICON), 0, CENTRE)
        for words in (self.sentence, self.hint):
            words.setAlignment(CENTRE)
            column.addWidget(words)
        column.addSpacing(sizes.GRID)
        column.addLayout(buttons)
        column.addStretch(3)

    def show_outcome(self, outcome: Outcome, *, file: str) -> None:
        first, *others = outcome_sentences(outcome)
        self.sentence.setText(first)
        self.hint.setText(" · ".join([file, *others]))
        self.letters.setVisible(outcome.counts.added > 0)
        self.people.setVisible(outcome.counts.added + outcome.counts.updated > 0)
        self.save.setVisible(bool(outcome.rejected))
