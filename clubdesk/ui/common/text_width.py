"""Measured text. Measuring costs more than painting, and a table paints the same words again and again."""

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics


@lru_cache(maxsize=8192)
def measured(text: str, font: QFont) -> int:
    """How wide the text would be."""
    return QFontMetrics(font).horizontalAdvance(text)


def elided(text: str, width: int, font: QFont) -> str:
    """The text, shortened with an ellipsis if it is wider than `width`."""
    return text if measured(text, font) <= width else _shortened(text, width, font)


@lru_cache(maxsize=4096)
def _shortened(text: str, width: int, font: QFont) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def baseline(rect: QRect, font: QFont) -> int:
    """Where a line of text stands so that it is in the middle of `rect`."""
    above, below = _heights(font)
    return rect.y() + (rect.height() - above - below) // 2 + above


@lru_cache
def _heights(font: QFont) -> tuple[int, int]:
    metrics = QFontMetrics(font)
    return metrics.ascent(), metrics.descent()
