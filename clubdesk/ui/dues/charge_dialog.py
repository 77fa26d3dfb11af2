"""Ask for the dues of a period: which, from when, until when to pay; and whom that reaches."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext, number, window_texts
from clubdesk.services import dues
from clubdesk.services.dues import KindLine, Prospect
from clubdesk.services.today import today
from clubdesk.ui.common import sizes
from clubdesk.ui.common.beside import beside
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.fields import ChoiceField, DateField
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.notice import Notice
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.dues import words

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

WIDTH, HEIGHT = 460, 340


class ChargeDialog(QDialog):
    """`charged` is told how many dues were made."""

    def __init__(
        self,
        parent: QWidget,
        workspace: "Workspace",
        tasks: Tasks,
        *,
        kinds: list[KindLine],
        charged: Callable[[int], object],
    ) -> None:
        super().__init__(parent)
        self._workspace, self._tasks, self._charged = workspace, tasks, charged
        self._kinds = {kind.id: kind for kind in kinds}
        self._asked = 0
        self.setWindowTitle(_("Ask for dues"))
        self.resize(WIDTH, HEIGHT)
        named = [(kind.id, f"{kind.name}, {words.money(kind.amount, kind.currency)}") for kind in kinds]
        self.kind = ChoiceField(_("What is asked for"), lambda _: self._propose(), named)
        self.start = DateField(_("For the period from"), lambda _: self._look())
        self.due = DateField(_("To be paid by"), lambda _: self._look())
        self.notice = Notice()
        self._reached, self._left_out = label("", "strong", wrap=True), label("", "muted", wrap=True)
        self.ask = button(_("Ask for dues"), self._ask, kind="primary")
        self.kind.set_value(kinds[0].id)
        self._lay_out()
        self._propose()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(sizes.GRID)
        foot.addWidget(self.ask)
        foot.addWidget(button(_("Cancel"), self.reject))
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.EDGE)
        column.setSpacing(sizes.GAP)
        column.addWidget(label(_("Ask for dues"), "heading"))
        column.addWidget(self.kind)
        column.addWidget(beside((self.start, 1), (self.due, 1)))
        column.addWidget(self.notice)
        column.addWidget(self._reached)
        column.addWidget(self._left_out)
        column.addStretch()
        column.addLayout(foot)

    def _propose(self) -> None:
        """The period we are in, and a month to pay."""
        kind = self._kinds[self.kind.value()]  # type: ignore[index]
        start = dues.first_day(kind.months, today())
        self.start.begin_with(start)
        self.due.begin_with(max(start, today()) + dt.timedelta(days=30))
        self._look()

    def _values(self) -> dict[str, Any] | None:
        try:
            return {"start": self.start.value(), "due_on": self.due.value()}
        except Problem:
            return None  # the field says so itself

    def _look(self) -> None:
        """Whom it would reach now."""
        values, kind = self._values(), int(str(self.kind.value()))
        self.ask.setEnabled(False)
        if values is None:
            return
        self._asked += 1
        asked = self._asked
        self._tasks.start(
            lambda _: self._workspace.read(dues.prospect, kind, **values),
            done=lambda found: self._show(found) if asked == self._asked else None,
            failed=self.notice.show_problem,
        )

    def _show(self, found: Prospect) -> None:
        count = len(found.people)
        short = window_texts().short_days
        period = short(found.start, found.end) if found.end else window_texts().short_date(found.start)
        reached = ngettext("{count} person is asked", "{count} people are asked", count)
        self._reached.setText(f"{reached}: {period}")
        reasons = Counter(one.reason for one in found.left_out)
        left_out = [f"{number(times)} × {reason}" for reason, times in reasons.most_common()]
        self._left_out.setText(_("Left out: {reasons}").format(reasons=", ".join(left_out)))
        self._left_out.setVisible(bool(left_out))
        self.ask.setEnabled(count > 0)
        self.ask.setText(ngettext("Ask {count} person", "Ask {count} people", count) if count else _("Ask"))

    def _ask(self) -> None:
        values, kind = self._values(), int(str(self.kind.value()))
        if values is None:
            return
        self.ask.setEnabled(False)
        self._tasks.start(
            lambda _: self._workspace.do(dues.charge, kind, **values),
            done=lambda made: self._finish(made.dues),
            failed=self.notice.show_problem,
        )

    def _finish(self, count: int) -> None:
        self.accept()
        self._charged(count)
