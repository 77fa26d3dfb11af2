"""Buttons of one look; what they do is a QAction or a call."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton

from clubdesk.ui.common import sizes
from clubdesk.ui.common.icons import set_icon
from clubdesk.ui.common.theme import theme

Kind = Literal["normal", "primary", "plain", "link"]


def button(text: str, run: Callable[[], object], *, drawing: str = "", kind: Kind = "normal") -> QPushButton:
    """A button with a verb on it."""
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if drawing:
        set_icon(made, drawing, "on_accent" if kind == "primary" else "muted")
        made.setIconSize(icon_size())
    made.clicked.connect(lambda: run())
    return made


def icon_button(drawing: str, name: str, run: Callable[[], object], *, kind: Kind = "normal") -> QToolButton:
    """A button without words; `name` is its tooltip and what a screen reader says."""
    made = QToolButton()
    made.setProperty("kind", kind)
    set_icon(made, drawing)
    made.setIconSize(icon_size())
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(lambda: run())
    return made


def menu_button(drawing: str, name: str, menu: QMenu) -> QToolButton:
    """An icon that opens a menu."""
    made = icon_button(drawing, name, lambda: None)
    made.setMenu(menu)
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return made


def icon_size(size: int = sizes.ICON) -> QSize:
    return QSize(theme().px(size), theme().px(size))
