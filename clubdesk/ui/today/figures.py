"""The club in numbers: how many people, how many of them verified, where the others stand."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clubdesk.i18n import _, ngettext, number
from clubdesk.services.today_work import TodayWork
from clubdesk.ui.common import sizes
from clubdesk.ui.common.columns import Status
from clubdesk.ui.common.flow import Flow
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.states import STATES
from clubdesk.ui.today.pill_button import PillButton
from clubdesk.ui.today.status_bar import StatusBar


class Figures(QFrame):
    """`choose` gets the state whose word was pressed."""

    def __init__(self, choose: Callable[[str], object]) -> None:
        super().__init__()
        self._choose = choose
        self.setProperty("part", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._people, self._people_word = label("", "heading"), label("", "muted")
        self._share, self._share_word = label("", "heading"), label(_("verified"), "muted")
        self._bar = StatusBar()
        self._words = QWidget()
        self._flow = Flow(self._words, sizes.GRID)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._words.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.EDGE, sizes.GAP, sizes.EDGE, sizes.GRID)
        column.setSpacing(sizes.GRID)
        column.addLayout(self._first_line())
        column.addWidget(self._bar)
        column.addWidget(self._words)

    def _first_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(sizes.HALF)
        for figure, word in ((self._people, self._people_word), (self._share, self._share_word)):
            line.addWidget(figure, 0, Qt.AlignmentFlag.AlignBottom)
            line.addWidget(word, 0, Qt.AlignmentFlag.AlignBottom)
            line.addSpacing(sizes.EDGE)
        line.addStretch()
        return line

    def show_work(self, work: TodayWork) -> None:
        people = work.people
        share = round(100 * work.statuses.get("verified", 0) / people) if people else 0
        self._people.setText(number(people))
        self._people_word.setText(ngettext("person", "people", people))
        self._share.setText(_("{percent} %").format(percent=share))
        self._bar.show_parts([(STATES[state].look, count) for state, count in work.statuses.items()])
        while (item := self._flow.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for state, count in work.statuses.items():
            self._flow.addWidget(self._pill(state, count))

    def _pill(self, state: str, count: int) -> PillButton:
        shown = STATES[state]
        made = PillButton(Status(shown.look, _(shown.word), number(count), shown.drawing))
        made.setToolTip(_("Show these people"))
        made.clicked.connect(lambda: self._choose(state))
        return made
