"""Fields of a form: a label above, the editor, and under it what is wrong.

There is no Save button: leaving a field commits it. What could not be kept stays in the field, with the
reason.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from clubdesk.errors import Problem
from clubdesk.i18n import _, window_texts
from clubdesk.ui.common import sizes
from clubdesk.ui.common.dates import parse_date
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.line import Line

Commit = Callable[[Any], object]


class Field(QWidget):
    """Subclasses know how a value is shown in their editor and read from it."""

    def __init__(self, title: str, editor: QWidget, commit: Commit, *, titled: bool = True) -> None:
        super().__init__()
        self._commit = commit
        self._kept: Any = None
        self._editor = editor
        self._wrong = label("", "error", wrap=True)
        self._wrong.hide()
        name = label(title, "caption")
        name.setBuddy(editor)
        if not titled:
            name.hide()  # never shown before it has a parent: it would flash as a window of its own
        editor.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (name, editor, self._wrong):
            column.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(editor)

    def value(self) -> Any:
        """What the editor says; Problem if that is no value."""
        raise NotImplementedError

    def _show_value(self, value: Any) -> None:
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show what is kept. Doesn't commit, and leaves alone what is being typed."""
        self._kept = value
        if not (self._editor.hasFocus() and self._is_being_edited()):
            self._show_value(value)
            self.show_problem(None)

    def refresh(self, value: Any) -> None:
        """As `set_value`, but leaves alone also what was refused: it stays until it is mended."""
        if self._wrong.text():
            self._kept = value
        else:
            self.set_value(value)

    def begin_with(self, value: Any) -> None:
        """Show the value of something else, whatever stands in the editor."""
        self._kept = value
        self._show_value(value)
        self._settle()
        self.show_problem(None)

    def set_kept(self, value: Any) -> None:
        """Say what is kept, whatever the editor shows: a commit hands on what differs."""
        self._kept = value

    def _is_being_edited(self) -> bool:
        return False

    def _settle(self) -> None:
        """What the editor says is kept now: it may be replaced by news."""

    def commit(self) -> None:
        """Hand a changed value on; a Problem is shown under the field."""
        try:
            value = self.value()
            if value != self._kept:
                self._commit(value)
                self._kept = value
            self._settle()
        except Problem as problem:
            self.show_problem(problem)
        else:
            self.show_problem(None)

    @property
    def problem(self) -> str:
        """What is said under the field: why its value is not kept."""
        return self._wrong.text()

    def show_problem(self, problem: Problem | None) -> None:
        """Say under the field what is wrong with it, or nothing."""
        text = " ".join(filter(None, (problem.message, problem.hint))) if problem else ""
        if text == self._wrong.text():
            return  # dressing an editor anew costs more than all the rest
        self._wrong.setText(text)
        self._wrong.setVisible(bool(text))
        self._editor.setProperty("wrong", "true" if text else "false")
        self._editor.style().unpolish(self._editor)
        self._editor.style().polish(self._editor)


class TextField(Field):
    """One line. `width` is in characters; 0 fills the column."""

    def __init__(self, title: str, commit: Commit, *, width: int = 0, hint: str = "") -> None:
        self.line = Line()
        self.line.setPlaceholderText(hint)
        super().__init__(title, self.line, commit)
        if width:
            self.line.setMaximumWidth(
                QFontMetrics(self.line.font()).averageCharWidth() * width + sizes.MARGIN
            )
        self.line.editingFinished.connect(self.commit)

    @override
    def value(self) -> Any:
        return self.line.text().strip()

    @override
    def _show_value(self, value: Any) -> None:
        self.line.setText("" if value is None else str(value))
        self.line.setCursorPosition(0)

    @override
    def _is_being_edited(self) -> bool:
        return self.line.isModified()

    @override
    def _settle(self) -> None:
        self.line.setModified(False)


class NumberField(TextField):
    """A whole number, or None where nothing stands."""

    def __init__(self, title: str, commit: Commit, *, hint: str = "") -> None:
        super().__init__(title, commit, width=10, hint=hint)

    @override
    def value(self) -> int | None:
        text = "".join(self.line.text().split())
        if text and not (text.isdecimal() and text.isascii()):
            raise Problem(_("“{text}” is no number.").format(text=text), _("Write it like 24."))
        return int(text) if text else None


class DateField(TextField):
    """A day, typed in any common order and shown as 12 Mar 2027."""

    def __init__(self, title: str, commit: Commit, *, hint: str = "") -> None:
        super().__init__(title, commit, width=16, hint=hint)
        self.line.editingFinished.connect(self._tidy)

    @override
    def value(self) -> dt.date | None:
        return parse_date(self.line.text())

    @override
    def _show_value(self, value: Any) -> None:
        super()._show_value(window_texts().short_date(value) if value else "")

    def _tidy(self) -> None:
        if not self._wrong.text():
            self._show_value(self._kept)


class LinesField(Field):
    """Several lines."""

    def __init__(self, title: str, commit: Commit, *, lines: int = 4, titled: bool = True) -> None:
        self.text = _Lines(self.commit)
        self.text.setTabChangesFocus(True)
        super().__init__(title, self.text, commit, titled=titled)
        self.text.setFixedHeight(QFontMetrics(self.text.font()).lineSpacing() * lines + sizes.MARGIN)

    @override
    def value(self) -> str:
        return self.text.toPlainText().strip()

    @override
    def _show_value(self, value: Any) -> None:
        self.text.setPlainText(value or "")

    @override
    def _is_being_edited(self) -> bool:
        return self.text.document().isModified()

    @override
    def _settle(self) -> None:
        self.text.document().setModified(False)


class _Lines(QPlainTextEdit):
    def __init__(self, leave: Callable[[], object]) -> None:
        super().__init__()
        self._leave = leave

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            nothing_typed = not self.document().isUndoAvailable()
            if nothing_typed and event.matches(QKeySequence.StandardKey.Undo):
                event.ignore()  # the window's undo has its turn
                return False
        return super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._leave()


class ChoiceField(Field):
    """One of several, as (key, word)."""

    def __init__(self, title: str, commit: Commit, choices: Sequence[tuple[object, str]] = ()) -> None:
        self.box = StillBox()
        super().__init__(title, self.box, commit)
        self.box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.set_choices(choices)
        self.box.activated.connect(lambda _place: self.commit())

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        self._keys = [key for key, _ in choices]
        self.box.clear()
        self.box.addItems([word for _, word in choices])
        self._show_value(self._kept)

    @override
    def value(self) -> object:
        place = self.box.currentIndex()
        return self._keys[place] if place >= 0 else None

    @override
    def _show_value(self, value: Any) -> None:
        self.box.setCurrentIndex(self._keys.index(value) if value in self._keys else -1)


class StillBox(QComboBox):
    """Scrolling a form neither changes the choice nor takes the caret."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CheckField(Field):
    """Yes or no."""

    def __init__(self, title: str, commit: Commit) -> None:
        self.box = QCheckBox(title)
        super().__init__(title, self.box, commit, titled=False)
        self.box.clicked.connect(lambda: self.commit())

    @override
    def value(self) -> bool:
        return self.box.isChecked()

    @override
    def _show_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))
