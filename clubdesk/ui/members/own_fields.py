"""The fields that the club itself added, in the form of a person."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from clubdesk.i18n import _
from clubdesk.services import members
from clubdesk.services.members import CustomFieldLine, MemberCard
from clubdesk.ui.common import sizes
from clubdesk.ui.common.fields import CheckField, ChoiceField, Commit, DateField, Field, TextField
from clubdesk.ui.common.labels import label

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


class DayField(DateField):
    """A day that is kept as text, as all values of the club's own fields are."""

    @override
    def _show_value(self, value: Any) -> None:
        super()._show_value(dt.date.fromisoformat(value) if isinstance(value, str) and value else value)


class OwnFields(QWidget):
    failed = Signal(object)

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__()
        self._workspace, self._person = workspace, 0
        self._defined: tuple[CustomFieldLine, ...] = ()
        self.fields: dict[int, Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, sizes.GRID, 0)
        self._column.setSpacing(sizes.GAP)
        self._column.addWidget(label(_("Fields of the club"), "strong"))

    def show_card(self, card: MemberCard) -> None:
        another, self._person = card.id != self._person, card.id
        defined = tuple(line for line, _value in card.custom)
        if defined != self._defined:
            self._build(defined)
        for line, value in card.custom:
            shown = value == "yes" if line.kind == "yesno" else value
            field = self.fields[line.id]
            field.begin_with(shown) if another else field.refresh(shown)
        self.setVisible(bool(defined))

    def commit(self) -> None:
        """Keep what is being typed, because somebody else is shown next."""
        for field in self.fields.values():
            field.commit()

    def _build(self, defined: tuple[CustomFieldLine, ...]) -> None:
        for old in self.fields.values():
            old.hide()
            old.deleteLater()
        self._defined = defined
        self.fields = {line.id: _field(line, self._kept(line.id)) for line in defined}
        for field in self.fields.values():
            self._column.addWidget(field)

    def _kept(self, field: int) -> Commit:
        return lambda value: self._workspace.do_now(
            members.set_custom_value, self._person, field=field, value=value
        )


def _field(line: CustomFieldLine, commit: Commit) -> Field:
    if line.kind == "date":
        return DayField(line.name, commit)
    if line.kind == "yesno":
        return CheckField(line.name, commit)
    if line.kind == "choice":
        return ChoiceField(line.name, commit, [("", "–"), *((word, word) for word in line.choices)])
    return TextField(line.name, commit)
