"""The bundled typefaces: the same text everywhere, Chinese names included."""

from PySide6.QtGui import QFontDatabase

from clubdesk import paths

FAMILIES = ("Noto Sans", "WenQuanYi Micro Hei")
FILES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "wqy-microhei.ttc")


def load() -> None:
    """Make the bundled typefaces known to Qt; once, after the application exists."""
    for name in FILES:
        QFontDatabase.addApplicationFont(str(paths.resources() / "fonts" / name))
