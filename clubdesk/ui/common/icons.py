"""One set of outline icons (Tabler), in the theme's colours and sharp on every screen.

`set_icon` marks a button or an action with the icon it wears, so that `redraw` can dress it again when the
theme changes. (A QIconEngine in Python would need no redrawing, but PySide frees engines twice.)
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from clubdesk.ui.common import drawings, sizes
from clubdesk.ui.common.theme import theme

WORN = "drawing"


def set_icon(
    wearer: QAbstractButton | QAction, name: str, role: str = "muted", *, on: str = "accent"
) -> None:
    """Give a button or an action an icon in the theme's colour `role`; in `on` while it is checked."""
    wearer.setProperty(WORN, f"{name} {role} {on}")
    wearer.setIcon(icon(name, role, on=on))


def redraw(app: QApplication) -> None:
    """Dress every button and action again, after the theme or the text size has changed."""
    for widget in app.allWidgets():
        for wearer in (widget, *widget.actions()):
            worn = wearer.property(WORN)
            if worn and isinstance(wearer, QAbstractButton | QAction):
                name, role, on = worn.split()
                wearer.setIcon(icon(name, role, on=on))


def icon(name: str, role: str = "muted", *, on: str = "accent") -> QIcon:
    """The icon as the theme colours it now."""
    made, colours = QIcon(), theme().colours
    for ratio in sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()}):
        plain, checked, disabled = (pixmap(name, colours[r], ratio=ratio) for r in (role, on, "faint"))
        made.addPixmap(plain)
        made.addPixmap(checked, QIcon.Mode.Normal, QIcon.State.On)
        made.addPixmap(disabled, QIcon.Mode.Disabled)
    return made


def pixmap(name: str, colour: str, *, size: int = 0, ratio: float = 1.0) -> QPixmap:
    """The icon in a colour (#rrggbb), `size` logical pixels wide on a screen of that ratio."""
    return _pixmap(name, colour, round((size or theme().px(sizes.ICON)) * ratio), ratio)


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, dots: int, ratio: float) -> QPixmap:
    picture = QPixmap(dots, dots)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawings.svg(name, colour).encode())).render(painter, QRectF(0, 0, dots, dots))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
