"""The editor of one text: merge fields in colour, offered while one types, as high as its words need."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy
from typing_extensions import override

from clubdesk.ui.common import sizes
from clubdesk.ui.common.theme import theme
from clubdesk.ui.templates.completion import Completion
from clubdesk.ui.templates.field_menu import FieldMenu
from clubdesk.ui.templates.highlighter import Highlighter

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_LONG = 2  # lines that a long text shows at least


class WordsEdit(QPlainTextEdit):
    """A text is one paragraph: Enter and line breaks of the clipboard part it, if anybody listens."""

    typed = Signal()
    entered = Signal()  # Enter was pressed
    emptied = Signal()  # Backspace at the beginning
    poured = Signal(list)  # several paragraphs came from the clipboard
    focused = Signal()
    left = Signal()

    def __init__(self, fields: FieldMenu, *, long: bool = False) -> None:
        super().__init__()
        self._fields, self._long = fields, long
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.highlighter = Highlighter(self.document())
        self.completion = Completion(self, fields)
        self._quiet = False
        self.textChanged.connect(self._changed)
        self._fit()

    # What it says

    def words(self) -> str:
        return self.toPlainText().replace("\n", " ")

    def show_words(self, text: str) -> None:
        """Say something else, unless it does already; that is no typing."""
        if text == self.words():
            return
        self._quiet = True
        self.setPlainText(text)
        self._quiet = False
        self._fit()

    def insert(self, before: str, after: str = "") -> None:
        """Put words at the caret, around what is chosen; the caret stands between them then."""
        cursor = self.textCursor()
        chosen = cursor.selectedText()
        cursor.insertText(before + chosen + after)
        cursor.setPosition(cursor.position() - len(after))
        self.setTextCursor(cursor)
        self.setFocus()

    def replace_all(self, text: str) -> None:
        """Say something else as if it were typed: Ctrl+Z brings the words before back."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def go_to(self, start: int, end: int) -> None:
        """Put the caret there, and choose what stands from start to end."""
        cursor, last = self.textCursor(), len(self.words())
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        QTimer.singleShot(0, self, self._fit)  # a text that changes is laid out later
        if not self._quiet:
            self.typed.emit()

    # How high it stands

    def _fit(self) -> None:
        layout, block = self.document().documentLayout(), self.document().firstBlock()
        words = 0.0
        while block.isValid():
            words += layout.blockBoundingRect(block).height()  # lays it out, which the size doesn't
            block = block.next()
        least = QFontMetrics(self.font()).lineSpacing() * (_LONG if self._long else 1)
        frame = 2 * sizes.HALF + 2 * int(self.document().documentMargin()) + 2
        height = max(round(max(words, least)) + frame, theme().px(sizes.CONTROL) + 2)
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self.minimumHeight())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self._fit)  # the words are laid out first

    # Keys

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable()
            if undo or redo:
                event.ignore()  # the window's undo has its turn
                return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.completion.takes(event):
            event.ignore()  # the list of fields hears it
        elif event.key() in _ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Backspace and self._at_start():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)
            self.completion.follow(event.text())

    def _at_start(self) -> bool:
        cursor = self.textCursor()
        return cursor.position() == 0 and not cursor.hasSelection()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        parts = [part.strip() for part in source.text().splitlines() if part.strip()]
        if parts:
            self.textCursor().insertText(parts[0])
            if len(parts) > 1:
                self.poured.emit(parts[1:])

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.addSeparator()
        menu.addMenu(self._fields)
        menu.exec(event.globalPos())
        menu.deleteLater()

    # Focus

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_quiet"):
            self._quiet = True  # colours are no typing
            self.highlighter.redress()
            self._quiet = False
            self._fit()
