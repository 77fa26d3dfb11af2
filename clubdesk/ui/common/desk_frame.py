"""The sidebar and, beside it, the page that is shown."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget
from typing_extensions import override

from clubdesk.ui.common import sizes
from clubdesk.ui.common.feature import Feature
from clubdesk.ui.common.sidebar import Sidebar
from clubdesk.ui.common.theme import theme


class DeskFrame(QWidget):
    def __init__(self, features: Sequence[Feature], club_menu: QMenu) -> None:
        super().__init__()
        self.sidebar = Sidebar([feature for feature in features if feature.listed], club_menu)
        self.stack = QStackedWidget()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.sidebar)
        line.addWidget(self.stack, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sidebar.fold(folded=self.width() < theme().px(sizes.FOLD_SIDEBAR))
