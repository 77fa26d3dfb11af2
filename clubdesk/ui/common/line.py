"""A line of text that claims only the keys it can use: the page's keys work while the caret is in it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override


class Line(QLineEdit):
    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._leaves(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        """Nothing to take back: the window's undo has its turn. At the text's end: the page's Del has."""
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self.isUndoAvailable()
        if event.matches(QKeySequence.StandardKey.Redo):
            return not self.isRedoAvailable()
        at_end = self.cursorPosition() == len(self.text()) and not self.hasSelectedText()
        return event.key() == Qt.Key.Key_Delete and at_end
