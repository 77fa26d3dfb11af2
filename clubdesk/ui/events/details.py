"""The tab of the event itself: what it is called, where, how many may come; its days and programme."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy

from clubdesk.i18n import _
from clubdesk.services.events import EventCard, event_card, set_event
from clubdesk.ui.common import sizes
from clubdesk.ui.common.fields import DateField, Field, LinesField, NumberField, TextField
from clubdesk.ui.common.form import Form
from clubdesk.ui.events.days import Days
from clubdesk.ui.events.office import Office
from clubdesk.ui.events.turning_box import TurningBox

TURNS_AT = 760


class Details(TurningBox):
    def __init__(self, office: Office) -> None:
        super().__init__(TURNS_AT)
        self._office = office
        self._event: int | None = None
        self.fields = self._make_fields()
        self._form = Form()
        for field in self.fields.values():
            self._form.add(field)
        self.days = Days(office)
        self.box.setContentsMargins(0, 0, sizes.GRID, 0)
        self.box.addWidget(self._form, 2, Qt.AlignmentFlag.AlignTop)
        self.box.addWidget(self.days, 3, Qt.AlignmentFlag.AlignTop)
        self.box.addStretch(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _make_fields(self) -> dict[str, Field]:
        return {
            "title": TextField(_("Title"), self._keep("title")),
            "venue": TextField(_("Venue"), self._keep("venue"), hint=_("Its name")),
            "place": TextField(_("Place"), self._keep("place"), hint=_("Street and town")),
            "capacity": NumberField(_("Places"), self._keep("capacity"), hint=_("No limit")),
            "answer_by": DateField(_("Answer by"), self._keep("answer_by")),
            "notes": LinesField(_("Notes, for the officers only"), self._keep("notes"), lines=3),
        }

    def _keep(self, name: str) -> Callable[[Any], None]:
        def keep(value: Any) -> None:
            if self._event is not None:
                self._set(self._event, name, value)

        return keep

    def _set(self, event: int, name: str, value: str | int | dt.date | None) -> None:
        """Keep a field; more places let people move up, which the officer should hear."""
        workspace = self._office.workspace
        before = workspace.read(event_card, event).line.waiting if name == "capacity" else 0
        workspace.do(set_event, event, **{name: value})
        moved = before - workspace.read(event_card, event).line.waiting if before else 0
        if moved > 0:
            self._office.shell.toast(
                _("Moved up from the waiting list: {count}").format(count=moved), undo=True
            )

    def commit(self) -> None:
        """Keep what is being typed, because another event or page comes."""
        self._form.commit()
        self.days.commit()

    def show_card(self, card: EventCard) -> None:
        if card.line.id != self._event:
            self.commit()
        self._event = card.line.id
        values = {
            "title": card.line.title,
            "venue": card.line.venue,
            "place": card.place,
            "capacity": card.line.capacity,
            "answer_by": card.answer_by,
            "notes": card.notes,
        }
        for name, field in self.fields.items():
            field.set_value(values[name])
        self.days.show_card(card)
