"""Where scans, photos and mails are dropped, chosen or pasted."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from clubdesk.i18n import _
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.picture import Picture


class ScanDrop(QFrame):
    dropped = Signal(object)  # list of Path
    pasted = Signal(str)  # the words of a mail

    def __init__(self, choose: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("part", "drop")
        self.setAcceptDrops(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(_("Drop scanned slips, photos or mails here"), "strong", wrap=True))
        self.hint = label(_("PDF, TIFF, PNG, JPEG or .eml; pages may lie in any way."), "muted", wrap=True)
        words.addWidget(self.hint)
        self.choose = button(_("Choose files…"), choose, drawing="folder-open", kind="primary")
        self.paste = button(_("Paste a mail"), self.take_clipboard, drawing="mail")
        line = QHBoxLayout(self)
        line.setContentsMargins(sizes.EDGE, sizes.GRID, sizes.EDGE, sizes.GRID)
        line.setSpacing(sizes.GAP)
        line.addWidget(Picture("inbox", "accent", 28))
        line.addLayout(words, 1)
        line.addWidget(self.paste)
        line.addWidget(self.choose)

    def say(self, text: str) -> None:
        """What became of the last stack."""
        self.hint.setText(text)

    def take_clipboard(self) -> None:
        """Take files or words that were copied elsewhere."""
        copied = QGuiApplication.clipboard().mimeData()
        files = [Path(url.toLocalFile()) for url in copied.urls() if url.isLocalFile()]
        if files:
            self.dropped.emit(files)
        elif copied.text().strip():
            self.pasted.emit(copied.text())
        else:
            self.say(_("There is nothing to paste: copy the mail first."))

    def _light_up(self, *, lit: bool) -> None:
        self.setProperty("lit", "true" if lit else "false")
        self.style().unpolish(self)
        self.style().polish(self)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._light_up(lit=True)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light_up(lit=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._light_up(lit=False)
        event.acceptProposedAction()
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        self.dropped.emit(files)
