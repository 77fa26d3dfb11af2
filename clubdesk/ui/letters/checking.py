"""Look through the letters before they are made: signs that no typeface has, addresses that are too long."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from clubdesk.services import letters
from clubdesk.services.members import member_rows
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.letters.letter_settings import Writing

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

AT_ONCE = 50  # letters between which a preview may be drawn
MOST = 1000  # the rest is checked when it is printed

Found = dict[int, tuple[str, str]]  # name and what is wrong, by the person's id


class Checking:
    """Some letters at a time, so that nothing waits for it; `tell` hears what was found."""

    def __init__(self, workspace: "Workspace", tasks: Tasks, tell: Callable[[Found], object]) -> None:
        self._workspace, self._tasks, self._tell = workspace, tasks, tell
        self._asked = 0

    def start(self, people: Sequence[int], writing: Writing) -> None:
        """Check these letters; whatever was being checked before is dropped."""
        self._asked += 1
        self._go_on(tuple(people[:MOST]), writing, asked=self._asked)

    def stop(self) -> None:
        self._asked += 1

    def _go_on(self, people: Sequence[int], writing: Writing, *, asked: int) -> None:
        if not people or asked != self._asked:
            return
        some, rest = people[:AT_ONCE], people[AT_ONCE:]

        def hear(found: Found) -> None:
            if asked == self._asked:
                if found:
                    self._tell(found)
                self._go_on(rest, writing, asked=asked)

        self._tasks.draw(lambda _: self._check(some, writing), done=hear)

    def _check(self, people: Sequence[int], writing: Writing) -> Found:
        findings = self._workspace.read(letters.check_letters, people, **writing.asked())
        ids = {row.name: row.id for row in self._workspace.read(member_rows, people)} if findings else {}
        found: Found = {}
        for finding in findings:
            if (person := ids.get(finding.name)) is not None:
                before = found[person][1] + " · " if person in found else ""
                found[person] = (finding.name, before + finding.text)
        return found
