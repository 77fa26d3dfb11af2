"""The club's logo: dropped or chosen, shown as on paper, removed again."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout
from typing_extensions import override

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.fields import Commit, Field
from clubdesk.ui.common.theme import theme

WIDTH, HEIGHT = 220, 72
SUFFIXES = (".png", ".jpg", ".jpeg", ".svg")
LARGEST = 5_000_000  # bytes


class LogoBox(QFrame):
    """White as paper, in both themes: that is where the logo stands."""

    dropped = Signal(object)  # Path

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "drop")
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._picture = QImage()

    def show_picture(self, data: bytes | None) -> None:
        self._picture = _picture(data) if data else QImage()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(WIDTH), theme().px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(sizes.HALF, sizes.HALF, -sizes.HALF, -sizes.HALF)
        if self._picture.isNull():
            painter.setPen(theme().colour("muted"))
            painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, _("Drop a PNG, JPEG or SVG here"))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("paper"))
        painter.drawRoundedRect(inside, sizes.RADIUS, sizes.RADIUS)
        room = inside.adjusted(sizes.HALF, sizes.HALF, -sizes.HALF, -sizes.HALF)
        size = self._picture.size().toSizeF()
        size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(room.topLeft(), size)
        place.moveCenter(room.center())
        painter.drawImage(place, self._picture)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        if len(urls) == 1 and Path(urls[0].toLocalFile()).suffix.lower() in SUFFIXES:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(Path(event.mimeData().urls()[0].toLocalFile()))


def _picture(data: bytes) -> QImage:
    """The logo as it is printed; nothing of a file that can't be."""
    from clubdesk.documents.logo import read_logo  # Pillow: only when there is a logo

    try:
        logo = read_logo(data)
    except Problem:
        return QImage()
    return QImage(logo.rgb, logo.width, logo.height, 3 * logo.width, QImage.Format.Format_RGB888).copy()


class LogoField(Field):
    """Its value is the bytes of a PNG, JPEG or SVG, or None; `choose` asks for a file."""

    def __init__(self, title: str, commit: Commit, choose: Callable[[], Path | None]) -> None:
        self.box = LogoBox()
        self._data: bytes | None = None
        self._choose = choose
        super().__init__(title, self.box, commit)
        self.box.dropped.connect(self.take)
        self.remove = button(_("Remove"), lambda: self._set(None), drawing="trash", kind="plain")
        buttons = QHBoxLayout()
        buttons.setSpacing(sizes.HALF)
        buttons.addWidget(button(_("Choose…"), self._ask, drawing="upload"))
        buttons.addWidget(self.remove)
        buttons.addStretch()
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertSpacing(column.indexOf(self.box) + 1, sizes.HALF)
        column.insertLayout(column.indexOf(self.box) + 2, buttons)

    def take(self, file: Path) -> None:
        """Read the picture from a file; what is wrong with it is said under the field."""
        try:
            if file.stat().st_size > LARGEST:
                raise Problem(_("This picture is larger than 5 MB."), _("Save it smaller and try again."))
            self._set(file.read_bytes())
        except OSError as error:
            reason = error.strerror or error
            self.show_problem(
                Problem(_("“{file}” can't be read: {error}").format(file=file.name, error=reason))
            )
        except Problem as problem:
            self.show_problem(problem)

    def _ask(self) -> None:
        if (file := self._choose()) is not None:
            self.take(file)

    def _set(self, data: bytes | None) -> None:
        self._data = data
        self.commit()
        self._show_value(self._kept)

    @override
    def value(self) -> bytes | None:
        return self._data

    @override
    def _show_value(self, value: bytes | None) -> None:
        self._data = value
        self.box.show_picture(value)
        self.remove.setVisible(bool(value))
