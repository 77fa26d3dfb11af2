"""One vehicle of a person: what it is, and on demand the fields to change it."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from clubdesk.i18n import _, window_texts
from clubdesk.services.members import OwnedVehicle
from clubdesk.ui.common import sizes
from clubdesk.ui.common.beside import beside, stacked
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.fields import DateField, Field, NumberField, TextField
from clubdesk.ui.common.labels import ShortLabel, label

Keep = Callable[[str, Any], object]
TAIL = 6  # of the VIN, which members know and letters ask for


class VehicleCard(QFrame):
    """`keep` gets the name of a field and its value; without a vehicle it is a new one's empty form."""

    sold_today = Signal()
    dropped = Signal()

    def __init__(self, vehicle: OwnedVehicle | None, keep: Keep) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.fields: dict[str, Field] = {}
        self._keep, self._is_new = keep, vehicle is None
        self._name, self._facts, self._when = (
            ShortLabel("strong"),
            label("", "muted", wrap=True),
            label("", "muted"),
        )
        self._name.setMinimumHeight(sizes.MARGIN)
        self._edit = button(_("Edit"), self._toggle, kind="link")
        self._sold = button(_("Sold today"), self.sold_today.emit, kind="link")
        self._form = self._fields()
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.GAP, sizes.GRID, sizes.GAP, sizes.GAP)
        column.setSpacing(2)
        column.addLayout(self._head())
        for part in (self._facts, self._when, self._form):
            column.addWidget(part)
        if vehicle is None:
            self.begin_new()
        else:
            self._form.hide()
            self.show_vehicle(vehicle)

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self._name, 1)
        line.addWidget(self._edit)
        return line

    def _fields(self) -> QWidget:
        two = (
            (self._text("model", _("Model")), self._text("variant", _("Variant"))),
            (self._text("make", _("Make")), self._put("year", NumberField(_("Year"), self._commit("year")))),
            (self._text("plate", _("Plate")), self._text("colour", _("Colour"))),
            (self._day("start", _("Owned since")), self._day("end", _("Sold on"))),
        )
        lines = [beside((one, 1), (other, 1)) for one, other in two]
        form = stacked(*lines[:-1], self._text("vin", _("VIN")), lines[-1], self._sold)
        form.setContentsMargins(0, sizes.GRID, 0, 0)
        return form

    def _text(self, name: str, title: str) -> Field:
        return self._put(name, TextField(title, self._commit(name)))

    def _day(self, name: str, title: str) -> Field:
        return self._put(name, DateField(title, self._commit(name)))

    def _put(self, name: str, field: Field) -> Field:
        self.fields[name] = field
        return field

    def _commit(self, name: str) -> Callable[[Any], object]:
        return lambda value: self._keep(name, value)

    def begin_new(self) -> None:
        self._name.say(_("New vehicle"))
        self._facts.setText(_("It is kept as soon as it has a model, a plate or a VIN."))
        self._when.hide()
        self._edit.setText(_("Drop"))
        for name, field in self.fields.items():
            field.begin_with(None if name in ("year", "start", "end") else "")
        self.fields["end"].setEnabled(False)
        self._sold.hide()

    def show_vehicle(self, vehicle: OwnedVehicle) -> None:
        self._is_new = False
        self._name.say(" ".join(filter(None, (vehicle.make, vehicle.name))) or vehicle.plate or vehicle.vin)
        facts = (
            str(vehicle.year or ""), vehicle.colour, vehicle.plate,
            _("VIN …{tail}").format(tail=vehicle.vin[-TAIL:]) if vehicle.vin else "",
        )  # fmt: skip
        self._facts.setText(" · ".join(filter(None, facts)))
        self._facts.setVisible(any(facts))
        self._when.setText(owned(vehicle.start, vehicle.end))
        self._when.setVisible(bool(vehicle.start or vehicle.end))
        self._edit.setText(_("Close") if self.is_open() else _("Edit"))
        self._sold.setVisible(vehicle.end is None)
        self.fields["end"].setEnabled(True)
        for name, field in self.fields.items():
            field.refresh(getattr(vehicle, name))

    def is_open(self) -> bool:
        return not self._form.isHidden()

    def _toggle(self) -> None:
        if self._is_new:
            self.dropped.emit()
            return
        self._form.setVisible(self._form.isHidden())
        self._edit.setText(_("Close") if self.is_open() else _("Edit"))
        if self.is_open():
            self.fields["model"].setFocus()


def owned(start: dt.date | None, end: dt.date | None) -> str:
    """Owned since 1 May 2024; sold on 3 Nov 2026."""
    short = window_texts().short_date
    if end is not None:
        return _("Sold on {day}").format(day=short(end))
    return _("Owned since {day}").format(day=short(start)) if start else ""
