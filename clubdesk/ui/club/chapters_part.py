"""The club's chapters: each can be renamed in its place, a new one is typed below them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext
from clubdesk.services.clubs import ChapterLine
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.fields import Commit, TextField
from clubdesk.ui.common.flow import Flow
from clubdesk.ui.common.labels import label

WIDTH = 24  # characters
TOP = Qt.AlignmentFlag.AlignTop


class NameField(TextField):
    """The name of a chapter; what it is says the heading above all of them."""

    def __init__(self, title: str, commit: Commit, *, hint: str = "") -> None:
        super().__init__(title, commit, width=WIDTH, hint=hint)
        self.setFixedWidth(self.line.maximumWidth())
        self.line.setAccessibleName(title)
        for name in self.findChildren(QLabel):
            name.hide()


class ChapterRow(QWidget):
    def __init__(self, rename: Commit) -> None:
        super().__init__()
        self.name, self._count = NameField(_("Name of the chapter"), rename), label("", "muted")
        self._count.setContentsMargins(0, sizes.GRID - 2, 0, 0)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(sizes.GRID)
        line.addWidget(self.name, 0, TOP)
        line.addWidget(self._count, 0, TOP)

    def show_chapter(self, chapter: ChapterLine, *, members: int) -> None:
        self.name.refresh(chapter.name)
        self._count.setText(ngettext("{count} person", "{count} people", members))


class ChaptersPart(QWidget):
    """`rename` gets the chapter's id and its new name, `add` a name; both raise Problem."""

    def __init__(self, *, rename: Callable[[int, str], object], add: Callable[[str], object]) -> None:
        super().__init__()
        self._rename, self._add = rename, add
        self.rows: dict[int, ChapterRow] = {}
        self._names = Flow(None, sizes.MARGIN)
        self.new = NameField(_("New chapter"), lambda _name: None, hint=_("New chapter"))
        self.new.line.returnPressed.connect(self.add)
        line = QHBoxLayout()
        line.setSpacing(sizes.GRID)
        line.addWidget(self.new, 0, TOP)
        line.addWidget(button(_("Add"), self.add, drawing="plus"), 0, TOP)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.GAP)
        column.addLayout(self._names)
        column.addLayout(line)

    def show_chapters(self, chapters: Sequence[ChapterLine], *, members: dict[str, int]) -> None:
        """The chapters by name, with how many people are in each."""
        for gone in self.rows.keys() - {chapter.id for chapter in chapters}:
            row = self.rows.pop(gone)
            self._names.removeWidget(row)
            row.deleteLater()
        for chapter in chapters:
            if chapter.id not in self.rows:
                self._show_new(chapter.id)
            self.rows[chapter.id].show_chapter(chapter, members=members.get(chapter.name, 0))

    def _show_new(self, chapter_id: int) -> None:
        row = ChapterRow(lambda name: self._rename(chapter_id, name))
        self.rows[chapter_id] = row
        self._names.addWidget(row)

    def add(self) -> None:
        """Make the chapter that is typed below."""
        try:
            self._add(self.new.line.text())
        except Problem as problem:
            self.new.show_problem(problem)
        else:
            self.new.begin_with("")
