"""The pane beside the list: one person in tabs, an empty form for a new one, or several people."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from clubdesk.errors import Problem
from clubdesk.i18n import LANGUAGES, _, window_texts
from clubdesk.services import members
from clubdesk.services.clubs import chapters
from clubdesk.services.members import MemberCard
from clubdesk.ui.common.beside import stacked
from clubdesk.ui.common.latest import Latest
from clubdesk.ui.common.pane import Pane
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.members.belongings import Belongings
from clubdesk.ui.members.corrections import Corrections
from clubdesk.ui.members.happenings import Events, History
from clubdesk.ui.members.head import NOBODY
from clubdesk.ui.members.household import Household
from clubdesk.ui.members.keeping import current_period
from clubdesk.ui.members.letters import Letters
from clubdesk.ui.members.own_fields import OwnFields
from clubdesk.ui.members.person_form import PersonForm
from clubdesk.ui.members.portrait import Portrait
from clubdesk.ui.members.several import Several
from clubdesk.ui.members.vehicles import Vehicles

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

Shown = tuple[MemberCard, list[str]]  # a person and the chapters there are


class MemberPane(Pane):
    """Its parts are built when somebody is first shown: the list must not wait for them at the start."""

    furnished = Signal()  # the parts are there: form, vehicles, letters, events, history, several
    left = Signal()  # Escape: back to the list
    failed = Signal(object)

    def __init__(self, workspace: "Workspace", tasks: Tasks, choose_photo: Callable[[], Path | None]) -> None:
        super().__init__()
        self._workspace, self._tasks, self._latest = workspace, tasks, Latest(tasks)
        self._choose_photo = choose_photo
        self.person: int | None = None
        self.is_new = False
        self._card: MemberCard | None = None
        self._edit_wanted = False
        self._showers: list[Callable[[MemberCard], None]] = []
        self.nothing.say("user", _(NOBODY))

    def _furnish(self) -> None:
        if self._showers:
            return
        workspace, tasks = self._workspace, self._tasks
        self.form, self.vehicles = PersonForm(workspace), Vehicles(workspace)
        self.portrait = Portrait(workspace, self._choose_photo)
        self.household, self.belongings = Household(workspace), Belongings(workspace)
        self.own_fields = OwnFields(workspace)
        self._parts = (
            self.portrait,
            self.own_fields,
            self.household,
            self.belongings,
        )  # of who is in the roster already
        self.letters, self.events = Letters(workspace, tasks), Events()
        self.corrections = Corrections(workspace, tasks)
        self.history, self.several = History(workspace, tasks), Several()
        self._add_tabs()
        self.form.created.connect(self._took)
        for part in self._parts:
            part.failed.connect(self.failed)
        self.vehicles.failed.connect(self.failed)
        self.history.failed.connect(self.failed)
        self.letters.failed.connect(self.failed)
        self.corrections.failed.connect(self.failed)
        self.tabs.currentChanged.connect(lambda _: self._show_tab())
        self.furnished.emit()

    def _add_tabs(self) -> None:
        person = stacked(
            self.corrections, self.portrait, self.form, self.own_fields, self.household, self.belongings
        )
        for title, tab, scrolls in (
            (_("Person"), person, True),
            (_("Vehicles"), self.vehicles, True),
            (_("Letters"), self.letters, False),
            (_("Events"), self.events, True),
            (_("History"), self.history, True),
        ):
            self.add_tab(title, tab, scrolls=scrolls)
        tabs = (self.form, self.vehicles, self.letters, self.events, self.history)
        self._showers = [tab.show_card for tab in tabs]

    # Who is shown

    def show_person(self, person: int) -> None:
        """Show a person; what was typed about the one before is kept first."""
        self._furnish()
        if person != self.person:
            self._commit()
        self.person, self.is_new = person, False
        self.refresh()

    def _commit(self) -> None:
        self.form.commit()
        if self._card is not None:
            self.own_fields.commit()

    def show_several(self, count: int) -> None:
        self._furnish()
        self._let_go()
        self.several.show_count(count)
        self.show_instead(self.several)

    def show_nobody(self) -> None:
        self._let_go()
        self.show_nothing()

    def begin_new(self) -> None:
        """An empty form: the first name makes the member, Escape drops it."""
        self._furnish()
        self._let_go()
        self.is_new = True
        self.show_head(_("New member"), _("Kept as soon as there is a name; Esc drops it."))
        self._more.hide()
        self._show_parts(shown=False)
        self.tabs.setCurrentIndex(0)
        self._show_tabs(first_only=True)
        self._ask_chapters()
        self.form.begin_new()

    def _let_go(self) -> None:
        if self.person is not None:
            self._commit()
        self.person, self._card, self.is_new = None, None, False
        self._edit_wanted = False
        self._latest.forget()

    def refresh(self) -> None:
        """Ask again for who is shown."""
        person = self.person
        if person is not None:
            self._latest.ask(lambda: self._read(person), done=self._show, failed=self._lost)

    def _read(self, person: int) -> Shown:
        return self._workspace.read(members.member_card, person), self._chapters()

    def _chapters(self) -> list[str]:
        return [chapter.name for chapter in self._workspace.read(chapters)]

    def _ask_chapters(self) -> None:
        self._latest.ask(self._chapters, done=self.form.offer_chapters, failed=self.failed.emit)

    def _show(self, shown: Shown) -> None:
        card, names = shown
        self._card = card
        self.show_head(card.name, about(card), card.explanation)
        self._show_tabs(first_only=False)
        self.form.offer_chapters(names)
        self._show_tab()
        if self._edit_wanted:
            self.edit()

    def _lost(self, error: BaseException) -> None:
        if isinstance(error, Problem):
            self._let_go()
            self.show_nothing()

    def _show_tab(self) -> None:
        """Only the tab that is seen is filled; the form always, because it keeps what is typed."""
        if self._card is not None:
            self.form.show_card(self._card)
            self._show_parts(shown=True)
            self.corrections.show_card(self._card)
            if self.tabs.currentIndex() > 0:
                self._showers[self.tabs.currentIndex()](self._card)

    def _show_parts(self, *, shown: bool) -> None:
        for part in self._parts:
            part.setVisible(shown)
            if shown and self._card is not None:
                part.show_card(self._card)
        if not shown:
            self.corrections.hide()

    def _show_tabs(self, *, first_only: bool) -> None:
        for place in range(1, self.tabs.count()):
            self.tabs.setTabVisible(place, not first_only)

    def _took(self, person: int) -> None:
        """The new member is in the roster; the form goes on as theirs."""
        self.person, self.is_new = person, False

    # The keyboard

    def edit(self) -> None:
        """Put the caret into the form."""
        if self._card is None and not self.is_new:
            self._edit_wanted = True  # once the card is there
            return
        self._edit_wanted = False
        self.tabs.setCurrentIndex(0)
        self.form.fields["given"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._drop()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _drop(self) -> None:
        if self.is_new:
            self.form.begin_new()  # nothing is kept of what was typed
            self.is_new = False


def about(card: MemberCard) -> str:
    """Member 1042 · München since 14 Apr 2020 · Deutsch"""
    number = _("Member {number}").format(number=card.values["number"]) if card.values["number"] else ""
    language = LANGUAGES.get(str(card.values["language"]), "")
    return " · ".join(part for part in (number, _membership(card), language) if part)


def _membership(card: MemberCard) -> str:
    period = current_period(card)
    if period is None:
        return _("left {day}").format(day=_last_day(card)) if card.memberships else ""
    if period.start is None:
        return period.chapter
    day = window_texts().short_date(period.start)
    if not period.chapter:
        return _("member since {day}").format(day=day)
    return _("{chapter} since {day}").format(chapter=period.chapter, day=day)


def _last_day(card: MemberCard) -> str:
    return window_texts().short_date(max(period.end for period in card.memberships if period.end))
