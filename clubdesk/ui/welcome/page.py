"""What a newcomer sees: three ways to begin, and the clubs opened lately."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from clubdesk.i18n import _
from clubdesk.ui.common import opening, sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.card import Card
from clubdesk.ui.common.flow import Flow
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.notice import Notice
from clubdesk.ui.common.pane import scrolling
from clubdesk.ui.common.picture import Picture
from clubdesk.ui.welcome.name_form import NameForm

WIDEST = 760
RECENT = 5


class WelcomePage(QWidget):
    sample_wanted = Signal()
    import_wanted = Signal()
    club_named = Signal(str, object)  # make a club of that name; a list to bring into it, or None
    club_chosen = Signal(str)  # open the club at that address
    file_wanted = Signal()  # choose a club file

    def __init__(self) -> None:
        super().__init__()
        self.notice = Notice()
        self._name = NameForm()
        self._name.named.connect(self.club_named)
        self._name.hide()
        self._recent = QVBoxLayout()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scrolling())

    def _scrolling(self) -> QScrollArea:
        content = QWidget()
        content.setMaximumWidth(WIDEST + 2 * sizes.MARGIN)
        content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(content)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.EDGE)
        column.addStretch(2)
        column.addLayout(_greeting())
        column.addWidget(self.notice)
        column.addSpacing(sizes.GRID)
        column.addLayout(self._cards())
        column.addWidget(self._name)
        column.addSpacing(sizes.GRID)
        column.addLayout(self._recent)
        column.addStretch(3)
        middle = QWidget()
        line = QHBoxLayout(middle)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(content, 0)
        return scrolling(middle)

    def _cards(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(sizes.EDGE)
        for card, signal in (
            (
                Card(
                    "flask",
                    _("Look around"),
                    _("Open a sample club with made-up members, letters and events."),
                ),
                self.sample_wanted.emit,
            ),
            (
                Card(
                    "table-import",
                    _("Import my list"),
                    _("Bring your members from Excel or any CSV file."),
                ),
                self.import_wanted.emit,
            ),
            (
                Card("file-plus", _("Start empty"), _("Name your club and type the first member.")),
                self.ask_name,
            ),
        ):
            card.clicked.connect(lambda _checked=False, signal=signal: signal())
            line.addWidget(card, 1)
        return line

    def ask_name(self, wish: object = None) -> None:
        """Ask how the new club is called; `wish` is the list that is to come into it."""
        self._name.ask(wish)

    def show_recent(self, addresses: Sequence[str]) -> None:
        """Offer the clubs opened lately, the last one first."""
        while (item := self._recent.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        self._recent.setSpacing(sizes.HALF)
        self._recent.addWidget(label(_("Open a club"), "section"))
        links = QWidget()
        flow = Flow(links, sizes.EDGE)
        for address in addresses[:RECENT]:
            flow.addWidget(self._link(address))
        flow.addWidget(button(_("Choose a file…"), self.file_wanted.emit, drawing="folder-open", kind="link"))
        self._recent.addWidget(links)

    def _link(self, address: str) -> QWidget:
        made = button(
            opening.short_address(address).replace("&", "&&"),
            lambda: self.club_chosen.emit(address),
            drawing="clock",
            kind="link",
        )
        made.setToolTip(address)
        return made


def _greeting() -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(sizes.EDGE)
    words = QVBoxLayout()
    words.setSpacing(sizes.HALF)
    words.addWidget(label(_("Welcome to clubdesk"), "title"))
    words.addWidget(
        label(_("The desk of your owners club: members, letters and events in one file."), "muted", wrap=True)
    )
    line.addWidget(Picture("flag", "accent", sizes.LARGE_ICON), 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(words, 1)
    return line
