"""Merge fields and conditions in colour, what is wrong with a wave under it."""

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from typing_extensions import override

from clubdesk.documents.wording import read_wording
from clubdesk.ui.common.theme import theme

_BRACED = re.compile(r"\{[^{}]*\}")
_CONDITION = re.compile(r"\{(if\b|else\}|end\})")


class Highlighter(QSyntaxHighlighter):
    """Each text is one block, so that a condition is seen whole."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._dress()

    def redress(self) -> None:
        """Wear the colours of the theme now."""
        self._dress()
        self.rehighlight()

    def _dress(self) -> None:
        worn = theme()
        self._field, self._condition, self._wrong = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        self._field.setForeground(worn.colour("on_select"))
        self._field.setBackground(worn.colour("select"))
        back, fore = worn.pair("lapsed")
        self._condition.setForeground(fore)
        self._condition.setBackground(back)
        self._condition.setFontWeight(QFont.Weight.Bold)
        self._wrong.setForeground(worn.colour("danger"))
        self._wrong.setUnderlineColor(worn.colour("danger"))
        self._wrong.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)

    @override
    def highlightBlock(self, text: str) -> None:
        for found in _BRACED.finditer(text):
            look = self._condition if _CONDITION.match(found.group()) else self._field
            self.setFormat(found.start(), len(found.group()), look)
        for start, end in read_wording(text).places:
            self.setFormat(start, end - start, self._wrong)
