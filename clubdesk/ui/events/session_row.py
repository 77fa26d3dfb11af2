"""One line of a day's programme: four fields and a button to take it out."""

from collections.abc import Callable

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from clubdesk.i18n import _
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import icon_button
from clubdesk.ui.common.line import Line

SessionLine = tuple[str, str, str, str]  # starts, ends, title, place


class SessionRow:
    """`leave` is called when a changed field is left, `remove` when the line is to go."""

    def __init__(
        self, line: SessionLine, *, leave: Callable[[], object], remove: Callable[["SessionRow"], object]
    ) -> None:
        names = (_("Start"), _("End"), _("What"), _("Where"))
        self._lines = [_field(text, name, leave) for text, name in zip(line, names, strict=True)]
        for time in self._lines[:2]:
            time.setFixedWidth(QFontMetrics(time.font()).horizontalAdvance("00:00") + 2 * sizes.GAP)
        name = _("Take out: {title}").format(title=line[2] or _("this line"))
        self._out = icon_button("x", name, lambda: remove(self), kind="plain")

    @property
    def parts(self) -> list[QWidget]:
        return [*self._lines, self._out]

    @property
    def fields(self) -> list[Line]:
        return self._lines

    def line(self) -> SessionLine:
        starts, ends, title, place = (field.text().strip() for field in self._lines)
        return starts, ends, title, place

    def times(self) -> tuple[str, str]:
        return self.line()[:2]

    def show_times(self, starts: str, ends: str) -> None:
        """Show the times as they are kept, 9.30 as 09:30."""
        for field, text in zip(self._lines, (starts, ends), strict=False):
            if field.text() != text:
                field.setText(text)

    def is_complete(self) -> bool:
        starts, _ends, title, _place = self.line()
        return bool(starts and title)

    def is_begun(self) -> bool:
        """Something stands in it, but not yet enough to be kept."""
        return any(self.line()) and not self.is_complete()

    def is_being_edited(self) -> bool:
        return any(field.hasFocus() and field.isModified() for field in self._lines)

    def first_empty(self) -> Line:
        return next((field for field in self._lines if not field.text()), self._lines[0])


def _field(text: str, name: str, leave: Callable[[], object]) -> Line:
    field = Line(text)
    field.setAccessibleName(name)
    field.setCursorPosition(0)

    def left() -> None:
        if field.isModified():
            field.setModified(False)
            leave()

    field.editingFinished.connect(left)
    return field
