"""What the club asks for: the kinds of dues at the left, the one chosen at the right."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext
from clubdesk.services import dues
from clubdesk.services.dues import PERIODS, KindLine
from clubdesk.ui.common import sizes
from clubdesk.ui.common.beside import beside
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.fields import CheckField, ChoiceField, TextField
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.lines import Entry, Lines
from clubdesk.ui.common.notice import Notice
from clubdesk.ui.common.pane import scrolling
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.dues import words

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

WIDTH, HEIGHT, LIST = 640, 400, 230


class KindsDialog(QDialog):
    def __init__(self, parent: QWidget, workspace: "Workspace", tasks: Tasks) -> None:
        super().__init__(parent)
        self._workspace, self._tasks = workspace, tasks
        self._kinds: dict[object, KindLine] = {}
        self._current: int | None = None
        self.setWindowTitle(_("Kinds of dues"))
        self.resize(WIDTH, HEIGHT)
        self.lines = Lines(leads=True, marks=True)
        self.lines.chosen.connect(self._choose)
        self._make_form()
        self._lay_out()
        self._reload()

    def _make_form(self) -> None:
        self.notice = Notice()
        self.name = TextField(_("Name"), _wait, hint=_("Membership fee"))
        self.amount = TextField(_("Amount"), _wait, width=14)
        self.currency = TextField(_("Currency"), _wait, width=8)
        periods = [(months, _(word)) for months, word in PERIODS.items()]
        self.months = ChoiceField(_("Asked for each time for"), _wait, periods)
        self.retired = CheckField(_("No longer asked for"), _wait)
        self.save = button(_("Save"), self._save, kind="primary")
        self.delete = button(_("Delete"), self._delete, drawing="trash")

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(sizes.GAP)
        area = scrolling(self.lines)
        area.setMinimumWidth(LIST)
        left.addWidget(area, 1)
        left.addWidget(button(_("New kind"), self._begin, drawing="plus"))
        right = QVBoxLayout()
        right.setSpacing(sizes.GAP)
        self._heading = label("", "heading")
        right.addWidget(self._heading)
        right.addWidget(self.notice)
        for part in (self.name, beside((self.amount, 1), (self.currency, 1)), self.months, self.retired):
            right.addWidget(part)
        right.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(sizes.GRID)
        foot.addWidget(self.save)
        foot.addWidget(self.delete)
        foot.addStretch()
        foot.addWidget(button(_("Close"), self.accept))
        right.addLayout(foot)
        line = QHBoxLayout(self)
        line.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.EDGE)
        line.setSpacing(sizes.MARGIN)
        line.addLayout(left, 2)
        line.addLayout(right, 3)

    def _reload(self, chosen: int | None = None) -> None:
        self._tasks.start(
            lambda _: (self._workspace.read(dues.dues_kinds), self._workspace.read(dues.usual_currency)),
            done=lambda found: self._show(found[0], found[1], chosen),
            failed=self.notice.show_problem,
        )

    def _show(self, kinds: list[KindLine], currency: str, chosen: int | None) -> None:
        self._kinds = {kind.id: kind for kind in kinds}
        self._usual = currency
        self.lines.show_entries([_entry(kind) for kind in kinds])
        if chosen in self._kinds or kinds:
            self._choose(chosen if chosen in self._kinds else kinds[0].id)
        else:
            self._begin()

    def _choose(self, kind_id: object) -> None:
        kind = self._kinds[kind_id]
        self._current = kind.id
        self._heading.setText(kind.name)
        self.name.begin_with(kind.name)
        self.amount.begin_with(words.money(kind.amount, kind.currency))
        self.currency.begin_with(kind.currency)
        self.months.begin_with(kind.months)
        self.retired.begin_with(kind.retired)
        self.retired.show()
        self.delete.setVisible(not kind.dues)
        self.lines.mark(kind.id)
        self.notice.hide()

    def _begin(self) -> None:
        """A new kind."""
        self._current = None
        self._heading.setText(_("New kind of dues"))
        for field, value in ((self.name, ""), (self.amount, ""), (self.currency, self._usual)):
            field.begin_with(value)
        self.months.begin_with(12)
        self.retired.begin_with(None)
        self.retired.hide()
        self.delete.hide()
        self.lines.mark(None)
        self.notice.hide()
        self.name.setFocus()

    def _save(self) -> None:
        try:
            kind = self._workspace.do_now(
                dues.save_kind,
                self._current,
                name=self.name.value(),
                amount=self.amount.value(),
                currency=self.currency.value(),
                months=int(str(self.months.value())),
                retired=self.retired.value(),
            )
        except Problem as problem:
            self.notice.show_problem(problem)
            return
        self._reload(kind)

    def _delete(self) -> None:
        if self._current is None:
            return
        try:
            self._workspace.do_now(dues.delete_kind, self._current)
        except Problem as problem:
            self.notice.show_problem(problem)
            return
        self._reload()


def _entry(kind: KindLine) -> Entry:
    detail = f"{words.money(kind.amount, kind.currency)} · {_(PERIODS[kind.months])}"
    if kind.retired:
        detail = _("no longer asked for")
    elif kind.dues:
        detail += " · " + ngettext("{count} charged", "{count} charged", kind.dues)
    return Entry(kind.id, kind.name, detail)


def _wait(_value: object) -> None:
    """Nothing is kept before the whole kind is."""
