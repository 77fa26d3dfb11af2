"""A short message at the foot of the window, with Undo or another verb."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from clubdesk.i18n import _
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.labels import label

SHOWN = 8_000  # ms


class Toast(QFrame):
    """Floats above everything in `over` and goes by itself."""

    def __init__(self, over: QWidget, undo: Callable[[], object]) -> None:
        super().__init__(over)
        self.setProperty("part", "toast")
        self._over, self._take_back = over, undo
        self._run: Callable[[], object] = undo
        self._text = label("")
        self._undo = button(_("Undo"), self._press)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN)
        self._timer.timeout.connect(self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(sizes.EDGE, sizes.HALF, sizes.GRID, sizes.HALF)
        line.setSpacing(sizes.EDGE)
        line.addWidget(self._text)
        line.addWidget(self._undo)
        over.installEventFilter(self)
        self.hide()

    def say(
        self, text: str, *, undo: bool = False, verb: str = "", run: Callable[[], object] | None = None
    ) -> None:
        """Show the text; with Undo, or with a button of that verb which does `run`."""
        self._text.setText(text)
        self._text.setContentsMargins(0, sizes.HALF, sizes.GRID, sizes.HALF)
        self._run = run or self._take_back
        self._undo.setText(verb or _("Undo"))
        self._undo.setVisible(undo or bool(verb))
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def _press(self) -> None:
        self.hide()
        self._run()

    def _place(self) -> None:
        self.ensurePolished()
        self.adjustSize()
        left = (self._over.width() - self.width()) // 2
        self.move(max(left, 0), self._over.height() - self.height() - sizes.STATUS_LINE - sizes.EDGE)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
