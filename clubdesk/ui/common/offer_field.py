"""A field that offers what is known already, and takes anything else too."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QSizePolicy
from typing_extensions import override

from clubdesk.ui.common.fields import Commit, Field, StillBox
from clubdesk.ui.common.line import Line


class OfferField(Field):
    def __init__(self, title: str, commit: Commit, *, hint: str = "") -> None:
        self.box, self.line = StillBox(), Line()
        self.line.setPlaceholderText(hint)
        self.line.setProperty("kind", "bare")
        self.box.setEditable(True)
        self.box.setLineEdit(self.line)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        super().__init__(title, self.box, commit)
        self.line.setAccessibleName(title)
        self.box.activated.connect(lambda _place: self.commit())
        self.line.editingFinished.connect(self.commit)

    def offer(self, known: Sequence[str]) -> None:
        """What can be chosen from the list."""
        if list(known) != [self.box.itemText(place) for place in range(self.box.count())]:
            typed, modified = self.line.text(), self.line.isModified()
            self.box.clear()
            self.box.addItems(known)
            self.line.setText(typed)
            self.line.setModified(modified)

    @override
    def value(self) -> Any:
        return self.line.text().strip()

    @override
    def _show_value(self, value: Any) -> None:
        self.line.setText(str(value or ""))
        self.line.setCursorPosition(0)

    @override
    def _is_being_edited(self) -> bool:
        return self.line.isModified()

    @override
    def _settle(self) -> None:
        self.line.setModified(False)
