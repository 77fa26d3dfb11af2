"""Parts of a form that belong together: side by side, as post code and town, or one under the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clubdesk.ui.common import sizes


def beside(*parts: tuple[QWidget, int]) -> QWidget:
    """The parts in one line, each as wide as its share says."""
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(sizes.GRID)
    for part, share in parts:
        layout.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
    line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return line


def stacked(*parts: QWidget) -> QWidget:
    """The parts one under the other, shown and hidden together."""
    stack = QWidget()
    layout = QVBoxLayout(stack)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(sizes.GAP)
    for part in parts:
        layout.addWidget(part)
    return stack
