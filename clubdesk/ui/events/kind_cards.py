"""The four kinds of events as cards; one of them is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget
from typing_extensions import override

from clubdesk.i18n import _
from clubdesk.services.events import KIND_NAMES
from clubdesk.ui.common import sizes
from clubdesk.ui.common.card import Card
from clubdesk.ui.common.theme import theme
from clubdesk.ui.events.words import KIND_DRAWINGS, KIND_SENTENCES

FOUR_ACROSS = 680


class KindCards(QWidget):
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cards: dict[str, Card] = {}
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(sizes.GAP)
        self._columns = 0
        for kind, name in KIND_NAMES.items():
            card = Card(KIND_DRAWINGS[kind], _(name), _(KIND_SENTENCES[kind]))
            card.setCheckable(True)
            card.clicked.connect(lambda _checked=False, kind=kind: self.chosen.emit(kind))
            self._group.addButton(card)
            self.cards[kind] = card
        self.choose(next(iter(KIND_NAMES)))
        self._arrange(2)

    @property
    def kind(self) -> str:
        return next(kind for kind, card in self.cards.items() if card.isChecked())

    def choose(self, kind: str) -> None:
        self.cards[kind].setChecked(True)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, *divmod(place, columns))
        for column in range(len(self.cards)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(4 if self.width() >= theme().px(FOUR_ACROSS) else 2)
