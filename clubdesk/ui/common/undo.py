"""Undo and Redo of the window: what they would do stands in the menu and in the status line.

Inside a text field Ctrl+Z first takes back what was typed there (line.py).
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from clubdesk.i18n import _
from clubdesk.ui.common.tasks import Tasks

if TYPE_CHECKING:
    from clubdesk.services.workspace import Step, Workspace

REDO_KEYS = ("Ctrl+Shift+Z", "Ctrl+Y")


class Undo(QObject):
    offered = Signal(str)  # the words of the Undo entry, "" for nothing
    done = Signal(str)  # what was undone or redone
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._workspace: Workspace | None = None
        self.undo, self.redo = QAction(_("Undo"), self), QAction(_("Redo"), self)
        self.undo.setShortcut(QKeySequence("Ctrl+Z"))
        self.redo.setShortcuts([QKeySequence(key) for key in REDO_KEYS])
        self.undo.triggered.connect(self.take_back)
        self.redo.triggered.connect(self.do_again)
        self._show(None, None)

    def work_on(self, workspace: "Workspace | None") -> None:
        self._workspace = workspace
        self.refresh()

    def refresh(self) -> None:
        """Ask what could be undone now."""
        workspace = self._workspace
        if workspace is None:
            self._show(None, None)
            return
        self._tasks.start(
            lambda _: (workspace.next_undo(), workspace.next_redo()), done=lambda steps: self._show(*steps)
        )

    def take_back(self) -> None:
        if self._workspace is not None:
            self._run(self._workspace.undo, _("Undone: {what}"))

    def do_again(self) -> None:
        if self._workspace is not None:
            self._run(self._workspace.redo, _("Done again: {what}"))

    def _run(self, step: "Callable[[], Step | None]", words: str) -> None:
        self._tasks.start(
            lambda _: step(),
            done=lambda made: self.done.emit(words.format(what=made.label)) if made else None,
            failed=self.failed.emit,
        )

    def _show(self, undo: "Step | None", redo: "Step | None") -> None:
        for action, step, plain, words in (
            (self.undo, undo, _("Undo"), _("Undo: {what}")),
            (self.redo, redo, _("Redo"), _("Redo: {what}")),
        ):
            action.setText(words.format(what=step.label).replace("&", "&&") if step else plain)
            action.setEnabled(step is not None)
        self.offered.emit(_("Undo: {what}  (Ctrl+Z)").format(what=undo.label) if undo else "")
