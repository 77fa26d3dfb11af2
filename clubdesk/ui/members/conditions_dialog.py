"""Conditions that chips can't say: put together from fields, or typed as on the command line."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.services.conditions import OPS, Condition, Field, Group, holds, in_words, parse, write
from clubdesk.services.today import today
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.notice import Notice

WIDTH, HEIGHT = 620, 360
OP_WORDS = {
    "=": N_("is"), "!=": N_("is not"), "~": N_("contains"), "!~": N_("doesn't contain"),
    "<": N_("below, before"), "<=": N_("at most, until"), ">": N_("above, after"), ">=": N_("at least, from"),
    "known": N_("is known"), "empty": N_("is empty"), "yes": N_("holds"),
}  # fmt: skip
WITHOUT_VALUE = ("known", "empty", "yes")


class ConditionsDialog(QDialog):
    """`text` is what was accepted; empty for no conditions."""

    def __init__(self, parent: QWidget, text: str, *, fields: Mapping[str, Field]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Conditions"))
        self.resize(WIDTH, HEIGHT)
        self.text, self._fields = text, fields
        self.edit = QPlainTextEdit(text)
        self.edit.setAccessibleName(_("Conditions"))
        self.field, self.op, self.value = QComboBox(), QComboBox(), QLineEdit()
        self.notice = Notice()
        self._means = label("", "muted", wrap=True)
        self._furnish_fields()
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.EDGE)
        column.setSpacing(sizes.GAP)
        column.addWidget(label(_("Conditions"), "heading"))
        hint = _("Join them with “and”, “or”, “not” and brackets; commas part alternatives.")
        column.addWidget(label(hint, "muted", wrap=True))
        column.addLayout(self._row())
        column.addLayout(self._joins())
        column.addWidget(self.edit, 1)
        column.addWidget(self._means)
        column.addWidget(self.notice)
        column.addLayout(self._foot())
        self.edit.textChanged.connect(self._explain)
        self._explain()

    def _furnish_fields(self) -> None:
        for key, field in self._fields.items():
            self.field.addItem(_(field.title), key)
        self.field.setMaxVisibleItems(20)
        self.field.setAccessibleName(_("Field"))
        self.op.setAccessibleName(_("Comparison"))
        self.value.setAccessibleName(_("Value"))
        self.value.setPlaceholderText(_("Value, or several with commas"))
        self.field.currentIndexChanged.connect(self._show_ops)
        self.op.currentIndexChanged.connect(
            lambda: self.value.setEnabled(self.op.currentData() not in WITHOUT_VALUE)
        )
        self.value.returnPressed.connect(lambda: self.add("and"))
        self._show_ops()

    def _show_ops(self) -> None:
        self.op.clear()
        for op in OPS[self._fields[self.field.currentData()].kind]:
            self.op.addItem(_(OP_WORDS[op]), op)

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(sizes.GRID)
        row.addWidget(self.field)
        row.addWidget(self.op)
        row.addWidget(self.value, 1)
        return row

    def _joins(self) -> QHBoxLayout:
        """How the row is joined to what is there."""
        row = QHBoxLayout()
        row.setSpacing(sizes.GRID)
        for word, title in (("and", _("Add")), ("or", _("Or")), ("and not", _("And not"))):
            made = button(title, partial(self.add, word))
            made.setAutoDefault(False)
            row.addWidget(made)
        row.addStretch()
        return row

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(sizes.GRID)
        foot.addStretch()
        foot.addWidget(button(_("Cancel"), self.reject))
        foot.addWidget(button(_("Find"), self.accept_text, kind="primary"))
        return foot

    def add(self, word: str) -> None:
        """Join the condition of the row to what is there."""
        op = self.op.currentData()
        values = tuple(part.strip() for part in self.value.text().split(",") if part.strip())
        if op not in WITHOUT_VALUE and not values:
            self.value.setFocus()
            return
        condition = Condition(self.field.currentData(), op, () if op in WITHOUT_VALUE else values)
        before = self.edit.toPlainText().strip()
        text = write(Group("none", (condition,)) if word == "and not" else condition)
        if before:
            text = f"{before} or {text}" if word == "or" else f"{self._bracketed(before)} and {text}"
        self.edit.setPlainText(text)
        self.value.clear()

    def _bracketed(self, text: str) -> str:
        """What is joined by "or" stays together when "and" comes after it."""
        try:
            node = parse(text)
        except Problem:
            return text
        return f"({text})" if isinstance(node, Group) and node.mode == "any" else text

    def _explain(self) -> None:
        """Say at once what isn't understood, while it can still be typed on."""
        text = self.edit.toPlainText().strip()
        try:
            node = parse(text) if text else None
            if node:
                holds(node, today(), self._fields)
        except Problem as problem:
            self._means.setText(problem.message)
            return
        alone = isinstance(node, Condition)
        self._means.setText(in_words(node, self._fields) if alone and node else "")

    def accept_text(self) -> None:
        text = self.edit.toPlainText().strip()
        try:
            if text:
                holds(parse(text), today(), self._fields)
        except Problem as problem:
            self.notice.show_problem(problem)
            return
        self.text = " ".join(text.split())
        self.accept()


def ask_conditions(parent: QWidget, text: str, *, fields: Mapping[str, Field]) -> str | None:
    """The conditions wanted now; None for Cancel."""
    dialog = ConditionsDialog(parent, text, fields=fields)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.text if accepted else None
