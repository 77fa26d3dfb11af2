"""The fields that the club adds to the form of a person: defined, renamed, taken away."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.services import members
from clubdesk.services.members import CustomFieldLine
from clubdesk.services.members.custom import KIND_NAMES
from clubdesk.ui.common.entries import Deeds, Entries, Entry, Part

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


class OwnFields(QWidget):
    failed = Signal(object)

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__()
        self._do = workspace.do_now
        kinds = [(key, _(word)) for key, word in KIND_NAMES.items()]
        lines = (
            (Part("kind", _("Kind"), choices=kinds), Part("choices", _("Choices, with commas between"))),
            (Part("name", _("Name of the field")),),
        )
        deeds = Deeds(add=self._add, keep=self._keep, remove=self._remove)
        self.entries = Entries(
            "", _("Add a field"), lines, deeds=deeds, new={"kind": "text", "choices": ""}, enough=("name",)
        )
        self.entries.failed.connect(self.failed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.entries)

    def show_fields(self, fields: Sequence[CustomFieldLine]) -> None:
        self.entries.show_entries([_entry(field) for field in fields], another=False)

    def _add(self, values: dict[str, Any]) -> None:
        self._do(
            members.add_custom_field,
            name=values["name"],
            kind=values["kind"],
            choices=values["choices"].split(","),
        )

    def _keep(self, field: int, name: str, value: Any) -> None:
        if name == "name":
            self._do(members.set_custom_field, field, name=value)
        elif name == "choices":
            self._do(members.set_custom_field, field, choices=value.split(","))
        else:
            raise Problem(
                _("The kind of a field stays, since values are kept by it."),
                _("Add another field, and delete this one."),
            )

    def _remove(self, field: int) -> None:
        self._do(members.remove_custom_field, field)


def _entry(field: CustomFieldLine) -> Entry:
    choices = ", ".join(field.choices)
    facts = " · ".join(filter(None, (_(KIND_NAMES[field.kind]), choices)))
    return Entry(field.id, field.name, facts, {"kind": field.kind, "name": field.name, "choices": choices})
