"""Answers by code: typed or scanned, one after the other; the caret stays."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.ui.common import sizes
from clubdesk.ui.common.fields import ChoiceField
from clubdesk.ui.common.icons import icon, set_icon
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.line import Line

NARROWEST = 240


class CodeLine(QWidget):
    """`record` is called with what was typed and the answer it means."""

    def __init__(self, record: Callable[[str, str], object]) -> None:
        super().__init__()
        self._record = record
        self.line = Line()
        self.line.setPlaceholderText(_("Type or scan the code of an invitation"))
        self.line.setAccessibleName(_("Code of an invitation"))
        self.line.setMinimumWidth(NARROWEST)
        set_icon(self.line.addAction(icon("qrcode"), QLineEdit.ActionPosition.LeadingPosition), "qrcode")
        self.line.returnPressed.connect(self._enter)
        self.line.textEdited.connect(lambda _text: self._tell(""))
        self.answer = ChoiceField(
            _("means"), lambda _answer: None, [("accepted", _("Accepted")), ("declined", _("Declined"))]
        )
        self.answer.set_value("accepted")
        self._wrong = label("", "error", wrap=True)
        self._wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._entry())
        column.addWidget(self._wrong)

    def _entry(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(sizes.GRID)
        line.addWidget(self.line, 1)
        line.addWidget(label(_("means"), "muted"))
        line.addWidget(self.answer.box)
        return line

    def _enter(self) -> None:
        """Hand the code on; the field is free at once, for a scanner doesn't wait."""
        if typed := self.line.text().strip():
            self.line.clear()
            self._tell("")
            self._record(typed, str(self.answer.value()))

    def reset(self) -> None:
        """Empty, because another event is shown."""
        self.line.clear()
        self._tell("")

    def refuse(self, typed: str, problem: BaseException) -> None:
        """Say what is wrong with a code; it comes back, marked, unless the next one is being typed."""
        self._tell(f"{problem.message} {problem.hint}" if isinstance(problem, Problem) else "")
        if not self.line.text():
            self.line.setText(typed)
            self.line.selectAll()

    def _tell(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        self.line.setProperty("wrong", "true" if words else "false")
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
