"""A PDF as it will be printed, one page at a time; drawn by a worker, sharp on every screen."""

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from clubdesk.i18n import _
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import icon_button
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.theme import theme

A4 = 1.4142  # height by width
SHADOW = 6
PAUSE = 80  # ms of rest before a resized page is drawn again
LARGER = 1.25
LARGEST = 4.0


class Paper(QWidget):
    """One page with its shadow."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self.ratio = A4

    def fit(self, width: int) -> None:
        self.setFixedSize(QSize(width, round((width - 2 * SHADOW) * self.ratio) + 2 * SHADOW))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        page = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        painter.setPen(Qt.PenStyle.NoPen)
        for spread in range(SHADOW, 0, -1):
            painter.setBrush(QColor(0, 0, 0, 6))
            painter.drawRoundedRect(page.adjusted(-spread, 2 - spread, spread, 2 + spread), spread, spread)
        painter.fillRect(page, theme().colour("paper"))
        if not self.image.isNull():
            painter.drawImage(page, self.image)


class PdfPreview(QWidget):
    page_changed = Signal(int, int)  # page from 1, pages

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._pdf, self._page, self._pages, self._zoom, self._asked = b"", 0, 0, 1.0, 0
        self._paper = Paper()
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._area.setWidget(self._paper)
        self._where = QLabel()
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest.timeout.connect(self._draw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.GRID, 0, 0)
        column.setSpacing(sizes.HALF)
        column.addWidget(self._tools())
        column.addWidget(self._area, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.clear()

    def _tools(self) -> QWidget:
        self._where = label("", "muted")
        tools = QWidget()
        line = self._tool_line = QHBoxLayout(tools)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(sizes.HALF)
        self._back = icon_button("chevron-left", _("Page before"), lambda: self.step(-1), kind="plain")
        self._on = icon_button("chevron-right", _("Next page"), lambda: self.step(1), kind="plain")
        for part in (self._back, self._where, self._on):
            line.addWidget(part)
        line.addStretch()
        line.addWidget(icon_button("zoom-out", _("Smaller"), lambda: self._magnify(1 / LARGER), kind="plain"))
        line.addWidget(icon_button("zoom-in", _("Larger"), lambda: self._magnify(LARGER), kind="plain"))
        line.addWidget(
            icon_button(
                "arrow-autofit-width", _("As wide as the pane"), lambda: self._magnify(0), kind="plain"
            )
        )
        return tools

    def lead(self, *parts: QWidget) -> None:
        """Put other buttons before those of the pages."""
        for place, part in enumerate(parts):
            self._tool_line.insertWidget(place, part)

    def show_pdf(self, pdf: bytes, *, page: int = 0) -> None:
        """Show a document, beginning with that page (from 0)."""
        self._pdf, self._page = pdf, page
        self._draw()

    @property
    def page(self) -> int:
        """Which page is shown, from 0."""
        return self._page

    @property
    def dots(self) -> int:
        """How wide a page is drawn, in the screen's own dots."""
        return round((self._width() - 2 * SHADOW) * self.devicePixelRatioF())

    def show_drawn(self, pdf: bytes, image: QImage, pages: int) -> None:
        """Show a document whose page was drawn already (`draw_page`), where it is drawn anew all the time."""
        self._asked += 1
        self._pdf, self._page = pdf, min(self._page, pages - 1)
        self._show(image, pages)

    def clear(self) -> None:
        self._pdf, self._pages = b"", 0
        self._paper.image = QImage()
        self._paper.hide()
        self._tell()

    def step(self, by: int) -> None:
        if 0 <= self._page + by < self._pages:
            self._page += by
            self._draw()

    def _magnify(self, by: float) -> None:
        """Larger or smaller; 0 fits the page to the width."""
        self._zoom = min(max(self._zoom * by, 1.0), LARGEST) if by else 1.0
        self._draw()

    def _draw(self) -> None:
        if not self._pdf:
            return
        self._asked += 1
        asked, pdf, page, dots = self._asked, self._pdf, self._page, self.dots
        self._tasks.draw(
            lambda _: draw_page(pdf, page, dots=dots),
            done=lambda drawn: self._show(*drawn) if asked == self._asked else None,
        )

    def _width(self) -> int:
        room = self._area.width()
        if round(room * self._zoom * self._paper.ratio) > self._area.height():
            room -= sizes.SCROLL_BAR
        return max(round(room * self._zoom), sizes.SEARCH_SMALLEST)

    def _show(self, image: QImage, pages: int) -> None:
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._pages = pages
        self._paper.image, self._paper.ratio = image, image.height() / image.width()
        self._paper.fit(self._width())
        self._paper.show()
        self._paper.update()
        self._tell()

    def _tell(self) -> None:
        self._where.setText(_("Page {page} of {pages}").format(page=self._page + 1, pages=self._pages))
        several = self._pages > 1
        for part in (self._back, self._where, self._on):
            part.setVisible(several)
        self._back.setEnabled(self._page > 0)
        self._on.setEnabled(self._page + 1 < self._pages)
        if self._pages:
            self.page_changed.emit(self._page + 1, self._pages)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._pdf:
            self._paper.fit(self._width())
            self._rest.start()


def draw_page(pdf: bytes, page: int, *, dots: int) -> tuple[QImage, int]:
    """A page drawn `dots` pixels wide, and how many pages there are. Runs in a worker."""
    import pypdfium2

    document: Any = pypdfium2.PdfDocument(pdf)
    try:
        sheet = document[min(page, len(document) - 1)]
        drawn = sheet.render(scale=max(dots, 1) / sheet.get_width(), rev_byteorder=True, prefer_bgrx=True)
        width, height, stride = drawn.width, drawn.height, drawn.stride
        image = QImage(bytes(drawn.buffer), width, height, stride, QImage.Format.Format_RGBX8888).copy()
        return image, len(document)
    finally:
        document.close()
