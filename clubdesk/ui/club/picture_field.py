"""A picture of the club, its logo or its letter paper: dropped or chosen, shown, removed again."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout
from typing_extensions import override

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.fields import Commit, Field
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.theme import theme

if TYPE_CHECKING:
    from clubdesk.documents.logo import Picture

WIDTH, HEIGHT = 220, 72
LARGEST = 5_000_000  # bytes


@dataclass(frozen=True, slots=True)
class PictureKind:
    """What may be chosen: `read` gives the picture as it is printed and raises Problem for what can't be."""

    title: str
    invitation: str
    suffixes: tuple[str, ...]
    read: "Callable[[bytes], Picture]"
    about: str = ""


class PictureBox(QFrame):
    """White as paper, in both themes: that is where the picture stands."""

    dropped = Signal(object)  # Path

    def __init__(self, kind: PictureKind) -> None:
        super().__init__()
        self._kind = kind
        self.setAccessibleName(kind.title)
        self.setProperty("part", "drop")
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._picture = QImage()

    def show_picture(self, data: bytes | None) -> None:
        self._picture = self._read(data) if data else QImage()
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
            painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, self._kind.invitation)
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
        if len(urls) == 1 and Path(urls[0].toLocalFile()).suffix.lower() in self._kind.suffixes:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(Path(event.mimeData().urls()[0].toLocalFile()))

    def _read(self, data: bytes) -> QImage:
        """The picture as it is printed, no larger than the box shows; nothing of a file that can't be."""
        try:
            read = self._kind.read(data)
        except Problem:
            return QImage()
        whole = QImage(read.rgb, read.width, read.height, 3 * read.width, QImage.Format.Format_RGB888)
        room = 2 * theme().px(WIDTH)
        return whole.scaled(
            min(room, whole.width()),
            min(room, whole.height()),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )


class PictureField(Field):
    """Its value is the bytes of a file of its kind, or None; `choose` asks for a file."""

    def __init__(
        self, kind: PictureKind, commit: Commit, choose: Callable[[PictureKind], Path | None]
    ) -> None:
        self.box = PictureBox(kind)
        self._data: bytes | None = None
        self._kind, self._choose = kind, choose
        super().__init__(kind.title, self.box, commit)
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
        if kind.about:
            column.insertWidget(column.indexOf(self.box), label(kind.about, "caption", wrap=True))

    def take(self, file: Path) -> None:
        """Read the picture from a file; what is wrong with it is said under the field."""
        try:
            if file.stat().st_size > LARGEST:
                raise Problem(_("This file is larger than 5 MB."), _("Save it smaller and try again."))
            self._set(file.read_bytes())
        except OSError as error:
            reason = error.strerror or error
            self.show_problem(
                Problem(_("“{file}” can't be read: {error}").format(file=file.name, error=reason))
            )
        except Problem as problem:
            self.show_problem(problem)

    def _ask(self) -> None:
        if (file := self._choose(self._kind)) is not None:
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
