"""The photo of a person and their tags, above the form."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.services import members
from clubdesk.services.members import MemberCard
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.flow import Flow
from clubdesk.ui.common.theme import theme
from clubdesk.ui.members.tags_field import TagsField

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

SIDE = 72
LARGEST = 20_000_000  # bytes


class Face(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Photo"))
        self._picture = QImage()

    def show_picture(self, data: bytes | None) -> None:
        self._picture = QImage.fromData(data) if data else QImage()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(SIDE), theme().px(SIDE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), sizes.RADIUS, sizes.RADIUS)
        painter.setClipPath(shape)
        side = min(self._picture.width(), self._picture.height())
        left, top = (self._picture.width() - side) / 2, (self._picture.height() - side) / 3
        painter.drawImage(QRectF(self.rect()), self._picture, QRectF(left, top, side, side))


class Portrait(QWidget):
    """`choose` asks the officer for a file."""

    failed = Signal(object)

    def __init__(self, workspace: "Workspace", choose: Callable[[], Path | None]) -> None:
        super().__init__()
        self._workspace, self._choose = workspace, choose
        self._person = 0
        self._photo: bytes | None = None
        self.face = Face()
        self.tags = TagsField(_("Tags"), self._keep_tags)
        self.add = button(_("Add a photo…"), self._ask, drawing="upload", kind="link")
        self.remove = button(_("Delete the photo"), lambda: self._set(None), kind="link")
        buttons = Flow(None, sizes.GAP)
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        column = QVBoxLayout()
        column.setSpacing(sizes.HALF)
        column.addWidget(self.tags)
        column.addLayout(buttons)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, sizes.GAP, sizes.GRID, 0)
        line.setSpacing(sizes.GAP)
        line.addWidget(self.face, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column, 1)

    def show_card(self, card: MemberCard) -> None:
        same, self._person = card.id == self._person, card.id
        self.tags.offer(list(self._workspace.read(members.tag_counts)))
        if same:
            self.tags.refresh(card.tags)
        else:
            self.tags.begin_with(card.tags)
        if not same or card.photo != self._photo:
            self._photo = card.photo
            self.face.show_picture(card.photo)
        self.face.setVisible(card.photo is not None)
        self.remove.setVisible(card.photo is not None)
        self.add.setText(_("Another photo…") if card.photo else _("Add a photo…"))

    def take(self, file: Path) -> None:
        """Keep the picture in a file."""
        try:
            if file.stat().st_size > LARGEST:
                raise Problem(_("This picture is larger than 20 MB."), _("Save it smaller and try again."))
            data = file.read_bytes()
        except OSError as error:
            reason = error.strerror or error
            self.failed.emit(
                Problem(_("“{file}” can't be read: {error}").format(file=file.name, error=reason))
            )
        except Problem as problem:
            self.failed.emit(problem)
        else:
            self._set(data)

    def _ask(self) -> None:
        if (file := self._choose()) is not None:
            self.take(file)

    def _set(self, data: bytes | None) -> None:
        try:
            self._workspace.do_now(members.set_photo, self._person, picture=data)
        except Problem as problem:
            self.failed.emit(problem)

    def _keep_tags(self, tags: tuple[str, ...]) -> None:
        self._workspace.do_now(members.set_tags, self._person, tags=tags)
