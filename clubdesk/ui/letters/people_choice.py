"""Choose who gets a letter: a row for each way."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QRadioButton, QSizePolicy, QWidget

from clubdesk.i18n import _, ngettext, number
from clubdesk.ui.common import sizes
from clubdesk.ui.common.line import Line
from clubdesk.ui.letters.people import Offer, People, Way

PAUSE = 250  # ms without a key before people are counted again
WAYS: tuple[Way, ...] = ("these", "needed", "chapter", "search")


class PeopleChoice(QWidget):
    changed = Signal()
    touched = Signal()  # at once, before `changed`: what was chosen before counts no more

    def __init__(self) -> None:
        super().__init__()
        self._these: tuple[int, ...] = ()
        self._group = QButtonGroup(self)
        self.buttons: dict[Way, QRadioButton] = {}
        self.chapter, self.text = QComboBox(), Line()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(sizes.GAP)
        self._grid.setVerticalSpacing(sizes.HALF)
        self._grid.setColumnStretch(1, 1)
        self._add("these", "")
        self._add("needed", _("Everybody who needs one"))
        self._add("chapter", _("A chapter"), self.chapter)
        self._add("search", _("A search"), self.text)
        self._set_up_editors()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.changed)
        self._group.buttonToggled.connect(lambda _, checked: self._wait(0) if checked else None)

    def _add(self, way: Way, words: str, beside: QWidget | None = None) -> None:
        made, row = QRadioButton(words), len(self.buttons)
        self.buttons[way] = made
        self._group.addButton(made)
        self._grid.addWidget(made, row, 0, 1, 1 if beside else 2)
        if beside is not None:
            self._grid.addWidget(beside, row, 1)

    def _set_up_editors(self) -> None:
        self.buttons["needed"].setToolTip(_("Members who were never verified or whose verification ran out."))
        self.chapter.setAccessibleName(_("Chapter"))
        self.chapter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chapter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chapter.setMinimumContentsLength(8)
        self.chapter.activated.connect(lambda _: self._take("chapter"))
        self.text.setAccessibleName(_("Search"))
        self.text.setPlaceholderText(_("Name, town, model…"))
        self.text.textEdited.connect(lambda _: self._take("search"))

    def _take(self, way: Way) -> None:
        """The officer used the editor of this way, so it is the way that is meant."""
        self.buttons[way].setChecked(True)
        self._wait(PAUSE if way == "search" else 0)

    def _wait(self, pause: int) -> None:
        self.touched.emit()
        self._pause.start(pause)

    def begin(self, these: tuple[int, ...]) -> None:
        """Choose these people; all who need a letter when there are none."""
        self._these = these
        self.buttons["these"].setText(
            ngettext("The person selected in Members", "The {count} people selected in Members", len(these))
        )
        self.buttons["these"].setVisible(bool(these))
        self.text.setText("")
        self.buttons["these" if these else "needed"].setChecked(True)

    def show_offer(self, offer: Offer) -> None:
        words = _("Everybody who needs one: {count}").format(count=number(offer.needed))
        self.buttons["needed"].setText(words)
        if offer.chapters != tuple(self.chapter.itemText(n) for n in range(self.chapter.count())):
            self.chapter.clear()
            self.chapter.addItems(offer.chapters)
        for part in (self.chapter, self.buttons["chapter"]):
            part.setVisible(bool(offer.chapters))

    def chosen(self) -> People:
        way = next(way for way in WAYS if self.buttons[way].isChecked())
        return People(way, self.chapter.currentText(), self.text.text().strip(), self._these)
