"""Text in one of the few ways the window writes it (window.qss)."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

Style = Literal["title", "heading", "strong", "body", "muted", "caption", "section", "error"]


def label(text: str, style: Style = "body", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """Plain text, never markup: a member may be called <b>."""
    made = QLabel(text, parent)
    made.setProperty("text", style)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if not wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return made
