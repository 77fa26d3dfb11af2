"""What the import would do, in numbers: new, updated, unchanged, rejected."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from clubdesk.i18n import _, ngettext, number
from clubdesk.ui.common import sizes
from clubdesk.ui.common.labels import label
from clubdesk.ui.importing.source import Outcome

BOTTOM = Qt.AlignmentFlag.AlignBottom


class Counts(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(sizes.HALF)
        self.numbers: list[QLabel] = []
        self._words: list[QLabel] = []
        for _place in range(4):
            self._add()
        self._line.addStretch()
        self.show_outcome(None)

    def _add(self) -> None:
        figure, word = label("", "heading"), label("", "muted")
        self._line.addWidget(figure, 0, BOTTOM)
        self._line.addWidget(word, 0, BOTTOM)
        self._line.addSpacing(sizes.EDGE)
        self.numbers.append(figure)
        self._words.append(word)

    def show_outcome(self, outcome: Outcome | None, *, unknown: str = "…") -> None:
        """The numbers; `unknown` while they are being counted or can't be."""
        counts = (
            (outcome.counts.added, outcome.counts.updated, outcome.counts.unchanged, len(outcome.rejected))
            if outcome
            else (None,) * 4
        )
        words = (_("new"), _("updated"), _("unchanged"), _("rejected"))
        for figure, word, count, text in zip(self.numbers, self._words, counts, words, strict=True):
            figure.setText(unknown if count is None else number(count))
            word.setText(text)


def outcome_sentences(outcome: Outcome) -> list[str]:
    """What the import did; the first sentence is the one that counts."""
    counts = outcome.counts
    said = [ngettext("{count} person added.", "{count} people added.", counts.added)]
    if counts.updated:
        said.append(ngettext("{count} updated.", "{count} updated.", counts.updated))
    if counts.unchanged:
        said.append(ngettext("{count} unchanged.", "{count} unchanged.", counts.unchanged))
    if outcome.rejected:
        said.append(ngettext("{count} row rejected.", "{count} rows rejected.", len(outcome.rejected)))
    return said
