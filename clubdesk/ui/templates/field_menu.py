"""The menu of what can be put into a text: merge fields by group with an example, and conditions."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from clubdesk.i18n import _
from clubdesk.services.template_texts import FieldLine, field_lines
from clubdesk.ui.templates.names import name_of_group

ALWAYS = ("member", "vehicle", "letter", "club")
LONGEST = 36  # characters of an example


class FieldMenu(QMenu):
    chosen = Signal(str, str)  # what is put before the caret, and what behind

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Insert field"), parent)
        self.lines: Sequence[FieldLine] = ()
        self.show_values(None)
        self.aboutToShow.connect(self._fill)

    def show_values(self, values: dict[str, str] | None) -> None:
        """The values of whoever is in the preview; groups this paper never fills are left out."""
        lines = field_lines(values)
        filled = {line.group for line in lines if line.sample}
        self.lines = [line for line in lines if line.group in ALWAYS or line.group in filled]
        self.clear()

    def _fill(self) -> None:
        if not self.isEmpty():
            return
        groups: dict[str, list[FieldLine]] = {}
        for line in self.lines:
            groups.setdefault(line.group, []).append(line)
        for group, lines in groups.items():
            menu = self.addMenu(name_of_group(group))
            for line in lines:
                sample = line.sample if len(line.sample) <= LONGEST else line.sample[:LONGEST] + "…"
                menu.addAction(
                    f"{_plain(line.label)}\t{_plain(sample) or '–'}",
                    partial(self.chosen.emit, f"{{{line.name}}}", ""),
                )
        self.addSeparator()
        self._fill_conditions(groups)

    def _fill_conditions(self, groups: dict[str, list[FieldLine]]) -> None:
        for title, begin in ((_("Only if it is known"), "if"), (_("Only if it is not known"), "if not")):
            conditions = self.addMenu(title)
            for group, lines in groups.items():
                menu = conditions.addMenu(name_of_group(group))
                for line in lines:
                    menu.addAction(
                        _plain(line.label), partial(self.chosen.emit, f"{{{begin} {line.name}}}", "{end}")
                    )
        self.addAction(_("Otherwise"), partial(self.chosen.emit, "{else}", ""))


def _plain(text: str) -> str:
    return text.replace("&", "&&")
