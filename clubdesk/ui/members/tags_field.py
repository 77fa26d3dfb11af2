"""Tags of a person as chips; typing offers those that the club has."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QSizePolicy, QWidget
from typing_extensions import override

from clubdesk.i18n import _
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.fields import Commit, Field
from clubdesk.ui.common.flow import Flow
from clubdesk.ui.common.line import Line

WIDTH = 136


class TagsField(Field):
    """Its value is a tuple of names. A comma or Enter ends a tag, pressing one takes it away."""

    def __init__(self, title: str, commit: Commit) -> None:
        self.line = Line()
        self._names: tuple[str, ...] = ()
        room = QWidget()
        self._flow = Flow(room, sizes.HALF)
        self._chips: list[QWidget] = []
        super().__init__(title, room, commit)
        room.setFocusProxy(self.line)
        self.line.setPlaceholderText(_("Add a tag"))
        self.line.setAccessibleName(title)
        self.line.setFixedWidth(WIDTH)
        self._flow.addWidget(self.line)
        self.line.editingFinished.connect(self.commit)
        grows = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        grows.setHeightForWidth(True)
        room.setSizePolicy(grows)
        self.setSizePolicy(grows)

    def offer(self, names: Sequence[str]) -> None:
        """The tags that the club has."""
        completer = QCompleter(list(names), self.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)

    @override
    def value(self) -> Any:
        typed = [name.strip() for name in self.line.text().split(",") if name.strip()]
        return tuple(dict.fromkeys((*self._names, *typed)))

    @override
    def commit(self) -> None:
        super().commit()
        if not self.problem:
            self.line.clear()

    @override
    def _show_value(self, value: Any) -> None:
        self._names = tuple(value or ())
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.line)
        self._chips = [self._chip(name) for name in self._names]
        self._flow.addWidget(self.line)

    def _chip(self, name: str) -> QWidget:
        made = button(name.replace("&", "&&"), lambda: self._take(name), drawing="x", kind="normal")
        made.setProperty("kind", "chip")
        made.setAccessibleName(_("Take away the tag {tag}").format(tag=name))
        made.setToolTip(_("Take away the tag {tag}").format(tag=name))
        self._flow.addWidget(made)
        made.show()
        return made

    def _take(self, name: str) -> None:
        self._names = tuple(other for other in self._names if other != name)
        self.commit()
