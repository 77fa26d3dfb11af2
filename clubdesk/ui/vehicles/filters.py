"""What the officer looks for among the vehicles: words, and chips beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from clubdesk.i18n import _
from clubdesk.services.vehicles import VehicleSearch, kind_counts, ownerless_count, year_counts
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.chips import Chip, Choice
from clubdesk.ui.common.page_head import PageHead
from clubdesk.ui.common.table_view import TableView

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


@dataclass(frozen=True)
class Counts:
    """How many vehicles each choice of a chip finds."""

    models: Mapping[str, int] = field(default_factory=dict)
    years: Mapping[int, int] = field(default_factory=dict)
    ownerless: int = 0


def read_counts(workspace: "Workspace") -> Counts:
    return Counts(workspace.read(kind_counts), workspace.read(year_counts), workspace.read(ownerless_count))


class Filters(QObject):
    changed = Signal()

    def __init__(self, head: PageHead, table: TableView) -> None:
        super().__init__(head)
        self.counts = Counts()
        self.field = head.set_search(_("Search model, plate, VIN or owner…"), table)
        assert head.chips is not None
        self.models = head.chips.add(Chip(_("Model"), self._models))
        self.years = head.chips.add(Chip(_("Year"), self._years))
        self.owners = head.chips.add(Chip(_("Owner"), self._owners, several=False))
        self._clear = button(_("Clear all"), self.clear, drawing="x", kind="link")
        self._clear.hide()
        head.chips.put(self._clear)
        self._quiet = False
        self.field.searched.connect(self._tell)
        head.chips.changed.connect(self._tell)

    def _models(self) -> list[Choice]:
        return [Choice(name, name, count) for name, count in self.counts.models.items()]

    def _years(self) -> list[Choice]:
        return [Choice(year, str(year), count) for year, count in self.counts.years.items()]

    def _owners(self) -> list[Choice]:
        return [Choice("none", _("Without owner"), self.counts.ownerless)]

    def search(self) -> VehicleSearch:
        return VehicleSearch(
            text=self.field.text().strip(),
            models=cast("tuple[str, ...]", self.models.chosen),
            years=cast("tuple[int, ...]", self.years.chosen),
            without_owner=bool(self.owners.chosen),
        )

    def clear(self) -> None:
        self._quiet = True
        self.field.setText("")
        for chip in (self.models, self.years, self.owners):
            chip.clear()
        self._quiet = False
        self._tell()

    def _tell(self) -> None:
        if not self._quiet:
            self._clear.setVisible(self.search() != VehicleSearch())
            self.changed.emit()
