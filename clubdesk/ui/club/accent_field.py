"""The club's colour: typed as #rrggbb, picked from eight good ones, or mixed."""

import tomllib
from functools import lru_cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QColorDialog, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from clubdesk import paths
from clubdesk.i18n import N_, _
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.fields import Commit, TextField
from clubdesk.ui.common.theme import theme

NAMES = {
    "blue": N_("Blue"),
    "teal": N_("Teal"),
    "green": N_("Green"),
    "olive": N_("Olive"),
    "orange": N_("Orange"),
    "red": N_("Red"),
    "violet": N_("Violet"),
    "grey": N_("Grey"),
}
DOT = 24


@lru_cache
def accents() -> dict[str, str]:
    """Name -> colour."""
    file = paths.resources() / "themes" / "accents.toml"
    return dict(tomllib.loads(file.read_text(encoding="utf-8"))["accents"])


class Dot(QAbstractButton):
    """One colour to pick; a ring shows that it is the club's."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self.colour = colour
        self.setCheckable(True)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(DOT), theme().px(DOT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.hasFocus():
            painter.setPen(theme().colour("text" if self.isChecked() else "accent"))
            painter.drawEllipse(self.rect().adjusted(1, 1, -2, -2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour))
        gap = sizes.HALF
        painter.drawEllipse(self.rect().adjusted(gap, gap, -gap, -gap))


class AccentField(TextField):
    def __init__(self, title: str, commit: Commit) -> None:
        super().__init__(title, commit, width=10)
        self.dots = [Dot(_(NAMES[name]), colour) for name, colour in accents().items()]
        choices = QHBoxLayout()
        choices.setSpacing(0)
        for dot in self.dots:
            dot.clicked.connect(lambda _checked=False, dot=dot: self.pick(dot.colour))
            choices.addWidget(dot)
        choices.addSpacing(sizes.GRID)
        choices.addWidget(button(_("Another…"), self._mix, kind="link"))
        choices.addStretch()
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertLayout(column.indexOf(self.line) + 1, choices)

    def pick(self, colour: str) -> None:
        """Make it the club's colour."""
        self.line.setText(colour)
        self.commit()
        self._mark()

    def _mix(self) -> None:
        mixed = QColorDialog.getColor(QColor(self.line.text()), self, _("The club's colour"))
        if mixed.isValid():
            self.pick(mixed.name())

    @override
    def _show_value(self, value: object) -> None:
        super()._show_value(value)
        self._mark()

    def _mark(self) -> None:
        for dot in self.dots:
            dot.setChecked(dot.colour.lower() == self.line.text().strip().lower())
