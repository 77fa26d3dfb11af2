"""Events: all of them as a table, one of them with its tabs, and the form of a new one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget
from typing_extensions import override

from clubdesk.i18n import _, ngettext
from clubdesk.services.events import KIND_NAMES, delete_event
from clubdesk.ui.common.chips import Chip, Choice
from clubdesk.ui.common.icons import set_icon
from clubdesk.ui.common.page import Page
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.table_export import let_export
from clubdesk.ui.common.table_model import TableModel
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.wishes import NewEvent, ShowEvent
from clubdesk.ui.events.event_source import EventSearch, EventSource, is_upcoming
from clubdesk.ui.events.event_view import EventView
from clubdesk.ui.events.new_event import NewEventForm
from clubdesk.ui.events.office import Office

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

TABLES = (
    "event", "event_day", "event_session", "eligibility_rule", "run_group", "invitation", "registration",
    "person", "address", "membership", "chapter", "ownership", "vehicle", "verification", "reply", "letter",
    "template",
)  # fmt: skip


class EventsPage(Page):
    watches = frozenset(TABLES)

    def __init__(self, workspace: "Workspace", tasks: Tasks, shell: Shell) -> None:
        super().__init__(_("Events"))
        self._office = Office(workspace, tasks, shell)
        self._source = EventSource(workspace)
        self.model = TableModel(self._source.source(), tasks, self)
        self.table = TableView("events", self.model, shell.settings)
        self.view = EventView(self._office, self.notice)
        self.form = NewEventForm(self._office)
        self._stack = QStackedWidget()
        for part in (self.table, self.view, self.form):
            self._stack.addWidget(part)
        self.body.addWidget(self._stack)
        self._add_actions()
        self._add_search()
        self._connect()
        self._show(self.table)

    def _add_actions(self) -> None:
        self.action(_("New event"), self.begin, key="Ctrl+N", drawing="plus", place="primary")
        self._back = QAction(_("All events"), self)
        self._back.setShortcut(QKeySequence("Alt+Left"))
        self._back.triggered.connect(self.back)
        self.addAction(self._back)
        self._remove = QAction(_("Delete the event"), self.table)
        self._remove.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self._remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._remove.triggered.connect(self._delete)
        set_icon(self._remove, "trash")
        self.table.addAction(self._remove)

    def _add_search(self) -> None:
        field = self.head.set_search(_("Search title or venue"), self.table)
        field.searched.connect(lambda _words: self._find())
        assert self.head.chips is not None
        self._kinds = self.head.chips.add(Chip(_("All kinds"), self._kind_choices))
        self.head.chips.changed.connect(self._find)

    def _connect(self) -> None:
        self.model.found.connect(lambda _count: self._show_count())
        self.model.failed.connect(self.notice.show_problem)
        self.table.opened.connect(self.show_event)
        self.table.clicked.connect(lambda index: self._click(self.model.ids[index.row()]))
        self.table.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.table.row_menu.connect(self._show_menu)
        let_export(self.table, self.model, shell=self._office.shell, name=_("Events"))
        self.view.left.connect(self.back)
        self.form.left.connect(self.back)
        self.form.made.connect(self._made)

    # What is shown

    def _show(self, part: QWidget) -> None:
        """The list has the page's own head; an event and the form have theirs."""
        self._stack.setCurrentWidget(part)
        self.head.setVisible(part is self.table)
        self._back.setEnabled(part is not self.table)

    @override
    def reload(self) -> None:
        self.model.reload()
        if self._stack.currentWidget() is self.view:
            self.view.reload()

    def _find(self) -> None:
        text = self.head.search.text().strip() if self.head.search else ""
        self.model.find(EventSearch(text, tuple(str(kind) for kind in self._kinds.chosen)))

    def _kind_choices(self) -> list[Choice]:
        kinds = [line.kind for line in self._source.all]
        return [
            Choice(kind, _(name), kinds.count(kind)) for kind, name in KIND_NAMES.items() if kind in kinds
        ]

    def _show_count(self) -> None:
        everything = self._source.all
        upcoming = sum(is_upcoming(line) for line in everything)
        total = ngettext("{count} event", "{count} events", len(everything))
        words = _("{events}, {upcoming} to come").format(events=total, upcoming=upcoming)
        self.head.set_count(words if everything else "")
        self._office.shell.say(words)
        if everything:
            self.table.nothing.say("search", _("No event fits this search."), _("Show all"), self._show_all)
        else:
            sentence = _("No events yet. Plan a driving school, a market, a visit or a gathering.")
            self.table.nothing.say("calendar-event", sentence, _("New event"), self.begin)

    def _show_all(self) -> None:
        if self.head.search is not None:
            self.head.search.clear()
        self._kinds.clear()

    @override
    def search(self) -> None:
        field = self.view.search_field() if self._stack.currentWidget() is self.view else self.head.search
        if field is not None and field.isVisible():
            field.take_focus()

    @override
    def open_with(self, wish: object) -> None:
        """ShowEvent, NewEvent."""
        if isinstance(wish, ShowEvent):
            self.show_event(wish.event)
        elif isinstance(wish, NewEvent):
            self.begin()

    # What is done

    def _click(self, event: int) -> None:
        """A click opens, unless it selects several. The second click of two must not press what comes."""
        if QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier:
            self._let_clicks_pass(passing=True)
            pause = QGuiApplication.styleHints().mouseDoubleClickInterval()
            QTimer.singleShot(pause, self, lambda: self._let_clicks_pass(passing=False))
            self.show_event(event)

    def _let_clicks_pass(self, *, passing: bool) -> None:
        self.view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, passing)

    def show_event(self, event: int) -> None:
        if event != self.view.event_id:
            self.notice.hide()  # it spoke of another event
        self.view.show_event(event)
        self._show(self.view)

    def begin(self) -> None:
        """A new event; one that is begun goes on."""
        if self._stack.currentWidget() is not self.form:
            self._show(self.form)
            self.form.begin()

    def back(self) -> None:
        """All events again."""
        self.notice.hide()
        self.view.details.commit()
        self._show(self.table)
        self.table.setFocus()

    def _made(self, event: int) -> None:
        self.show_event(event)
        self._office.shell.toast(_("Event created"), undo=True)

    def _show_menu(self, event: int, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Open"), lambda: self.show_event(event))
        menu.addAction(self._remove)
        menu.popup(at)

    def _delete(self) -> None:
        event = self.table.current_id()
        if event is None:
            return
        line = self._source.line(event)
        words = _("{title} deleted").format(title=line.title if line else "")
        self._office.work(
            lambda club: club.do(delete_event, event),
            done=lambda _: self._office.shell.toast(words, undo=True),
        )
