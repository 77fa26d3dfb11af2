"""One event: its head with the next step, and its tabs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext, number
from clubdesk.services import exporting
from clubdesk.services.events import (
    EventCard,
    Invited,
    Prospects,
    delete_event,
    event_calendar,
    event_card,
    invite,
    prospects,
)
from clubdesk.services.exporting import safe_name, tell_saved
from clubdesk.ui.common import dialogs, sizes
from clubdesk.ui.common.icons import set_icon
from clubdesk.ui.common.notice import Notice
from clubdesk.ui.common.pane import scrolling
from clubdesk.ui.common.search_field import SearchField
from clubdesk.ui.events import words
from clubdesk.ui.events.audience import AudienceTab
from clubdesk.ui.events.details import Details
from clubdesk.ui.events.event_head import EventHead
from clubdesk.ui.events.next_step import Step, Tab, further_step, next_step
from clubdesk.ui.events.office import Office
from clubdesk.ui.events.papers import PapersTab
from clubdesk.ui.events.participants import ParticipantsTab

NAMED = 5  # people without address whom the notice names


class EventView(QWidget):
    left = Signal()  # back to all events

    def __init__(self, office: Office, notice: Notice) -> None:
        super().__init__()
        self._office, self._notice = office, notice
        self.event_id: int | None = None
        self._card: EventCard | None = None
        self._found: Prospects | None = None
        self.head = EventHead(self.left.emit, self._run)
        self.details, self.audience = Details(office), AudienceTab(office)
        self.participants, self.papers = ParticipantsTab(office), PapersTab(office)
        self.tabs = self._make_tabs()
        self._fill_menu()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.GRID)
        column.addWidget(self.head)
        column.addWidget(self.tabs, 1)

    def _make_tabs(self) -> QTabWidget:
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.tabBar().setExpanding(False)
        tabs.addTab(scrolling(self.details), _("Event"))
        tabs.addTab(self.audience, _("Audience"))
        tabs.addTab(self.participants, _("Participants"))
        tabs.addTab(self.papers, _("Papers"))
        tabs.currentChanged.connect(lambda _place: self._offer())
        return tabs

    def _fill_menu(self) -> None:
        save = self.head.menu.addAction(_("Save calendar file…"), self.save_calendar)
        set_icon(save, "calendar-event")
        set_icon(self.head.menu.addAction(_("Delete the event"), self.delete), "trash")

    def save_calendar(self) -> None:
        """Ask where to and save the event for calendars."""
        event, card = self.event_id, self._card
        if event is None or card is None:
            return
        file = dialogs.save_file(
            self,
            self._office.shell.settings,
            title=_("Save the calendar file"),
            name=f"{safe_name(card.line.title)}.ics",
            kinds=_("Calendar (*.ics)"),
            purpose="calendar",
        )
        if file is None:
            return
        club, target = self._office.workspace, file
        self._office.shell.run(
            _("Saving {file}").format(file=target.name),
            lambda _: exporting.write_whole(target, club.read(event_calendar, event)),
            done=lambda _: tell_saved(self._office.shell, target),
        )

    # What is shown

    def show_event(self, event: int) -> None:
        """Show an event; another one begins with its first tab."""
        if event != self.event_id:
            self.details.commit()
            self.event_id, self._found = event, None
            self.tabs.setCurrentIndex(Tab.EVENT.value)
            self.tabs.hide()  # until the event is read
            self.head.say("", "")
            self.head.offer(None, None)
        self.reload()

    def reload(self) -> None:
        """Ask for the event, then for who may be invited, which takes longer."""
        event = self.event_id
        if event is None:
            return
        club = self._office.workspace
        self._office.tasks.start(
            lambda _: club.read(event_card, event),
            done=lambda card: self._show_card(card) if event == self.event_id else None,
            failed=lambda error: self._gone(error) if event == self.event_id else None,
        )
        self._office.tasks.start(
            lambda _: club.read(prospects, event),
            done=lambda found: self._show_people(found) if event == self.event_id else None,
        )
        self.audience.refresh()

    def _gone(self, error: BaseException) -> None:
        """Somebody deleted it, or its making was undone."""
        if isinstance(error, Problem):
            self.event_id = None
            self.left.emit()

    def _show_card(self, card: EventCard) -> None:
        self._card = card
        line = card.line
        self.tabs.show()
        self.head.say(line.title, words.facts(line))
        invited = _("Participants") + (f"  {number(line.invited)}" if line.invited else "")
        self.tabs.setTabText(Tab.PARTICIPANTS.value, invited)
        for part in (self.details, self.audience, self.participants, self.papers):
            part.show_card(card)
        self._offer()

    def _show_people(self, found: Prospects) -> None:
        self._found = found
        self.audience.show_people(found)
        self._offer()

    def _offer(self) -> None:
        """The next step, unless its tab is what the officer looks at."""
        if self._card is None:
            return
        new = len(self._found.new) if self._found else None
        step, further = next_step(self._card.line, new), further_step(self._card.line, new)
        here = step is not None and not step.invites and self._is_at(step.tab)
        self.head.offer(None if here else step, further)
        self._say_nobody(step)

    def _is_at(self, tab: Tab) -> bool:
        """Papers have a main button of their own: there one is enough."""
        return self.tabs.currentIndex() in (tab.value, Tab.PAPERS.value)

    def _say_nobody(self, step: Step | None) -> None:
        if self._card is not None and self._card.line.invited:
            self.participants.say_nothing(_("Nobody fits this search."))
        elif step is not None:
            self.participants.say_nothing(_("Nobody is invited yet."), step.text, lambda: self._run(step))

    # What is done

    def _run(self, step: Step) -> None:
        if step.invites:
            self.invite()
            return
        if step.tab is Tab.PAPERS:
            self.papers.choose("invitations")
        self.tabs.setCurrentIndex(step.tab.value)

    def invite(self) -> None:
        """Invite everybody who may be and isn't yet; their invitations are shown for printing."""
        event, club = self.event_id, self._office.workspace
        if event is None:
            return
        self.details.commit()
        self._office.shell.run(
            _("Inviting people"),
            lambda progress: club.do(invite, event, progress=progress),
            done=self._invited,
        )

    def _invited(self, invited: Invited) -> None:
        said = ngettext("One person invited.", "{count} people invited.", invited.new)
        self._office.shell.toast(said, undo=True)
        if invited.left_out:
            count = len(invited.left_out)
            named = [f"{person.name}: {person.reason}" for person in invited.left_out[:NAMED]]
            more = [_("and {count} more").format(count=count - NAMED)] if count > NAMED else []
            self._notice.say(
                ngettext("One person can't be written to.", "{count} people can't be written to.", count),
                "; ".join([*named, *more]),
                look="warning",
            )
        if invited.event == self.event_id:
            self.papers.choose("invitations")
            self.tabs.setCurrentIndex(Tab.PAPERS.value)

    def delete(self) -> None:
        event, title = self.event_id, self._card.line.title if self._card else ""
        if event is not None:
            self.event_id = None
            self.left.emit()
            self._office.work(
                lambda club: club.do(delete_event, event),
                done=lambda _: self._office.shell.toast(_deleted(title), undo=True),
            )

    def search_field(self) -> SearchField | None:
        """Where Ctrl+F puts the caret."""
        fields = {Tab.AUDIENCE: self.audience.search, Tab.PARTICIPANTS: self.participants.search}
        return fields.get(Tab(self.tabs.currentIndex()))


def _deleted(title: str) -> str:
    return _("{title} deleted").format(title=title)
