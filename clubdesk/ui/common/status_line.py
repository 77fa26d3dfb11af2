"""The foot of the window: what is shown, what is running, what can be undone."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar
from typing_extensions import override

from clubdesk.i18n import _
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import icon_button
from clubdesk.ui.common.labels import ShortLabel, label
from clubdesk.ui.common.theme import theme

BAR = 140
PATIENCE = 500  # ms before a running job is worth mentioning


class StatusLine(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "status")
        self._cancel: Callable[[], object] = lambda: None
        self._text, self._undo, self._job = ShortLabel(), ShortLabel(), label("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(BAR)
        self._stop = icon_button("x", _("Cancel"), lambda: self._cancel(), kind="plain")
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(lambda: self._show_job(shown=True))
        line = QHBoxLayout(self)
        line.setContentsMargins(sizes.EDGE, 0, sizes.EDGE, 0)
        line.setSpacing(sizes.GRID)
        for part in (self._text, self._job, self._bar, self._stop, self._undo):
            line.addWidget(part)
        line.insertSpacing(4, sizes.GRID)
        line.setStretch(0, 1)
        line.setStretch(5, 1)
        self._undo.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._show_job(shown=False)
        self.setMinimumHeight(theme().px(sizes.STATUS_LINE))

    def say(self, text: str) -> None:
        self._text.say(text)

    def offer_undo(self, text: str) -> None:
        """What Ctrl+Z would take back; "" for nothing."""
        self._undo.say(text)

    def start(self, title: str, cancel: Callable[[], object]) -> None:
        """Something long runs; it is shown only if it takes longer than a moment."""
        self._cancel = cancel
        self._job.setText(title)
        self._bar.setRange(0, 0)
        self._stop.setAccessibleName(_("Cancel: {title}").format(title=title))
        self._patience.start()

    def progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def stop(self) -> None:
        self._patience.stop()
        self._show_job(shown=False)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        height = theme().px(sizes.STATUS_LINE)
        if self.minimumHeight() != height:
            self.setMinimumHeight(height)

    def _show_job(self, *, shown: bool) -> None:
        for part in (self._job, self._bar, self._stop):
            part.setVisible(shown)
