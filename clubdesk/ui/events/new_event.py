"""The form of a new event: its kind, when and where, how many may come and who is invited."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext
from clubdesk.services.events import Audience, Rule, create_event, reached_by
from clubdesk.services.workspace import Workspace
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.fields import DateField, Field, NumberField, TextField
from clubdesk.ui.common.form import Form
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.pane import scrolling
from clubdesk.ui.events.event_head import EventHead
from clubdesk.ui.events.kind_cards import KindCards
from clubdesk.ui.events.office import Office
from clubdesk.ui.events.rule_chips import RuleChips
from clubdesk.ui.events.words import USUAL_DAYS

WIDEST = 760


class NewEventForm(QWidget):
    made = Signal(object)  # the id of the event
    left = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._asked = 0
        self.kinds = KindCards()
        self.kinds.chosen.connect(self._propose_days)
        self.fields = _fields()
        self.chips = RuleChips(office)
        self.chips.changed.connect(self._count)
        self._reached = label("", "muted", wrap=True)
        self.finish = button(_("Create event"), self.make, kind="primary")
        head = EventHead(self.left.emit, lambda _step: None)
        head.say(_("New event"), _("Everything can be changed later."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.EDGE)
        column.addWidget(head)
        column.addWidget(scrolling(self._content()), 1)
        column.addLayout(self._foot())

    def _content(self) -> QWidget:
        inside = QWidget()
        inside.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.GAP)
        form = Form()
        form.add(self.fields["title"], wide=True)
        for name in ("venue", "place", "start", "days", "capacity"):
            form.add(self.fields[name])
        column.addWidget(self.kinds)
        column.addWidget(form)
        column.addWidget(label(_("Who may be invited"), "strong"))
        column.addWidget(self.chips)
        column.addWidget(self._reached)
        column.addStretch()
        outer = QWidget()
        line = QHBoxLayout(outer)
        line.setContentsMargins(0, 0, sizes.GRID, 0)
        line.addWidget(inside, 1)
        line.addStretch()
        return outer

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(sizes.GRID)
        foot.addWidget(self.finish)
        foot.addWidget(button(_("Cancel"), self.left.emit))
        foot.addStretch()
        return foot

    def begin(self) -> None:
        """An empty form, with the caret in the title."""
        for field in self.fields.values():
            field.set_value(None)
        self.chips.show_rules([Rule("verified")])
        self._propose_days(self.kinds.kind)
        self.chips.refresh()
        self._count()
        self.fields["title"].setFocus()

    def _propose_days(self, kind: str) -> None:
        self.fields["days"].set_value(USUAL_DAYS.get(kind, 1))

    def _count(self) -> None:
        """How many people the rules reach now."""
        rules = self.chips.rules()
        self._asked += 1
        asked = self._asked

        def show(found: Audience) -> None:
            if asked == self._asked:
                count = len(found.invited)
                everybody = count + len(found.left_out)
                words = ngettext("{count} may be invited", "{count} may be invited", count)
                self._reached.setText(_("{may}, of {everybody}.").format(may=words, everybody=everybody))

        self._office.work(lambda club: club.read(reached_by, rules), done=show)

    def make(self) -> None:
        """Create the event, or say under each field what is wrong with it."""
        values = self._values()
        if values is None:
            return
        rules = self.chips.rules()
        models = [rule.value for rule in rules if rule.kind == "model"]
        chapters = [rule.value for rule in rules if rule.kind == "chapter"]
        lists = [rule.value for rule in rules if rule.kind == "list"]
        kind, verified = self.kinds.kind, Rule("verified") in rules

        def work(club: Workspace) -> int:
            return club.do(
                create_event,
                kind=kind,
                models=models,
                chapters=chapters,
                lists=lists,
                verified=verified,
                **values,
            )

        self._office.work(work, done=self.made.emit)

    def _values(self) -> dict[str, Any] | None:
        values: dict[str, Any] = {}
        wrong = [field for name, field in self.fields.items() if not _take(name, field, values)]
        if wrong:
            wrong[0].setFocus()
            return None
        return values


def _fields() -> dict[str, Field]:
    return {
        "title": TextField(_("Title"), _wait, hint=_("As the invitations call it")),
        "venue": TextField(_("Venue"), _wait, hint=_("Its name")),
        "place": TextField(_("Place"), _wait, hint=_("Street and town")),
        "start": DateField(_("First day"), _wait),
        "days": NumberField(_("Number of days"), _wait),
        "capacity": NumberField(_("Places"), _wait, hint=_("No limit")),
    }


def _wait(_value: object) -> None:
    """Nothing is kept before the whole event is."""


def _take(name: str, field: Field, values: dict[str, Any]) -> bool:
    """Read a field into `values`; False when it says what is wrong instead."""
    try:
        value = field.value()
        if name == "title" and not value:
            raise Problem(_("An event needs a title."))
        if name == "start" and value is None:
            raise Problem(_("When does it begin?"), _("Write it like 12 Mar 2027 or 12.3.2027."))
    except Problem as problem:
        field.show_problem(problem)
        return False
    field.show_problem(None)
    values[name] = 1 if name == "days" and value is None else value
    return True
