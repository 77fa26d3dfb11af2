"""A list of what a person has several of, addresses or offices: each shown in words, changed in its place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.ui.common import sizes
from clubdesk.ui.common.beside import beside, stacked
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.fields import ChoiceField, Commit, DateField, Field, TextField
from clubdesk.ui.common.labels import ShortLabel, label


@dataclass(frozen=True)
class Part:
    """One field of an entry: a text, a day (`day`) or one of `choices`."""

    name: str
    title: str
    day: bool = False
    choices: Sequence[tuple[object, str]] = ()

    def field(self, commit: Commit) -> Field:
        if self.day:
            return DateField(self.title, commit)
        if not self.choices:
            return TextField(self.title, commit)
        made = ChoiceField(self.title, commit, self.choices)
        made.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return made


@dataclass(frozen=True)
class Entry:
    """What is shown of one; `values` by the names of the parts."""

    id: int
    title: str
    facts: str
    values: dict[str, Any] = field(hash=False)


@dataclass(frozen=True)
class Deeds:
    """What can be done: `add` gets all values, `keep` the id, a name and a value. All may raise Problem."""

    add: Callable[[dict[str, Any]], object]
    keep: Callable[[int, str, Any], object]
    remove: Callable[[int], object]


class EntryCard(QFrame):
    removed = Signal()
    dropped = Signal()

    def __init__(self, lines: Sequence[Sequence[Part]], keep: Callable[[str, Any], object]) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._title, self._facts = ShortLabel("body"), label("", "caption", wrap=True)
        self.fields: dict[str, Field] = {}
        rows = [beside(*((self._field(part, keep), 1) for part in line)) for line in lines]
        self.remove = button(_("Delete"), self.removed.emit, kind="link")
        self._form = stacked(*rows, self.remove)
        self._form.hide()
        self.edit = button(_("Edit"), self.toggle, kind="link")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.GAP, sizes.HALF, sizes.GAP, sizes.GRID)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._facts)
        column.addWidget(self._form)

    def _field(self, part: Part, keep: Callable[[str, Any], object]) -> Field:
        made = part.field(lambda value: keep(part.name, value))
        self.fields[part.name] = made
        return made

    def show_entry(self, entry: Entry) -> None:
        self._title.say(entry.title)
        self._facts.setText(entry.facts)
        self._facts.setVisible(bool(entry.facts))
        for name, made in self.fields.items():
            made.refresh(entry.values[name])

    def begin(self, title: str, hint: str, values: dict[str, Any]) -> None:
        """An empty card, open."""
        self._title.say(title)
        self._facts.setText(hint)
        for name, made in self.fields.items():
            made.begin_with(values.get(name))
        self.remove.hide()
        self._form.show()
        self.edit.setText(_("Drop"))
        self.edit.clicked.disconnect()
        self.edit.clicked.connect(lambda: self.dropped.emit())
        next(iter(self.fields.values())).setFocus()

    def toggle(self) -> None:
        self._form.setVisible(self._form.isHidden())
        self.edit.setText(_("Edit") if self._form.isHidden() else _("Close"))


class Entries(QWidget):
    """`enough` are the parts one of which must be there before a new entry is made."""

    failed = Signal(object)

    def __init__(
        self,
        heading: str,
        add_word: str,
        lines: Sequence[Sequence[Part]],
        *,
        deeds: Deeds,
        new: dict[str, Any],
        enough: Sequence[str],
    ) -> None:
        super().__init__()
        self._lines, self._deeds, self._new, self._enough = lines, deeds, new, enough
        self._add_word = add_word
        self.cards: dict[int, EntryCard] = {}
        self.new: EntryCard | None = None
        self._typed: dict[str, Any] = {}
        self.add = button(add_word, self.begin_new, drawing="plus", kind="link")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, sizes.GRID, 0)
        self._column.setSpacing(sizes.HALF)
        if heading:
            self._column.addWidget(label(heading, "strong"))
        self._first = self._column.count()  # the place of the first card
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_entries(self, entries: Sequence[Entry], *, another: bool) -> None:
        """`another`: they are somebody else's, so what is begun is dropped."""
        if another:
            self.drop_new()
        for gone in self.cards.keys() - {entry.id for entry in entries}:
            _away(self.cards.pop(gone))
        for place, entry in enumerate(entries, start=self._first):
            card = self.cards.get(entry.id) or self._make(entry.id)
            self._column.insertWidget(place, card)
            card.show_entry(entry)

    def _make(self, key: int) -> EntryCard:
        made = EntryCard(self._lines, lambda name, value: self._deeds.keep(key, name, value))
        made.removed.connect(lambda: self._remove(key))
        self.cards[key] = made
        return made

    def _remove(self, key: int) -> None:
        try:
            self._deeds.remove(key)
        except Problem as problem:
            self.failed.emit(problem)

    def begin_new(self) -> None:
        """An empty card; the entry is made as soon as there is enough of it."""
        self._typed = dict(self._new)
        self.new = EntryCard(self._lines, self._keep_new)
        self._column.insertWidget(self._column.indexOf(self.add), self.new)
        self.add.hide()
        self.new.begin(self._add_word, _("It is kept as soon as it says enough."), self._new)
        self.new.dropped.connect(self.drop_new)

    def drop_new(self) -> None:
        if self.new is not None:
            _away(self.new)
            self.new = None
        self.add.show()

    def _keep_new(self, name: str, value: Any) -> None:
        self._typed[name] = value
        if any(self._typed.get(part) for part in self._enough):
            self._deeds.add(self._typed)
            self.drop_new()


def _away(card: QWidget) -> None:
    card.hide()
    card.deleteLater()
