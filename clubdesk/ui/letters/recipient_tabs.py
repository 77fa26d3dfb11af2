"""The people of a new run: who gets a letter, and who doesn't or needs a look."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from clubdesk.i18n import _, ngettext
from clubdesk.services.letters import Recipients
from clubdesk.ui.common import sizes
from clubdesk.ui.common.icons import icon
from clubdesk.ui.common.notice import Notice
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.letters.recipient_lists import Noted


class RecipientTabs(QWidget):
    current_changed = Signal(object)  # id of the person whose letter is to be shown, or None
    opened = Signal(object)  # id of the person to be mended

    def __init__(self, people: TableView, left_out: TableView, odd: TableView) -> None:
        """Tables of people, of those left out, and of those whose letter is odd."""
        super().__init__()
        self.people, self.left_out, self.odd = people, left_out, odd
        self.notice, self.tabs = Notice(), QTabWidget()
        self.tabs.setDocumentMode(True)
        for table in (people, left_out, odd):
            self.tabs.addTab(table, "")
            table.opened.connect(self.opened)
        people.current_changed.connect(self.current_changed)
        odd.current_changed.connect(self.current_changed)
        people.nothing.say("users", _("Nobody of these people gets a letter."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.GRID)
        column.addWidget(self.notice)
        column.addWidget(self.tabs, 1)
        self._draw_icons()
        self.show_counts(Recipients((), ()), {})

    def show_counts(self, found: Recipients, odd: Noted) -> None:
        """How many are in each list; lists without anybody are not shown."""
        count, out = len(found.people), len(found.left_out)
        self.tabs.setTabText(0, ngettext("{count} gets a letter", "{count} get a letter", count))
        self.tabs.setTabText(1, ngettext("{count} left out", "{count} left out", out))
        self.tabs.setTabText(2, ngettext("{count} to look at", "{count} to look at", len(odd)))
        for place, shown in ((1, out > 0), (2, bool(odd))):
            self.tabs.setTabVisible(place, shown)
        self._say(out, len(odd))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw_icons()  # tabs are not dressed by icons.redraw

    def _draw_icons(self) -> None:
        for place in (1, 2):
            self.tabs.setTabIcon(place, icon("alert-triangle"))

    def _say(self, out: int, odd: int) -> None:
        parts = []
        if out:
            parts.append(ngettext("{count} person gets no letter.", "{count} people get no letter.", out))
        if odd:
            parts.append(ngettext("{count} letter needs a look.", "{count} letters need a look.", odd))
        if not parts:
            self.notice.hide()
            return
        self.notice.say(
            " ".join(parts), look="warning", action=_("Show why"), run=lambda: self._show_problems(out)
        )

    def _show_problems(self, out: int) -> None:
        self.tabs.setCurrentIndex(1 if out else 2)
        (self.left_out if out else self.odd).setFocus()
