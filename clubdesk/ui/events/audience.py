"""The audience of an event: its rules as chips, and below at once who may be invited and who may not."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clubdesk.i18n import _, ngettext
from clubdesk.services.events import EventCard, Prospects, set_rules
from clubdesk.ui.common import sizes
from clubdesk.ui.common.flow import Flow
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.search_field import SearchField
from clubdesk.ui.common.theme import theme
from clubdesk.ui.events.office import Office
from clubdesk.ui.events.people_table import People, people_table
from clubdesk.ui.events.rule_chips import RuleChips
from clubdesk.ui.events.sides import Sides


class AudienceTab(QWidget):
    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._event: int | None = None
        self._people = People(office.workspace)
        self._models, self.tables = [], []
        for name, source in (("guests", self._people.guests()), ("left-out", self._people.left_out())):
            model, table = people_table(f"event-{name}", source, tasks=office.tasks, shell=office.shell)
            self._models.append(model)
            self.tables.append(table)
        self.chips = RuleChips(office)
        self.chips.changed.connect(self._keep)
        self.search = SearchField(_("Search name or reason"))
        self.search.searched.connect(self._find)
        self.sides = Sides(*self.tables)
        self._say_nothing()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.GAP, 0, 0)
        column.setSpacing(sizes.GAP)
        column.addWidget(self._top())
        column.addWidget(self.sides, 1)

    def _top(self) -> QWidget:
        top = QWidget()
        flow = Flow(top, sizes.GAP)
        words = label(_("Who may be invited:"), "strong")
        words.setFixedHeight(theme().px(sizes.CONTROL))
        for part in (words, self.chips, self.search):
            flow.addWidget(part)
        return top

    def _say_nothing(self) -> None:
        guests, left_out = self.tables
        guests.nothing.say("users", _("Nobody meets these rules. Loosen them, or verify members first."))
        left_out.nothing.say("check", _("Nobody is left out."))

    def show_card(self, card: EventCard) -> None:
        self._event = card.line.id
        self.chips.show_rules(card.rules)

    def refresh(self) -> None:
        self.chips.refresh()

    def show_people(self, found: Prospects) -> None:
        """Who would be invited, who is, and who is left out."""
        self._people.found = found
        guests = len(found.new) + len(found.already)
        left_out = len(found.left_out) + len(found.without_address)
        self.sides.set_titles(
            ngettext("{count} may be invited", "{count} may be invited", guests),
            ngettext("{count} left out", "{count} left out", left_out),
        )
        self._find(self.search.text().strip())

    def _find(self, words: str) -> None:
        for model in self._models:
            model.find(words)

    def _keep(self) -> None:
        event, rules = self._event, self.chips.rules()
        if event is not None:
            self._office.work(lambda club: club.do(set_rules, event, rules), done=lambda _: None)
