"""The days of an event as chips, and the programme of the one that is chosen."""

import datetime as dt

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from clubdesk.errors import Problem
from clubdesk.i18n import _, window_texts
from clubdesk.services.events import DayCard, EventCard, add_day, remove_day, set_day, set_programme
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.fields import DateField
from clubdesk.ui.common.flow import Flow
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.on_off_chip import OnOffChip
from clubdesk.ui.events.office import Office
from clubdesk.ui.events.programme import Lines, Programme


class Days(QWidget):
    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._card: EventCard | None = None
        self._chosen: int | None = None  # the id of the day that is shown
        self._chips = QWidget()
        self._flow = Flow(self._chips)
        self.date = DateField(_("Date of this day"), self._move)
        self.programme = Programme(self._keep)
        self.remove = button(_("Remove this day"), self._remove, drawing="trash", kind="plain")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.GAP, 0, sizes.GAP)
        column.setSpacing(sizes.GAP)
        column.addWidget(label(_("Days and programme"), "strong"))
        column.addWidget(self._chips)
        column.addLayout(self._day_line())
        column.addWidget(self.programme)

    def _day_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(sizes.GRID)
        line.addWidget(self.date, 1)
        line.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)
        return line

    def show_card(self, card: EventCard) -> None:
        """Show an event's days; the chosen day stays chosen while it is there."""
        self._card = card
        first = card.days[0] if card.days else None
        day = next((day for day in card.days if day.id == self._chosen), first)
        self._chosen = day.id if day else None
        self._fill_chips(card)
        self.remove.setVisible(len(card.days) > 1)
        for part in (self.date, self.programme):
            part.setVisible(day is not None)
        if day is not None:
            self._show_day(day)

    def _fill_chips(self, card: EventCard) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for day in card.days:
            self._flow.addWidget(self._chip(day, on=day.id == self._chosen))
        self._flow.addWidget(button(_("Add a day"), self.add, drawing="calendar-plus", kind="link"))

    def _chip(self, day: DayCard, *, on: bool) -> QPushButton:
        chip = OnOffChip(window_texts().short_weekday(day.date), on=on)
        chip.clicked.connect(lambda: self.choose(day.id))
        return chip

    def choose(self, day_id: int) -> None:
        """Show the programme of another day."""
        self.commit()
        if self._card is not None:
            self._chosen = day_id
            self.show_card(self._card)

    def _show_day(self, day: DayCard) -> None:
        with QSignalBlocker(self.date.line):
            self.date.set_value(day.date)
        lines = [(line.starts, line.ends, line.title, line.place) for line in day.sessions]
        self.programme.show_lines(day.id, lines)

    def commit(self) -> None:
        self.date.commit()
        self.programme.commit()

    # Changes

    def _keep(self, day_id: int, lines: Lines) -> None:
        before = self._lines_of(day_id)
        self._office.workspace.do(set_programme, day_id, lines)
        if len(lines) < before:
            self._office.shell.toast(_("Line taken out of the programme"), undo=True)

    def _lines_of(self, day_id: int) -> int:
        days = self._card.days if self._card else ()
        return next((len(day.sessions) for day in days if day.id == day_id), 0)

    def _move(self, date: dt.date | None) -> None:
        if date is None:
            raise Problem(_("A day needs a date."))
        if self._chosen is not None:
            self._office.workspace.do(set_day, self._chosen, date=date)

    def add(self) -> None:
        """One more day, the one after the last."""
        self.commit()
        if self._card is None:
            return
        event = self._card.line.id
        date = max(day.date for day in self._card.days) + dt.timedelta(days=1)
        self._office.work(lambda club: club.do(add_day, event, date=date), done=self._show_added)

    def _show_added(self, day_id: int) -> None:
        self._chosen = day_id  # it comes with the news
        self._office.shell.toast(_("One day added"), undo=True)

    def _remove(self) -> None:
        day = next((day for day in self._card.days if day.id == self._chosen), None) if self._card else None
        if day is None:
            return
        words = _("{day} removed").format(day=window_texts().short_date(day.date))
        self._office.work(
            lambda club: club.do(remove_day, day.id),
            done=lambda _: self._office.shell.toast(words, undo=True),
        )
