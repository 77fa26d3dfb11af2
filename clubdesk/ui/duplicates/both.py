"""Two entries side by side: where they differ, the officer says which one is right."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from clubdesk.i18n import LANGUAGES, N_, _, ngettext, window_texts
from clubdesk.services.members import MemberCard
from clubdesk.services.members.merging import ADDRESS
from clubdesk.ui.common import sizes
from clubdesk.ui.common.labels import label

#: The fields shown, in the order of the form, with their words.
FIELDS = {
    "number": N_("Number"),
    "title": N_("Title"),
    "given": N_("Given name"),
    "given2": N_("Second given name"),
    "prefix": N_("Prefix"),
    "surname": N_("Surname"),
    "surname2": N_("Second surname"),
    "native_name": N_("Name in its own script"),
    "printed_name": N_("Name as printed"),
    ADDRESS: N_("Address"),
    "email": N_("E-mail"),
    "phone": N_("Phone"),
    "mobile": N_("Mobile"),
    "language": N_("Language of letters"),
    "birth": N_("Date of birth"),
    "notes": N_("Notes"),
}


@dataclass(frozen=True)
class Line:
    """A field in both entries."""

    name: str
    left: str
    right: str

    @property
    def differs(self) -> bool:
        """Both say something, and not the same: only then there is a choice."""
        return bool(self.left and self.right) and self.left != self.right


def lines(left: MemberCard, right: MemberCard) -> list[Line]:
    """The fields of which either entry knows something."""
    pairs = [Line(name, _shown(left, name), _shown(right, name)) for name in FIELDS]
    return [line for line in pairs if line.left or line.right]


def _shown(card: MemberCard, name: str) -> str:
    if name == ADDRESS:
        place = card.address
        town = f"{place['postcode']} {place['city']}".strip()
        return ", ".join(filter(None, (place["street"], place["street2"], town, place["country"])))
    value = card.values[name]
    if name == "language":
        return LANGUAGES.get(str(value), "")
    if name == "birth":
        return window_texts().short_date(value) if value else ""  # type: ignore[arg-type]
    return str(value or "")


def belongings(card: MemberCard) -> str:
    """One vehicle, 2 letters: what moves to the entry that is kept."""
    counts = (
        (len(card.vehicles), ngettext("{count} vehicle", "{count} vehicles", len(card.vehicles))),
        (len(card.letters), ngettext("{count} letter", "{count} letters", len(card.letters))),
        (len(card.events), ngettext("{count} invitation", "{count} invitations", len(card.events))),
    )
    return ", ".join(words for count, words in counts if count) or _("nothing more")


class Both(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.choices: dict[str, tuple[QRadioButton, QRadioButton]] = {}
        self._groups: list[QButtonGroup] = []
        self._parts: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, sizes.GRID, sizes.GRID, sizes.GRID)
        self._grid.setHorizontalSpacing(sizes.GAP)
        self._grid.setVerticalSpacing(sizes.HALF)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)

    def show_pair(self, left: MemberCard, right: MemberCard) -> None:
        self._clear()
        self._put(label(_("Kept entry"), "strong"), label(_("Other entry"), "strong"))
        for line in lines(left, right):
            self._put(label(_(FIELDS[line.name]), "caption"))
            if line.differs:
                self._put(*self._choice(line))
            else:
                self._put(_words(line.left), _words(line.right))
        self._put(label(_("Also theirs"), "caption"))
        self._put(_words(belongings(left)), _words(belongings(right)))

    def taken(self) -> tuple[str, ...]:
        """The fields in which the other entry is right."""
        return tuple(name for name, (_left, right) in self.choices.items() if right.isChecked())

    def _choice(self, line: Line) -> tuple[QWidget, QWidget]:
        left, right = QRadioButton(), QRadioButton()
        group = QButtonGroup(self)
        for made, text in ((left, line.left), (right, line.right)):
            made.setAccessibleName(f"{_(FIELDS[line.name])}: {text}")
            made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            group.addButton(made)
        left.setChecked(True)
        self._groups.append(group)
        self.choices[line.name] = (left, right)
        return _beside(left, line.left), _beside(right, line.right)

    def _put(self, *parts: QWidget) -> None:
        row = self._grid.rowCount()
        for column, part in enumerate(parts):
            span = 1 if len(parts) == 2 else 2
            self._grid.addWidget(part, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            self._parts.append(part)

    def _clear(self) -> None:
        for part in self._parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        for group in self._groups:
            group.deleteLater()
        self._parts, self._groups, self.choices = [], [], {}


def _beside(choice: QRadioButton, text: str) -> QWidget:
    """A choice with its words, which go on in a second line rather than being cut."""
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(sizes.HALF)
    line.addWidget(choice, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(_words(text.replace("@", "@\u200b").replace(".", ".\u200b")), 1)
    return whole


def _words(text: str) -> QWidget:
    made = label(text or "–", "body" if text else "muted", wrap=True)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return made
