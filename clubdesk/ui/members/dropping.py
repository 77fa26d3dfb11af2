"""Nothing was found: what was meant perhaps, else which chip to drop, or that the words are to blame."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clubdesk.i18n import _, ngettext, window_texts
from clubdesk.services import members
from clubdesk.services.members import Search
from clubdesk.ui.members.states import word

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


@dataclass(frozen=True)
class Way:
    """A search that finds somebody: what it leaves out, or what it spells otherwise."""

    search: Search
    left_out: str = ""
    count: int = 0

    @property
    def verb(self) -> str:
        finds = ngettext("one is found", "{count} are found", self.count)
        if self.left_out:
            return _("Drop {what}: {finds}").format(what=self.left_out, finds=finds)
        return _("Did you mean “{text}”? {finds}").format(text=self.search.text, finds=finds)


def ways_out(workspace: "Workspace", search: Search) -> Way | None:
    """What was meant perhaps, else the search that asks for less and finds most; None when nothing helps."""
    if search.text and (meant := workspace.read(members.did_you_mean, search)):
        return Way(replace(search, text=meant.text), count=meant.count)
    ways = [
        replace(way, count=len(workspace.read(members.find_members, way.search))) for way in _less(search)
    ]
    best = max(ways, key=lambda way: way.count, default=None)
    return best if best and best.count else None


def _less(search: Search) -> Iterator[Way]:
    if search.text:
        yield Way(replace(search, text=""), f"“{search.text}”")
    if search.chapters:
        yield Way(replace(search, chapters=()), ", ".join(search.chapters))
    if search.statuses:
        yield Way(replace(search, statuses=()), ", ".join(map(word, search.statuses)))
    if search.countries:
        yield Way(replace(search, countries=()), ", ".join(map(window_texts().country, search.countries)))
    if search.where:
        yield Way(replace(search, where=""), _("the conditions"))
    if search.as_of:
        yield Way(replace(search, as_of=None), window_texts().short_date(search.as_of))
    if search.in_list is not None:
        yield Way(replace(search, in_list=None), _("the list"))
    if search.models:
        yield Way(replace(search, models=()), ", ".join(search.models))
