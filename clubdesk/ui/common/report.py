"""A bug: one dialog with a report that can be copied and the folder of the logs."""

import platform
import traceback
from types import TracebackType

from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from clubdesk import __version__, paths
from clubdesk.i18n import _
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.labels import label

WIDTH, HEIGHT = 640, 420


def report(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> str:
    """What a developer needs; no data of the club."""
    lines = "".join(traceback.format_exception(kind, error, where))
    system = (
        f"clubdesk {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    )
    return f"{system}\n\n{lines}"


class ReportDialog(QDialog):
    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something went wrong"))
        self.resize(WIDTH, HEIGHT)
        details = QPlainTextEdit(text)
        details.setReadOnly(True)
        details.setAccessibleName(_("Report"))
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.EDGE)
        column.setSpacing(sizes.GAP)
        column.addWidget(label(_("clubdesk made a mistake"), "heading"))
        column.addWidget(label(_("Your data is safe: what could not be finished was not kept."), wrap=True))
        column.addWidget(
            label(_("Please send this report to whoever looks after clubdesk."), "muted", wrap=True)
        )
        column.addWidget(details, 1)
        column.addLayout(self._buttons(text))

    def _buttons(self, text: str) -> QHBoxLayout:
        folder = QUrl.fromLocalFile(str(paths.log_folder()))
        line = QHBoxLayout()
        line.setSpacing(sizes.GRID)
        line.addWidget(
            button(_("Copy report"), lambda: QGuiApplication.clipboard().setText(text), drawing="copy")
        )
        line.addWidget(
            button(_("Open log folder"), lambda: QDesktopServices.openUrl(folder), drawing="folder-open")
        )
        line.addStretch()
        line.addWidget(button(_("Go on working"), self.accept, kind="primary"))
        return line
