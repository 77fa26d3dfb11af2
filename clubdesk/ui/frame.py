"""The window on the screen, painted at once; what stands in it is built while it is already seen.

Light on purpose: the parts of a page, and the enums of Qt's namespace, would cost a third of the start.
"""

from PySide6.QtCore import QByteArray, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QMainWindow, QWidget
from typing_extensions import override

from clubdesk.settings import Settings
from clubdesk.ui.common import theme

SMALLEST, USUAL = QSize(720, 480), QSize(1280, 760)
BORDER = QSize(16, 48)  # what the system draws around a window, about
GEOMETRY = "geometry"  # in Settings.window
DARK = 128  # of 255


class Frame(QMainWindow):
    """Stands where it stood last time, in the ground colour of its theme; `hold` puts the program into it."""

    painted = Signal()  # for the first time: what takes longer begins now

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._inside: QWidget | None = None
        self._was_painted = False
        self.setWindowTitle("clubdesk")
        self.setMinimumSize(SMALLEST)
        self._colour()
        self._restore()

    def hold(self, inside: QWidget) -> None:
        """Show `inside`, wear its title, and close when it agrees to be closed."""
        self._inside = inside
        self.setPalette(QPalette())  # from now on the whole program is dressed (theme.use)
        self.setCentralWidget(inside)
        inside.show()
        inside.windowTitleChanged.connect(self.setWindowTitle)

    def _colour(self) -> None:
        ground = self.palette()
        name = self._settings.theme
        if name == "system":  # as the style sees it; Qt's own answer would load its enums
            name = "dark" if ground.color(QPalette.ColorRole.Window).lightness() < DARK else "light"
        ground.setColor(QPalette.ColorRole.Window, theme.load(name).colour("window"))
        self.setPalette(ground)

    def _restore(self) -> None:
        kept = self._settings.window.get(GEOMETRY, "")
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            room = self.screen().availableSize() - BORDER
            self.resize(USUAL.boundedTo(room).expandedTo(SMALLEST))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.window[GEOMETRY] = bytes(self.saveGeometry().toBase64().data()).decode()
        if self._inside is None or self._inside.close():
            event.accept()
        else:
            event.ignore()
