"""What the officer looks for: the words in the search field and the chips beside it."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from clubdesk.i18n import _, window_texts
from clubdesk.services import members
from clubdesk.services.members import Search
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.chips import Chip, Choice
from clubdesk.ui.common.page_head import PageHead
from clubdesk.ui.common.search_field import SearchField
from clubdesk.ui.common.table_view import TableView
from clubdesk.ui.members.head import CHIPS, SEARCH
from clubdesk.ui.members.states import word

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

LONGEST = 32  # letters of conditions that their chip shows


@dataclass(frozen=True)
class Counts:
    """How many people each choice of a chip finds."""

    chapters: Mapping[str, int] = field(default_factory=dict)
    statuses: Mapping[str, int] = field(default_factory=dict)
    models: Mapping[str, int] = field(default_factory=dict)
    countries: Mapping[str, int] = field(default_factory=dict)


def read_counts(workspace: "Workspace") -> Counts:
    return Counts(
        workspace.read(members.chapter_counts),
        workspace.read(members.status_counts),
        workspace.read(members.model_counts),
        workspace.read(members.country_counts),
    )


class Filters(QObject):
    """Search field and chips of the page's head; `changed` says that something else is wanted now."""

    changed = Signal()

    def __init__(self, head: PageHead, table: TableView) -> None:
        super().__init__(head)
        self.counts = Counts()
        self.field: SearchField = head.set_search(_(SEARCH), table)
        assert head.chips is not None
        self._chips = head.chips
        self.chapters = self._add("chapters", lambda: _choices(self.counts.chapters))
        self.statuses = self._add("statuses", self._statuses)
        self.models = self._add("models", lambda: _choices(self.counts.models))
        self.countries = self._add("countries", self._lands)
        self.where = ""
        self.as_of: dt.date | None = None
        self.in_list: int | None = None
        self.conditions, self.day, self.frozen = (self._put(kept) for kept in ("conditions", "day", "list"))
        self.frozen.clicked.connect(lambda: self.ask(in_list=None))
        self._clear = button(_("Clear all"), self.clear, drawing="x", kind="link")
        self._clear.hide()
        self._chips.put(self._clear)
        self.field.searched.connect(self._tell)
        self._chips.changed.connect(self._tell)
        self._quiet = False

    def _add(self, key: str, choices: Callable[[], list[Choice]]) -> Chip:
        return self._chips.add(Chip(_(CHIPS[key]), choices))

    def _statuses(self) -> list[Choice]:
        counts = self.counts.statuses
        return [Choice(state, word(state), counts[state]) for state in members.STATES if state in counts]

    def _lands(self) -> list[Choice]:
        name = window_texts().country
        return [Choice(code, name(code), count) for code, count in self.counts.countries.items()]

    def _put(self, key: str) -> QPushButton:
        """A chip that is only there while it asks for something; pressing it changes that."""
        made = QPushButton()
        made.setObjectName(key)
        made.setProperty("kind", "chip")
        made.setProperty("on", "true")
        made.hide()
        self._chips.put(made)
        return made

    def ask(self, **kept: object) -> None:
        """Ask for `where`, `as_of` or `in_list` besides what the chips ask for."""
        self.show(replace(self.search(), **kept))  # type: ignore[arg-type]

    def _keep(self, search: Search) -> None:
        self.where, self.as_of, self.in_list = search.where, search.as_of, search.in_list
        short = self.where if len(self.where) <= LONGEST else self.where[: LONGEST - 1] + "…"
        self.conditions.setText(short.replace("&", "&&"))
        self.conditions.setToolTip(self.where)
        self.conditions.setVisible(bool(self.where))
        day = window_texts().short_date(self.as_of) if self.as_of else ""
        self.day.setText(_("Members on {day}").format(day=day))
        self.day.setVisible(self.as_of is not None)
        self.frozen.setText(_("Frozen list"))
        self.frozen.setVisible(self.in_list is not None)

    def search(self) -> Search:
        return Search(
            text=self.field.text().strip(),
            chapters=_keys(self.chapters),
            statuses=_keys(self.statuses),
            models=_keys(self.models),
            countries=_keys(self.countries),
            where=self.where,
            as_of=self.as_of,
            in_list=self.in_list,
        )

    def show(self, search: Search) -> None:
        """Look for this now."""
        self._quiet = True
        self.field.setText(search.text)
        self.chapters.choose(*(Choice(name, name) for name in search.chapters))
        self.statuses.choose(*(Choice(state, word(state)) for state in search.statuses))
        self.models.choose(*(Choice(name, name) for name in search.models))
        name = window_texts().country
        self.countries.choose(*(Choice(code, name(code)) for code in search.countries))
        self._keep(search)
        self._quiet = False
        self._tell()

    def clear(self) -> None:
        self.show(Search())

    def _tell(self) -> None:
        if not self._quiet:
            self._clear.setVisible(self.search() != Search())
            self.changed.emit()


def _choices(counts: Mapping[str, int]) -> list[Choice]:
    return [Choice(name, name, count) for name, count in counts.items()]


def _keys(chip: Chip) -> tuple[str, ...]:
    return cast("tuple[str, ...]", chip.chosen)
