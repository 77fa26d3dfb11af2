"""What the desk does with saved lists: show them in the sidebar, open, rename, move and delete them."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from clubdesk.i18n import _
from clubdesk.services import lists
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.sidebar_lists import SidebarLists
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.wishes import FindMembers

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


class DeskLists:
    def __init__(self, shown: SidebarLists, workspace: "Workspace", tasks: Tasks, shell: Shell) -> None:
        self._shown, self._workspace, self._tasks, self._shell = shown, workspace, tasks, shell
        shown.chosen.connect(self._open)
        shown.rename_wanted.connect(self._rename)
        shown.move_wanted.connect(self._move)
        shown.delete_wanted.connect(self._delete)

    def refresh(self) -> None:
        self._tasks.start(
            lambda _: self._workspace.read(lists.saved_lists),
            done=self._shown.show_lists,
            failed=self._shell.show_problem,
        )

    def _open(self, list_id: int) -> None:
        self._tasks.start(
            lambda _: self._workspace.read(lists.list_search, list_id),
            done=lambda search: self._shell.go("members", FindMembers(search)),
            failed=self._shell.show_problem,
        )

    def _rename(self, list_id: int, name: str) -> None:
        parent: QWidget = self._shown.window()
        wanted = dialogs.ask_text(parent, _("Rename the list"), _("What is it called?"), name)
        if wanted is not None and wanted != name:
            self._tasks.start(
                lambda _: self._workspace.do(lists.rename_list, list_id, name=wanted),
                done=lambda _: None,
                failed=self._shell.show_problem,
            )

    def _move(self, list_id: int, steps: int) -> None:
        self._tasks.start(
            lambda _: self._workspace.do(lists.move_list, list_id, steps=steps),
            done=lambda _: None,
            failed=self._shell.show_problem,
        )

    def _delete(self, list_id: int, name: str) -> None:
        said = _("The list “{name}” is deleted.").format(name=name)
        self._tasks.start(
            lambda _: self._workspace.do(lists.delete_list, list_id),
            done=lambda _: self._shell.toast(said, undo=True),
            failed=self._shell.show_problem,
        )
