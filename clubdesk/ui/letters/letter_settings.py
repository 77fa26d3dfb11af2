"""How the letters of a run are written: paper, language, date."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from clubdesk.i18n import LANGUAGES, _
from clubdesk.services.today import today
from clubdesk.ui.common import sizes
from clubdesk.ui.common.fields import ChoiceField, DateField

LAYOUTS = {"din-b": "DIN 5008 B", "us-10": "US #10"}


@dataclass(frozen=True)
class Writing:
    """`language` is empty when each letter has its reader's."""

    layout: str
    language: str
    on: dt.date


class LetterSettings(QWidget):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.layout_field = ChoiceField(_("Envelope"), self._keep, list(LAYOUTS.items()))
        self.language = ChoiceField(
            _("Language"), self._keep, [("", _("Each reader's own")), *LANGUAGES.items()]
        )
        self.date = DateField(_("Date on the letters"), self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.GRID)
        for field in (self.layout_field, self.language, self.date):
            column.addWidget(field)
        column.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # else fields are cut

    def begin(self, layout: str) -> None:
        """Start with the club's layout and today."""
        self.layout_field.set_value(layout)
        self.language.set_value("")
        self.date.set_value(today())

    def _keep(self, _value: object) -> None:
        self.changed.emit()

    def chosen(self) -> Writing:
        """Raises Problem when the date is none."""
        day = self.date.value() or today()
        return Writing(str(self.layout_field.value() or ""), str(self.language.value() or ""), day)
