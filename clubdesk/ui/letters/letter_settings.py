"""How the letters of a run are written: wording, paper, language, date."""

import datetime as dt
from dataclasses import dataclass
from typing import TypedDict

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clubdesk.documents.layouts import layout_choices
from clubdesk.i18n import LANGUAGES, N_, _
from clubdesk.services.letters import FIRST, SECOND
from clubdesk.services.today import today
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import icon_button
from clubdesk.ui.common.fields import CheckField, ChoiceField, DateField
from clubdesk.ui.common.wishes import WriteTemplate

KINDS = {FIRST: N_("First letter"), SECOND: N_("Second letter, a reminder")}


class Asked(TypedDict):
    kind: str
    layout: str
    language: str
    on: dt.date


@dataclass(frozen=True)
class Writing:
    """In the words of services.letters. `language` is empty when each letter has its reader's."""

    kind: str
    layout: str
    language: str
    on: dt.date
    per_household: bool = False

    def asked(self) -> Asked:
        """As the services take it."""
        return {"kind": self.kind, "layout": self.layout, "language": self.language, "on": self.on}


class LetterSettings(QWidget):
    changed = Signal()
    words_wanted = Signal(object)  # WriteTemplate

    def __init__(self) -> None:
        super().__init__()
        self.kind = ChoiceField(_("Wording"), self._keep, [(kind, _(word)) for kind, word in KINDS.items()])
        self.layout_field = ChoiceField(_("Envelope"), self._keep, layout_choices())
        self.language = ChoiceField(
            _("Language"), self._keep, [("", _("Each reader's own")), *LANGUAGES.items()]
        )
        self.date = DateField(_("Date on the letters"), self._keep)
        self.households = CheckField(_("One envelope per household"), self._keep)
        self.households.setToolTip(
            _("It names all who live there; everybody has a page and a reply code of their own.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.GRID)
        self.words = icon_button("signature", _("Change the wording…"), self.want_words)
        line = QHBoxLayout()
        line.setSpacing(sizes.HALF)
        line.addWidget(self.kind)
        line.addWidget(self.words, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch()
        column.addLayout(line)
        for field in (self.layout_field, self.language, self.date, self.households):
            column.addWidget(field)
        column.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # else fields are cut

    def begin(self, layout: str, kind: str) -> None:
        """Start with the club's layout and today."""
        self.kind.set_value(kind)
        self.layout_field.set_value(layout)
        self.language.set_value("")
        self.date.set_value(today())
        self.households.set_value(False)

    def want_words(self) -> None:
        """The words of the letters as they are chosen now."""
        self.words_wanted.emit(WriteTemplate(str(self.kind.value()), str(self.language.value() or "")))

    def _keep(self, _value: object) -> None:
        self.changed.emit()

    def chosen(self) -> Writing:
        """Raises Problem when the date is none."""
        day = self.date.value() or today()
        kind, layout, language = (
            str(field.value() or "") for field in (self.kind, self.layout_field, self.language)
        )
        return Writing(kind, layout, language, day, self.households.value())
