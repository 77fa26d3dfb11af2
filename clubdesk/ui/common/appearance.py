"""Keep the program dressed as the settings say, also when the system turns dark."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from clubdesk.settings import TEXT_SIZES, Settings
from clubdesk.ui.common import fonts, icons, theme

TEXT_STEP = 10  # percent


class Appearance(QObject):
    changed = Signal()

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app, self._settings = app, settings
        fonts.load()
        self.apply()
        app.styleHints().colorSchemeChanged.connect(lambda _: self.apply())

    def apply(self) -> None:
        """Wear what the settings say now."""
        name = theme.named(self._settings.theme, self._app)
        chosen = theme.load(name, scale=self._settings.text_size / 100)
        if chosen == theme.worn():
            return
        theme.use(self._app, chosen)
        icons.redraw(self._app)
        self.changed.emit()

    def use_theme(self, name: str) -> None:
        self._settings.theme = name
        self.apply()

    def change_text_size(self, steps: int) -> None:
        wanted = self._settings.text_size + steps * TEXT_STEP
        if wanted in TEXT_SIZES:
            self._settings.text_size = wanted
            self.apply()
