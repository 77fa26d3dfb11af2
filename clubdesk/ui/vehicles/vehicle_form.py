"""The form of a vehicle: leaving a field keeps it; a VIN offers the make and the year that it tells."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from typing_extensions import override

from clubdesk.i18n import _
from clubdesk.services.checks import checked
from clubdesk.services.members import set_vehicle
from clubdesk.services.vehicles import VehicleCard, VehicleRow, new_vehicle, vin_facts
from clubdesk.ui.common.beside import beside
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.fields import Field, NumberField, TextField
from clubdesk.ui.common.form import Form
from clubdesk.ui.common.labels import label

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

FIELDS = ("make", "model", "variant", "year", "colour", "plate", "vin")
ENOUGH = ("make", "model", "plate", "vin")  # any of them makes a vehicle


class VehicleForm(Form):
    created = Signal(object)  # id of the new vehicle

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__()
        self._workspace = workspace
        self._shown: VehicleRow | None = None
        self._made: int | None = None
        self._typed: dict[str, Any] = {}
        self.fields: dict[str, Field] = {
            name: TextField(title, self._commit(name))
            for name, title in (
                ("model", _("Model")), ("variant", _("Variant")), ("make", _("Make")),
                ("plate", _("Plate")), ("colour", _("Colour")), ("vin", _("VIN")),
            )
        }  # fmt: skip
        self.fields["year"] = NumberField(_("Year"), self._commit("year"))
        for one, other in (("model", "variant"), ("make", "year"), ("plate", "colour")):
            self.add(beside((self.fields[one], 1), (self.fields[other], 1)), wide=True)
        self.add(self.fields["vin"], wide=True)
        self.vin_hint = self.add(label("", "caption", wrap=True), wide=True)
        self.fill = self.add(button("", self._fill), wide=True)
        self._offer({})

    def _commit(self, name: str) -> Callable[[Any], object]:
        return lambda value: self._keep(name, value)

    # What is shown

    def show_card(self, card: VehicleCard) -> None:
        """Show a vehicle; what is being typed or was refused about the same one stays."""
        same = card.row.id in (self._made, self._shown.id if self._shown else None)
        self._shown, self._made = card.row, None
        for name, field in self.fields.items():
            value = getattr(card.row, name)
            field.refresh(value) if same else field.begin_with(value)
        self._show_vin(card.row)

    def begin_new(self) -> None:
        """An empty form; the vehicle is made when it can be told from others."""
        self._shown, self._made, self._typed = None, None, {}
        for name, field in self.fields.items():
            field.begin_with(None if name == "year" else "")
        self.vin_hint.hide()
        self._offer({})
        self.fields["model"].setFocus()

    @override
    def commit(self) -> None:
        for field in self.fields.values():
            field.commit()

    def _show_vin(self, row: VehicleRow) -> None:
        facts = vin_facts(row.vin)
        told = {"make": facts.make, "year": facts.year}
        self._offer({name: value for name, value in told.items() if value and not getattr(row, name)})
        hints = []
        if facts.mistyped:
            hints.append(_("The check digit doesn't fit: one symbol may be mistyped."))
        if facts.year and row.year and facts.year != row.year:
            hints.append(_("By the VIN the model year is {year}.").format(year=facts.year))
        self._say_of_vin(" ".join(hints))

    def _say_of_vin(self, text: str) -> None:
        self.vin_hint.setText(text)
        self.vin_hint.setVisible(bool(text))

    def _offer(self, values: dict[str, Any]) -> None:
        self._offered = values
        words = ", ".join(str(value) for value in values.values())
        self.fill.setText(_("Fill in by the VIN: {values}").format(values=words))
        self.fill.setVisible(bool(values))

    # What is kept

    def _fill(self) -> None:
        if self._shown is not None and self._offered:
            self._workspace.do_now(set_vehicle, self._shown.id, **self._offered)

    def _keep(self, name: str, value: Any) -> None:
        vehicle = self._shown.id if self._shown else self._made
        kept = checked(name, value)
        if vehicle is not None:
            self._workspace.do_now(set_vehicle, vehicle, **{name: kept})
        else:
            self._keep_new(name, kept)
        if name == "vin" and kept and any(sign in str(value).upper() for sign in "IOQ"):
            self._say_of_vin(_("I, O and Q don't occur in a VIN: they are read as 1 and 0."))

    def _keep_new(self, name: str, value: Any) -> None:
        self._typed[name] = value
        if any(self._typed.get(part) for part in ENOUGH):
            self._made = self._workspace.do_now(new_vehicle, **self._typed)
            self.created.emit(self._made)
