"""The rules of an audience as chips: verified or not, which models, which chapters."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from clubdesk.i18n import _
from clubdesk.services.events import Rule
from clubdesk.services.lists import saved_lists
from clubdesk.services.members.finding import chapter_counts, model_counts
from clubdesk.services.workspace import Workspace
from clubdesk.ui.common import sizes
from clubdesk.ui.common.chips import Chip, Choice
from clubdesk.ui.common.flow import Flow
from clubdesk.ui.common.on_off_chip import OnOffChip
from clubdesk.ui.events.office import Office

Counts = tuple[dict[str, int], dict[str, int], dict[str, int]]


class RuleChips(QWidget):
    changed = Signal()  # by the officer

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._counts: Counts = ({}, {}, {})
        self.verified = OnOffChip(_("Verified members"), on=True)
        self.verified.setToolTip(_("Only people who answered a verification letter"))
        self.models = Chip(_("All models"), lambda: _choices(self._counts[0]))
        self.chapters = Chip(_("All chapters"), lambda: _choices(self._counts[1]))
        self.lists = Chip(_("No list"), lambda: _choices(self._counts[2]))
        self.lists.setToolTip(_("Only people in a saved list"))
        flow = Flow(self)
        flow.setContentsMargins(0, (sizes.CONTROL - sizes.CHIP) // 2, 0, 0)
        for chip in (self.verified, self.models, self.chapters, self.lists):
            flow.addWidget(chip)
        self.verified.clicked.connect(lambda: self.changed.emit())
        self.models.changed.connect(self.changed)
        self.chapters.changed.connect(self.changed)
        self.lists.changed.connect(self.changed)

    def refresh(self) -> None:
        """Ask which models, chapters and lists there are."""
        self._office.work(_read_counts, done=self._offer)

    def _offer(self, counts: Counts) -> None:
        self._counts = counts

    def rules(self) -> list[Rule]:
        verified = [Rule("verified")] if self.verified.isChecked() else []
        models = [Rule("model", str(name)) for name in self.models.chosen]
        chapters = [Rule("chapter", str(name)) for name in self.chapters.chosen]
        return [*verified, *models, *chapters, *(Rule("list", str(name)) for name in self.lists.chosen)]

    def show_rules(self, rules: Sequence[Rule]) -> None:
        """Show an event's rules; `changed` keeps silent."""
        with QSignalBlocker(self):
            self.verified.setChecked(any(rule.kind == "verified" for rule in rules))
            chips = {"model": self.models, "chapter": self.chapters, "list": self.lists}
            for kind, chip in chips.items():
                chip.choose(*(Choice(rule.value, rule.value) for rule in rules if rule.kind == kind))


def _read_counts(club: Workspace) -> Counts:
    lists = {line.name: line.count for line in club.read(saved_lists)}
    return club.read(model_counts), club.read(chapter_counts), lists


def _choices(counts: dict[str, int]) -> list[Choice]:
    return [Choice(name, name, count) for name, count in counts.items()]
